#include "results/result_writer.hpp"

#include <algorithm>
#include <cstdio>

#include "results/file_seal.hpp"
#include "results/output_file.hpp"
#include "results/result_expectations.hpp"
#include "results/result_sections.hpp"

namespace rapport {
namespace {

/// A rule stops before the most replicates that it may take: the file has no room for the rest.
Design design_to_write(const Journal& journal) {
  Design design = journal.design();
  const auto needed = journal.tables().needed();
  if (design.stop.is_set() && !needed.empty()) {
    design.replicates = std::max(NeededTable(needed, design).most(), journal.tables().replicates());
  }
  return design;
}

void write_file(const std::string& path, const Journal& journal, const Crew& crew) {
  const Design design = design_to_write(journal);
  Hdf5Output output(path);
  write_root_attributes(output.root(), design);
  output.expect_written();
  const WrittenRuns written = write_runs(output, design, journal.tables(), crew);
  write_pictures(output.root(), design, journal.tables());
  write_people(output, design, journal.tables());
  write_failures(output.root(), written.failures);
  write_expectations(output.root(), design);
  output.expect_written();
  put_attribute(output.root(), "content_digest", content_digest(output.root(), written.checksums));
  output.finish();
}

}  // namespace

void write_result(const std::string& path, const Journal& journal, const Crew& crew) {
  expect_place_for(path);
  const std::string temporary = path + ".writing";
  try {
    write_file(temporary, journal, crew);
    seal_file(temporary);
    rename_durably(temporary, path);
  } catch (const Hdf5Error& error) {
    std::remove(temporary.c_str());
    if (error.cause() != 0) throw cannot_write(path, error.cause());
    throw Failure(ExitCode::input_output,
                  path + ": cannot be written (" + error.what() + "); finished runs are kept");
  } catch (...) {
    std::remove(temporary.c_str());
    throw;
  }
}

}  // namespace rapport
