// The model's parameters as plain numbers, grouped as in the scenario file.
#pragma once

#include <cstdint>
#include <span>

#include "parameters/parameter_row.hpp"

namespace rapport {

enum class ParameterSet : std::uint8_t { seed, benchmark };

struct Parameters {
// clang-format off
#define GROUP(group) struct {
#define PARAMETER(group, name, kind, unit, seed, benchmark, low, high, meaning, source) double name;
#define END_GROUP(group) } group;
#include "parameters/parameters.def"
#undef GROUP
#undef PARAMETER
#undef END_GROUP
  // clang-format on
};

/// All rows, in the order of parameters.def.
std::span<const ParameterRow> parameter_rows();

/// The value behind row `row` of parameter_rows().
double& parameter_value(Parameters& parameters, std::size_t row);
double parameter_value(const Parameters& parameters, std::size_t row);

/// The defaults of one set.
Parameters default_parameters(ParameterSet set);

}  // namespace rapport
