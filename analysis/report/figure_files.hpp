// Charts and tables as files of their own, for slides and spreadsheets.
#pragma once

#include <string>
#include <vector>

#include "analysis/report/figure.hpp"

namespace rapport::report {

/// A file by its name in some folder.
struct NamedFile {
  std::string name;
  std::string bytes;
};

/// Every figure as ID.svg and ID.png, three times as fine. Light colours, with title and legend.
/// `symbols` is what drawings refer to, such as the ties of the network.
std::vector<NamedFile> figure_files(const std::vector<Figure>& figures, const std::string& symbols);

/// The whole table of every figure as ID.csv.
std::vector<NamedFile> table_files(const std::vector<Figure>& figures);

/// PNG of an SVG file, by librsvg. Throws std::runtime_error when it cannot be drawn.
std::string png_of(const std::string& svg, double scale);

}  // namespace rapport::report
