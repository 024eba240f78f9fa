// Stopping rules: point by point, in batches, the same whatever interrupts them.
#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <cmath>

#include "experiment/run_study.hpp"
#include "experiment/stop_judgement.hpp"
#include "results/result_writer.hpp"
#include "statistics/luck.hpp"
#include "statistics/sample.hpp"
#include "tests/app/program.hpp"
#include "tests/experiment/studies.hpp"
#include "tests/statistics/luck.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

const auto silent = [](const Progress&) {};

std::string stopping(const std::string& keys) {
  return small_scenario("[sweep]\n\"trust.gain\" = [0.1, 0.4]\n[stop]\n" + keys);
}

const std::string precise =
    "metric = \"connections\"\nrelative_half_width = 0.1\nmin_replicates = 3\nbatch = 2\n"
    "max_replicates = 12\n";

/// Runs to the end and gives the bytes of the result.
std::string result_of(const TemporaryFolder& folder, const Study& study, unsigned threads = 2) {
  Journal journal = Journal::open(folder / "r.h5", study.design, study.sample);
  const Progress progress = run_study(study, journal, threads, silent);
  CHECK(progress.finished);
  write_result(folder / "r.h5", journal);
  std::move(journal).remove();
  return bytes_of(folder / "r.h5");
}

using Wanted = std::vector<std::uint32_t>;

Wanted wanted_now(const StopRule& rule, const std::vector<std::vector<double>>& values,
                  const Wanted& wanted) {
  MaxT max_t(luck_of_statistics(7));
  return replicates_wanted(rule, 0, values, wanted, max_t);
}

StopRule precision(double half_width) {
  return {.metric = "sales",
          .half_width = half_width,
          .min_replicates = 4,
          .max_replicates = 20,
          .batch = 4};
}

StopRule selecting(const char* metric, double indifference) {
  return {.kind = StopKind::select_best,
          .metric = metric,
          .indifference = indifference,
          .min_replicates = 4,
          .max_replicates = 40,
          .batch = 2};
}

}  // namespace

TEST_CASE("A rule of precision asks for one more batch until every interval is narrow enough") {
  const std::vector<std::vector<double>> values = {
      {0, 0, 0, 0, 0, 0, 0, 0}, {1, 3, 1, 3, 1, 3, 1, 3}, {5, 5, 5, 5, 5, 5, 5, 5}};
  // Four differences 1, 3, 1, 3: deviation 1.1547, t = 3.182, half width 1.837; eight: 0.894.
  CHECK(wanted_now(precision(1.84), values, Wanted{4, 4, 4}) == Wanted{4, 4, 4});
  CHECK(wanted_now(precision(1.83), values, Wanted{4, 4, 4}) == Wanted{8, 8, 8});
  CHECK(wanted_now(precision(0.90), values, Wanted{8, 8, 8}) == Wanted{8, 8, 8});
  CHECK(wanted_now(precision(0.89), values, Wanted{8, 8, 8}) == Wanted{12, 12, 12});
  StopRule relative = precision(0);
  relative.relative_half_width = 0.92;  // of the difference 2
  CHECK(wanted_now(relative, values, Wanted{4, 4, 4}) == Wanted{4, 4, 4});
  relative.relative_half_width = 0.91;
  CHECK(wanted_now(relative, values, Wanted{4, 4, 4}) == Wanted{8, 8, 8});
}

TEST_CASE("With several campaigns the intervals of a rule hold together, and so are wider") {
  std::vector<std::vector<double>> values(3, std::vector<double>(12));
  for (std::size_t k = 0; k < 12; ++k) {
    values[1][k] = k % 2 == 0 ? 1 : 3;
    values[2][k] = k % 4 < 2 ? 1 : 3;  // as wide, and not correlated
  }
  // Student's t with 11 degrees of freedom gives a half width of 0.664 to one of them alone, the
  // largest of two independent ones about 0.77.
  CHECK(wanted_now(precision(0.81), values, Wanted{12, 12, 12}) == Wanted{12, 12, 12});
  CHECK(wanted_now(precision(0.72), values, Wanted{12, 12, 12}) == Wanted{16, 16, 16});
  values.pop_back();
  CHECK(wanted_now(precision(0.72), values, Wanted{12, 12}) == Wanted{12, 12});
}

TEST_CASE("What is judged are the wanted replicates, not others that happen to be there") {
  std::vector<std::vector<double>> values = {{0, 0, 0, 0}, {1, 3, 1, 3}};
  const std::vector<std::uint32_t> wanted = {4, 4};
  const auto before = wanted_now(precision(1.83), values, wanted);
  for (auto& each : values) each.insert(each.end(), 100, 7.0);
  CHECK(wanted_now(precision(1.83), values, wanted) == before);
}

TEST_CASE("An interval at which a rule stops holds nearly as often as it says") {
  constexpr int studies = 600;
  MaxT max_t(luck_of_statistics(7));
  StopRule rule = precision(0.3);
  rule.min_replicates = rule.batch = 20;
  rule.max_replicates = 400;
  int holding = 0;
  for (std::uint32_t study = 0; study < studies; ++study) {
    const Draws draws(11, study);
    // Differences with mean 0 and deviation 1 from a baseline of zeros.
    std::vector<std::vector<double>> values(2, std::vector<double>(400, 0.0));
    for (std::uint32_t k = 0; k < 400; ++k) values[1][k] = normal_deviate(draws, k, 0);
    Wanted wanted{20, 20};
    for (Wanted now; (now = replicates_wanted(rule, 0, values, wanted, max_t)) != wanted;) {
      wanted = now;
    }
    values[1].resize(wanted[1]);
    const Sample differences = describe(values[1]);
    holding += std::fabs(differences.mean) <= differences.interval->half_width();
  }
  // 0.95 less two points, as is said of such rules, and three standard errors.
  CHECK(holding > 0.903 * studies);
  CHECK(holding < 0.976 * studies);
}

