// Shards of the example, merged: everything that runs leave comes through.
#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "example.hpp"
#include "results/journal_tables.hpp"
#include "results/merge_results.hpp"
#include "results/run_source.hpp"
#include "results/version.hpp"

using namespace rapport;
using Catch::Contains;

TEST_CASE("Failures, pictures and everybody's feelings come through a merge, byte for byte") {
  const auto leaves = GENERATE(example::Leaves::result, example::Leaves::journal);
  const std::uint32_t count = GENERATE(4u, 20u);  // of twenty some have nothing to do
  const example::Folder folder;
  example::write(folder.file("whole.h5"));
  std::vector<std::string> shards;
  for (std::uint32_t index = 0; index < count; ++index) {
    shards.push_back(example::write_shard(folder, {index, count}, leaves));
  }
  const AbsorbedRuns merged = merge_results(folder.file("merged.h5"), shards);
  CHECK(merged.runs == 30);
  CHECK(merged.failed == 1);
  CHECK(example::bytes_of(folder.file("merged.h5")) == example::bytes_of(folder.file("whole.h5")));
}

TEST_CASE("A merge knows which programs made the runs of its shards") {
  const example::Folder folder;
  std::vector<std::string> shards;
  for (std::uint32_t index = 0; index < 2; ++index) {
    shards.push_back(example::write_shard(folder, {index, 2}, example::Leaves::journal));
  }
  JournalTables::open(shards[1] + ".part").note_program("earlier");
  const AbsorbedRuns merged = merge_results(folder.file("merged.h5"), shards);
  CHECK(merged.programs == std::set<std::string>{"earlier", std::string(git_commit)});
}

TEST_CASE("A shard alone is partial and keeps its part of the design") {
  const example::Folder folder;
  const ResultReader shard =
      ResultReader::open(example::write_shard(folder, {1, 4}, example::Leaves::result));
  CHECK(shard.partial());
  CHECK(shard.design().shard == Shard{1, 4});
  const auto status = shard.status();
  for (std::size_t at = 0; at < status.size(); ++at) {
    const RunKey run = shard.design().key(at);
    CHECK((status[at] != RunStatus::not_run) == shard.design().holds(run.point, run.replicate));
  }
}

TEST_CASE("A shard that becomes another result between two reads is not taken for the same") {
  const example::Folder folder;
  const std::string path = example::write_shard(folder, {0, 4}, example::Leaves::result);
  const auto source = RunSource::open(path);
  CHECK_NOTHROW(source->status());
  {
    Design design = example::design();
    design.shard = {0, 4};
    RunRecord other = example::run({0, 0, 0});
    other.result.final[0] += 1;  // the same design, and one number that is another
    Journal journal = Journal::open(folder.file("other.h5"), design, example::network());
    journal.append(example::packed(std::span(&other, 1)));
    write_result(folder.file("other.h5"), journal);
  }
  std::filesystem::rename(folder.file("other.h5"), path);
  const auto [code, message] = example::failure_of([&] { source->status(); });
  CHECK(code == ExitCode::input_output);
  CHECK_THAT(message, Contains("has become another result while it was read"));
}

TEST_CASE("A merge of nothing but a part names a run that is missing") {
  const example::Folder folder;
  const std::string shard = example::write_shard(folder, {0, 4}, example::Leaves::result);
  const auto [code, message] =
      example::failure_of([&] { merge_results(folder.file("merged.h5"), {shard}); });
  CHECK(code == ExitCode::bad_data);
  CHECK_THAT(message, Contains("shard 2, 3, 4 of 4 is not among them"));
  CHECK(folder.names() == std::vector<std::string>{"s0.h5"});
}
