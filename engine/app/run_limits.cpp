#include "app/run_limits.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <vector>

#include "core/failure.hpp"
#include "experiment/shard_choice.hpp"

namespace rapport {
namespace {

namespace po = boost::program_options;

/// When the program began: what a cluster counts from.
const auto beginning = std::chrono::steady_clock::now();

std::optional<std::vector<std::uint64_t>> numbers_between(std::string_view text, char separator) {
  std::vector<std::uint64_t> numbers;
  const char* at = text.data();
  const char* end = text.data() + text.size();
  while (true) {
    std::uint64_t number = 0;
    const auto read = std::from_chars(at, end, number);
    if (read.ec != std::errc{} || number > 1'000'000) return std::nullopt;
    numbers.push_back(number);
    if (read.ptr == end) return numbers;
    if (*read.ptr != separator) return std::nullopt;
    at = read.ptr + 1;
  }
}

}  // namespace

std::optional<std::uint64_t> seconds_of(const std::string& text) {
  const std::size_t dash = text.find('-');
  const bool has_days = dash != std::string::npos;
  const auto days = has_days ? numbers_between(std::string_view(text).substr(0, dash), '-')
                             : std::vector<std::uint64_t>{0};
  auto clock = numbers_between(std::string_view(text).substr(has_days ? dash + 1 : 0), ':');
  if (!days || !clock || clock->size() > 3) return std::nullopt;
  // Behind days come hours first; without them the last number counts seconds.
  if (has_days) clock->resize(3);
  if (clock->size() < 2) return std::nullopt;
  std::uint64_t seconds = days->front() * 24;
  for (std::size_t k = 0; k < clock->size(); ++k) {
    if (k > 0 && (*clock)[k] > 59) return std::nullopt;
    seconds = (k == 0 ? seconds : seconds * 60) + (*clock)[k];
  }
  return seconds;
}

void add_shard_option(po::options_description& options) {
  options.add_options()("shard", po::value<std::string>()->value_name("I/N"),
                        "run part I of N alone, for rapport merge; auto: the part that Slurm or "
                        "mpirun means; {shard} in -o becomes I-of-N");
}

void add_shards_option(po::options_description& options, const char* meaning) {
  options.add_options()("shards", po::value<std::int64_t>()->value_name("N"), meaning);
}

void add_walltime_option(po::options_description& options, const char* meaning) {
  options.add_options()("max-walltime", po::value<std::string>()->value_name("H:MM:SS"), meaning);
}

void add_limit_options(po::options_description& options) {
  add_walltime_option(options,
                      "begin no run that may not be over by then; exit code 75, run again to "
                      "continue");
  options.add_options()("fail-fast", "stop at the first run that fails");
}

Shard shard_option(const po::variables_map& values) {
  if (values.count("shard") == 0) return {};
  return chosen_shard(values["shard"].as<std::string>());
}

std::optional<std::uint32_t> shards_option(const po::variables_map& values) {
  if (values.count("shards") == 0) return std::nullopt;
  const std::int64_t shards = values["shards"].as<std::int64_t>();
  if (shards >= 1 && shards <= most_shards) return static_cast<std::uint32_t>(shards);
  throw Failure(ExitCode::usage,
                fmt::format("--shards {} (it must be 1 to {}); give a number in that range", shards,
                            most_shards));
}

std::optional<std::uint64_t> walltime_option(const po::variables_map& values) {
  if (values.count("max-walltime") == 0) return std::nullopt;
  const std::string text = values["max-walltime"].as<std::string>();
  const auto seconds = seconds_of(text);
  // What is longer would be beyond the end of the clock.
  if (seconds) return std::min(*seconds, std::uint64_t{100} * 365 * 24 * 3600);
  throw Failure(ExitCode::usage,
                fmt::format("--max-walltime {} (it must be H:MM:SS, MM:SS or D-HH:MM:SS); write "
                            "3:50:00 for ten minutes less than four hours",
                            text));
}

std::optional<std::chrono::steady_clock::time_point> deadline_option(
    const po::variables_map& values) {
  const auto seconds = walltime_option(values);
  if (!seconds) return std::nullopt;
  return beginning + std::chrono::seconds(*seconds);
}

}  // namespace rapport
