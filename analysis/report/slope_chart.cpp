#include "analysis/report/slope_chart.hpp"

#include <fmt/format.h>

#include "analysis/report/drawing.hpp"
#include "analysis/report/markup.hpp"

namespace rapport::report {
namespace {

constexpr double width = 440, left = 40, right = 230, top = 52, step = 34;
constexpr std::size_t most_letters = 22;

/// Places from the top, one line each, ties side by side in the order of the campaigns.
std::vector<std::size_t> places(const std::vector<std::size_t>& rank) {
  std::vector<std::size_t> place(rank.size(), 0);
  for (std::size_t a = 0; a < rank.size(); ++a) {
    for (std::size_t b = 0; b < rank.size(); ++b) {
      if (rank[b] < rank[a] || (rank[b] == rank[a] && b < a)) ++place[a];
    }
  }
  return place;
}

std::string rank_words(const std::vector<std::size_t>& rank, std::size_t campaign) {
  std::size_t equal = 0;
  for (const std::size_t other : rank) equal += other == rank[campaign] ? 1 : 0;
  return fmt::format("{}{}", equal > 1 ? "=" : "", rank[campaign]);
}

}  // namespace

Figure figure_of(const SlopeChart& chart) {
  Figure figure;
  figure.id = chart.id;
  figure.title = chart.title;
  figure.reading = chart.reading;
  figure.legend = chart.campaigns;
  figure.width = width;
  figure.height = top + step * static_cast<double>(chart.campaigns.size());
  const auto from = places(chart.left_rank), to = places(chart.right_rank);
  figure.data = {{"kind", "slope"},
                 {"left", chart.left},
                 {"right", chart.right},
                 {"lines", nlohmann::ordered_json::array()}};
  figure.table.head = {"Campaign", chart.left, chart.right};
  Drawing drawing;
  drawing.text(4, 18, chart.left, Anchor::start, "b");
  drawing.text(right, 18, chart.right, Anchor::start, "b");
  for (std::size_t c = 0; c < chart.campaigns.size(); ++c) {
    const LegendEntry& campaign = chart.campaigns[c];
    const double y1 = top + step * static_cast<double>(from[c]);
    const double y2 = top + step * static_cast<double>(to[c]);
    const std::string before = rank_words(chart.left_rank, c);
    const std::string after = rank_words(chart.right_rank, c);
    drawing.line(left, y1, right, y2, fmt::format("line l{}", campaign.style));
    drawing.mark(left, y1, campaign.style, 6);
    drawing.mark(right, y2, campaign.style, 6);
    drawing.text(left - 12, y1 + 5, before, Anchor::end);
    drawing.text(right + 14, y2 + 5, after + "  " + shortened(campaign.name, most_letters));
    figure.data["lines"].push_back({{"name", campaign.name},
                                    {"style", campaign.style},
                                    {"from", from[c]},
                                    {"to", to[c]},
                                    {"before", before},
                                    {"after", after}});
    figure.table.rows.push_back({words(campaign.name),
                                 {before, static_cast<double>(chart.left_rank[c])},
                                 {after, static_cast<double>(chart.right_rank[c])}});
  }
  figure.drawing = drawing.str();
  return figure;
}

}  // namespace rapport::report
