#include "analysis/report/json_numbers.hpp"

#include <cmath>
#include <fmt/format.h>
#include <string>

namespace rapport::report {

nlohmann::ordered_json short_number(double value) {
  if (!std::isfinite(value)) return nullptr;
  if (value == std::floor(value) && std::abs(value) < 1e6) return static_cast<int>(value);
  return std::stod(fmt::format("{:.4g}", value));
}

nlohmann::ordered_json short_numbers(std::span<const double> values) {
  auto list = nlohmann::ordered_json::array();
  for (const double value : values) list.push_back(short_number(value));
  return list;
}

}  // namespace rapport::report
