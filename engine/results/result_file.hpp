// An existing RESULT.h5, opened for reading.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/failure.hpp"
#include "results/design.hpp"
#include "results/file_seal.hpp"
#include "results/hdf5_input.hpp"
#include "results/run_record.hpp"

namespace rapport {

/// Whether the file is a result of ours, be it damaged or of another version: by its seal, which
/// need not fit, or by the program that it names.
bool is_result(const std::string& path);

/// Holds the file open. Throws Failure: missing_input, bad_data with the reason when the file is
/// not a result, is damaged or was written by a newer schema.
class ResultFile {
 public:
  explicit ResultFile(const std::string& path);

  const Design& design() const { return design_; }
  /// As it was when the file was opened: intact, or none.
  const CheckedSeal& seal() const { return seal_; }
  /// The commit of the program that wrote the file.
  std::string written_by() const;
  std::vector<RunStatus> status() const;
  std::vector<std::uint64_t> digests() const;
  std::vector<double> final_values(Measure measure) const;
  std::vector<float> daily_values(Measure measure) const;
  std::vector<float> daily_values(Measure measure, std::uint32_t point) const;
  NetworkSample network() const;
  Snapshots snapshots(std::uint32_t campaign) const;
  /// Every run of the file with all it left, in canonical order, a block of them in memory at once.
  void for_each_run(const std::function<void(RunRecord&&)>& use) const;
  /// Throws bad_data when the dataset of a measure is missing or has other sizes than the runs.
  void expect_every_measure() const;
  /// Recomputes the checksum; throws bad_data when it differs from the one in the file.
  std::string expect_checksum() const;

 private:
  /// Runs `read`; what HDF5 finds wrong is damage to this file.
  template <class Read>
  auto guarded(Read&& read) const -> decltype(read()) {
    try {
      return read();
    } catch (const Hdf5Error& error) {
      throw damaged(error.what());
    }
  }
  Failure damaged(const std::string& reason) const;
  Design read_design() const;
  Extent runs() const {
    return {design_.points.size(), design_.campaigns.size(), design_.replicates};
  }

  std::string path_;
  CheckedSeal seal_;
  Hdf5Handle file_;
  Design design_;
};

}  // namespace rapport
