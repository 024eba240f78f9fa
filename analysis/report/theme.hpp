// Colours, dashes and marks: once for dark and light pages and for files of their own.
#pragma once

#include <cstddef>
#include <string>

namespace rapport::report {

/// Styles repeat after so many campaigns.
inline constexpr std::size_t styles = 8;

/// Rules of the drawings. They name colours as var(--NAME).
std::string drawing_rules();
/// The colours of drawings for light and dark pages, as custom properties.
std::string page_colours();
/// The rules with the light colours put in, for readers of SVG that know no custom properties.
std::string light_rules();

}  // namespace rapport::report
