// Reads Pajek, GraphML and GML through igraph.
#pragma once

#include <cstdint>
#include <string>

#include "input/network_file.hpp"

namespace rapport {

enum class NetworkFormat : std::uint8_t { text, pajek, graphml, gml };

/// Told from the name (.net, .paj, .graphml, .gml, each also with .gz), else from the first bytes.
/// Throws Failure when the file cannot be opened.
NetworkFormat format_of(const std::string& path);

/// Ties, with the labels and the weights that the file gives; people without ties are kept.
/// Throws Failure(bad_data) with the lines of vertices that are not there, else with igraph's
/// reason, which names the line of what it could not parse; and for files above 2 GiB.
NamedTies read_foreign(const std::string& path, NetworkFormat format);

}  // namespace rapport
