#include "analysis/findings/ablation.hpp"

#include <cmath>
#include <fmt/format.h>

#include "analysis/findings/differences.hpp"
#include "analysis/findings/wording.hpp"
#include "core/contract.hpp"

namespace rapport {
namespace {

bool is_told(const Difference& difference) {
  return difference.verdict != Verdict::cannot_tell && difference.verdict != Verdict::identical &&
         difference.verdict != Verdict::no_data;
}

AblationEffect effect_of(const Difference& on, const Difference& off, const Difference& change) {
  const double before = on.paired.difference.mean, after = off.paired.difference.mean;
  if (is_told(on) && is_told(off) && (before > 0) != (after > 0)) return AblationEffect::turns;
  if (is_told(on) && !is_told(off)) return AblationEffect::lost;
  if (!is_told(on) && is_told(off)) return AblationEffect::appears;
  if (!is_told(on) || !is_told(change)) return AblationEffect::stays;
  return std::abs(after) > std::abs(before) ? AblationEffect::grows : AblationEffect::shrinks;
}

/// [point] of [replicate]: the campaign minus the baseline.
using Contrasts = std::vector<std::vector<double>>;

AblationTable table_of(Measure measure, std::size_t campaign, const CampaignColumns& columns,
                       Inference& inference) {
  const auto points = columns.size() / 2;
  std::vector<ColumnPair> beside_baseline, beside_first;
  Contrasts contrasts;
  CampaignColumns contrast_columns;
  for (std::size_t point = 0; point < points; ++point) {
    beside_baseline.push_back({2 * point, 2 * point + 1});
    contrasts.push_back(paired_differences(columns[2 * point], columns[2 * point + 1]));
    if (point > 0) beside_first.push_back({point, 0});
  }
  for (const auto& contrast : contrasts) contrast_columns.emplace_back(contrast);
  const Better better = measure_rows()[static_cast<std::size_t>(measure)].better;
  auto differences = column_differences(better, columns, beside_baseline, inference);
  auto changes = column_differences(Better::neither, contrast_columns, beside_first, inference);
  AblationTable table{measure, campaign, std::move(differences[0]), {}};
  for (std::size_t k = 0; k + 1 < points; ++k) {
    const AblationEffect effect = effect_of(table.everything_on, differences[k + 1], changes[k]);
    table.rows.push_back({k, std::move(differences[k + 1]), std::move(changes[k]), effect});
  }
  return table;
}

std::vector<std::string> names_with(AblationEffect effect, const AblationTable& table,
                                    const Ablation& ablation) {
  std::vector<std::string> names;
  for (const AblationRow& row : table.rows) {
    if (row.effect == effect) names.push_back(ablation.mechanisms[row.mechanism]);
  }
  return names;
}

/// "Notes has more sales than Spam blast", or that it cannot be told.
std::string conclusion_words(const AblationTable& table, const Ablation& ablation) {
  const std::string& campaign = ablation.design.campaigns[table.campaign];
  const std::string& baseline = ablation.design.campaigns[ablation.design.baseline];
  const std::string measure = measure_words(table.measure);
  if (!is_told(table.everything_on)) {
    return fmt::format("With every mechanism {} and {} cannot be told apart in {}", campaign,
                       baseline, measure);
  }
  const bool more = table.everything_on.paired.difference.mean > 0;
  return fmt::format("{} has {} {} than {}", campaign, more ? "more" : "less", measure, baseline);
}

}  // namespace

Ablation ablation(const ResultTable& table, std::span<const Measure> measures) {
  const Design& design = table.design;
  RAPPORT_EXPECTS(design.points.size() == design.parameters.size() + 1);
  constexpr std::string_view prefix = "mechanisms.";
  Ablation found;
  found.design = design;
  for (const std::string& parameter : design.parameters) {
    found.mechanisms.push_back(parameter.starts_with(prefix) ? parameter.substr(prefix.size())
                                                             : parameter);
  }
  Inference inference(design.seed);
  for (const Measure measure : measures) {
    const std::vector<double> all = table.final_values(measure);
    const auto column = [&](std::size_t point, std::size_t campaign) {
      const RunKey first = {static_cast<std::uint32_t>(point), static_cast<std::uint32_t>(campaign),
                            0};
      return std::span(all).subspan(design.position(first), design.replicates);
    };
    for (std::size_t campaign = 0; campaign < design.campaigns.size(); ++campaign) {
      if (campaign == design.baseline) continue;
      CampaignColumns columns;
      for (std::size_t point = 0; point < design.points.size(); ++point) {
        columns.push_back(column(point, campaign));
        columns.push_back(column(point, design.baseline));
      }
      found.tables.push_back(table_of(measure, campaign, columns, inference));
    }
  }
  return found;
}

std::string_view word(AblationEffect effect) {
  switch (effect) {
    case AblationEffect::turns:
      return "turns";
    case AblationEffect::lost:
      return "lost";
    case AblationEffect::appears:
      return "appears";
    case AblationEffect::grows:
      return "grows";
    case AblationEffect::shrinks:
      return "shrinks";
    case AblationEffect::stays:
      break;
  }
  return "stays";
}

std::string ablation_sentence(const AblationTable& table, const Ablation& ablation) {
  const auto named = [&](AblationEffect effect) { return names_with(effect, table, ablation); };
  std::string text = conclusion_words(table, ablation);
  const auto add = [&](AblationEffect effect, std::string_view what) {
    const auto names = named(effect);
    if (names.empty()) return false;
    text += fmt::format("; {} without {}", what, join_names(names));
    return true;
  };
  bool rests = add(AblationEffect::turns, "this turns");
  rests = add(AblationEffect::lost, "this can no longer be told") || rests;
  rests = add(AblationEffect::appears, "they can be told apart") || rests;
  if (!rests && is_told(table.everything_on)) text += "; this rests on no single mechanism";
  add(AblationEffect::shrinks, "the difference is smaller");
  add(AblationEffect::grows, "the difference is larger");
  return text + ".";
}

}  // namespace rapport
