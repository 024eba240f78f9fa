// Axes of a sweep that a design samples from ranges: read, then filled with their values.
#pragma once

#include <optional>
#include <string>

#include "input/document.hpp"
#include "parameters/scenario.hpp"
namespace rapport {

/// Whether a table is a range of numbers, { min = 0.1, max = 0.4, scale = "log" }, and not the next
/// part of a dotted name that was written without quotes.
bool is_range(const Table& table);

/// The range; nothing after reporting what is wrong with it. `name` is that of the swept number.
std::optional<SweepRange> read_range(const std::string& name, const Value& value,
                                     Diagnostics& diagnostics);

/// Reports keys of [sweep] that its method does not use, or needs and lacks; false when the design
/// cannot be drawn.
bool check_sampling(const Table& sweep, const Scenario& scenario, Diagnostics& diagnostics);

/// Draws the design: gives every axis with a range its values.
void sample_axes(Scenario& scenario);

}  // namespace rapport
