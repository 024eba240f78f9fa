// Reads a list of ties as text: one tie a line, two ids and perhaps a strength.
#pragma once

#include <string>

#include "input/network_file.hpp"

namespace rapport {

/// See read_network for what is understood and what is thrown.
NamedTies read_tie_list(const std::string& path);

/// Numbers the people of `ties`, which hold ids as written, in ascending order of their ids, and
/// fills the labels. Memory: 12 KiB for every
/// 65,536 consecutive numbers among which there is an id, so 750 MB at the very most.
void number_by_id(NamedTies& ties);

}  // namespace rapport
