// Options that every command on scenarios and results takes, so that scripts need not tell them
// apart.
#pragma once

#include <boost/program_options.hpp>

namespace rapport {

struct CommonOptions {
  unsigned threads = 1;
  bool quiet = false;    // nothing but mistakes and what was asked for
  bool json = false;     // what was asked for as JSON
  bool progress = true;  // as far as `quiet` allows
};

/// Adds --threads and --quiet.
void add_work_options(boost::program_options::options_description& options);
/// Adds --threads, --quiet, --json and --no-progress to the options of a command.
void add_common_options(boost::program_options::options_description& options);

/// Throws Failure(usage) for a number of threads that cannot be.
CommonOptions common_options(const boost::program_options::variables_map& values);

}  // namespace rapport
