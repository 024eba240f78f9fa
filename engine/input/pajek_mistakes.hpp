// Finds the lines of a Pajek file that tie people who are not there, which igraph does not name.
#pragma once

#include <string>
#include <string_view>

namespace rapport {

/// Throws Failure(bad_data) with the numbers of the lines whose vertices are out of range; does
/// nothing when there are none.
void expect_known_vertices(const std::string& path, std::string_view text);

}  // namespace rapport
