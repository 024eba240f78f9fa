#include "app/run_command.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fmt/format.h>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/command_line.hpp"
#include "app/commands.hpp"
#include "app/common_options.hpp"
#include "app/expectations_text.hpp"
#include "app/export_design.hpp"
#include "app/preparation_talk.hpp"
#include "app/progress_bar.hpp"
#include "app/scenario_argument.hpp"
#include "app/stop_signals.hpp"
#include "experiment/run_study.hpp"
#include "experiment/study.hpp"
#include "input/did_you_mean.hpp"
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
  usage.options.add_options()("strict",
                              "exit code 4 when an expectation of the scenario is not supported");
  return usage;
}

// Canonical: only what determines the results.
std::string canonical_command_line(const ScenarioText& text) {
  std::string line = "rapport run " + text.name;
  for (const std::string& change : text.overrides) line += " --set " + change;
  return line;
}

struct Outcome {
  Progress progress;
  std::uint64_t kept = 0;  // runs that need not be done again
  double seconds = 0;
  bool stopped = false;  // before everything was run; then there is a journal and no new result
};

Study prepare(const ScenarioText& text, const std::string& path, const CommonOptions& options,
              const StopSignals& signals) {
  PreparationTalk talk;
  const Preparing report = [&](auto what, auto done, auto total) {
    if (signals.asked()) {
      throw Failure(ExitCode::stopped, "stopped: no run was begun; give the same command again");
    }
    if (options.progress) talk.say(what, done, total);
  };
  Study study = lay_out_study(text, canonical_command_line(text), report);
  expect_room(study, path, options.threads);
  build_networks(study, report);
  expect_room(study, path, options.threads);  // the people of a file are known only now
  return study;
}

Outcome run_to_file(const Study& study, const std::string& path, const CommonOptions& options,
                    const StopSignals& signals) {
  const auto start = std::chrono::steady_clock::now();
  const auto elapsed = [&] {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  Journal journal = Journal::open(path, study.design, study.sample);
  const std::size_t there = journal.finished().size();
  if (!options.quiet && there > 0) {
    std::cerr << fmt::format("resumed: {} of {}\n", there, journal.design().runs());
  }
  if (!options.quiet && journal.design().replicates > study.design.replicates) {
    std::cerr << fmt::format(
        "note: {} are there already, more than the {} asked for; all are kept\n",
        counted(journal.design().replicates, "replicate", "replicates"), study.design.replicates);
  }
  ProgressBar bar(options.progress ? progress_style_of_stderr() : ProgressStyle::none);
  Outcome outcome;
  outcome.progress = run_study(
      study, journal, options.threads, [&](const Progress& p) { bar.show(p); },
      [&] { return signals.asked(); });
  bar.finish();
  journal.note_session(elapsed());
  outcome.stopped = outcome.progress.done < outcome.progress.total;
  outcome.kept = journal.finished().size();
  if (!outcome.stopped) {
    write_result(path, journal);
    std::move(journal).remove();
  }
  outcome.seconds = elapsed();
  return outcome;
}

void say_start(const Study& study, unsigned threads) {
  const Design& design = study.design;
  std::cerr << fmt::format("{}: {} x {} x {} = {}; {}, {}; {}\n",
                           design.title.empty() ? design.scenario_name : design.title,
                           counted(design.campaigns.size(), "campaign", "campaigns"),
                           counted(design.replicates, "replicate", "replicates"),
                           counted(design.points.size(), "point", "points"),
                           counted(design.runs(), "run", "runs"),
                           counted(design.people, "person", "people"),
                           counted(static_cast<std::uint64_t>(design.days), "day", "days"),
                           counted(threads, "thread", "threads"));
  const std::string unequal = unequal_budget(study.points.front().scenario);
  if (!unequal.empty()) std::cerr << "note: " << unequal << '\n';
}

/// Tells how it ended, on stderr, and gives the exit code for it.
ExitCode say_end(const Outcome& outcome, bool quiet) {
  const Progress& progress = outcome.progress;
  if (outcome.stopped) {
    std::cerr << fmt::format("stopped: {} of {} runs are kept; the same command continues\n",
                             outcome.kept, progress.total);
    return ExitCode::stopped;
  }
  if (!quiet) {
    std::cerr << fmt::format("done in {:.1f} s: {}, {:.3g} million contacts\n", outcome.seconds,
                             counted(progress.done, "run", "runs"),
                             static_cast<double>(progress.encounters) * 1e-6);
  }
  if (progress.failed == 0) return ExitCode::done;
  std::cerr << fmt::format(
      "warning: {} of {} runs failed; the result names them; run again to try them again\n",
      progress.failed, progress.total);
  return ExitCode::some_failed;
}

nlohmann::ordered_json result_json(const Progress& progress, const std::string& path) {
  return {{"result", path}, {"runs", progress.done}, {"failed", progress.failed}};
}

enum class Judged : std::uint8_t { all_stand, one_is_not_supported };

/// Judges the expectations of the scenario at hand, even when the result keeps the text of a run
/// with more replicates, and says the verdicts on `out`, if there is one.
Judged judge_claims(const std::string& path, const Design& asked, std::ostream* out) {
  if (asked.expectations.empty()) return Judged::all_stand;
  const ResultReader reader = ResultReader::open(path);
  ResultTable table = table_of(reader);
  table.design.expectations = asked.expectations;
  const auto findings = judge_expectations(table);
  if (out) *out << expectations_text(findings, table.design);
  const auto refuted = [](const ExpectationFinding& finding) {
    return finding.verdict == ExpectationVerdict::not_supported;
  };
  return std::any_of(findings.begin(), findings.end(), refuted) ? Judged::one_is_not_supported
                                                                : Judged::all_stand;
}

}  // namespace

void add_run_options(po::options_description& options) {
  add_set_option(options);
  options.add_options()("output,o", po::value<std::string>(), "result file, RESULT.h5")(
      "force", "discard an earlier result at that place and start anew");
  add_export_option(options);
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
  const CommonOptions options = common_options(values);
  const StopSignals signals;
  const Study study = prepare(text, path, options, signals);
  export_design(values, study.design);
  // Not before: what is there is discarded only when the new one fits.
  if (values.count("force")) Journal::discard(path);
  if (!options.quiet) say_start(study, options.threads);
  const Outcome outcome = run_to_file(study, path, options, signals);
  const ExitCode code = say_end(outcome, options.quiet);
  if (outcome.stopped) return code;
  const bool tells = !options.quiet && !options.json;
  const Judged claims = judge_claims(path, study.design, tells ? &out : nullptr);
  if (options.json) {
    out << result_json(outcome.progress, path).dump() << '\n';
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
  const std::string path = output_path(*values);
  common_options(*values);  // a mistake of the command comes before those of the scenario
  // Before networks are built, which may take minutes.
  expect_place_for(path);
  OutputLock::expect_free(path);
  const auto argument = read_scenario_argument(scenario, *values);
  if (argument.code != ExitCode::done) return static_cast<int>(argument.code);
  return static_cast<int>(run_scenario(argument.text, path, *values, std::cout));
}

}  // namespace rapport
