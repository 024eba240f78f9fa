#include "results/merge_results.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <set>
#include <tuple>

#include "core/failure.hpp"
#include "results/design_difference.hpp"
#include "results/output_file.hpp"
#include "results/result_writer.hpp"
#include "results/run_source.hpp"

namespace rapport {
namespace {

using Sources = std::vector<std::unique_ptr<RunSource>>;

Design whole(Design design) {
  design.shard = {};
  return design;
}

/// Ordered by shard, so that whatever is taken from the first one does not depend on the order in
/// which they were named.
Sources open_all(const std::string& path, const std::vector<std::string>& shards) {
  Sources sources;
  std::error_code error;
  for (const std::string& shard : shards) {
    if (std::filesystem::equivalent(shard, path, error)) {
      throw Failure(ExitCode::usage,
                    path + ": is one of the shards and cannot be the result; name another with -o");
    }
    sources.push_back(RunSource::open(shard));
  }
  std::sort(sources.begin(), sources.end(), [](const auto& a, const auto& b) {
    const auto order = [](const RunSource& source) {
      const Design& design = source.design();
      return std::tie(design.shard.index, design.scenario, design.command_line);
    };
    return order(*a) < order(*b);
  });
  return sources;
}

void expect_one_design(const Sources& sources) {
  const Design first = whole(sources.front()->design());
  for (const auto& source : sources) {
    const Design other = whole(source->design());
    std::string difference = design_difference(first, other);
    if (difference.empty() && !first.stop.is_set() && first.replicates != other.replicates) {
      difference = fmt::format("{} replicates there, {} here", first.replicates, other.replicates);
    }
    if (difference.empty()) continue;
    throw Failure(ExitCode::bad_data,
                  fmt::format("{}: is of another experiment than {} ({}); merge shards of one only",
                              source->path(), sources.front()->path(), difference));
  }
}

std::string run_words(const Design& design, RunKey run) {
  return fmt::format("point {}, campaign \"{}\", replicate {}", run.point,
                     design.campaigns[run.campaign], run.replicate);
}

/// Which source holds each run of the whole design.
class Coverage {
 public:
  explicit Coverage(const Sources& sources, const Design& design)
      : sources_(sources), design_(design), owner_(design.runs(), nobody) {
    for (std::size_t k = 0; k < sources.size(); ++k) add(k);
  }

  void expect_no_holes(const NeededTable& needed) const {
    std::size_t missing = 0, first = 0;
    for (std::size_t at = 0; at < owner_.size(); ++at) {
      if (is_missing(at, needed) && missing++ == 0) first = at;
    }
    if (missing == 0) return;
    throw Failure(ExitCode::bad_data,
                  fmt::format("runs are missing in these files: {}{} (the first: {}){}",
                              design_.stop.is_set() ? "at least " : "", missing,
                              run_words(design_, design_.key(first)), absent_shards()));
  }

  /// Throws when a file at the place of the result holds runs that are in none of the sources.
  void expect_nothing_else(const RunSource& there) const {
    const std::vector<RunStatus> status = there.status();
    for (std::size_t at = 0; at < status.size(); ++at) {
      if (status[at] != RunStatus::done && status[at] != RunStatus::failed) continue;
      const RunKey run = there.design().key(at);
      if (run.replicate < design_.replicates && owner_[design_.position(run)] != nobody) continue;
      throw Failure(ExitCode::bad_data,
                    fmt::format("{}: holds a run that is in none of the shards ({}); give another "
                                "place with -o",
                                there.path(), run_words(design_, run)));
    }
  }

 private:
  static constexpr std::uint32_t nobody = 0xffffffff;

  void add(std::size_t k) {
    const Design& theirs = sources_[k]->design();
    const std::vector<RunStatus> status = sources_[k]->status();
    for (std::size_t at = 0; at < status.size(); ++at) {
      if (status[at] != RunStatus::done && status[at] != RunStatus::failed) continue;
      const RunKey run = theirs.key(at);
      std::uint32_t& owner = owner_[design_.position(run)];
      if (owner != nobody) {
        throw Failure(
            ExitCode::bad_data,
            fmt::format("{}: holds a run that {} holds too ({}); name each shard once",
                        sources_[k]->path(), sources_[owner]->path(), run_words(design_, run)));
      }
      owner = static_cast<std::uint32_t>(k);
    }
  }

