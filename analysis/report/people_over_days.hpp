// The sampled people on the days of which pictures were taken, for drawings and for the slider.
#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "analysis/report/people_picture.hpp"
#include "analysis/report/report_data.hpp"

namespace rapport::report {

/// From which trust and annoyance on people count, as the design has it.
StandingBorders borders_of(const Design& design);

/// One picture before and one of each campaign after; none when no pictures were taken.
std::vector<Figure> people_figures(const ReportData& data);

/// Trust and annoyance of everybody drawn on all days, packed for the page's script: "days", "x",
/// "y", "trusted", "aggravated", "steps", and "packed": the zlib stream, in base64, of the bytes
/// [campaign][day][trust or annoyance][person] in steps of 1 / "steps", each minus the one of the
/// day before. Null when there is nothing to slide through.
nlohmann::ordered_json people_by_day(const ReportData& data);

}  // namespace rapport::report
