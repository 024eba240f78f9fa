#include "app/run_command.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fmt/format.h>
#include <iostream>
#include <malloc.h>
#include <nlohmann/json.hpp>

#include "app/command_line.hpp"
#include "app/commands.hpp"
#include "app/common_options.hpp"
#include "app/expectations_text.hpp"
#include "app/export_design.hpp"
#include "app/network_cache_option.hpp"
#include "app/preparation_talk.hpp"
#include "app/progress_bar.hpp"
#include "app/run_limits.hpp"
#include "app/run_words.hpp"
#include "app/scenario_argument.hpp"
#include "app/selection_text.hpp"
#include "app/stop_signals.hpp"
#include "core/counted.hpp"
#include "experiment/crew_of_threads.hpp"
#include "experiment/run_study.hpp"
#include "experiment/shard_choice.hpp"
#include "experiment/study.hpp"
#include "results/complete_result.hpp"
#include "results/output_file.hpp"
#include "results/output_lock.hpp"
#include "results/result_writer.hpp"

namespace rapport {
namespace {

namespace po = boost::program_options;

CommandUsage run_usage() {
  CommandUsage usage{.name = "run",
                     .synopsis = "SCENARIO.toml -o RESULT.h5 [OPTION]...",
                     .meaning =
                         "Runs every campaign x replicate x design point of a scenario, in "
                         "parallel. Run again to continue what was interrupted, or with more "
                         "replicates to extend it.",
                     .words = {"scenario"}};
  add_run_options(usage.options);
  add_shard_option(usage.options);
  add_limit_options(usage.options);
  usage.options.add_options()("strict",
                              "exit code 4 when an expectation of the scenario is not supported");
  return usage;
}

struct Outcome {
  Progress progress;
  std::uint64_t kept = 0;  // when it was stopped: runs that need not be done again
  double seconds = 0;
  bool stopped = false;  // before everything was run; then there is a journal and no new result
};

/// What is run, where to, and until when.
struct Order {
  std::string path;
  Shard shard;
  RunLimits limits;
  CommonOptions options;
  NetworkCache cache;
};

Preparing report_to(PreparationTalk& talk, const Order& order) {
  return [&](auto what, auto done, auto total) {
    if (order.limits.stop()) {
      throw Failure(ExitCode::stopped, "stopped: no run was begun; give the same command again");
    }
    if (order.options.progress) talk.say(what, done, total);
  };
}

Study lay_out(const ScenarioText& text, const Order& order) {
  PreparationTalk talk;
  Study study = lay_out_study(text, canonical_command_line(text), report_to(talk, order));
  study.design.shard = order.shard;
  return study;
}

void build(Study& study, const Order& order) {
  PreparationTalk talk;
  expect_room(study, order.path, order.options.threads);
  build_networks(study, {order.options.threads, order.cache}, report_to(talk, order));
  expect_room(study, order.path, order.options.threads);  // the people of a file are known only now
}

/// The networks of the study are gone afterwards.
Outcome run_to_file(Study& study, const Order& order) {
  const auto start = std::chrono::steady_clock::now();
  const auto elapsed = [&] {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  Journal journal = Journal::open(order.path, study.design, study.sample);
  if (!order.options.quiet) {
    say_resumed(journal.design(), journal.finished().size(), study.design);
    say_programs(journal.programs());
  }
  ProgressBar bar(order.options.progress ? progress_style_of_stderr() : ProgressStyle::none);
  Outcome outcome;
  outcome.progress = run_study(
      study, journal, order.options.threads, [&](const Progress& p) { bar.show(p); }, order.limits);
  bar.finish();
  journal.note_session(elapsed());
  outcome.stopped = !outcome.progress.finished;
  if (outcome.stopped) {
    outcome.kept = journal.finished().size();
  } else {
    study.networks = {};  // whose memory writing can use
    malloc_trim(0);       // what is free in the arenas of other threads it could not
    write_result(order.path, journal, crew_for_writing(order.options.threads));
    std::move(journal).remove();
  }
  outcome.seconds = elapsed();
  return outcome;
}

void say_start(const Study& study, unsigned threads) {
  const Design& design = study.design;
  const std::string shard =
      design.shard.is_whole()
          ? ""
          : fmt::format("; shard {} has {}", design.shard.text(), design.shard_runs());
  std::cerr << fmt::format(
      "{}: {} x {} x {} = {}{}{}; {}, {}; {}\n",
      design.title.empty() ? design.scenario_name : design.title,
      counted(design.campaigns.size(), "campaign", "campaigns"),
      counted(design.replicates, "replicate", "replicates"),
      counted(design.points.size(), "point", "points"), design.stop.is_set() ? "at most " : "",
      counted(design.runs(), "run", "runs"), shard, counted(design.people, "person", "people"),
      counted(static_cast<std::uint64_t>(design.days), "day", "days"),
      counted(threads, "thread", "threads"));
  const std::string unequal = unequal_budget(study.scenario_of(0));
  if (!unequal.empty()) std::cerr << "note: " << unequal << '\n';
}

/// Tells how it ended, on stderr, and gives the exit code for it.
ExitCode say_end(const Outcome& outcome, const Order& order) {
  const Progress& progress = outcome.progress;
  const Ending ending{outcome.kept, std::to_string(progress.total), progress.failed,
                      progress.failure, order.limits.fail_fast};
  if (outcome.stopped) return say_stopped(ending);
  if (!order.options.quiet) {
    std::cerr << fmt::format("done in {:.1f} s: {}, {:.3g} million contacts\n", outcome.seconds,
                             counted(progress.done, "run", "runs"),
                             static_cast<double>(progress.encounters) * 1e-6);
  }
  return say_failures(ending);
}

nlohmann::ordered_json result_json(const Progress& progress, const std::string& path,
                                   const ResultReader& result) {
  nlohmann::ordered_json json = {
      {"result", path}, {"runs", progress.done}, {"failed", progress.failed}};
  const auto best = selection_json(result);
  if (!best.is_null()) json["best"] = best;
  return json;
}

enum class Judged : std::uint8_t { all_stand, one_is_not_supported };

/// Judges the expectations of the scenario at hand, even when the result keeps the text of a run
/// with more replicates, and says the verdicts on `out`, if there is one.
Judged judge_claims(const ResultReader& result, const Design& asked, std::ostream* out) {
  if (asked.expectations.empty() || !asked.shard.is_whole()) return Judged::all_stand;
  ResultTable table = table_of(result);
  table.design.expectations = asked.expectations;
  const auto findings = judge_expectations(table);
  if (out) *out << expectations_text(findings, table.design);
  const auto refuted = [](const ExpectationFinding& finding) {
    return finding.verdict == ExpectationVerdict::not_supported;
  };
  return std::any_of(findings.begin(), findings.end(), refuted) ? Judged::one_is_not_supported
                                                                : Judged::all_stand;
}

/// What there is to do of it, done; nothing when it was stopped before.
Outcome carry_out(Study& study, const Order& order, bool anew) {
  const auto there = anew ? std::nullopt : complete_result(order.path, study.design);
  if (there) {
    Outcome outcome;
    outcome.progress.done = outcome.progress.total = there->shard_runs();
    outcome.progress.finished = true;
    if (!order.options.quiet) say_resumed(*there, there->shard_runs(), study.design);
    return outcome;
  }
  build(study, order);
  // Not before: what is there is discarded only when the new one fits.
  if (anew) Journal::discard(order.path);
  if (!order.options.quiet) say_start(study, order.options.threads);
  return run_to_file(study, order);
}

}  // namespace

std::string canonical_command_line(const ScenarioText& text) {
  std::string line = "rapport run " + text.name;
  for (const std::string& change : text.overrides) line += " --set " + change;
  return line;
}

void add_run_options(po::options_description& options) {
  add_set_option(options);
  options.add_options()("output,o", po::value<std::string>(), "result file, RESULT.h5")(
      "force", "discard an earlier result at that place and start anew");
  add_export_option(options);
  add_network_cache_option(options);
  add_common_options(options);
}

std::string output_path(const po::variables_map& values) {
  if (values.count("output") && !values["output"].as<std::string>().empty()) {
    return values["output"].as<std::string>();
  }
  throw Failure(ExitCode::usage, "no result file was named; add -o RESULT.h5");
}

ExitCode run_scenario(const ScenarioText& text, const std::string& path,
                      const po::variables_map& values, std::ostream& out) {
  const StopSignals signals;
  const Order order{path,
                    shard_option(values),
                    {.stop = [&] { return signals.asked(); },
                     .deadline = deadline_option(values),
                     .fail_fast = values.count("fail-fast") > 0},
                    common_options(values),
                    network_cache_option(values)};
  Study study = lay_out(text, order);
  export_design(values, study.design);
  const Outcome outcome = carry_out(study, order, values.count("force") > 0);
  const ExitCode code = say_end(outcome, order);
  if (outcome.stopped) return code;
  const ResultReader result = ResultReader::open(path);
  const bool tells = !order.options.quiet && !order.options.json;
  const Judged claims = judge_claims(result, study.design, tells ? &out : nullptr);
  if (tells) out << selection_text(result);
  if (order.options.json) {
    out << result_json(outcome.progress, path, result).dump() << '\n';
  } else {
    out << "result: " << path << '\n';
  }
  const bool strict = values.count("strict") > 0;
  if (code != ExitCode::done || !strict || claims == Judged::all_stand) return code;
  return ExitCode::not_supported;
}

int run_command(std::span<const std::string> arguments) {
  const CommandUsage usage = run_usage();
  const auto values = parse_arguments(usage, arguments);
  if (!values) return 0;
  const std::string scenario = required_word(*values, usage, "scenario");
  const std::string path = path_of_shard(output_path(*values), shard_option(*values));
  deadline_option(*values);
  network_cache_option(*values);
  common_options(*values);  // a mistake of the command comes before those of the scenario
  // Before networks are built, which may take minutes.
  expect_place_for(path);
  OutputLock::expect_free(path);
  const auto argument = read_scenario_argument(scenario, *values);
  if (argument.code != ExitCode::done) return static_cast<int>(argument.code);
  return static_cast<int>(run_scenario(argument.text, path, *values, std::cout));
}

}  // namespace rapport
