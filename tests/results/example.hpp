// An experiment of known numbers: 3 points x 2 campaigns x 5 replicates x 20 days.
#pragma once

#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "core/failure.hpp"
#include "results/journal.hpp"
#include "results/result_reader.hpp"
#include "results/result_writer.hpp"
#include "results/sqlite_handle.hpp"
#include "results/verify_result.hpp"

namespace example {

using namespace rapport;

inline constexpr std::uint32_t replicates = 5;
inline constexpr std::size_t days = 20, sampled = 4, people = 7;
/// The one run that failed.
inline constexpr RunKey failed_run{1, 1, 3};

inline Design design(std::uint32_t replicates_asked = replicates) {
  Design design;
  design.title =
      "Blast versus notes, \xc3\xbc"
      "ber alles";
  design.digest = "ec19a08500bb5a71fbff30cbbc4311bb";  // XXH3 of `canonical`
  design.canonical =
      ".baseline=1\ncampaign.000001.hours_per_day=2\nnetwork.path=ab12\ntrust.gain=0.2\n";
  design.scenario = "title = \"Blast\"\nseed = 18446744073709551615\n# ten thousand more words\n";
  design.scenario_name = "blast.toml";
  design.command_line = "run blast.toml";
  design.seed = 18446744073709551615u;
  design.campaigns = {"Spam blast", "Pers\xc3\xb6nliche Briefe"};
  design.baseline = 1;
  design.replicates = replicates_asked;
  design.people = people;
  design.days = days;
  design.people_output = true;
  // The two last names differ only in letters that a variable's name cannot hold.
  design.parameters = {"market.in_market_share", "campaign.\"a b\".hours",
                       "campaign.\"a.b\".hours"};
  design.points = {{0.001, 1, 4}, {0.005, 2, 5}, {0.02, 3, 6}};
  design.sweep_method = "sobol";
  design.ranges = {SweepRange{0.001, 0.1, SweepScale::log}, SweepRange{1, 3},
                   SweepRange{4, 6, SweepScale::linear, true}};
  design.expectations = {{"Briefe verkaufen mehr, \xc3\xbc"
                          "berall",
                          "sales: Pers\xc3\xb6nliche Briefe > 2 * Spam blast",
                          "sales",
                          "",
                          {1, 1},
                          {2, 0},
                          days,
                          {0, 1, 2}},
                         {"Few are reported",
                          "reported: Spam blast < 0.5",
                          "reported",
                          "hours_spent",
                          {0.5, ExpectedSide::no_campaign},
                          {1, 0},
                          7,
                          {1}}};
  return design;
}

inline NetworkSample network() {
  return {{0, 2, 3, 6},
          {0, 0, 1, 1},
          {0.f, .25f, .5f, 1.f},
          {1.f, .5f, .25f, 0.f},
          {0, 1},
          {1, 3},
          7,
          9};
}

inline double final_value(std::size_t measure, RunKey key) {
  return static_cast<double>(measure * 1000 + key.point * 100 + key.campaign * 10 + key.replicate) +
         0.1;
}

inline float daily_value(std::size_t measure, RunKey key, std::size_t day) {
  return static_cast<float>(final_value(measure, key)) + static_cast<float>(day) / 32.0f;
}

inline std::uint64_t digest(RunKey key) {
  return 0xf000000000000000u + key.point * 100 + key.campaign * 10 + key.replicate;
}

inline Snapshots snapshots(std::uint32_t campaign) {
  Snapshots pictures;
  // The second campaign ended early.
  pictures.days = campaign == 0 ? std::vector<Day>{0, 9, 19} : std::vector<Day>{0, 9};
  for (const Day day : pictures.days) {
    for (std::uint32_t bin = 0; bin < Snapshots::bins; ++bin) {
      pictures.trust_histogram.push_back(static_cast<std::uint32_t>(day) + bin + campaign);
      pictures.annoyance_histogram.push_back(static_cast<std::uint32_t>(day) + 2 * bin);
    }
    for (std::size_t person = 0; person < sampled; ++person) {
      pictures.trust.push_back(static_cast<float>(person) / 8 + static_cast<float>(day) / 64);
      pictures.annoyance.push_back(static_cast<float>(campaign) / 2);
      pictures.stage.push_back(static_cast<std::uint8_t>(person));
    }
  }
  return pictures;
}

inline RunRecord run(RunKey key) {
  RunRecord record;
  record.key = key;
  record.seconds = 1.5 + key.replicate;
  if (key == failed_run) {
    record.status = RunStatus::failed;
    record.message = "out of memory; \xe2\x89\xa5 3 GB were needed";
    return record;
  }
  record.result.digest = digest(key);
  for (std::size_t measure = 0; measure < measure_count; ++measure) {
    record.result.final[measure] = final_value(measure, key);
    for (std::size_t day = 0; day < days; ++day) {
      record.result.daily.push_back(daily_value(measure, key, day));
    }
  }
  if (key.replicate == 0) record.result.snapshots = snapshots(key.campaign);
  if (key.replicate < 2) {  // people are kept of chosen runs
    for (std::size_t person = 0; person < people - key.point; ++person) {
      record.result.final_trust.push_back(static_cast<float>(person + key.replicate) / 16);
      record.result.final_annoyance.push_back(static_cast<float>(key.campaign) / 4);
    }
  }
  return record;
}

/// Every run, in canonical order.
inline std::vector<RunRecord> runs(std::uint32_t replicates_asked = replicates) {
  std::vector<RunRecord> records;
  for (std::uint32_t point = 0; point < 3; ++point) {
    for (std::uint32_t campaign = 0; campaign < 2; ++campaign) {
      for (std::uint32_t replicate = 0; replicate < replicates_asked; ++replicate) {
        records.push_back(run({point, campaign, replicate}));
      }
    }
  }
  return records;
}

/// As a journal takes them in.
inline std::vector<PackedRun> packed(std::span<const RunRecord> runs) {
  std::vector<PackedRun> all;
  for (const RunRecord& run : runs) all.emplace_back(run);
  return all;
}

/// A folder of its own that goes with the test.
class Folder {
 public:
  Folder() {
    std::string pattern =
        (std::filesystem::temp_directory_path() / "rapport-results-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string file(const std::string& name = "result.h5") const { return (path_ / name).string(); }
  std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(path_)) {
      names.push_back(entry.path().filename().string());
    }
    return names;
  }

