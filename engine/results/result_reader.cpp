#include "results/result_reader.hpp"

#include <algorithm>
#include <limits>

#include "core/failure.hpp"
#include "results/journal_tables.hpp"
#include "results/result_file.hpp"
#include "results/result_place.hpp"

namespace rapport {

/// What a reader needs of either kind of file.
class ResultReader::Source {
 public:
  virtual ~Source() = default;
  virtual const Design& design() const = 0;
  virtual bool partial() const = 0;
  virtual std::vector<RunStatus> status() const = 0;
  virtual std::vector<std::uint64_t> digests() const = 0;
  virtual std::vector<double> final_values(Measure measure) const = 0;
  virtual std::vector<float> daily_values(Measure measure) const = 0;
  virtual std::vector<float> daily_values(Measure measure, std::uint32_t point) const = 0;
  virtual NetworkSample network() const = 0;
  virtual Snapshots snapshots(std::uint32_t campaign) const = 0;

  class File;
  class OpenJournal;
};

class ResultReader::Source::File : public Source {
 public:
  explicit File(const std::string& path) : file_(path) {}
  const Design& design() const override { return file_.design(); }
  bool partial() const override {
    const std::vector<RunStatus> all = status();
    return std::find(all.begin(), all.end(), RunStatus::not_run) != all.end();
  }
  std::vector<RunStatus> status() const override { return file_.status(); }
  std::vector<std::uint64_t> digests() const override { return file_.digests(); }
  std::vector<double> final_values(Measure measure) const override {
    return file_.final_values(measure);
  }
  std::vector<float> daily_values(Measure measure) const override {
    return file_.daily_values(measure);
  }
  std::vector<float> daily_values(Measure measure, std::uint32_t point) const override {
    return file_.daily_values(measure, point);
  }
  NetworkSample network() const override { return file_.network(); }
  Snapshots snapshots(std::uint32_t campaign) const override { return file_.snapshots(campaign); }

 private:
  ResultFile file_;
};

class ResultReader::Source::OpenJournal : public Source {
 public:
  explicit OpenJournal(const std::string& path)
      : tables_(JournalTables::open(path)), design_(tables_.design()) {}
  const Design& design() const override { return design_; }
  bool partial() const override { return true; }

  std::vector<RunStatus> status() const override { return tables_.status(design_); }
  std::vector<std::uint64_t> digests() const override {
    std::vector<std::uint64_t> all(design_.runs(), 0);
    each(RunCursor::Daily::leave_out,
         [&](const StoredRun& run) { all[design_.position(run.key)] = run.digest; });
    return all;
  }
  std::vector<double> final_values(Measure measure) const override {
    std::vector<double> all(design_.runs(), std::numeric_limits<double>::quiet_NaN());
    each(RunCursor::Daily::leave_out, [&](const StoredRun& run) {
      if (run.status != RunStatus::done) return;
      all[design_.position(run.key)] = run.final[static_cast<std::size_t>(measure)];
    });
    return all;
  }
  std::vector<float> daily_values(Measure measure) const override {
    if (!design_.daily) return {};
    const auto days = static_cast<std::size_t>(design_.days);
    std::vector<float> all(design_.runs() * days, std::numeric_limits<float>::quiet_NaN());
    each(RunCursor::Daily::read, [&](const StoredRun& run) {
      if (run.status != RunStatus::done) return;
      const auto from = static_cast<std::ptrdiff_t>(static_cast<std::size_t>(measure) * days);
      const auto to = static_cast<std::ptrdiff_t>(design_.position(run.key) * days);
      std::copy_n(run.daily.begin() + from, days, all.begin() + to);
    });
    return all;
  }
  std::vector<float> daily_values(Measure measure, std::uint32_t point) const override {
    const std::vector<float> all = daily_values(measure);
    const std::size_t of_point = all.size() / design_.points.size();
    const auto first = all.begin() + static_cast<std::ptrdiff_t>(point * of_point);
    return {first, first + static_cast<std::ptrdiff_t>(of_point)};
  }
  NetworkSample network() const override { return tables_.network(); }
  Snapshots snapshots(std::uint32_t campaign) const override { return tables_.snapshots(campaign); }

 private:
  template <class Use>
  void each(RunCursor::Daily daily, Use&& use) const {
    RunCursor cursor(tables_, design_, daily);
    StoredRun run;
    while (cursor.next(run)) use(run);
  }

  JournalTables tables_;
  Design design_;
};

ResultReader::ResultReader(std::unique_ptr<Source> source) : source_(std::move(source)) {}
ResultReader::ResultReader(ResultReader&&) noexcept = default;
ResultReader& ResultReader::operator=(ResultReader&&) noexcept = default;
ResultReader::~ResultReader() = default;

ResultReader ResultReader::open(const std::string& path) {
  const ResultPlace place = result_place(path);
  if (place.is_journal) return ResultReader(std::make_unique<Source::OpenJournal>(place.path));
  return ResultReader(std::make_unique<Source::File>(place.path));
}

const Design& ResultReader::design() const {
  return source_->design();
}
bool ResultReader::partial() const {
  return source_->partial();
}
std::vector<RunStatus> ResultReader::status() const {
  return source_->status();
}
std::vector<std::uint64_t> ResultReader::digests() const {
  return source_->digests();
}
std::vector<double> ResultReader::final_values(Measure measure) const {
  return source_->final_values(measure);
}
std::vector<float> ResultReader::daily_values(Measure measure) const {
  return source_->daily_values(measure);
}
std::vector<float> ResultReader::daily_values(Measure measure, std::uint32_t point) const {
  return source_->daily_values(measure, point);
}
NetworkSample ResultReader::network() const {
  return source_->network();
}
Snapshots ResultReader::snapshots(std::uint32_t campaign) const {
  return source_->snapshots(campaign);
}

}  // namespace rapport
