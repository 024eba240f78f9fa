#include "analysis/report/sensitivity_figures.hpp"

#include <fmt/format.h>

#include "analysis/findings/wording.hpp"
#include "analysis/report/bar_chart.hpp"
#include "analysis/report/sections.hpp"

namespace rapport::report {
namespace {

Bar bar_of(double value, const std::optional<Interval>& interval) {
  std::string text = human_number(value, 2);
  if (interval) {
    text += fmt::format(" ({} to {})", human_number(interval->lower, 2),
                        human_number(interval->upper, 2));
  }
  return {value, text, value};
}

Figure chart_of(const SensitivityTable& table, const Sensitivity& found, std::size_t number) {
  BarChart chart;
  chart.id = fmt::format("sensitivity-{}", number + 1);
  chart.title = sensitivity_sentence(table, found);
  chart.title.pop_back();
  chart.first_head = "Setting";
  chart.scale = BarScale::common;
  if (found.morris) {
    chart.campaigns = {{"Strength", 0}};
    chart.reading = fmt::format(
        "Mean absolute change in {} when the setting makes one move, half its range or a little "
        "more; in brackets a 95 % interval.",
        measure_with_unit(table.measure));
  } else {
    chart.campaigns = {{"Alone", 0}, {"Together with others", 1}};
    chart.reading =
        "How much of the differences between the combinations comes from a setting by itself, and "
        "together with others: 1 is all, 0 nothing; in brackets 95 % intervals. Shares below 0 or "
        "above 1 come of too few combinations.";
  }
  for (std::size_t k = 0; k < found.design.parameters.size(); ++k) {
    BarRow& row = chart.rows.emplace_back();
    row.label = parameter_words(k, found.design);
    if (const auto* morris = std::get_if<std::vector<MorrisIndex>>(&table.indices)) {
      row.bars = {bar_of((*morris)[k].strength, (*morris)[k].interval)};
    } else {
      const SobolIndex& index = std::get<std::vector<SobolIndex>>(table.indices)[k];
      row.bars = {bar_of(index.first, index.first_interval),
                  bar_of(index.total, index.total_interval)};
    }
  }
  return figure_of(chart);
}

}  // namespace

std::vector<Figure> sensitivity_figures(const ReportData& data) {
  std::vector<Figure> figures;
  if (!data.sensitivity) return figures;
  for (std::size_t t = 0; t < data.sensitivity->tables.size(); ++t) {
    figures.push_back(chart_of(data.sensitivity->tables[t], *data.sensitivity, t));
  }
  return figures;
}

}  // namespace rapport::report