 private:
  std::filesystem::path path_;
};

inline std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline void put_bytes(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

/// Writes the whole experiment to `path` and leaves no journal.
inline void write(const std::string& path) {
  Journal journal = Journal::open(path, design(), network());
  journal.append(packed(runs()));
  write_result(path, journal);
  std::move(journal).remove();
}

enum class Leaves { result, journal };

/// Keeps the runs of one shard, as a result or as the journal of an unfinished one.
inline std::string write_shard(const Folder& folder, Shard shard, Leaves leaves) {
  Design of_shard = design();
  of_shard.shard = shard;
  const std::string path = folder.file(fmt::format("s{}.h5", shard.index));
  Journal journal = Journal::open(path, of_shard, network());
  for (const RunRecord& run : runs()) {
    if (of_shard.holds(run.key.point, run.key.replicate))
      journal.append(packed(std::span(&run, 1)));
  }
  if (leaves == Leaves::journal) return path;
  write_result(path, journal);
  std::move(journal).remove();
  return path;
}

/// Exit code and message of what `act` throws; {done, ""} when it throws nothing.
template <class Act>
std::pair<ExitCode, std::string> failure_of(Act&& act) {
  try {
    act();
  } catch (const Failure& failure) {
    return {failure.code(), failure.what()};
  }
  return {ExitCode::done, ""};
}

}  // namespace example
