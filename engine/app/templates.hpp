// The scenarios that `rapport init` writes, embedded in the program.
#pragma once

#include <span>
#include <string_view>

namespace rapport {

struct TemplateRow {
  std::string_view name;
  std::string_view meaning;
  std::string_view text;  // a whole scenario with comments; passes `rapport check`
};

std::span<const TemplateRow> template_rows();

}  // namespace rapport
