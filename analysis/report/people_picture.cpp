#include "analysis/report/people_picture.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "analysis/findings/wording.hpp"
#include "analysis/report/drawing.hpp"

namespace rapport::report {
namespace {

constexpr double width = 440, side = 424, margin = 8, legend_height = 68;
/// More lines than this are one grey area.
constexpr std::size_t most_ties = 2'000;

struct StandingRow {
  std::string_view word;
  std::string_view classes;
  double size;  // pixels
};

// In the order in which they are drawn: what matters most lies on top.
constexpr std::array<StandingRow, standings> standing_rows = {{
    {"neutral", "dots l-nobody", 3},
    {"beginning to trust", "dots l-mild-good", 4.5},
    {"trusting", "dots l-good", 7},
    {"bothered", "squares l-mild-bad", 3.5},
    {"annoyed", "squares l-bad", 5.5},
}};

int pixel_of(float place) {
  return static_cast<int>(std::lround(margin + static_cast<double>(place) * (side - 2 * margin)));
}

/// To one decimal place, as the page's script rounds: formats of C++ and JavaScript differ at ties.
double half_up(double share) {
  return std::floor(10 * share + 0.5) / 10;
}

std::string ties_path(const NetworkSample& sample) {
  std::string data;
  const std::size_t apart = 1 + sample.tie_from.size() / most_ties;
  for (std::size_t t = 0; t < sample.tie_from.size(); t += apart) {
    const std::uint32_t a = sample.tie_from[t], b = sample.tie_to[t];
    data += fmt::format("M{} {}L{} {}", pixel_of(sample.x[a]), pixel_of(sample.y[a]),
                        pixel_of(sample.x[b]), pixel_of(sample.y[b]));
  }
  return data;
}

void draw_legend(const std::array<std::size_t, standings>& count, Drawing& drawing) {
  double y = side + 16;
  for (std::size_t s = standings; s-- > 0;) {
    const bool second = s < 2;
    const double x = second ? 230 : 12;
    if (s == 1) y = side + 16;
    drawing.path(fmt::format("M{} {}h.01", x, y - 4),
                 fmt::format("{} w{}", standing_rows[s].classes, s));
    drawing.text(
        x + 12, y,
        fmt::format("{} {}", setting_number(static_cast<double>(count[s])), standing_rows[s].word));
    y += 22;
  }
}

}  // namespace

Standing standing_of(double trust, double annoyance, const StandingBorders& borders) {
  if (annoyance >= borders.aggravated) return Standing::annoyed;
  if (trust >= borders.trusted) return Standing::trusts;
  if (annoyance >= 0.5 * borders.aggravated) return Standing::bothered;
  return trust >= 0.5 * borders.trusted ? Standing::leaning : Standing::untouched;
}

std::string_view word(Standing standing) {
  return standing_rows[static_cast<std::size_t>(standing)].word;
}

std::string ties_symbol(const NetworkSample& sample) {
  // A class around it, since the copies that are used lie outside of their charts for style rules.
  return fmt::format(
      "<symbol id=\"ties\" overflow=\"visible\"><g class=\"chart\"><path "
      "class=\"ties\" d=\"{}\"/></g></symbol>",
      ties_path(sample));
}

nlohmann::ordered_json places_of(const NetworkSample& sample) {
  auto x = nlohmann::ordered_json::array(), y = nlohmann::ordered_json::array();
  for (std::size_t p = 0; p < sample.person.size(); ++p) {
    x.push_back(pixel_of(sample.x[p]));
    y.push_back(pixel_of(sample.y[p]));
  }
  return {{"x", x}, {"y", y}};
}

Figure figure_of(const PeoplePicture& picture, const NetworkSample& sample) {
  Figure figure;
  figure.id = picture.id;
  figure.title = picture.title;
  figure.reading = picture.reading;
  // Lines of nearly no length, whose ends are the marks; those of none are not printed.
  std::array<std::string, standings> paths;
  std::array<std::size_t, standings> count{};
  for (std::size_t p = 0; p < picture.people.size(); ++p) {
    const auto s = static_cast<std::size_t>(picture.people[p]);
    ++count[s];
    paths[s] += fmt::format("M{} {}h.01", pixel_of(sample.x[p]), pixel_of(sample.y[p]));
  }
  Drawing drawing;
  drawing.raw("<use href=\"#ties\" xlink:href=\"#ties\"/>");
  for (const std::size_t s : {0u, 1u, 3u, 2u, 4u}) {
    drawing.raw(fmt::format("<path class=\"{} w{}\" data-standing=\"{}\" d=\"{}\"/>",
                            standing_rows[s].classes, s, s, paths[s]));
  }
  draw_legend(count, drawing);
  figure.drawing = drawing.str();
  figure.width = width;
  figure.height = side + legend_height;
  if (picture.follows_slider) figure.data = {{"kind", "people"}, {"campaign", picture.campaign}};
  figure.table.head = {"People drawn who are", "Number", "Share"};
  for (std::size_t s = standings; s-- > 0;) {
    const double share = picture.people.empty() ? 0
                                                : 100 * static_cast<double>(count[s]) /
                                                      static_cast<double>(picture.people.size());
    figure.table.rows.push_back(
        {words(std::string(standing_rows[s].word)),
         {setting_number(static_cast<double>(count[s])), static_cast<double>(count[s])},
         {fmt::format("{:.1f} %", half_up(share)), share / 100}});
  }
  return figure;
}

}  // namespace rapport::report
