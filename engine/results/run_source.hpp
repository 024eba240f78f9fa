// The runs of a result file or of a journal, one after the other, whichever stands there.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "results/design.hpp"
#include "results/needed_replicates.hpp"
#include "results/run_record.hpp"

namespace rapport {

class RunSource {
 public:
  virtual ~RunSource() = default;
  RunSource(const RunSource&) = delete;
  RunSource& operator=(const RunSource&) = delete;

  /// RESULT.h5, or its journal RESULT.h5.part when only that exists. Design and needed replicates
  /// are read at once; it is opened for each other read and closed again. Throws Failure like
  /// ResultReader::open, as reads do; input_output when another result stands there by then.
  static std::unique_ptr<RunSource> open(const std::string& path);

  /// The file that is read.
  virtual const std::string& path() const = 0;
  virtual const Design& design() const = 0;
  virtual NetworkSample network() const = 0;
  /// Commits of the programs that made its runs; a result knows only of the one that wrote it.
  virtual std::vector<std::string> programs() const = 0;
  /// What a stopping rule has decided of its points.
  virtual const std::vector<NeededReplicates>& needed() const = 0;
  /// [point][campaign][replicate].
  virtual std::vector<RunStatus> status() const = 0;
  /// Every run that is done or failed, with all it left, in canonical order; few of them are in
  /// memory at once.
  virtual void for_each_run(const std::function<void(RunRecord&&)>& use) const = 0;

 protected:
  RunSource() = default;
};

}  // namespace rapport
