#include "app/compare_tables.hpp"

#include <algorithm>

#include "analysis/findings/wording.hpp"
#include "app/compare_layout.hpp"
#include "input/characters.hpp"

namespace rapport {
namespace {

constexpr std::size_t name_width = 20;
constexpr std::size_t verdict_width = 6;  // "better"; "cannot tell" takes two lines

enum class Layout { one_line, several_lines };

std::string mean_words(const Sample& sample) {
  std::string text = human_number(sample.mean);
  if (sample.interval && sample.interval->half_width() > 0) {
    text += " ± " + human_half_width(sample.interval->half_width(), sample.mean);
  }
  return text;
}

/// "-34,300 to -34,100", or nothing where the difference is known exactly or not at all.
std::string interval_words(const Difference& difference) {
  if (!difference.interval || difference.verdict == Verdict::identical) return "";
  return human_interval(*difference.interval);
}

void add_one_line(const CampaignValue& campaign, std::vector<Cell>& row) {
  row.push_back({mean_words(campaign.value)});
  if (!campaign.difference) return;
  const std::string interval = interval_words(*campaign.difference);
  const std::string words = human_difference(*campaign.difference);
  row.push_back({interval.empty() ? words : words + " (" + interval + ")"});
  row.push_back(wrap(std::string(word(campaign.difference->verdict)), verdict_width));
}

Cell several_lines(const CampaignValue& campaign) {
  Cell cell = {mean_words(campaign.value)};
  if (!campaign.difference) return cell;
  cell.push_back(human_difference(*campaign.difference) + " " +
                 std::string(word(campaign.difference->verdict)));
  const std::string interval = interval_words(*campaign.difference);
  if (!interval.empty()) cell.push_back(interval);
  return cell;
}

Cell head_of(std::size_t campaign, const Comparison& comparison) {
  Cell cell = wrap(printable(comparison.design.campaigns[campaign]), name_width);
  if (campaign == comparison.baseline) cell.push_back("(baseline)");
  return cell;
}

/// Whether it has one value in all replicates of all campaigns: no row of its own tells more.
bool is_constant(const MeasureFinding& measure) {
  return std::all_of(measure.campaigns.begin(), measure.campaigns.end(), [&](const auto& campaign) {
    return campaign.value.count > 0 &&
           campaign.value.mean == measure.campaigns.front().value.mean &&
           !(campaign.value.standard_deviation > 0);
  });
}

bool is_zero(const MeasureFinding& measure) {
  return is_constant(measure) && measure.campaigns.front().value.mean == 0;
}

/// The table of the campaigns named by `shown`, the baseline first.
CellTable table_of(const std::string& title, const std::vector<MeasureFinding>& measures,
                   const Comparison& comparison, const std::vector<std::size_t>& shown,
                   Layout layout) {
  std::vector<Cell> head = {wrap(title, name_width + 2)};
  for (const std::size_t campaign : shown) {
    head.push_back(head_of(campaign, comparison));
    if (layout == Layout::one_line && campaign != comparison.baseline) {
      head.push_back({"difference", "(95 % interval)"});
      head.push_back({""});
    }
  }
  CellTable table(std::move(head));
  for (const MeasureFinding& measure : measures) {
    if (is_constant(measure)) continue;
    std::vector<Cell> row = {{measure_words(measure.measure)}};
    for (const std::size_t campaign : shown) {
      if (layout == Layout::one_line) {
        add_one_line(measure.campaigns[campaign], row);
      } else {
        row.push_back(several_lines(measure.campaigns[campaign]));
      }
    }
    table.add(std::move(row));
  }
  return table;
}

std::string constant_lines(const std::vector<MeasureFinding>& measures) {
  std::vector<std::string> zero, same;
  for (const MeasureFinding& measure : measures) {
    if (!is_constant(measure)) continue;
    const std::string name = measure_words(measure.measure);
    if (is_zero(measure)) {
      zero.push_back(name);
    } else {
      same.push_back(name + " " + human_number(measure.campaigns.front().value.mean));
    }
  }
  std::string text;
  if (!same.empty()) {
    text += paragraph("The same for every campaign: " + join_names(same) + ".", text_width);
  }
  if (!zero.empty()) {
    text += paragraph("Zero for every campaign: " + join_names(zero) + ".", text_width);
  }
  return text;
}

/// Tables of `together` campaigns each beside the baseline.
std::vector<CellTable> tables_of(const std::string& title,
                                 const std::vector<MeasureFinding>& measures,
                                 const Comparison& comparison, std::size_t together) {
  std::vector<std::size_t> others;
  for (std::size_t campaign = 0; campaign < comparison.design.campaigns.size(); ++campaign) {
    if (campaign != comparison.baseline) others.push_back(campaign);
  }
  std::vector<CellTable> tables;
  for (std::size_t first = 0; first < others.size(); first += together) {
    std::vector<std::size_t> shown = {comparison.baseline};
    for (std::size_t i = first; i < std::min(first + together, others.size()); ++i) {
      shown.push_back(others[i]);
    }
    const Layout layout = together == 1 ? Layout::one_line : Layout::several_lines;
    tables.push_back(table_of(title, measures, comparison, shown, layout));
    if (tables.back().width() > text_width) {
      tables.back() = table_of(title, measures, comparison, shown, Layout::several_lines);
    }
  }
  return tables;
}

}  // namespace

std::string side_by_side(const std::string& title, const std::vector<MeasureFinding>& measures,
                         const Comparison& comparison) {
  const std::string constants = constant_lines(measures);
  if (std::all_of(measures.begin(), measures.end(), is_constant)) return title + "\n" + constants;
  const std::size_t campaigns = comparison.design.campaigns.size();
  if (campaigns == 1) {
    return table_of(title, measures, comparison, {0}, Layout::one_line).text() + constants;
  }
  const auto fits = [](const CellTable& table) { return table.width() <= text_width; };
  std::size_t together = campaigns <= most_side_by_side ? campaigns - 1 : 1;
  std::vector<CellTable> tables = tables_of(title, measures, comparison, together);
  while (together > 1 && !std::all_of(tables.begin(), tables.end(), fits)) {
    tables = tables_of(title, measures, comparison, --together);
  }
  std::string text;
  for (const CellTable& table : tables) {
    if (!text.empty()) text += '\n';
    text += table.text();
  }
  return text + constants;
}

}  // namespace rapport
