// Everything that runs left in an existing result, so that an experiment can go on from it.
#include <algorithm>
#include <cmath>
#include <map>

#include "results/result_file.hpp"

namespace rapport {
namespace {

std::map<RunKey, std::string> read_messages(hid_t root) {
  std::map<RunKey, std::string> messages;
  if (!has_link(root, "failures")) return messages;
  const Hdf5Handle group = open_group(root, "failures");
  const auto message = read_texts(open_dataset(group.get(), "message"));
  const Extent extent = {message.size()};
  const auto point = read_numbers<std::uint32_t>(group.get(), "failed_point", extent);
  const auto campaign = read_numbers<std::uint32_t>(group.get(), "failed_campaign", extent);
  const auto replicate = read_numbers<std::uint32_t>(group.get(), "failed_replicate", extent);
  for (std::size_t i = 0; i < message.size(); ++i) {
    messages[{point[i], campaign[i], replicate[i]}] = message[i];
  }
  return messages;
}

/// The datasets of all runs, open for reading block by block.
class RunTables {
 public:
  RunTables(hid_t root, const Design& design, const Extent& runs) : root_(root), runs_(runs) {
    days_ = design.daily ? static_cast<std::size_t>(design.days) : 0;
    status_ = open("run_status", root, runs);
    digest_ = open("run_digest", root, runs);
    for (const MeasureRow& row : measure_table) {
      final_.push_back(open(std::string(row.name), root, runs));
    }
    Extent by_day = runs;
    by_day.push_back(days_);
    for (std::size_t measure = 0; design.daily && measure < measure_count; ++measure) {
      const Hdf5Handle group = open_group(root, "daily");
      daily_.push_back(open(std::string(measure_table[measure].name), group.get(), by_day));
    }
    if (!design.people_output) return;
    const Hdf5Handle group = open_group(root, "people");
    Extent by_person = runs;
    by_person.push_back(extent_of(open_dataset(group.get(), "person")).at(0));
    trust_ = open("final_trust", group.get(), by_person);
    annoyance_ = open("final_annoyance", group.get(), by_person);
    people_ = by_person.back();
  }

  /// Runs in a block. A chunk of daily values, of which each dataset keeps one decompressed, may
  /// hold thousands of short runs: too many to be in memory as records.
  Extent block_of_runs() const {
    constexpr hsize_t most = 256;
    if (daily_.empty()) return block_shape(runs_, most);
    Extent chunk = reading_block(daily_.front());
    chunk.pop_back();
    return block_shape(runs_, std::min(most, elements(chunk)));
  }

  std::vector<RunRecord> read(const Extent& start, const Extent& size) const {
    std::vector<RunRecord> records(elements(size));
    const auto status = values<std::int8_t>(status_, start, size);
    const auto digest = values<std::uint64_t>(digest_, start, size);
    for (std::size_t i = 0; i < records.size(); ++i) {
      if (status[i] < 0 || status[i] > 3) throw Hdf5Error("a run has an unknown status");
      records[i].status = static_cast<RunStatus>(status[i]);
      records[i].result.digest = digest[i];
      records[i].result.daily.resize(daily_.empty() ? 0 : measure_count * days_);
    }
    for (std::size_t measure = 0; measure < measure_count; ++measure) {
      const auto final = values<double>(final_[measure], start, size);
      for (std::size_t i = 0; i < records.size(); ++i) records[i].result.final[measure] = final[i];
    }
    read_daily(records, start, size);
    return records;
  }

  void read_people(RunRecord& record) const {
    if (people_ == 0 || record.status != RunStatus::done) return;
    const Extent start = {record.key.point, record.key.campaign, record.key.replicate, 0};
    const Extent size = {1, 1, 1, people_};
    record.result.final_trust = values<float>(trust_, start, size);
    record.result.final_annoyance = values<float>(annoyance_, start, size);
    // A smaller network, or a run of which nobody was kept, is filled up with NaN.
    auto& trust = record.result.final_trust;
    while (!trust.empty() && std::isnan(trust.back())) trust.pop_back();
    record.result.final_annoyance.resize(trust.size());
  }

 private:
  static Hdf5Handle open(const std::string& name, hid_t group, const Extent& expected) {
    Hdf5Handle dataset = open_dataset(group, name);
    if (extent_of(dataset) != expected) {
      throw Hdf5Error("'" + name + "' does not fit the other parts of the file");
    }
    return dataset;
  }

  template <class T>
  static std::vector<T> values(const Hdf5Handle& dataset, const Extent& start, const Extent& size) {
    std::vector<T> read(elements(size));
    read_block(dataset, hdf5_type<T>(), start, size, read.data());
    return read;
  }

  void read_daily(std::vector<RunRecord>& records, Extent start, Extent size) const {
    start.push_back(0);
    size.push_back(days_);
    const auto days = static_cast<std::ptrdiff_t>(days_);
    for (std::size_t measure = 0; measure < daily_.size(); ++measure) {
      const auto daily = values<float>(daily_[measure], start, size);
      auto from = daily.begin();
      for (RunRecord& record : records) {
        std::copy_n(from, days_,
                    record.result.daily.begin() + static_cast<std::ptrdiff_t>(measure) * days);
        from += days;
      }
    }
  }

