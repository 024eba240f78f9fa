#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "example.hpp"
#include "results/hdf5_output.hpp"
#include "results/result_file.hpp"

using namespace rapport;

namespace {

void expect_all_runs(const ResultReader& reader) {
  const Design& design = reader.design();
  const auto status = reader.status();
  const auto digests = reader.digests();
  REQUIRE(status.size() == design.runs());
  REQUIRE(digests.size() == design.runs());
  for (std::size_t m = 0; m < measure_count; ++m) {
    const auto final = reader.final_values(static_cast<Measure>(m));
    const auto daily = reader.daily_values(static_cast<Measure>(m));
    REQUIRE(final.size() == design.runs());
    REQUIRE(daily.size() == design.runs() * example::days);
    for (const RunRecord& run : example::runs()) {
      const std::size_t at = design.position(run.key);
      if (run.key == example::failed_run) {
        CHECK(status[at] == RunStatus::failed);
        CHECK(std::isnan(final[at]));
        CHECK(std::isnan(daily[at * example::days]));
        continue;
      }
      REQUIRE(status[at] == RunStatus::done);
      REQUIRE(digests[at] == example::digest(run.key));
      REQUIRE(final[at] == example::final_value(m, run.key));
      for (std::size_t day = 0; day < example::days; ++day) {
        REQUIRE(daily[at * example::days + day] == example::daily_value(m, run.key, day));
      }
    }
  }
}

void expect_example_design(const Design& design) {
  const Design asked = example::design();
  CHECK(design.title == asked.title);
  CHECK(design.digest == asked.digest);
  CHECK(design.sweep_method == asked.sweep_method);
  CHECK(design.ranges == asked.ranges);
  CHECK(design.canonical == asked.canonical);
  CHECK(design.scenario == asked.scenario);
  CHECK(design.scenario_name == asked.scenario_name);
  CHECK(design.command_line == asked.command_line);
  CHECK(design.seed == asked.seed);
  CHECK(design.campaigns == asked.campaigns);
  CHECK(design.baseline == asked.baseline);
  CHECK(design.replicates == asked.replicates);
  CHECK(design.people == asked.people);
  CHECK(design.days == asked.days);
  CHECK(design.daily == asked.daily);
  CHECK(design.people_output == asked.people_output);
  CHECK(design.network_per_replicate == asked.network_per_replicate);
  CHECK(design.parameters == asked.parameters);
  CHECK(design.expectations == asked.expectations);
  CHECK(design.points == asked.points);
}

}  // namespace

TEST_CASE("A result gives back the design and every number that was put in") {
  const example::Folder folder;
  example::write(folder.file());
  const ResultReader reader = ResultReader::open(folder.file());
  CHECK_FALSE(reader.partial());
  expect_example_design(reader.design());
  expect_all_runs(reader);
  CHECK(folder.names() == std::vector<std::string>{"result.h5"});
}

TEST_CASE("A journal gives back the same as the result and says that it is partial") {
  const example::Folder folder;
  Journal journal = Journal::open(folder.file(), example::design(), example::network());
  journal.append(example::packed(example::runs()));
  const ResultReader reader = ResultReader::open(folder.file());
  CHECK(reader.partial());
  expect_example_design(reader.design());
  expect_all_runs(reader);
  CHECK(ResultReader::open(folder.file("result.h5.part")).partial());
}

TEST_CASE("A result gives back the sampled network and the pictures of every campaign") {
  const example::Folder folder;
  example::write(folder.file());
  const ResultFile file(folder.file());
  const NetworkSample network = file.network(), asked = example::network();
  CHECK(network.person == asked.person);
  CHECK(network.community == asked.community);
  CHECK(network.x == asked.x);
  CHECK(network.y == asked.y);
  CHECK(network.tie_from == asked.tie_from);
  CHECK(network.tie_to == asked.tie_to);
  CHECK(network.people_in_network == asked.people_in_network);
  CHECK(network.ties_in_network == asked.ties_in_network);
  for (const std::uint32_t campaign : {0u, 1u}) {
    const Snapshots there = file.snapshots(campaign), here = example::snapshots(campaign);
    CHECK(there.days == here.days);
    CHECK(there.trust_histogram == here.trust_histogram);
    CHECK(there.annoyance_histogram == here.annoyance_histogram);
    CHECK(there.trust == here.trust);
    CHECK(there.annoyance == here.annoyance);
    CHECK(there.stage == here.stage);
  }
}

TEST_CASE("Runs that are not there are NaN, not_run, and make the result partial") {
  const example::Folder folder;
  Journal journal = Journal::open(folder.file(), example::design(), example::network());
  journal.append(example::packed(std::vector{example::run({2, 1, 4})}));
  write_result(folder.file(), journal);
  const ResultReader reader = ResultReader::open(folder.file());
  CHECK(reader.partial());
  const auto status = reader.status();
  CHECK(std::count(status.begin(), status.end(), RunStatus::not_run) == 29);
  CHECK(status.back() == RunStatus::done);
  const auto sales = reader.final_values(Measure::sales);
  CHECK(std::count_if(sales.begin(), sales.end(), [](double v) { return std::isnan(v); }) == 29);
  CHECK(std::isnan(reader.daily_values(Measure::sales).front()));
}

