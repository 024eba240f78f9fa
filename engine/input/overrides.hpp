// Changes a scenario's tree by dotted names: what --set and the points of a sweep do.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "input/document.hpp"

namespace rapport {

/// The keys of a dotted name such as campaign."Spam blast".hours_per_day; nothing when it is none.
std::optional<std::vector<std::string>> split_dotted_name(std::string_view name);

/// Puts `value` at `path`, making tables on the way. campaign.NAME is the [[campaign]] of that
/// name, rival.NAME below it its rival; entries of other lists have positions from 1 on, as in
/// campaign.NAME.phases.2.from_day. What is wrong with the path is reported at `place`.
void set_value(Table& root, std::span<const std::string> path, Place place, Value value,
               Diagnostics& diagnostics);

/// Applies the texts of all --set options in their order; mistakes are reported at --set:K.
void apply_options(Table& root, std::span<const std::string> options, Diagnostics& diagnostics);

}  // namespace rapport
