// The table of the scenario's keys outside the model's parameters: top level, [network], [sweep],
// [stop], [output] and [[expect]], each with unit, default, range and meaning, and the field of
// Scenario it fills.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "parameters/parameter_row.hpp"
#include "parameters/scenario.hpp"

namespace rapport {

/// The field behind a key; std::monostate for a key that the reader of its table resolves by
/// itself.
using ScenarioField =
    std::variant<std::monostate, std::string*, std::uint64_t*, std::uint32_t*, Day*, double*, bool*,
                 ParameterSet*, NetworkKind*, SweepMethod*, StopKind*, DailyOutput*>;

struct ScenarioRow {
  ParameterRow row;  // the group is empty for keys at the top of the file
  ScenarioField (*field)(Scenario& scenario);
};

/// All keys, in the order in which a scenario usually has them. The parts of a [[campaign]] that
/// depend on its strategy stand in the registry of strategies.
std::span<const ScenarioRow> scenario_rows();

/// The row of a key that there is.
const ParameterRow& scenario_row(std::string_view group, std::string_view name);

}  // namespace rapport
