// Writes and reads the expectations of a design, in a result file and in a journal.
#pragma once

#include <vector>

#include "results/hdf5_input.hpp"
#include "results/hdf5_output.hpp"
#include "results/journal_tables.hpp"

namespace rapport {

/// Group `expectations`; nothing is written when there are none.
void write_expectations(hid_t root, const Design& design);
/// Needs campaigns, points and days of the design. Throws Hdf5Error when they do not fit.
std::vector<Expectation> read_expectations(hid_t root, const Design& design);

/// Table `expectation` of a journal; what is there is replaced.
void save_expectations(Database& database, const std::vector<Expectation>& rows);
std::vector<Expectation> load_expectations(const Database& database);

}  // namespace rapport
