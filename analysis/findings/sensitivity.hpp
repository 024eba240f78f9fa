// Which swept parameters the difference between campaigns depends on.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "analysis/findings/inference.hpp"
#include "analysis/findings/result_table.hpp"
#include "analysis/sensitivity/morris.hpp"
#include "analysis/sensitivity/sobol.hpp"

namespace rapport {

/// One measure of one campaign, minus the same of the baseline when that is another campaign; one
/// index for each swept parameter.
struct SensitivityTable {
  Measure measure{};
  std::size_t campaign = 0;
  std::variant<std::vector<MorrisIndex>, std::vector<SobolIndex>> indices;
};

struct Sensitivity {
  Design design;
  std::size_t baseline = 0;
  bool morris = false;     // else Sobol
  std::size_t blocks = 0;  // trajectories or blocks
  std::vector<SensitivityTable> tables;
};

/// Whether the points are of a design that tells sensitivity.
bool tells_sensitivity(const Design& design);

/// Outcomes are means over the replicates. Throws Failure(bad_data): when the design is neither
/// Morris's nor Saltelli's, and with the list of them when runs are missing or have failed, since
/// indices of what is left would be wrong.
Sensitivity sensitivity(const ResultTable& table, std::size_t baseline,
                        std::span<const Measure> measures, Inference& inference);

/// Names of the parameters of a table, the most important one first, in one sentence.
std::string sensitivity_sentence(const SensitivityTable& table, const Sensitivity& found);

}  // namespace rapport
