// Options of `run` that say which part of the work to do, and when to leave off.
#pragma once

#include <boost/program_options.hpp>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "results/shard.hpp"

namespace rapport {

/// Adds --shard.
void add_shard_option(boost::program_options::options_description& options);
/// Adds --shards, how many parts there are, with what it means to the command.
void add_shards_option(boost::program_options::options_description& options, const char* meaning);
/// Adds --max-walltime, with what it means to the command.
void add_walltime_option(boost::program_options::options_description& options, const char* meaning);
/// Adds --max-walltime and --fail-fast.
void add_limit_options(boost::program_options::options_description& options);

/// The shard that was asked for; the whole without --shard. Throws Failure(usage).
Shard shard_option(const boost::program_options::variables_map& values);

/// The number of parts that was given; nothing without --shards. Throws Failure(usage).
std::optional<std::uint32_t> shards_option(const boost::program_options::variables_map& values);

/// Seconds of --max-walltime, at most a hundred years; nothing without it. Throws Failure(usage).
std::optional<std::uint64_t> walltime_option(const boost::program_options::variables_map& values);

/// The time after which no run is begun, counted from the start of the process; nothing without
/// --max-walltime. Throws Failure(usage).
std::optional<std::chrono::steady_clock::time_point> deadline_option(
    const boost::program_options::variables_map& values);

/// Seconds of "H:MM:SS", "MM:SS", "D-HH:MM:SS", "D-HH:MM" or "D-HH", as Slurm reads them; nothing
/// when the text is no such time.
std::optional<std::uint64_t> seconds_of(const std::string& text);

}  // namespace rapport
