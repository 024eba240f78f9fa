// Everything that is counted by run, streamed from the journal in canonical order.
#include <algorithm>
#include <limits>

#include "core/contract.hpp"
#include "results/checksum.hpp"
#include "results/compressed_chunk.hpp"
#include "results/result_schema.hpp"
#include "results/result_sections.hpp"

namespace rapport {
namespace {

template <class T>
constexpr T missing = std::numeric_limits<T>::quiet_NaN();

std::string_view name_of(Family family) {
  return family == Family::activity ? "activity" : "result";
}

std::string_view name_of(Better better) {
  if (better == Better::neither) return "neither";
  return better == Better::higher ? "higher" : "lower";
}

void describe(const Hdf5Handle& variable, const MeasureRow& row) {
  put_attribute(variable.get(), "long_name", row.meaning);
  put_attribute(variable.get(), "units", schema::unit_in_file(row.unit));
  put_attribute(variable.get(), "family", name_of(row.family));
  put_attribute(variable.get(), "better", name_of(row.better));
}

/// Compressed, one after the other.
using Chunks = std::vector<std::vector<std::byte>>;

/// A dataset that is written block by block in canonical order, and the checksum of what went in.
class RunDataset {
 public:
  template <class T>
  static RunDataset create(hid_t group, const std::string& folder, std::string_view name,
                           const Axes& axes, Storage storage) {
    RunDataset made;
    made.path_ = folder + "/" + std::string(name);
    made.there_ = create_dataset<T>(group, std::string(name), axes, storage);
    return made;
  }
  const Hdf5Handle& there() const { return there_; }

  template <class T>
  void write(const Extent& start, const Extent& size, const std::vector<T>& values) {
    write_block<T>(there_, start, size, values);
    checksum_.add(std::as_bytes(std::span(values)));
  }
  /// The chunks that `values` fill, of which only the first `count` stand within the dataset; these
  /// are added to the checksum. `write` has to follow.
  template <class T>
  Chunks compress(std::span<const T> values, std::size_t count, std::size_t of_chunk) {
    checksum_.add(std::as_bytes(values.first(count)));
    Chunks chunks;
    for (std::size_t first = 0; first < values.size(); first += of_chunk) {
      chunks.push_back(compressed_chunk(std::as_bytes(values.subspan(first, of_chunk)), sizeof(T)));
    }
    return chunks;
  }
  /// They follow each other along the last axis, each `size` of it.
  void write(Extent start, hsize_t size, const Chunks& chunks) {
    start.push_back(0);
    for (const auto& chunk : chunks) {
      write_chunk(there_, start, chunk);
      start.back() += size;
    }
  }
  void add_to(ElementChecksums& all) const { all.emplace(path_, checksum_.value()); }

 private:
  RunDataset() = default;
  std::string path_;
  Hdf5Handle there_;
  Checksum checksum_;
};

/// The datasets of all runs, open for writing.
struct RunDatasets {
  RunDataset status, digest;
  std::vector<RunDataset> final = {};
  std::vector<RunDataset> daily = {};  // empty when the design keeps none

  ElementChecksums checksums() const {
    ElementChecksums all;
    status.add_to(all);
    digest.add_to(all);
    for (const RunDataset& dataset : final) dataset.add_to(all);
    for (const RunDataset& dataset : daily) dataset.add_to(all);
    return all;
  }
};

std::vector<RunDataset> create_daily(hid_t root, const Design& design) {
  const Hdf5Handle group = create_group(root, "daily");
  const RunAxes axes = write_run_axes(group.get(), design);
  const Axis day = create_day_axis(group.get(), design);
  Axes all = axes.axes();
  all.push_back(&day);
  std::vector<RunDataset> datasets;
  for (const MeasureRow& row : measure_table) {
    datasets.push_back(
        RunDataset::create<float>(group.get(), "/daily", row.name, all, Storage::compressed));
    describe(datasets.back().there(), row);
    put_attribute(datasets.back().there().get(), "cell_methods",
                  row.accounting == Accounting::flow ? "day: sum" : "day: point");
  }
  return datasets;
}

RunDatasets create_run_datasets(hid_t root, const Design& design) {
  const RunAxes axes = write_run_axes(root, design);
  create_day_axis(root, design);
  const auto create = [&]<class T>(T, std::string_view name) {
    return RunDataset::create<T>(root, "", name, axes.axes(), Storage::contiguous);
  };
  RunDatasets datasets{.status = create(std::int8_t{}, "run_status"),
                       .digest = create(std::uint64_t{}, "run_digest")};
  const hid_t status = datasets.status.there().get(), digest = datasets.digest.there().get();
  put_attribute(status, "long_name", "how the run ended");
  put_attribute(status, "flag_values", std::span<const std::int8_t>(schema::run_status_values));
  put_attribute(status, "flag_meanings", schema::run_status_meanings);
  put_attribute(digest, "long_name", "equal for runs that are equal in every event");
  for (const MeasureRow& row : measure_table) {
    datasets.final.push_back(create(double{}, row.name));
    describe(datasets.final.back().there(), row);
  }
  if (design.daily) datasets.daily = create_daily(root, design);
  return datasets;
}

/// Values of the runs of one block, measure by measure.
class RunBlock {
 public:
  /// For runs of so many days, 0 when none are kept, in chunks of that shape.
  RunBlock(const Extent& chunk, std::size_t days)
      : days_(days),
        days_of_chunk_(chunk.back()),
        of_chunk_(elements(chunk)),
        final_(measure_count),
        daily_(days == 0 ? 0 : measure_count) {}

