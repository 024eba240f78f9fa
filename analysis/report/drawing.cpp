#include "analysis/report/drawing.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>

#include "analysis/findings/wording.hpp"
#include "analysis/report/markup.hpp"
#include "analysis/report/theme.hpp"

namespace rapport::report {
namespace {

std::string_view anchor_word(Anchor anchor) {
  if (anchor == Anchor::middle) return " text-anchor=\"middle\"";
  return anchor == Anchor::end ? " text-anchor=\"end\"" : "";
}

/// One decimal place, without needless zeros and without "-0".
std::string pixel(double value) {
  const double rounded = std::round(value * 10) / 10;
  return fmt::format("{}", rounded == 0 ? 0.0 : rounded);
}

}  // namespace

std::vector<double> Range::ticks() const {
  std::vector<double> all;
  const auto count = static_cast<int>(std::round((high - low) / step));
  for (int k = 0; k <= count; ++k) all.push_back(low + k * step);
  return all;
}

Range round_range(std::span<const double> values, std::size_t ticks) {
  double low = std::numeric_limits<double>::infinity(), high = -low;
  for (const double value : values) {
    if (!std::isfinite(value)) continue;
    low = std::min(low, value);
    high = std::max(high, value);
  }
  if (low > high) return {};
  if (low == high) {
    low = std::min(low, 0.0);
    high = std::max(high, 0.0);
    if (low == high) return {0, 1, 0.5};
  }
  const double wanted = (high - low) / static_cast<double>(ticks);
  const double power = std::pow(10, std::floor(std::log10(wanted)));
  double step = 10 * power;
  for (const double factor : {5.0, 2.5, 2.0, 1.0}) {
    if (factor * power >= wanted * 0.999) step = factor * power;
  }
  return {std::floor(low / step + 1e-9) * step, std::ceil(high / step - 1e-9) * step, step};
}

void Drawing::line(double x1, double y1, double x2, double y2, std::string_view classes) {
  body_ += fmt::format("<path class=\"{}\" d=\"M{} {}L{} {}\"/>", classes, pixel(x1), pixel(y1),
                       pixel(x2), pixel(y2));
}

void Drawing::rectangle(double x, double y, double width, double height, std::string_view classes,
                        std::string_view tip) {
  body_ += fmt::format("<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"", classes,
                       pixel(x), pixel(y), pixel(width), pixel(height));
  body_ += tip.empty() ? "/>" : fmt::format("><title>{}</title></rect>", escaped(tip));
}

void Drawing::path(const std::string& data, std::string_view classes) {
  if (!data.empty()) body_ += fmt::format("<path class=\"{}\" d=\"{}\"/>", classes, data);
}

void Drawing::text(double x, double y, std::string_view words, Anchor anchor,
                   std::string_view classes) {
  body_ +=
      fmt::format("<text x=\"{}\" y=\"{}\"{}{}>{}</text>", pixel(x), pixel(y), anchor_word(anchor),
                  classes.empty() ? "" : fmt::format(" class=\"{}\"", classes), escaped(words));
}

void Drawing::mark(double x, double y, std::size_t style, double size) {
  const std::string_view outline = mark_outline(style);
  if (outline.empty()) {
    body_ +=
        fmt::format("<circle class=\"mark f{}\" stroke-width=\"1\" cx=\"{}\" cy=\"{}\" r=\"{}\"/>",
                    style, pixel(x), pixel(y), pixel(size));
    return;
  }
  body_ += fmt::format(
      "<path class=\"mark f{}\" stroke-width=\"{:.2f}\" "
      "transform=\"translate({} {}) scale({})\" d=\"{}\"/>",
      style, 1 / size, pixel(x), pixel(y), pixel(size), outline);
}

std::string line_data(std::span<const double> x, std::span<const double> y) {
  std::string data;
  bool broken = true;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (!std::isfinite(y[i])) {
      broken = true;
      continue;
    }
    data += fmt::format("{}{} {}", broken ? "M" : "L", pixel(x[i]), pixel(y[i]));
    broken = false;
  }
  return data;
}

std::string band_data(std::span<const double> x, std::span<const double> low,
                      std::span<const double> high) {
  std::string there, back;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (!std::isfinite(low[i]) || !std::isfinite(high[i])) continue;
    there += fmt::format("{}{} {}", there.empty() ? "M" : "L", pixel(x[i]), pixel(high[i]));
    back = fmt::format("L{} {}", pixel(x[i]), pixel(low[i])) + back;
  }
  return there.empty() ? "" : there + back + "Z";
}

std::string tick_words(double value) {
  std::string words = human_number(std::abs(value) < 1e-12 ? 0 : value);
  if (words.find('.') == words.npos || words.find('e') != words.npos) return words;
  words.erase(words.find_last_not_of('0') + 1);
  if (words.back() == '.') words.pop_back();
  return words;
}

double text_width(std::string_view words) {
  return 7.2 * static_cast<double>(length_of(words));
}

}  // namespace rapport::report