  hid_t root_;
  Extent runs_;
  std::size_t days_ = 0;
  hsize_t people_ = 0;
  Hdf5Handle status_, digest_, trust_, annoyance_;
  std::vector<Hdf5Handle> final_, daily_;
};

/// Row `campaign` of [campaign][day][width], only the days in `kept`.
template <class T>
std::vector<T> rows_of(const std::vector<T>& all, std::size_t campaign, std::size_t days,
                       std::size_t width, const std::vector<std::size_t>& kept) {
  std::vector<T> rows;
  for (const std::size_t day : kept) {
    const auto from = all.begin() + static_cast<std::ptrdiff_t>((campaign * days + day) * width);
    rows.insert(rows.end(), from, from + static_cast<std::ptrdiff_t>(width));
  }
  return rows;
}

}  // namespace

NetworkSample ResultFile::network() const {
  return guarded([&] {
    NetworkSample network;
    if (!has_link(file_.get(), "network")) return network;
    const Hdf5Handle group = open_group(file_.get(), "network");
    network.person = read_list<std::uint32_t>(group.get(), "person");
    const Extent people = {network.person.size()};
    network.community = read_numbers<std::uint32_t>(group.get(), "community", people);
    network.x = read_numbers<float>(group.get(), "x", people);
    network.y = read_numbers<float>(group.get(), "y", people);
    network.people_in_network =
        number_attribute<std::uint32_t>(group.get(), "people_in_network").value_or(0);
    network.ties_in_network =
        number_attribute<std::uint64_t>(group.get(), "ties_in_network").value_or(0);
    if (!has_link(group.get(), "tie")) return network;
    network.tie_from = read_list<std::uint32_t>(group.get(), "tie_from");
    network.tie_to = read_numbers<std::uint32_t>(group.get(), "tie_to", {network.tie_from.size()});
    return network;
  });
}

Snapshots ResultFile::snapshots(std::uint32_t campaign) const {
  return guarded([&] {
    Snapshots pictures;
    if (!has_link(file_.get(), "distribution")) return pictures;
    const Hdf5Handle shares = open_group(file_.get(), "distribution");
    const auto days = read_list<Day>(shares.get(), "snapshot_day");
    const Extent bins = {design_.campaigns.size(), days.size(), Snapshots::bins};
    const auto trust = read_numbers<std::uint32_t>(shares.get(), "trust", bins);
    const auto annoyance = read_numbers<std::uint32_t>(shares.get(), "annoyance", bins);
    std::vector<std::size_t> kept;
    for (std::size_t day = 0; day < days.size(); ++day) {
      const auto counts = rows_of(trust, campaign, days.size(), Snapshots::bins, {day});
      // Nobody in any bin: no picture was taken on that day, the run had ended.
      if (std::all_of(counts.begin(), counts.end(), [](auto count) { return count == 0; }))
        continue;
      kept.push_back(day);
      pictures.days.push_back(days[day]);
    }
    pictures.trust_histogram = rows_of(trust, campaign, days.size(), Snapshots::bins, kept);
    pictures.annoyance_histogram = rows_of(annoyance, campaign, days.size(), Snapshots::bins, kept);
    if (!has_link(file_.get(), "snapshots")) return pictures;
    const Hdf5Handle group = open_group(file_.get(), "snapshots");
    const std::size_t people = extent_of(open_dataset(group.get(), "person")).at(0);
    const Extent all = {design_.campaigns.size(), days.size(), people};
    const auto row = [&](const auto& values) {
      return rows_of(values, campaign, days.size(), people, kept);
    };
    pictures.trust = row(read_numbers<float>(group.get(), "trust", all));
    pictures.annoyance = row(read_numbers<float>(group.get(), "annoyance", all));
    pictures.stage = row(read_numbers<std::uint8_t>(group.get(), "stage", all));
    return pictures;
  });
}

void ResultFile::for_each_run(const std::function<void(RunRecord&&)>& use) const {
  guarded([&] {
    const std::map<RunKey, std::string> messages = read_messages(file_.get());
    const RunTables tables(file_.get(), design_, runs());
    std::size_t position = 0;
    for_each_block(runs(), tables.block_of_runs(), [&](const Extent& start, const Extent& size) {
      for (RunRecord& run : tables.read(start, size)) {
        run.key = design_.key(position++);
        if (run.status != RunStatus::done && run.status != RunStatus::failed) continue;
        if (const auto found = messages.find(run.key); found != messages.end()) {
          run.message = found->second;
        }
        if (run.key.point == 0 && run.key.replicate == 0) {
          run.result.snapshots = snapshots(run.key.campaign);
        }
        tables.read_people(run);
        use(std::move(run));
      }
    });
  });
}

}  // namespace rapport
