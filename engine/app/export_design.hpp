// --export-design: the design points of a sweep as a CSV file, which a list sweep can read again.
#pragma once

#include <boost/program_options.hpp>

#include "results/design.hpp"

namespace rapport {

void add_export_option(boost::program_options::options_description& options);

/// Writes the file that was asked for, if one was. Throws Failure: usage when there is no sweep,
/// cannot_create and input_output.
void export_design(const boost::program_options::variables_map& values, const Design& design);

}  // namespace rapport
