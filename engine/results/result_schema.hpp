// Names and versions of the result file that writer and reader share.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "results/result_reader.hpp"

namespace rapport::schema {

/// What is written. Version 1, which is read too, has another `content_digest`.
inline constexpr std::int32_t version = 2;
/// What stands in attribute `program`: tells our files from other HDF5 files.
inline constexpr std::string_view program = "rapport";

/// Meanings of RunStatus in order, as CF's flag_meanings.
inline constexpr std::string_view run_status_meanings = "not_run done failed not_needed";
inline constexpr std::array<std::int8_t, 4> run_status_values = {0, 1, 2, 3};

/// Names of StopKind in order.
inline constexpr std::array<std::string_view, 2> stop_rules = {"precision", "select-best"};

/// A stage of the sampled people, of which no picture was taken on that day.
inline constexpr std::uint8_t no_stage = 255;

/// One coordinate name for each dotted parameter, unique: "market.in_market_share" becomes
/// "parameter_market_in_market_share".
std::vector<std::string> parameter_variables(const std::vector<std::string>& dotted);

/// xarray turns everything in "hours" or "days" into time spans, whose values are nanoseconds; the
/// singular means the same to UDUNITS and is left alone.
std::string_view unit_in_file(std::string_view unit);

}  // namespace rapport::schema
