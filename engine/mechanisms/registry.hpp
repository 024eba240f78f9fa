// The registry of mechanisms: one row for each psychological or platform rule.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "encounter/steps.hpp"

namespace rapport {

struct Batch;
struct Rules;

/// A rule over the columns of a batch. It sees the batch and its constants, nothing else.
using RuleFunction = void (*)(Batch&, const Rules&);

struct RuleStep {
  Step step;
  RuleFunction apply;
};

struct MechanismRow {
  std::string_view name;  // as in `[mechanisms] off`
  std::string_view meaning;
  std::string_view equation;
  std::string_view source;
  std::span<const RuleStep> steps;
};

/// All mechanisms, in the order in which those of one step are applied.
std::span<const MechanismRow> mechanism_rows();

}  // namespace rapport
