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
#include "app/run_words.hpp"
#include "app/scenario_argument.hpp"
#include "app/stop_signals.hpp"
#include "app/why_ended.hpp"
#include "core/failure.hpp"
#include "experiment/crew_of_threads.hpp"
#include "experiment/memory_needs.hpp"
#include "experiment/run_study.hpp"
#include "mpi/rank_journals.hpp"
#include "mpi/remote_work.hpp"
#include "mpi/turn_keeper.hpp"
#include "results/complete_result.hpp"
#include "results/journal_tables.hpp"
#include "results/output_file.hpp"
#include "results/output_lock.hpp"
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
  CommandUsage usage{.name = "",
                     .synopsis = "SCENARIO.toml -o RESULT.h5 [OPTION]...",
                     .meaning =
                         "Run by mpirun or srun: does what `rapport run` does, with the threads of "
                         "all ranks. All ranks must see the folder of the result.",
                     .words = {"scenario"},
                     .program = "rapport-mpi"};
  add_set_option(usage.options);
  usage.options.add_options()("output,o", boost::program_options::value<std::string>(),
                              "result file, RESULT.h5");
  add_limit_options(usage.options);
  add_network_cache_option(usage.options);
  add_work_options(usage.options);
  return usage;
}

void work_for_rank_0(const Study& study, const Order& order, int rank) {
  Journal journal = Journal::open(rank_path(order.path, rank), study.design, study.sample);
  RemoteWork work;
  run_shared(study, journal, order.threads, work, order.limits);
}

/// What rank 0 says, to all ranks.
int word_of_rank_0(int word = 0) {
  MPI_Bcast(&word, 1, MPI_INT, 0, MPI_COMM_WORLD);
  return word;
}

/// All ranks wait for each other.
void meet() {
  MPI_Barrier(MPI_COMM_WORLD);
}

/// Runs rank 0's part and serves the others until everything is done or a limit is reached.
void lead(const Study& study, const Order& order, Journal& journal, TurnKeeper& turns, int ranks) {
  std::exception_ptr failure;
  std::thread runner([&] {
    try {
      run_shared(study, journal, order.threads, turns, order.limits);
    } catch (...) {
      failure = std::current_exception();
      turns.give_up();
    }
  });
  turns.serve(ranks);
  runner.join();
  if (failure) std::rethrow_exception(failure);
}

/// Why the first of the runs failed that did, of all ranks.
std::string failure_in(const Journal& journal) {
  RunCursor cursor(journal.tables(), journal.design(), RunCursor::Daily::leave_out);
  for (StoredRun run; cursor.next(run);) {
    if (run.status == RunStatus::failed) return run.message;
  }
  return {};
}

ExitCode run_as_rank_0(const Study& study, const Order& order, int ranks) {
  Journal journal = Journal::open(order.path, study.design, study.sample);
  absorb_rank_journals(journal, order.path);
  if (!order.quiet) {
    say_resumed(journal.design(), journal.finished().size(), study.design);
    say_programs(journal.programs());
  }
  TurnKeeper turns(journal, order.limits.fail_fast ? TurnKeeper::AfterFailure::hand_out_nothing
                                                   : TurnKeeper::AfterFailure::go_on);
  // The journals of an earlier start are gone. More replicates may be there than are asked for.
  word_of_rank_0(static_cast<int>(journal.design().replicates));
  lead(study, order, journal, turns, ranks);
  meet();  // and those of this one are closed
  absorb_rank_journals(journal, order.path);
  const Ending ending{journal.finished().size(), bound_words(journal.design()), turns.failed(),
                      turns.failed() > 0 ? failure_in(journal) : "", order.limits.fail_fast};
  if (!turns.finished()) return say_stopped(ending);
  if (journal.design().stop.is_set()) journal.note_needed(turns.needed());
  write_result(order.path, journal, crew_for_writing(order.threads));
  std::move(journal).remove();
  std::cout << "result: " << order.path << '\n';
  return say_failures(ending);
}

/// Says that there is nothing to do when that is so.
bool is_complete(const Design& design, const Order& order) {
  const auto there = complete_result(order.path, design);
  if (!there) return false;
  if (!order.quiet) say_resumed(*there, there->shard_runs(), design);
  std::cout << "result: " << order.path << '\n';
  return true;
}

struct Job {
  Order order;
  Study study;  // without networks
};

/// Reads what is to be done into `job`; the exit code when there is nothing to be done.
std::optional<ExitCode> read_job(const std::vector<std::string>& arguments,
                                 const StopSignals& signals, Job& job) {
  const CommandUsage usage = usage_of_program();
  const auto values = parse_arguments(usage, arguments);
  if (!values) return ExitCode::done;
  const CommonOptions options = common_options(*values);
  job.order = {output_path(*values),
               options.threads,
               options.quiet,
               {.stop = [&signals] { return signals.asked(); },
                .deadline = deadline_option(*values),
                .fail_fast = values->count("fail-fast") > 0},
               network_cache_option(*values)};
  const auto argument = read_scenario_argument(required_word(*values, usage, "scenario"), *values);
  if (argument.code != ExitCode::done) return argument.code;
  job.study = lay_out_study(argument.text, canonical_command_line(argument.text));
  return std::nullopt;
}

/// Before networks are built, which may take minutes.
void expect_free_place(const std::string& path) {
  expect_place_for(path);
  OutputLock::expect_free(path);
}

/// Each machine has its memory; there is one disk, of which rank 0 speaks for all.
void expect_resources(const Job& job, int rank) {
  if (rank == 0) {
    expect_room(job.study, job.order.path, job.order.threads);
  } else {
    expect_memory(job.study, job.order.threads);
  }
}

constexpr int goes_on = -1;  // in place of an exit code

ExitCode run(const std::vector<std::string>& arguments, int rank, int ranks) {
  const StopSignals signals;
  Job job;
  // Rank 0 reads first, so that mistakes are told once.
  if (rank == 0) {
    auto end = read_job(arguments, signals, job);
    if (!end) expect_free_place(job.order.path);
    if (!end && is_complete(job.study.design, job.order)) end = ExitCode::done;
    word_of_rank_0(end ? static_cast<int>(*end) : goes_on);
    if (end) return *end;
  } else {
    const int word = word_of_rank_0();
    if (word != goes_on) return static_cast<ExitCode>(word);
    if (const auto end = read_job(arguments, signals, job)) {
      throw Failure(*end,
                    fmt::format("rank {} cannot read what rank 0 has read; all ranks must see "
                                "the same files",
                                rank));
    }
  }
  expect_resources(job, rank);
  build_networks(job.study, {job.order.threads, job.order.cache});
  expect_resources(job, rank);  // the people of a file are known now
  if (rank == 0) return run_as_rank_0(job.study, job.order, ranks);
  job.study.design.replicates = static_cast<std::uint32_t>(word_of_rank_0());
  work_for_rank_0(job.study, job.order, rank);
  meet();
  return ExitCode::done;
}

/// A rank that cannot go on takes the others with it; what is in the journals stays.
int run_and_explain(const std::vector<std::string>& arguments, int rank, int ranks) {
  try {
    const ExitCode code = run(arguments, rank, ranks);
    std::cout.flush();
    return static_cast<int>(code);
  } catch (const std::exception& error) {
    const Failure failure = why_ended(error);
    std::cerr << "error: " << failure.what() << '\n';
    MPI_Abort(MPI_COMM_WORLD, static_cast<int>(failure.code()));
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
