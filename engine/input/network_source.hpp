// Where networks come from: the table of kinds, and the one function that builds any of them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/crew.hpp"
#include "core/random.hpp"
#include "network/network.hpp"
#include "parameters/scenario.hpp"

namespace rapport {

struct NetworkRow {
  NetworkKind kind;
  std::string_view name;  // as in `kind = "..."`
  std::string_view meaning;
  std::span<const std::string_view> keys;  // keys of [network] it reads, beside `kind`
  Network (*build)(const NetworkSpec& spec, const Draws& draws, const Crew& crew);
};

/// All kinds, in the order of NetworkKind.
std::span<const NetworkRow> network_rows();

/// The row of that name, or nullptr.
const NetworkRow* find_network(std::string_view name);

/// Bytes that a network will take, from above.
struct NetworkMemory {
  double kept = 0;
  double building = 0;  // at the peak of building, what is kept included
};

/// Nothing for a file: its size is not known before it is read.
NetworkMemory network_memory(const NetworkSpec& spec);

/// Builds the network of a checked scenario; the same arguments give the same network, whoever the
/// crew is.
/// `replicate` is 0 unless the network is drawn anew for every replicate; files ignore it.
/// Throws Failure: bad_data when numbers do not fit together, a file is faulty or the system gives
/// no more memory; missing_input when a file cannot be opened; input_output on a read error.
Network build_network(const NetworkSpec& spec, std::uint64_t seed, std::uint32_t replicate,
                      const Crew& crew = work_alone);

}  // namespace rapport
