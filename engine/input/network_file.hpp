// Reads a network from a file of ties and, if there is one, a file of group labels.
//
// Ties: text with one tie a line (two ids, then optionally a strength; columns apart by comma,
// semicolon, tab or blanks), Pajek, GraphML or GML, each plain or in gzip.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/crew.hpp"
#include "network/network.hpp"

namespace rapport {

/// What was found in a file of ties. Counts of lines and ties are before cleaning.
struct NetworkReading {
  std::uint64_t lines = 0;       // of a text file, all of them; 0 for Pajek, GraphML and GML
  std::uint64_t ties = 0;        // as written, self-loops and repetitions included
  std::uint64_t self_loops = 0;  // dropped
  std::uint64_t repeated = 0;    // dropped: the same pair again, in either direction
  std::uint64_t positive = 0;    // ties written with a strength above 0
  std::uint64_t negative = 0;    // and below 0
};

struct NetworkFile {
  Network network;
  NetworkReading reading;
};

/// Reads the ties of `path` and the groups of `groups` (empty: no groups, one community).
///
/// Ids that are all whole numbers from 0 to 4 billion are numbered in ascending order, other ids in
/// order of appearance. A strength written for one direction only holds for both; of several for
/// one direction the last counts. Columns after the third are ignored.
///
/// Throws Failure: bad_data with up to 20 mistakes as `file:line: error: reason`; missing_input
/// when a file cannot be opened; input_output when reading fails.
NetworkFile read_network(const std::string& path, const std::string& groups,
                         const Crew& crew = work_alone);

/// A list of ties with its people numbered: what every reader of ties returns.
struct NamedTies {
  std::vector<std::string> labels;  // by person
  std::vector<Tie> ties;            // as written
  std::vector<float> strength;      // parallel to `ties`, or empty
  std::uint64_t lines = 0;
};

}  // namespace rapport
