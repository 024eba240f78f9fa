// Which swept parameters matter, as bars.
#pragma once

#include <vector>

#include "analysis/report/figure.hpp"
#include "analysis/report/report_data.hpp"

namespace rapport::report {

/// One chart for each table of the sensitivity; none when the sweep tells none.
std::vector<Figure> sensitivity_figures(const ReportData& data);

}  // namespace rapport::report
