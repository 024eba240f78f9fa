// Where a command keeps networks for the next one.
#pragma once

#include <boost/program_options.hpp>

#include "input/network_cache.hpp"

namespace rapport {

/// Adds --network-cache to the options of a command.
void add_network_cache_option(boost::program_options::options_description& options);

/// The folder of that option, if there is one; what is wrong with it is said on stderr as a
/// warning. Throws Failure(usage) for an empty name.
NetworkCache network_cache_option(const boost::program_options::variables_map& values);

}  // namespace rapport
