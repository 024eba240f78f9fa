// Words and numbers for people who do not program; the same in the table and in the report.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/findings/comparison.hpp"

namespace rapport {

/// Three significant digits with thousands separators: 34,200, 12.3, 0.00456; whole numbers below
/// 1,000 as they are; "-" when there is no number.
std::string human_number(double value, int digits = 3);
/// The same with a sign in front of positive numbers.
std::string human_signed(double value, int digits = 3);
/// A value that somebody set or swept: whole numbers in full, others with four significant digits
/// and no needless zeros: 12,345, 0.005.
std::string setting_number(double value);
/// Two digits, and one where the mean is known to better than 1 %.
std::string human_half_width(double half_width, double mean);
/// Significant digits, at least three, with which the ends of the interval look different.
int telling_digits(const Interval& interval);
/// "+1.2 to +3.4"; more than three digits where the ends would look the same.
std::string human_interval(const Interval& interval);
/// The mean difference with as many digits as its interval needs.
std::string human_difference(const Difference& difference);

/// "better", "worse", "more", "less", "cannot tell", "identical", "no data".
std::string_view word(Verdict verdict);
/// "activity" or "result".
std::string_view word(Family family);

/// The name of a measure with spaces: "trusted relationships".
std::string measure_words(Measure measure);

/// What a swept parameter is called where people read: "people (network)" for network.people,
/// "hours per day of Notes" for campaign.Notes.hours_per_day, "trust (on or off)" for a mechanism.
std::string parameter_words(std::size_t parameter, const Design& design);
/// "people (network) = 2,000 and gain (trust) = 0.2": where in a sweep a design point lies.
std::string point_words(std::uint32_t point, const Design& design);

/// "1 run" or "1,200 runs".
std::string count_of(std::size_t count, std::string_view singular);

/// "A", "A and B", "A, B and C".
std::string join_names(const std::vector<std::string>& names);

/// What is known about the day on which two campaigns change places, in one sentence. Days are
/// counted from 1 for people, from 0 in the data.
std::string turning_sentence(const TurningDay& turn, const Design& design);

}  // namespace rapport
