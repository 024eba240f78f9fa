#include "analysis/findings/sensitivity.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>

#include "analysis/findings/wording.hpp"
#include "core/failure.hpp"
#include "statistics/paired.hpp"

namespace rapport {
namespace {

constexpr std::size_t most_named = 20;

void refuse_missing(const ResultTable& table) {
  const Design& design = table.design;
  std::string names;
  std::size_t missing = 0;
  for (std::uint32_t point = 0; point < design.points.size(); ++point) {
    for (std::uint32_t campaign = 0; campaign < design.campaigns.size(); ++campaign) {
      for (std::uint32_t replicate = 0; replicate < design.replicates; ++replicate) {
        const RunStatus status = table.status[design.position({point, campaign, replicate})];
        if (status == RunStatus::done || status == RunStatus::not_needed) continue;
        if (++missing > most_named) continue;
        names +=
            fmt::format("\n  point {}, {}, replicate {}: {}", point, design.campaigns[campaign],
                        replicate, status == RunStatus::failed ? "failed" : "not there yet");
      }
    }
  }
  if (missing == 0) return;
  if (missing > most_named) names += fmt::format("\n  and {} more", missing - most_named);
  throw Failure(ExitCode::bad_data,
                fmt::format("{} missing (indices of the others would be wrong); run the scenario "
                            "again to complete the result:{}",
                            count_of(missing, "run") + (missing == 1 ? " is" : " are"), names));
}

/// Mean over the replicates at each point; with a stopping rule over those that it took.
std::vector<double> outcomes_of(const std::vector<double>& values, const Design& design,
                                std::uint32_t campaign, std::uint32_t baseline) {
  std::vector<double> outcomes;
  for (std::uint32_t point = 0; point < design.points.size(); ++point) {
    const auto column = [&](std::uint32_t of) {
      return std::span(values).subspan(design.position({point, of, 0}), design.replicates);
    };
    outcomes.push_back(campaign == baseline
                           ? describe(column(campaign)).mean
                           : compare_pairs(column(campaign), column(baseline)).difference.mean);
  }
  return outcomes;
}

double importance(const SensitivityTable& table, std::size_t parameter) {
  if (const auto* morris = std::get_if<std::vector<MorrisIndex>>(&table.indices)) {
    return (*morris)[parameter].strength;
  }
  return std::get<std::vector<SobolIndex>>(table.indices)[parameter].total;
}

}  // namespace

bool tells_sensitivity(const Design& design) {
  return morris_design_of(design.points) || saltelli_blocks(design.points);
}

Sensitivity sensitivity(const ResultTable& table, std::size_t baseline,
                        std::span<const Measure> measures, Inference& inference) {
  const Design& design = table.design;
  const auto morris = morris_design_of(design.points);
  const auto blocks = saltelli_blocks(design.points);
  if (!morris && !blocks) {
    throw Failure(
        ExitCode::bad_data,
        "the points of this result tell no sensitivity (they are neither trajectories of "
        "Morris nor a design of Saltelli); sweep with method = \"morris\" or \"saltelli\"");
  }
  refuse_missing(table);
  const auto samples_of = [&](std::size_t items) -> const Resamples& {
    return inference.resamples(items);
  };
  Sensitivity found = {
      design, baseline, morris.has_value(), morris ? morris->trajectories : *blocks, {}};
  for (const Measure measure : measures) {
    const std::vector<double> values = table.final_values(measure);
    for (std::uint32_t campaign = 0; campaign < design.campaigns.size(); ++campaign) {
      if (campaign == baseline && design.campaigns.size() > 1) continue;
      const auto outcomes =
          outcomes_of(values, design, campaign, static_cast<std::uint32_t>(baseline));
      SensitivityTable& one = found.tables.emplace_back();
      one.measure = measure;
      one.campaign = campaign;
      if (morris) {
        one.indices = morris_indices(*morris, outcomes, samples_of);
      } else {
        one.indices = sobol_indices(design.parameters.size(), outcomes, samples_of);
      }
    }
  }
  return found;
}

std::string sensitivity_sentence(const SensitivityTable& table, const Sensitivity& found) {
  std::vector<std::size_t> order(found.design.parameters.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return importance(table, a) > importance(table, b);
  });
  const std::string what =
      table.campaign == found.baseline
          ? fmt::format("{} of {}", measure_words(table.measure),
                        found.design.campaigns[table.campaign])
          : fmt::format("the lead of {} over {} in {}", found.design.campaigns[table.campaign],
                        found.design.campaigns[found.baseline], measure_words(table.measure));
  if (!(importance(table, order.front()) > 0)) {
    return fmt::format("No swept parameter changes {}.", what);
  }
  std::vector<std::string> names;
  for (const std::size_t parameter : order) {
    if (importance(table, parameter) > 0) {
      names.push_back(parameter_words(parameter, found.design));
    }
  }
  return fmt::format("What matters for {}, most first: {}.", what, join_names(names));
}

}  // namespace rapport
