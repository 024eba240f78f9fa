// Numbers inside the page: as short as eyes need them, since they are most of its size.
#pragma once

#include <nlohmann/json.hpp>
#include <span>

namespace rapport::report {

/// Four significant digits; null where there is no number.
nlohmann::ordered_json short_number(double value);
nlohmann::ordered_json short_numbers(std::span<const double> values);

}  // namespace rapport::report