  /// Where a stopping rule has not ended, nobody knows yet what is wanted: the first run that is
  /// not there stands for what is missing.
  bool is_missing(std::size_t at, const NeededTable& needed) const {
    if (owner_[at] != nobody) return false;
    const RunKey run = design_.key(at);
    if (const auto wanted = needed.at(run.point, run.campaign)) return run.replicate < *wanted;
    return run.replicate == 0 || owner_[at - 1] != nobody;
  }

  /// What to do about holes: shards that were not named, and shards that are not finished.
  std::string absent_shards() const {
    const std::uint32_t count = sources_.front()->design().shard.count;
    std::set<std::uint32_t> absent;
    for (std::uint32_t shard = 1; shard <= count; ++shard) absent.insert(shard);
    for (const auto& source : sources_) {
      if (source->design().shard.count != count) return "; run the missing shards, then merge";
      absent.erase(source->design().shard.index + 1);
    }
    if (absent.empty()) return "; a shard is not finished: give its command again, then merge";
    const std::vector<std::uint32_t> some(
        absent.begin(),
        std::next(absent.begin(),
                  std::min<std::ptrdiff_t>(5, static_cast<std::ptrdiff_t>(absent.size()))));
    return fmt::format("; shard {}{} of {} is not among them", fmt::join(some, ", "),
                       absent.size() > some.size() ? ", ..." : "", count);
  }

  const Sources& sources_;
  const Design& design_;
  std::vector<std::uint32_t> owner_;
};

/// Pictures of networks are drawn from the same first point in every shard; the one that holds its
/// first replicate has them for sure.
NetworkSample network_of(const Sources& sources) {
  for (const auto& source : sources) {
    NetworkSample network = source->network();
    if (!network.person.empty()) return network;
  }
  return {};
}

std::vector<NeededReplicates> needed_of(const Sources& sources) {
  std::vector<NeededReplicates> needed;
  for (const auto& source : sources) {
    const auto& theirs = source->needed();
    needed.insert(needed.end(), theirs.begin(), theirs.end());
  }
  return needed;
}

/// What stands at the place of the result already, be it of a merge that was interrupted; nothing
/// when that is no file, or an empty one.
std::unique_ptr<RunSource> earlier_source(const std::string& path, const Design& design) {
  std::error_code error;
  if (!std::filesystem::exists(path, error) || std::filesystem::file_size(path, error) == 0) {
    return nullptr;
  }
  auto source = RunSource::open(path);
  const std::string difference = design_difference(source->design(), design);
  if (difference.empty()) return source;
  throw Failure(ExitCode::bad_data, fmt::format("{}: holds another experiment ({}); give another "
                                                "place with -o",
                                                path, difference));
}

/// The sources together hold every run once, and what stands at the place of the result none else.
void expect_all_and_no_more(const std::string& path, const Sources& sources, const Design& design,
                            const NeededTable& needed) {
  const Coverage coverage(sources, design);
  coverage.expect_no_holes(needed);
  for (const std::string& there : {path, journal_path(path)}) {
    if (const auto source = earlier_source(there, design)) coverage.expect_nothing_else(*source);
  }
}

}  // namespace

AbsorbedRuns merge_results(const std::string& path, const std::vector<std::string>& shards,
                           const Crew& crew) {
  Sources sources = open_all(path, shards);
  expect_one_design(sources);
  Design design = whole(sources.front()->design());
  for (const auto& source : sources) {
    design.replicates = std::max(design.replicates, source->design().replicates);
  }
  const std::vector<NeededReplicates> needed = needed_of(sources);
  expect_all_and_no_more(path, sources, design, NeededTable(needed, design));

  AbsorbedRuns merged;
  Journal journal = Journal::open(path, design, network_of(sources));
  journal.note_needed(needed);
  for (const auto& source : sources) {
    AbsorbedRuns theirs = journal.absorb(*source);
    merged.runs += theirs.runs;
    merged.failed += theirs.failed;
    merged.programs.merge(theirs.programs);
  }
  sources.clear();  // their designs are as large as the result's
  write_result(path, journal, crew);
  std::move(journal).remove();
  return merged;
}

}  // namespace rapport
