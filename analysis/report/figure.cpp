#include "analysis/report/figure.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "analysis/report/drawing.hpp"
#include "analysis/report/markup.hpp"
#include "analysis/report/theme.hpp"

namespace rapport::report {
namespace {

constexpr double line_height = 19;
constexpr std::size_t most_legend_letters = 34;

/// Words in lines of at most so many letters.
std::vector<std::string> lines_of(const std::string& words, std::size_t letters) {
  std::vector<std::string> lines = {""};
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    const std::string word = words.substr(at, end - at);
    at = end + 1;
    if (!lines.back().empty() && length_of(lines.back()) + 1 + length_of(word) > letters) {
      lines.emplace_back();
    }
    if (!lines.back().empty()) lines.back() += ' ';
    lines.back() += word;
  }
  return lines;
}

/// Title and legend above the drawing; `height` becomes what they take.
std::string heading(const Figure& figure, double& height) {
  Drawing drawing;
  height = 4;
  const auto letters = static_cast<std::size_t>((figure.width - 8) / 7.6);
  for (const std::string& line : lines_of(figure.title, letters)) {
    height += line_height;
    drawing.text(4, height - 4, line, Anchor::start, "b");
  }
  double x = figure.width + 1;
  for (const LegendEntry& entry : figure.legend) {
    const std::string name = shortened(entry.name, most_legend_letters);
    const double wide = 34 + text_width(name) + 14;
    if (x + wide > figure.width) {
      x = 4;
      height += line_height;
    }
    drawing.line(x, height - 8, x + 26, height - 8, fmt::format("line l{}", entry.style));
    drawing.mark(x + 13, height - 8, entry.style);
    drawing.text(x + 32, height - 4, name);
    x += wide;
  }
  height += 8;
  return drawing.str();
}

}  // namespace

std::string svg_element(const Figure& figure) {
  return fmt::format(
      "<svg class=\"chart\" role=\"img\" aria-labelledby=\"{}-title\" viewBox=\"0 0 {:.0f} "
      "{:.0f}\" "
      "xmlns=\"http://www.w3.org/2000/svg\">{}</svg>",
      figure.id, figure.width, figure.height, figure.drawing);
}

std::string svg_file(const Figure& figure, const std::string& symbols) {
  double top = 0;
  const std::string above = heading(figure, top);
  const double height = figure.height + top;
  const bool uses_symbols = figure.drawing.find("<use ") != std::string::npos;
  return fmt::format(
      "<svg class=\"chart\" xmlns=\"http://www.w3.org/2000/svg\" "
      "xmlns:xlink=\"http://www.w3.org/1999/xlink\" role=\"img\" width=\"{0:.0f}\" "
      "height=\"{1:.0f}\" viewBox=\"0 0 {0:.0f} {1:.0f}\">\n<title>{2}</title>\n"
      "<style>{3}</style>\n{7}<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n"
      "{4}<g transform=\"translate(0 {5:.0f})\">{6}</g>\n</svg>\n",
      figure.width, height, escaped(figure.title), light_rules(), above, top, figure.drawing,
      uses_symbols ? symbols : "");
}

}  // namespace rapport::report
