#include "analysis/report/theme.hpp"

#include <array>
#include <fmt/format.h>
#include <string_view>

namespace rapport::report {
namespace {

struct Colour {
  std::string_view name;
  std::string_view light;
  std::string_view dark;
};

// Every one has a contrast of at least 4.5 to 1 with its page, so that thin lines and small marks
// are seen; neighbours differ in lightness or in dash and mark, for people who see few colours.
constexpr std::array colours = {
    Colour{"page", "#ffffff", "#14171c"},      Colour{"ink", "#1b1f24", "#e9edf2"},
    Colour{"quiet", "#565e68", "#a9b2bd"},     Colour{"grid", "#dfe3e8", "#343a43"},
    Colour{"c0", "#0b5cad", "#6cb2ff"},        Colour{"c1", "#b3400a", "#ff9d5c"},
    Colour{"c2", "#0b7268", "#43d3c0"},        Colour{"c3", "#7a35c9", "#c9a8ff"},
    Colour{"c4", "#8a5a00", "#f2c14e"},        Colour{"c5", "#b4145f", "#ff85b8"},
    Colour{"c6", "#3d4652", "#cbd3dd"},        Colour{"c7", "#4a7209", "#a9dc5b"},
    Colour{"good", "#0b5cad", "#6cb2ff"},      Colour{"bad", "#b3400a", "#ff9d5c"},
    Colour{"mild-good", "#5f9bd6", "#3d6f9f"}, Colour{"mild-bad", "#dd8a58", "#a86a41"},
    Colour{"nobody", "#aab2bc", "#59626e"}};

constexpr std::size_t kinds = 8;  // of colours, dashes and marks

constexpr std::array<std::string_view, kinds> dashes = {"none", "7 3", "2 3",  "9 3 2 3",
                                                        "5 2",  "1 2", "12 4", "4 2 1 2"};

/// The first is the circle, which is drawn as one.
constexpr std::array<std::string_view, kinds> outlines = {
    "",
    "M-.9-.9H.9V.9H-.9Z",
    "M0-1.15L1.1.85H-1.1Z",
    "M0-1.25L1.25 0L0 1.25L-1.25 0Z",
    "M-.4-1.2H.4V-.4H1.2V.4H.4V1.2H-.4V.4H-1.2V-.4H-.4Z",
    "M0 1.15L1.1-.85H-1.1Z",
    "M-1.2-.5H1.2V.5H-1.2Z",
    "M-.5-1.2H.5V1.2H-.5Z"};

// Each round of eight moves colours and dashes on against the marks, by different steps.
std::size_t colour_of(std::size_t style) {
  return (style + 3 * (style / kinds)) % kinds;
}

std::string_view dash_of(std::size_t style) {
  return dashes[(style + style / kinds) % kinds];
}

std::string properties(bool dark) {
  std::string text;
  for (const Colour& colour : colours) {
    text += fmt::format("--{}:{};", colour.name, dark ? colour.dark : colour.light);
  }
  return text;
}

}  // namespace

std::string_view mark_outline(std::size_t style) {
  return outlines[style % kinds];
}

nlohmann::ordered_json styles_json() {
  auto all = nlohmann::ordered_json::array();
  for (std::size_t style = 0; style < styles; ++style) {
    all.push_back({{"colour", fmt::format("var(--c{})", colour_of(style))},
                   {"dash", dash_of(style)},
                   {"outline", mark_outline(style)}});
  }
  return all;
}

std::string drawing_rules() {
  std::string rules =
      ".chart text{font:13px system-ui,'DejaVu Sans',sans-serif;fill:var(--ink)}"
      ".chart .q{fill:var(--quiet)}.chart .b{font-weight:600}"
      ".chart .grid{stroke:var(--grid);stroke-width:1;fill:none}"
      ".chart .zero{stroke:var(--quiet);stroke-width:1;fill:none}"
      ".chart .line{fill:none;stroke-width:2.2;stroke-linejoin:round}"
      ".chart .band{opacity:.2;stroke:none}"
      ".chart .mark{stroke:var(--page)}"
      ".chart .turn{stroke:var(--ink);stroke-width:1.5;stroke-dasharray:2 2;fill:none}"
      ".chart .turn-band{fill:var(--quiet);opacity:.18}"
      ".chart .ties{stroke:var(--quiet);stroke-width:.5;opacity:.35;fill:none}"
      ".chart .border{stroke:var(--ink);stroke-width:3;fill:none}"
      ".chart .border-band{fill:var(--ink);opacity:.15}"
      ".chart .dots{fill:none;stroke-linecap:round}.chart .squares{fill:none;stroke-linecap:square}"
      ".chart .w0{stroke-width:3}.chart .w1{stroke-width:4.5}.chart .w2{stroke-width:7}"
      ".chart .w3{stroke-width:3.5}.chart .w4{stroke-width:5.5}"
      ".chart .on-line{paint-order:stroke;stroke:var(--page);stroke-width:4px}"
      ".chart .cell{stroke:var(--page);stroke-width:2}"
      ".chart .on-cell{fill:var(--page);font-weight:600}";
  for (const std::string_view name : {"good", "bad", "mild-good", "mild-bad", "nobody", "quiet"}) {
    rules +=
        fmt::format(".chart .f-{0}{{fill:var(--{0})}}.chart .l-{0}{{stroke:var(--{0})}}", name);
  }
  for (std::size_t style = 0; style < styles; ++style) {
    rules += fmt::format(
        ".chart .f{0}{{fill:var(--c{1})}}.chart .l{0}{{stroke:var(--c{1});stroke-dasharray:{2}}}",
        style, colour_of(style), dash_of(style));
  }
  return rules;
}

std::string page_colours() {
  return fmt::format(
      ":root{{color-scheme:light dark;{}}}@media(prefers-color-scheme:dark){{:root{{{}}}}}"
      "@media print{{:root{{color-scheme:light;{}}}}}",
      properties(false), properties(true), properties(false));
}

std::string light_rules() {
  std::string rules = drawing_rules();
  for (const Colour& colour : colours) {
    const std::string named = fmt::format("var(--{})", colour.name);
    for (std::size_t at = rules.find(named); at != rules.npos; at = rules.find(named, at)) {
      rules.replace(at, named.size(), colour.light);
    }
  }
  return rules;
}

}  // namespace rapport::report
