// The parts of a scenario, one function each; scenario_reader.cpp calls them in order.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "input/document.hpp"
#include "input/table_reader.hpp"
#include "parameters/scenario.hpp"

namespace rapport {

/// Whether files that a scenario names are looked for. At the points of a sweep they were found
/// before, and may be gone by the time a run begins.
enum class NamedFiles : std::uint8_t { look_for, known };

/// What the parts need to know beside their table.
struct SectionContext {
  const Table& root;
  std::string folder;    // of the scenario file: where relative paths start
  bool complete = true;  // false after mistakes of syntax: then nothing is reported as missing
  NamedFiles files = NamedFiles::look_for;
  Diagnostics& diagnostics;
};

/// The table of that name, or nullptr when it is absent or no table (which is reported).
const Table* section(std::string_view name, TableReader& top, const SectionContext& context);

/// Checks and stores the values of all rows of scenario_rows() with that group.
void read_rows(std::string_view group, TableReader& reader, Scenario& scenario);

void read_network_section(const Table& table, const SectionContext& context, Scenario& scenario);

/// [[campaign]] and `baseline`.
void read_campaigns(TableReader& top, const SectionContext& context, Scenario& scenario);

void read_mechanisms(const Table& table, const SectionContext& context, Scenario& scenario);

/// Where the axes of a sweep stand, parallel to Scenario::sweep.
struct AxisPlaces {
  std::vector<std::string> path;
  Place key;
  std::vector<Place> values;  // one for each, or a single one for all: a range

  Place value(std::size_t k) const { return values.size() == 1 ? values.front() : values[k]; }
};

std::vector<AxisPlaces> read_sweep(const Table& table, const SectionContext& context,
                                   Scenario& scenario);

/// [stop]; campaigns must be read by then.
void read_stop(const Table& table, Place place, const SectionContext& context, Scenario& scenario);

/// [[expect]]; the rest of the scenario must be read by then.
void read_expectations(TableReader& top, const SectionContext& context, Scenario& scenario);

}  // namespace rapport
