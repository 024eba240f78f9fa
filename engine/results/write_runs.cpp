// Everything that is counted by run, streamed from the journal in canonical order.
#include <algorithm>
#include <limits>

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

/// The datasets of all runs, open for writing.
struct RunDatasets {
  Hdf5Handle status, digest;
  std::vector<Hdf5Handle> final;
  std::vector<Hdf5Handle> daily;  // empty when the design keeps none
};

std::vector<Hdf5Handle> create_daily(hid_t root, const Design& design) {
  const Hdf5Handle group = create_group(root, "daily");
  const RunAxes axes = write_run_axes(group.get(), design);
  const Axis day = create_day_axis(group.get(), design);
  Axes all = axes.axes();
  all.push_back(&day);
  std::vector<Hdf5Handle> datasets;
  for (const MeasureRow& row : measure_table) {
    datasets.push_back(
        create_dataset<float>(group.get(), std::string(row.name), all, Storage::compressed));
    describe(datasets.back(), row);
    put_attribute(datasets.back().get(), "cell_methods",
                  row.accounting == Accounting::flow ? "day: sum" : "day: point");
  }
  return datasets;
}

RunDatasets create_run_datasets(hid_t root, const Design& design) {
  const RunAxes axes = write_run_axes(root, design);
  create_day_axis(root, design);
  RunDatasets datasets;
  datasets.status =
      create_dataset<std::int8_t>(root, "run_status", axes.axes(), Storage::contiguous);
  put_attribute(datasets.status.get(), "long_name", "how the run ended");
  put_attribute(datasets.status.get(), "flag_values",
                std::span<const std::int8_t>(schema::run_status_values));
  put_attribute(datasets.status.get(), "flag_meanings", schema::run_status_meanings);
  datasets.digest =
      create_dataset<std::uint64_t>(root, "run_digest", axes.axes(), Storage::contiguous);
  put_attribute(datasets.digest.get(), "long_name", "equal for runs that are equal in every event");
  for (const MeasureRow& row : measure_table) {
    datasets.final.push_back(
        create_dataset<double>(root, std::string(row.name), axes.axes(), Storage::contiguous));
    describe(datasets.final.back(), row);
  }
  if (design.daily) datasets.daily = create_daily(root, design);
  return datasets;
}

/// Values of the runs of one block, measure by measure.
class RunBlock {
 public:
  explicit RunBlock(std::size_t days) : days_(days), final_(measure_count), daily_(measure_count) {}

  /// Starts with runs that left nothing; `absent` says what they are.
  template <class Absent>
  void clear(std::size_t runs, Absent&& absent) {
    status_.resize(runs);
    for (std::size_t at = 0; at < runs; ++at) status_[at] = static_cast<std::int8_t>(absent(at));
    digest_.assign(runs, 0);
    for (auto& values : final_) values.assign(runs, missing<double>);
    for (auto& values : daily_) values.assign(runs * days_, missing<float>);
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

  void write(const RunDatasets& datasets, Extent start, Extent size) const {
    write_block<std::int8_t>(datasets.status, start, size, status_);
    write_block<std::uint64_t>(datasets.digest, start, size, digest_);
    for (std::size_t measure = 0; measure < measure_count; ++measure) {
      write_block<double>(datasets.final[measure], start, size, final_[measure]);
    }
    start.push_back(0);
    size.push_back(days_);
    for (std::size_t measure = 0; measure < datasets.daily.size(); ++measure) {
      write_block<float>(datasets.daily[measure], start, size, daily_[measure]);
    }
  }

 private:
  std::size_t days_;  // 0 when no daily values are kept
  std::vector<std::int8_t> status_;
  std::vector<std::uint64_t> digest_;
  std::vector<std::vector<double>> final_;
  std::vector<std::vector<float>> daily_;
};

}  // namespace

std::vector<FailedRun> write_runs(const Hdf5Output& output, const Design& design,
                                  const JournalTables& tables) {
  const RunDatasets datasets = create_run_datasets(output.root(), design);
  const auto days = design.daily ? static_cast<std::size_t>(design.days) : 0;
  const Extent runs = {design.points.size(), design.campaigns.size(), design.replicates};
  // Blocks of runs are whole chunks of the daily datasets: each chunk is compressed once.
  Extent chunk = compressed_block({runs[0], runs[1], runs[2], std::max<std::size_t>(days, 1)});
  chunk.pop_back();

  const NeededTable needed(tables.needed(), design);
  std::vector<FailedRun> failures;
  RunBlock block(days);
  RunCursor cursor(tables, design, RunCursor::Daily::read);
  StoredRun run;
  bool more = cursor.next(run);
  std::size_t first = 0;
  for_each_block(runs, chunk, [&](const Extent& start, const Extent& size) {
    const std::size_t count = elements(size);
    block.clear(count, [&](std::size_t at) { return needed.absent(design.key(first + at)); });
    for (; more && design.position(run.key) < first + count; more = cursor.next(run)) {
      block.place(design.position(run.key) - first, run);
      if (run.status == RunStatus::failed) failures.push_back({run.key, run.message});
    }
    block.write(datasets, start, size);
    output.expect_written();
    first += count;
  });
  return failures;
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