  /// Starts with runs that left nothing; `absent` says what they are.
  template <class Absent>
  void clear(std::size_t runs, Absent&& absent) {
    status_.resize(runs);
    for (std::size_t at = 0; at < runs; ++at) status_[at] = static_cast<std::int8_t>(absent(at));
    digest_.assign(runs, 0);
    for (auto& values : final_) values.assign(runs, missing<double>);
    // Chunks are whole also where the dataset ends.
    const std::size_t chunks = (days_ + days_of_chunk_ - 1) / days_of_chunk_;
    for (auto& values : daily_) values.assign(chunks * of_chunk_, missing<float>);
  }

  void place(std::size_t at, const StoredRun& run) {
    status_[at] = static_cast<std::int8_t>(run.status);
    if (run.status != RunStatus::done) return;
    digest_[at] = run.digest;
    for (std::size_t measure = 0; measure < measure_count; ++measure) {
      final_[measure][at] = run.final[measure];
      if (days_ == 0) continue;
      std::copy_n(run.daily.begin() + static_cast<std::ptrdiff_t>(measure * days_), days_,
                  daily_[measure].begin() + static_cast<std::ptrdiff_t>(at * days_));
    }
  }

  /// The crew compresses.
  void write(RunDatasets& datasets, const Extent& start, const Extent& size,
             const Crew& crew) const {
    datasets.status.write(start, size, status_);
    datasets.digest.write(start, size, digest_);
    for (std::size_t measure = 0; measure < measure_count; ++measure) {
      datasets.final[measure].write(start, size, final_[measure]);
    }
    std::vector<Chunks> chunks(daily_.size());
    crew(daily_.size(), [&](std::size_t measure) {
      const std::span<const float> values = daily_[measure];
      chunks[measure] = datasets.daily[measure].compress(values, status_.size() * days_, of_chunk_);
    });
    for (std::size_t measure = 0; measure < daily_.size(); ++measure) {
      datasets.daily[measure].write(start, days_of_chunk_, chunks[measure]);
    }
  }

 private:
  std::size_t days_;  // 0 when no daily values are kept
  hsize_t days_of_chunk_, of_chunk_;
  std::vector<std::int8_t> status_;
  std::vector<std::uint64_t> digest_;
  std::vector<std::vector<double>> final_;
  std::vector<std::vector<float>> daily_;
};

}  // namespace

WrittenRuns write_runs(const Hdf5Output& output, const Design& design, const JournalTables& tables,
                       const Crew& crew) {
  RunDatasets datasets = create_run_datasets(output.root(), design);
  const auto days = design.daily ? static_cast<std::size_t>(design.days) : 0;
  const Extent runs = {design.points.size(), design.campaigns.size(), design.replicates};
  // Blocks of runs are whole chunks of the daily datasets: each chunk is compressed once.
  const Extent chunk =
      compressed_block({runs[0], runs[1], runs[2], std::max<std::size_t>(days, 1)});
  const Extent chunk_of_runs(chunk.begin(), chunk.end() - 1);

  const NeededTable needed(tables.needed(), design);
  WrittenRuns written;
  RunBlock block(chunk, days);
  RunCursor cursor(tables, design, RunCursor::Daily::read);
  StoredRun run;
  bool more = cursor.next(run);
  std::size_t first = 0;
  for_each_block(runs, chunk_of_runs, [&](const Extent& start, const Extent& size) {
    const std::size_t count = elements(size);
    block.clear(count, [&](std::size_t at) { return needed.absent(design.key(first + at)); });
    for (; more && design.position(run.key) < first + count; more = cursor.next(run)) {
      RAPPORT_EXPECTS(design.position(run.key) >= first);
      block.place(design.position(run.key) - first, run);
      if (run.status == RunStatus::failed) written.failures.push_back({run.key, run.message});
    }
    block.write(datasets, start, size, crew);
    output.expect_written();
    first += count;
  });
  written.checksums = datasets.checksums();
  return written;
}

void write_failures(hid_t root, std::span<const FailedRun> failures) {
  if (failures.empty()) return;
  const Hdf5Handle group = create_group(root, "failures");
  const Axis axis = create_index_axis(group.get(), "failure", failures.size());
  std::vector<std::uint32_t> point, campaign, replicate;
  std::vector<std::string> message;
  for (const FailedRun& failure : failures) {
    point.push_back(failure.key.point);
    campaign.push_back(failure.key.campaign);
    replicate.push_back(failure.key.replicate);
    message.push_back(failure.message);
  }
  // Not "point" and so on: a variable with the name of a dimension is taken for its coordinate.
  write_dataset<std::uint32_t>(group.get(), "failed_point", {&axis}, point);
  write_dataset<std::uint32_t>(group.get(), "failed_campaign", {&axis}, campaign);
  write_dataset<std::uint32_t>(group.get(), "failed_replicate", {&axis}, replicate);
  write_texts(group.get(), "message", {&axis}, message);
}

}  // namespace rapport