TEST_CASE("A design without daily values and people gives a result without them") {
  const example::Folder folder;
  Design design = example::design();
  design.daily = design.people_output = false;
  auto runs = example::runs();
  for (RunRecord& run : runs) {
    run.result.daily.clear();
    run.result.final_trust.clear();
    run.result.final_annoyance.clear();
  }
  Journal journal = Journal::open(folder.file(), design, {});
  for (RunRecord& run : runs) {
    run.result.snapshots = {};
  }
  journal.append(example::packed(runs));
  write_result(folder.file(), journal);
  const ResultReader reader = ResultReader::open(folder.file());
  CHECK_FALSE(reader.design().daily);
  CHECK_FALSE(reader.design().people_output);
  CHECK(reader.daily_values(Measure::sales).empty());
  CHECK(reader.final_values(Measure::sales).front() ==
        example::final_value(static_cast<std::size_t>(Measure::sales), {0, 0, 0}));
}

TEST_CASE("Days and replicates that do not fill a chunk are all there, whoever compressed them") {
  const std::size_t days = GENERATE(20'000u, 3'000u);  // three chunks a run, two runs a chunk
  const example::Folder folder;
  Design design = example::design();
  design.days = static_cast<Day>(days);
  auto runs = example::runs();
  for (RunRecord& run : runs) {
    if (run.status != RunStatus::done) continue;
    run.result.snapshots = {};
    run.result.daily.clear();
    for (std::size_t value = 0; value < measure_count * days; ++value) {
      run.result.daily.push_back(static_cast<float>(value / 7 + run.key.replicate));
    }
  }
  Journal journal = Journal::open(folder.file(), design, {});
  journal.append(example::packed(runs));
  write_result(folder.file(), journal);
  const auto daily = ResultReader::open(folder.file()).daily_values(Measure::sales);
  REQUIRE(daily.size() == runs.size() * days);
  const auto from = static_cast<std::ptrdiff_t>(static_cast<std::size_t>(Measure::sales) * days);
  for (std::size_t k = 0; k < runs.size(); ++k) {
    const auto here = daily.begin() + static_cast<std::ptrdiff_t>(k * days);
    if (runs[k].status != RunStatus::done) continue;
    CHECK(std::equal(here, here + static_cast<std::ptrdiff_t>(days),
                     runs[k].result.daily.begin() + from));
  }
  CHECK_NOTHROW(verify_result(folder.file()));

  const Crew backwards = [](std::size_t parts, const PartWork& work) {
    while (parts > 0) work(--parts);
  };
  write_result(folder.file("again.h5"), journal, backwards);
  CHECK(example::bytes_of(folder.file("again.h5")) == example::bytes_of(folder.file()));
}

TEST_CASE("The bytes of a result do not depend on the order of the runs or on interruptions") {
  const example::Folder folder;
  example::write(folder.file("straight.h5"));

  auto runs = example::runs();
  std::shuffle(runs.begin(), runs.end(), std::mt19937(3));
  const std::string shuffled = folder.file("shuffled.h5");
  for (std::size_t i = 0; i < runs.size(); i += 7) {
    Journal journal = Journal::open(shuffled, example::design(), example::network());
    journal.append(
        example::packed(std::span(runs).subspan(i, std::min<std::size_t>(7, runs.size() - i))));
    if (i == 14) write_result(shuffled, journal);  // a checkpoint on the way
    if (i + 7 >= runs.size()) write_result(shuffled, journal);
  }
  CHECK(example::bytes_of(shuffled) == example::bytes_of(folder.file("straight.h5")));
}

TEST_CASE("Replicates added to a finished result give the bytes of a run in one go") {
  const example::Folder folder;
  example::write(folder.file("straight.h5"));

  const std::string grown = folder.file("grown.h5");
  {
    Journal journal = Journal::open(grown, example::design(2), example::network());
    journal.append(example::packed(example::runs(2)));
    write_result(grown, journal);
    std::move(journal).remove();
  }
  Journal journal = Journal::open(grown, example::design(), example::network());
  CHECK(journal.finished().size() == 12);
  for (const RunRecord& run : example::runs()) {
    if (run.key.replicate >= 2) journal.append(example::packed(std::span(&run, 1)));
  }
  write_result(grown, journal);
  CHECK(example::bytes_of(grown) == example::bytes_of(folder.file("straight.h5")));
}

TEST_CASE("Reading a finished result into a journal and writing it again changes no byte") {
  const example::Folder folder;
  example::write(folder.file());
  const std::string before = example::bytes_of(folder.file());
  Journal journal = Journal::open(folder.file(), example::design(), example::network());
  write_result(folder.file(), journal);
  CHECK(example::bytes_of(folder.file()) == before);
}

TEST_CASE("The checksum of a result is that of its contents") {
  const example::Folder folder;
  example::write(folder.file());
  CHECK_NOTHROW(verify_result(folder.file()));
  {
    const Hdf5Handle file(H5Fopen(folder.file().c_str(), H5F_ACC_RDWR, H5P_DEFAULT), H5Fclose);
    const Hdf5Handle group(H5Gopen2(file.get(), "daily", H5P_DEFAULT), H5Gclose);
    const Hdf5Handle sales(H5Dopen2(group.get(), "sales", H5P_DEFAULT), H5Dclose);
    const std::vector<float> better = {1.0f};
    write_block<float>(sales, {2, 1, 4, 19}, {1, 1, 1, 1}, better);
  }
  const auto [code, message] = example::failure_of([&] { verify_result(folder.file()); });
  CHECK(code == ExitCode::bad_data);
  CHECK_THAT(message, Catch::Contains("checksum"));
}
