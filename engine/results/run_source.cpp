#include "results/run_source.hpp"

#include "core/failure.hpp"
#include "results/design_difference.hpp"
#include "results/journal_tables.hpp"
#include "results/result_file.hpp"
#include "results/result_place.hpp"

namespace rapport {
namespace {

/// A merge has thousands of sources, and HDF5 takes a megabyte for each file that is open: files
/// are closed between reads, and have to be the same when they are opened again: of one checksum,
/// or where there is none, as in journals, of one design.
template <class Opened>
class ReopenedSource : public RunSource {
 public:
  explicit ReopenedSource(const std::string& path) : path_(path) {
    const Opened first(path);
    design_ = first.design();
    needed_ = first.needed();
    checksum_ = first.checksum();
  }
  const std::string& path() const override { return path_; }
  const Design& design() const override { return design_; }
  NetworkSample network() const override { return opened().network(); }
  std::vector<std::string> programs() const override { return opened().programs(); }
  const std::vector<NeededReplicates>& needed() const override { return needed_; }
  std::vector<RunStatus> status() const override { return opened().status(); }
  void for_each_run(const std::function<void(RunRecord&&)>& use) const override {
    opened().for_each_run(use);
  }

 private:
  Opened opened() const {
    Opened again(path_);
    if (again.checksum() == checksum_ && design_difference(again.design(), design_).empty() &&
        again.design().replicates == design_.replicates) {
      return again;
    }
    throw Failure(ExitCode::input_output,
                  path_ + ": has become another result while it was read; give the command again");
  }

  std::string path_;
  Design design_;
  std::vector<NeededReplicates> needed_;
  std::uint64_t checksum_ = 0;
};

struct OpenedFile : ResultFile {
  using ResultFile::ResultFile;
  std::uint64_t checksum() const { return seal().checksum; }
  std::vector<std::string> programs() const { return {written_by()}; }
  std::vector<NeededReplicates> needed() const {
    if (!design().stop.is_set()) return {};
    return needed_in(status(), design());
  }
};

class OpenedJournal {
 public:
  explicit OpenedJournal(const std::string& path)
      : tables_(JournalTables::open(path)), design_(tables_.design()) {}
  const Design& design() const { return design_; }
  std::uint64_t checksum() const { return 0; }  // it may be written while it is read
  NetworkSample network() const { return tables_.network(); }
  std::vector<std::string> programs() const { return tables_.programs(); }
  std::vector<NeededReplicates> needed() const { return tables_.needed(); }
  std::vector<RunStatus> status() const { return tables_.status(design_); }
  void for_each_run(const std::function<void(RunRecord&&)>& use) const {
    tables_.for_each_run(design_, use);
  }

 private:
  JournalTables tables_;
  Design design_;
};

}  // namespace

std::unique_ptr<RunSource> RunSource::open(const std::string& path) {
  const ResultPlace place = result_place(path);
  if (place.is_journal) return std::make_unique<ReopenedSource<OpenedJournal>>(place.path);
  return std::make_unique<ReopenedSource<OpenedFile>>(place.path);
}

}  // namespace rapport
