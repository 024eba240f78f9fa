// Reads which group each person of a network belongs to.
#pragma once

#include <string>

#include "network/network.hpp"

namespace rapport {

/// Fills the communities of `network` from lines "id,label" (separators and header as for ties);
/// `network.labels` must be set. Communities are numbered in the order of their sorted labels, by
/// value when all are whole numbers.
/// Throws Failure(bad_data) for unknown ids, two labels for one id, and people without a label.
void read_groups(const std::string& path, Network& network);

}  // namespace rapport
