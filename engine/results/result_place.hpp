// Which file stands behind the name of a result.
#pragma once

#include <string>

namespace rapport {

struct ResultPlace {
  std::string path;
  bool is_journal = false;
};

/// RESULT.h5, or RESULT.h5.part when only that exists or is named itself. Whether it can be read is
/// another question.
ResultPlace result_place(const std::string& path);

}  // namespace rapport
