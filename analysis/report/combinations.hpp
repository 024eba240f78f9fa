// The combinations of values that a sweep tried, with who is ahead in each.
#pragma once

#include <string>

#include "analysis/report/report_data.hpp"

namespace rapport::report {

/// A list to open, as HTML; the numbers are those of `report --point`. Nothing without a sweep.
std::string combinations_html(const ReportData& data);

}  // namespace rapport::report
