// What a sweep shows: curves over one parameter, maps of two, and where campaigns tie.
#pragma once

#include <string>
#include <vector>

#include "analysis/report/figure.hpp"
#include "analysis/report/report_data.hpp"

namespace rapport::report {

/// One chart for each of `tie_measures`; with more than two parameters of the line or the map
/// through the point that is looked at closely. None without a sweep.
std::vector<Figure> sweep_figures(const ReportData& data);

/// Where campaigns tie, as HTML; nothing without a sweep.
std::string ties_text(const ReportData& data);

}  // namespace rapport::report
