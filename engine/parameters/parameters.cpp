#include "parameters/parameters.hpp"

#include <array>

#include "parameters/calibrated_intercepts.hpp"

namespace rapport {
namespace {

constexpr auto rows = std::to_array<ParameterRow>({
#define GROUP(group)
#define PARAMETER(group, name, kind, unit, seed, benchmark, low, high, meaning, source) \
  {#group, #name, ValueKind::kind, unit, seed, benchmark, low, high, meaning, source},
#define END_GROUP(group)
#include "parameters/parameters.def"
#undef GROUP
#undef PARAMETER
#undef END_GROUP
});

using Access = double& (*)(Parameters&);

constexpr auto accesses = std::to_array<Access>({
#define GROUP(group)
#define PARAMETER(group, name, kind, unit, seed, benchmark, low, high, meaning, source) \
  [](Parameters& p) -> double& { return p.group.name; },
#define END_GROUP(group)
#include "parameters/parameters.def"
#undef GROUP
#undef PARAMETER
#undef END_GROUP
});

}  // namespace

std::span<const ParameterRow> parameter_rows() {
  return rows;
}

double& parameter_value(Parameters& parameters, std::size_t row) {
  return accesses[row](parameters);
}

double parameter_value(const Parameters& parameters, std::size_t row) {
  return accesses[row](const_cast<Parameters&>(parameters));
}

Parameters default_parameters(ParameterSet set) {
  Parameters parameters{};
  for (std::size_t row = 0; row < rows.size(); ++row) {
    parameter_value(parameters, row) =
        set == ParameterSet::seed ? rows[row].seed_default : rows[row].benchmark_default;
  }
  return parameters;
}

}  // namespace rapport
