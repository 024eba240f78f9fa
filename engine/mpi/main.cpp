// rapport-mpi: `rapport run` on many machines at once. Whoever is free takes the next replicate of
// a point; every rank has a journal of its own, and rank 0 puts them together at the end.
#include <fmt/format.h>
#include <iostream>
#include <mpi.h>
#include <thread>
#include <vector>

#include "app/command_line.hpp"
#include "app/common_options.hpp"
#include "app/network_cache_option.hpp"
#include "app/run_command.hpp"
#include "app/run_limits.hpp"
#include "app/scenario_argument.hpp"
#include "app/stop_signals.hpp"
#include "core/failure.hpp"
#include "experiment/memory_needs.hpp"
#include "experiment/run_study.hpp"
#include "mpi/rank_journals.hpp"
#include "mpi/turns.hpp"
#include "results/result_writer.hpp"

namespace rapport::mpi {
namespace {

struct Order {
  std::string path;
  unsigned threads = 1;
  bool quiet = false;
  RunLimits limits;
  NetworkCache cache;
};

CommandUsage usage_of_program() {
  CommandUsage usage{.name = "run",
                     .synopsis = "SCENARIO.toml -o RESULT.h5 [OPTION]...",
                     .meaning =
                         "Run by mpirun or srun: does what `rapport run` does, with the threads of "
                         "all ranks. All ranks must see the folder of the result.",
                     .words = {"scenario"}};
  add_set_option(usage.options);
  usage.options.add_options()("output,o", boost::program_options::value<std::string>(),
                              "result file, RESULT.h5");
  add_limit_options(usage.options);
  add_network_cache_option(usage.options);
  add_common_options(usage.options);
  return usage;
}

Study prepare(const ScenarioText& text, const Order& order) {
  Study study = lay_out_study(text, canonical_command_line(text));
  if (study.design.stop.is_set()) {
    throw Failure(ExitCode::usage,
                  "a scenario with [stop] is not distributed by MPI (replicates are decided point "
                  "by point); run it in shards: rapport run --shard auto");
  }
  expect_memory(study, order.threads);
  build_networks(study, {order.threads, order.cache});
  return study;
}

RankReport report_of(const Progress& progress) {
  return {progress.done, progress.failed, progress.encounters, progress.finished ? 1u : 0u};
}

const auto silent = [](const Progress&) {};

void work_for_rank_0(const Study& study, const Order& order, int rank) {
  Journal journal = Journal::open(rank_path(order.path, rank), study.design, study.sample);
  report_end(
      report_of(run_items(study, journal, order.threads, ask_for_item, silent, order.limits)));
}

ExitCode lead(const Study& study, const Order& order, Journal& journal, int ranks) {
  TurnKeeper turns(journal);
  const std::size_t there = journal.finished().size();
  if (there > 0 && !order.quiet) {
    std::cerr << fmt::format("resumed: {} of {}\n", there, journal.design().runs());
  }
  MPI_Barrier(MPI_COMM_WORLD);  // the journals of an earlier start are gone
  Progress own;
  std::exception_ptr failure;
  std::thread runner([&] {
    try {
      own = run_items(
          study, journal, order.threads, [&] { return turns.next(); }, silent, order.limits);
    } catch (...) {
      failure = std::current_exception();
    }
  });
  const RankReport others = turns.serve(ranks);
  runner.join();
  if (failure) std::rethrow_exception(failure);
  absorb_rank_journals(journal, order.path);
  if (journal.finished().size() + own.failed + others.failed < journal.design().runs()) {
    std::cerr << fmt::format("stopped: {} of {} runs are kept; the same command continues\n",
                             journal.finished().size(), journal.design().runs());
    return ExitCode::stopped;
  }
  write_result(order.path, journal);
  std::move(journal).remove();
  std::cout << "result: " << order.path << '\n';
  if (own.failed + others.failed == 0) return ExitCode::done;
  std::cerr << fmt::format("warning: {} runs failed; the result names them\n",
                           own.failed + others.failed);
  return ExitCode::some_failed;
}

ExitCode run(const std::vector<std::string>& arguments, int rank, int ranks) {
  const CommandUsage usage = usage_of_program();
  const auto values = parse_arguments(usage, arguments);
  if (!values) return ExitCode::done;
  const CommonOptions options = common_options(*values);
  if (values->count("shard") > 0) {
    throw Failure(ExitCode::usage, "rapport-mpi deals out the runs by itself; leave out --shard");
  }
  const StopSignals signals;
  const Order order{output_path(*values),
                    options.threads,
                    options.quiet,
                    {.stop = [&] { return signals.asked(); },
                     .deadline = deadline_option(*values),
                     .fail_fast = values->count("fail-fast") > 0},
                    network_cache_option(*values)};
  const auto argument = read_scenario_argument(required_word(*values, usage, "scenario"), *values);
  if (argument.code != ExitCode::done) return argument.code;
  const Study study = prepare(argument.text, order);
  if (rank == 0) {
    Journal journal = Journal::open(order.path, study.design, study.sample);
    absorb_rank_journals(journal, order.path);
    return lead(study, order, journal, ranks);
  }
  MPI_Barrier(MPI_COMM_WORLD);
  work_for_rank_0(study, order, rank);
  return ExitCode::done;
}

/// A rank that cannot go on takes the others with it; what is in the journals stays.
int run_and_explain(const std::vector<std::string>& arguments, int rank, int ranks) {
  try {
    const ExitCode code = run(arguments, rank, ranks);
    std::cout.flush();
    return static_cast<int>(code);
  } catch (const Failure& failure) {
    std::cerr << "error: " << failure.what() << '\n';
    MPI_Abort(MPI_COMM_WORLD, static_cast<int>(failure.code()));
  } catch (const std::exception& error) {
    std::cerr << "error: this is a mistake of the program (" << error.what()
              << "); please report it\n";
    MPI_Abort(MPI_COMM_WORLD, static_cast<int>(ExitCode::bug));
  }
  return static_cast<int>(ExitCode::bug);
}

}  // namespace
}  // namespace rapport::mpi

int main(int count, char** words) {
  int provided = 0, rank = 0, ranks = 1;
  MPI_Init_thread(&count, &words, MPI_THREAD_SERIALIZED, &provided);
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  MPI_Comm_size(MPI_COMM_WORLD, &ranks);
  int code = static_cast<int>(rapport::ExitCode::bug);
  if (provided < MPI_THREAD_SERIALIZED) {
    std::cerr << "error: this MPI cannot be used by threads; use Open MPI\n";
  } else {
    code = rapport::mpi::run_and_explain({words + 1, words + count}, rank, ranks);
  }
  MPI_Finalize();
  return code;
}
