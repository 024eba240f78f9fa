// A chart as the page and the folders of figures take it, whatever its kind.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "analysis/report/data_table.hpp"

namespace rapport::report {

/// How a campaign is told from others: colour, dash and mark `style` of the theme.
struct LegendEntry {
  std::string name;
  std::size_t style = 0;
};

/// The page draws `drawing` for print and where no script runs, and `data` where one does.
struct Figure {
  std::string id;       // also the name of its files: "trust"
  std::string title;    // says what it shows
  std::string reading;  // how to read it, in a sentence or two
  std::vector<LegendEntry> legend;
  std::string drawing;  // inner SVG, coloured by classes of the theme
  double width = 0;     // of the drawing, pixels
  double height = 0;
  nlohmann::ordered_json data;  // "kind" names the drawer in page/; null when there is none
  DataTable table;              // what people look up
  DataTable whole;              // what CSV holds; the table when empty
};

/// An SVG element for the page, named by the element with the id "TITLE-title".
std::string svg_element(const Figure& figure);

/// A file of its own: title, legend and light colours inside, for slides. `symbols` is what the
/// drawing refers to on the page; it goes into the files that use it.
std::string svg_file(const Figure& figure, const std::string& symbols);

}  // namespace rapport::report
