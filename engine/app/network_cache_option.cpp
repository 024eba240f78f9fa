#include "app/network_cache_option.hpp"

#include <iostream>

#include "core/failure.hpp"

namespace rapport {

namespace po = boost::program_options;

void add_network_cache_option(po::options_description& options) {
  options.add_options()("network-cache", po::value<std::string>()->value_name("DIR"),
                        "keep networks in this folder, for the next start to map instead of "
                        "building them again");
}

NetworkCache network_cache_option(const po::variables_map& values) {
  NetworkCache cache;
  if (values.count("network-cache") == 0) return cache;
  cache.folder = values["network-cache"].as<std::string>();
  if (cache.folder.empty()) {
    throw Failure(ExitCode::usage, "--network-cache names no folder; give one, or leave it out");
  }
  cache.warn = [](const std::string& text) { std::cerr << "warning: " << text << '\n'; };
  return cache;
}

}  // namespace rapport
