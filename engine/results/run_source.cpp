#include "results/run_source.hpp"

#include "results/journal_tables.hpp"
#include "results/result_file.hpp"
#include "results/result_place.hpp"

namespace rapport {
namespace {

class FileSource : public RunSource {
 public:
  explicit FileSource(const std::string& path) : path_(path), file_(path) {}
  const std::string& path() const override { return path_; }
  const Design& design() const override { return file_.design(); }
  NetworkSample network() const override { return file_.network(); }
  std::vector<NeededReplicates> needed() const override {
    return needed_in(file_.status(), file_.design());
  }
  std::vector<RunStatus> status() const override { return file_.status(); }
  void for_each_run(const std::function<void(const RunRecord&)>& use) const override {
    file_.for_each_run(use);
  }

 private:
  std::string path_;
  ResultFile file_;
};

class JournalSource : public RunSource {
 public:
  explicit JournalSource(const std::string& path)
      : path_(path), tables_(JournalTables::open(path)), design_(tables_.design()) {}
  const std::string& path() const override { return path_; }
  const Design& design() const override { return design_; }
  NetworkSample network() const override { return tables_.network(); }
  std::vector<NeededReplicates> needed() const override { return tables_.needed(); }
  std::vector<RunStatus> status() const override { return tables_.status(design_); }
  void for_each_run(const std::function<void(const RunRecord&)>& use) const override {
    tables_.for_each_run(design_, use);
  }

 private:
  std::string path_;
  JournalTables tables_;
  Design design_;
};

}  // namespace

std::unique_ptr<RunSource> RunSource::open(const std::string& path) {
  const ResultPlace place = result_place(path);
  if (place.is_journal) return std::make_unique<JournalSource>(place.path);
  return std::make_unique<FileSource>(place.path);
}

}  // namespace rapport
