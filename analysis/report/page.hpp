// The self-contained page of a report.
#pragma once

#include <string>
#include <vector>

#include "analysis/report/report_data.hpp"
#include "analysis/report/sections.hpp"

namespace rapport::report {

/// One HTML file that asks for nothing from outside; readable without its script.
std::string page_of(const ReportData& data, const std::vector<Section>& sections);

}  // namespace rapport::report
