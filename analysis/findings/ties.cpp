#include "analysis/findings/ties.hpp"

#include <algorithm>
#include <map>

#include "statistics/paired.hpp"

namespace rapport {
namespace {

std::vector<std::vector<double>> differences_along(const SweepLine& line,
                                                   const std::vector<double>& values,
                                                   const Design& design, std::uint32_t first,
                                                   std::uint32_t second) {
  const auto column = [&](std::uint32_t point, std::uint32_t campaign) {
    return std::span(values).subspan(design.position({point, campaign, 0}), design.replicates);
  };
  std::vector<std::vector<double>> rows;
  for (const std::uint32_t point : line.points) {
    rows.push_back(paired_differences(column(point, first), column(point, second)));
  }
  return rows;
}

}  // namespace

std::vector<SweepLine> sweep_lines(const Design& design, std::size_t parameter) {
  std::map<std::vector<double>, SweepLine> lines;
  for (std::uint32_t point = 0; point < design.points.size(); ++point) {
    std::vector<double> others = design.points[point];
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(parameter));
    lines[others].points.push_back(point);
  }
  std::vector<SweepLine> found;
  for (auto& [others, line] : lines) {
    if (line.points.size() < 2) continue;
    line.parameter = parameter;
    std::stable_sort(line.points.begin(), line.points.end(), [&](auto a, auto b) {
      return design.points[a][parameter] < design.points[b][parameter];
    });
    found.push_back(std::move(line));
  }
  return found;
}

std::vector<TieFinding> find_ties(const ResultTable& table, std::size_t baseline,
                                  std::span<const Measure> measures, Inference& inference) {
  const Design& design = table.design;
  const auto samples_of = [&](std::size_t items) -> const Resamples& {
    return inference.resamples(items);
  };
  std::vector<TieFinding> found;
  for (const Measure measure : measures) {
    const std::vector<double> values = table.final_values(measure);
    for (std::size_t parameter = 0; parameter < design.parameters.size(); ++parameter) {
      for (const SweepLine& line : sweep_lines(design, parameter)) {
        std::vector<double> along;
        for (const std::uint32_t point : line.points) {
          along.push_back(design.points[point][parameter]);
        }
        for (std::uint32_t campaign = 0; campaign < design.campaigns.size(); ++campaign) {
          if (campaign == baseline) continue;
          const auto rows = differences_along(line, values, design, campaign,
                                              static_cast<std::uint32_t>(baseline));
          found.push_back(
              {measure, campaign, baseline, line, break_evens(along, rows, samples_of)});
        }
      }
    }
  }
  return found;
}

}  // namespace rapport
