// Looks over a TOML text before the TOML reader sees it, so that no file can exhaust memory or
// stack.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "input/diagnostics.hpp"

namespace rapport {

inline constexpr std::size_t longest_text = std::size_t{1} << 20;  // bytes
inline constexpr std::size_t longest_line = 4096;                  // bytes
/// Open brackets, and segments of one dotted key: together they bound the depth of the tree.
inline constexpr int deepest_nesting = 32;

/// Reports what makes the text unfit for the TOML reader; true when there is nothing. `line` is the
/// number of the text's first line.
bool is_fit_for_toml(std::string_view text, PlaceIn in, std::uint32_t line,
                     Diagnostics& diagnostics);

/// For each line, whether it begins and ends outside of every bracket and multi-line string: such a
/// line can be taken out without changing what the other lines mean.
std::vector<bool> self_contained_lines(std::string_view text);

}  // namespace rapport
