// A network as a file that can be mapped into memory: the arrays as they lie there, behind a head
// that says what they are.
#pragma once

#include <stdexcept>
#include <string>

#include "core/crew.hpp"
#include "network/network.hpp"

namespace rapport {

/// Why a file is not the image that was asked for, in words for the user.
class ImageProblem : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Writes the image of a network under another name, syncs it and then gives it the name `path`, so
/// that nobody ever sees half of it. `key` says what network this is. Throws std::system_error, and
/// then leaves nothing.
void write_network_image(const std::string& path, const std::string& key, const Network& network,
                         const Crew& crew);

/// The network of an image. Its arrays stay in the file, which stays mapped as long as there is a
/// copy of one; names and labels are read. Everything is checked first: throws ImageProblem when
/// the file is no image, of another version or machine, of another key, cut off or damaged.
Network map_network_image(const std::string& path, const std::string& key, const Crew& crew);

}  // namespace rapport