TEST_CASE("The most replicates end a rule that is never content, and failed runs are no numbers") {
  const double nan = std::nan("");
  const std::vector<std::vector<double>> values = {{0, 0, 0, 0}, {1, nan, nan, nan}};
  const std::vector<std::uint32_t> few = {18, 18}, all = {20, 20};
  CHECK(wanted_now(precision(1), values, few) == all);
  CHECK(wanted_now(precision(1), values, all) == all);
}

TEST_CASE("A campaign that is dropped gets no more replicates, the others go on") {
  const StopRule rule = selecting("sales", 0.1);
  const std::vector<std::vector<double>> values = {
      {10, 12, 11, 13}, {12, 10, 13, 11}, {0, 2, 1, 3}};
  const std::vector<std::uint32_t> wanted = {4, 4, 4}, next = {6, 6, 4};
  CHECK(wanted_now(rule, values, wanted) == next);
}

TEST_CASE("Replicates that fill no batch before the most allowed are looked at as well") {
  StopRule rule = selecting("sales", 0.1);
  rule.batch = 4;
  rule.max_replicates = 10;  // looks after 4, 8 and 10
  std::vector<std::vector<double>> values = {{0, 2, 0, 2, 0, 2, 0, 2}, {1, 1, 1, 1, 1, 1, 1, 1}};
  CHECK(wanted_now(rule, values, Wanted{8, 8}) == Wanted{10, 10});
  values[0].insert(values[0].end(), {900, 900});
  values[1].insert(values[1].end(), {0, 0});
  CHECK(wanted_now(rule, values, Wanted{10, 10}) == Wanted{10, 10});
  CHECK(selected_campaign(rule, values, 10) == 0u);
}

TEST_CASE("Of a measure of which less is better the smallest is selected") {
  const StopRule rule = selecting("blocked", 1);
  const std::vector<std::vector<double>> values = {{30, 31, 30, 31}, {1, 2, 1, 2}};
  CHECK(selected_campaign(rule, values, 4) == 1u);
}

TEST_CASE("A study with a rule stops between its least and its most, the same on any threads") {
  const Study study = study_of(stopping(precise));
  const TemporaryFolder one, three;
  const std::string bytes = result_of(one, study, 1);
  CHECK(result_of(three, study, 3) == bytes);
  const ResultReader result = ResultReader::open(one / "r.h5");
  CHECK_FALSE(result.partial());
  CHECK(result.design().replicates > 3);
  CHECK(result.design().replicates <= 12);
  CHECK((result.design().replicates - 3) % 2 == 0);
  CHECK(result.design().stop == study.design.stop);
}

TEST_CASE("Points that need fewer replicates than others say so run by run") {
  const TemporaryFolder folder;
  result_of(folder, study_of(stopping("rule = \"select-best\"\nmetric = \"messages_sent\"\n"
                                      "indifference = 1\nmin_replicates = 3\nbatch = 2\n"
                                      "max_replicates = 9\n")));
  const ResultReader result = ResultReader::open(folder / "r.h5");
  const auto status = result.status();
  CHECK(std::count(status.begin(), status.end(), RunStatus::not_run) == 0);
  CHECK(std::count(status.begin(), status.end(), RunStatus::done) > 0);
}

TEST_CASE("A rule that is interrupted at any run comes to the same result") {
  const Study study = study_of(stopping(precise));
  const TemporaryFolder whole;
  const std::string bytes = result_of(whole, study);
  for (int after = 1; after < 60; after += 7) {
    const TemporaryFolder folder;
    {
      Journal journal = Journal::open(folder / "r.h5", study.design, study.sample);
      std::atomic<int> asked = 0;
      run_study(study, journal, 1, silent, {.stop = [&] { return ++asked > after; }});
    }
    CHECK(result_of(folder, study) == bytes);
  }
}

TEST_CASE("A narrower width extends a finished result to the bytes of one run") {
  const TemporaryFolder extended, at_once;
  const auto narrow = [](const std::string& width) {
    return study_of(stopping("metric = \"connections\"\nrelative_half_width = " + width +
                             "\nmin_replicates = 3\nbatch = 2\nmax_replicates = 30\n"));
  };
  result_of(extended, narrow("0.5"));
  CHECK(result_of(extended, narrow("0.05")) == result_of(at_once, narrow("0.05")));
}

TEST_CASE("A failed run ends the work when it is to fail fast, and is named") {
  const TemporaryFolder folder;
  Study study = study_of(small_scenario());
  for (StudyNetwork& network : study.networks) {
    network.spec.per_replicate = true;
    network.spec.kind = NetworkKind::file;
    network.spec.path = "gone.csv";
  }
  Journal journal = Journal::open(folder / "r.h5", study.design, study.sample);
  const Progress progress = run_study(study, journal, 1, silent, {.fail_fast = true});
  CHECK_FALSE(progress.finished);
  CHECK(progress.failed >= 1);
  CHECK(progress.done < progress.total);
  CHECK(progress.failure.find("gone.csv") != std::string::npos);
  CHECK(journal.finished().size() == 2);
}

TEST_CASE("No run is begun after the deadline") {
  const TemporaryFolder folder;
  const Study study = study_of(small_scenario());
  Journal journal = Journal::open(folder / "r.h5", study.design, study.sample);
  const Progress progress =
      run_study(study, journal, 2, silent, {.deadline = RunLimits::Clock::now()});
  CHECK(progress.done == 0);
  CHECK_FALSE(progress.finished);
}
