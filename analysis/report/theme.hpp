// Colours, dashes and marks: once for dark and light pages and for files of their own.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace rapport::report {

/// Styles repeat after so many campaigns. Colour, dash and mark each repeat after eight, but no two
/// styles share two of them.
inline constexpr std::size_t styles = 24;

/// The outline of the mark of a style around 0 with the radius 1, as path data of M, L, H, V and Z;
/// empty for the circle.
std::string_view mark_outline(std::size_t style);

/// For the page's script: of every style "colour", "dash" and "outline".
nlohmann::ordered_json styles_json();

/// Rules of the drawings. They name colours as var(--NAME).
std::string drawing_rules();
/// The colours of drawings for light and dark pages, as custom properties.
std::string page_colours();
/// The rules with the light colours put in, for readers of SVG that know no custom properties.
std::string light_rules();

}  // namespace rapport::report
