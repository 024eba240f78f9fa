// Draws marks, lines and text as SVG; the charts say where.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::report {

/// From values to pixels, linear.
struct Scale {
  double from = 0, to = 1;     // values
  double first = 0, last = 1;  // pixels
  double operator()(double value) const {
    return first + (value - from) / (to - from) * (last - first);
  }
};

/// The smallest range of round numbers around the values, which need not be in order; NaN is left
/// out. A range of one value is widened.
struct Range {
  double low = 0, high = 1;
  double step = 1;  // between ticks

  std::vector<double> ticks() const;
};
Range round_range(std::span<const double> values, std::size_t ticks = 5);

enum class Anchor { start, middle, end };

class Drawing {
 public:
  void line(double x1, double y1, double x2, double y2, std::string_view classes);
  void rectangle(double x, double y, double width, double height, std::string_view classes,
                 std::string_view tip = "");
  void path(const std::string& data, std::string_view classes);
  void text(double x, double y, std::string_view words, Anchor anchor = Anchor::start,
            std::string_view classes = "");
  /// Circle, square, triangle, diamond and four more, so that campaigns differ without colour.
  void mark(double x, double y, std::size_t style, double size = 4.5);
  void raw(std::string_view svg) { body_ += svg; }

  const std::string& str() const { return body_; }

 private:
  std::string body_;
};

/// "M1 2L3 4": a line through the points, broken where one is NaN.
std::string line_data(std::span<const double> x, std::span<const double> y);
/// The area between two courses; days with NaN are left out.
std::string band_data(std::span<const double> x, std::span<const double> low,
                      std::span<const double> high);

/// A number as charts write it: 20,000 or 0.25.
std::string tick_words(double value);

/// Pixels that text of 13 px takes, roughly.
double text_width(std::string_view words);

}  // namespace rapport::report
