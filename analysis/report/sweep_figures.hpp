// What a sweep shows: curves over one parameter, maps of two, and where campaigns tie.
#pragma once

#include <string>
#include <vector>

#include "analysis/report/figure.hpp"
#include "analysis/report/report_data.hpp"

namespace rapport::report {

/// For each of `tie_measures` a curve, or a map for each pair of swept parameters, through the
/// point that is looked at closely. None without a sweep and for points that lie on no lines.
std::vector<Figure> sweep_figures(const ReportData& data);

/// What has to be said beside the charts that were drawn of a sweep: which part of it they show, or
/// why there are none. HTML; empty when they say all.
std::string sweep_words(const ReportData& data, const std::vector<Figure>& drawn);

/// Where campaigns tie, as HTML; nothing without a sweep.
std::string ties_text(const ReportData& data);

}  // namespace rapport::report
