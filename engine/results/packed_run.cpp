#include "results/packed_run.hpp"

#include <utility>

#include "results/daily_blob.hpp"

namespace rapport {

PackedRun::PackedRun(RunRecord record) : run(std::move(record)) {
  const std::vector<float> days = std::exchange(run.result.daily, {});
  if (!days.empty()) daily = daily_blob(days, measure_count);
}

std::size_t PackedRun::bytes() const {
  const RunResult& result = run.result;
  return sizeof(PackedRun) + daily.size() +
         sizeof(float) * (result.final_trust.size() + result.final_annoyance.size());
}

}  // namespace rapport
