// On which mechanisms the difference between campaigns rests: what becomes of it without each.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "analysis/findings/comparison.hpp"
#include "analysis/findings/inference.hpp"
#include "analysis/findings/result_table.hpp"

namespace rapport {

/// What becomes of a conclusion when one mechanism is off.
enum class AblationEffect : std::uint8_t {
  turns,    // the other campaign is ahead
  lost,     // with everything on one was ahead, now it cannot be told
  appears,  // with everything on it could not be told, now one is ahead
  grows,    // the same is ahead, by more
  shrinks,  // the same is ahead, by less
  stays,    // no change can be told
};

struct AblationRow {
  std::size_t mechanism = 0;  // index into Ablation::mechanisms
  Difference difference;      // of the campaigns, with it off
  Difference change;          // that difference minus the one with everything on
  AblationEffect effect = AblationEffect::stays;
};

/// One campaign beside the baseline in one measure.
struct AblationTable {
  Measure measure{};
  std::size_t campaign = 0;
  Difference everything_on;  // campaign minus baseline
  std::vector<AblationRow> rows;
};

struct Ablation {
  Design design;
  std::vector<std::string> mechanisms;  // names of those that were off in turn
  std::vector<AblationTable> tables;    // by measure, then campaign
};

/// Takes the result of a sweep whose point 0 has everything on and whose point k has parameter k-1
/// off. The differences of a table hold together with 95 %, and so do its changes.
Ablation ablation(const ResultTable& table, std::span<const Measure> measures);

/// "turns", "lost", "appears", "grows", "shrinks", "stays".
std::string_view word(AblationEffect effect);

/// What the conclusion of a table rests on, in one sentence.
std::string ablation_sentence(const AblationTable& table, const Ablation& ablation);

}  // namespace rapport
