// A result with planted truths: plain arrays behind the same accessors that a file has.
#pragma once

#include <functional>
#include <limits>
#include <map>
#include <string>
#include <vector>

#include "analysis/findings/result_table.hpp"
#include "core/random.hpp"

namespace rapport::test {

/// Value of one run: (point, campaign, replicate).
using Plant = std::function<double(RunKey)>;
/// Value of one day of one run.
using DailyPlant = std::function<double(RunKey, std::size_t day)>;

class PlantedResult {
 public:
  PlantedResult(std::vector<std::string> campaigns, std::uint32_t replicates) {
    design_.campaigns = std::move(campaigns);
    design_.replicates = replicates;
    design_.points = {{}};
    design_.days = 90;
    design_.daily = false;
    design_.seed = 42;
  }

  Design& design() { return design_; }
  PlantedResult& final(Measure measure, Plant plant) {
    finals_[measure] = std::move(plant);
    return *this;
  }
  PlantedResult& daily(Measure measure, DailyPlant plant) {
    design_.daily = true;
    dailies_[measure] = std::move(plant);
    return *this;
  }
  PlantedResult& lose(RunKey run, RunStatus status) {
    lost_[run] = status;
    return *this;
  }

  /// A view; this object must outlive it.
  ResultTable table() const {
    ResultTable table;
    table.design = design_;
    table.partial = !lost_.empty();
    each_run([&](RunKey run) {
      table.status.push_back(lost_.count(run) > 0 ? lost_.at(run) : RunStatus::done);
    });
    table.final_values = [this](Measure measure) {
      std::vector<double> values;
      each_run([&](RunKey run) {
        const auto plant = finals_.find(measure);
        const double value = plant == finals_.end() ? 0 : plant->second(run);
        values.push_back(lost_.count(run) > 0 ? missing : value);
      });
      return values;
    };
    table.daily_values = [this](Measure measure) {
      std::vector<float> values;
      each_run([&](RunKey run) {
        for (std::size_t day = 0; day < static_cast<std::size_t>(design_.days); ++day) {
          const auto plant = dailies_.find(measure);
          const double value = plant == dailies_.end() ? 0 : plant->second(run, day);
          values.push_back(static_cast<float>(lost_.count(run) > 0 ? missing : value));
        }
      });
      return values;
    };
    table.daily_values_at = [all = table.daily_values, this](Measure measure, std::uint32_t point) {
      const std::vector<float> values = all(measure);
      const auto of_point = static_cast<std::ptrdiff_t>(values.size() / design_.points.size());
      const auto first = values.begin() + static_cast<std::ptrdiff_t>(point) * of_point;
      return std::vector<float>(first, first + of_point);
    };
    return table;
  }

 private:
  static constexpr double missing = std::numeric_limits<double>::quiet_NaN();

  template <typename Visit>
  void each_run(Visit visit) const {
    for (std::uint32_t point = 0; point < design_.points.size(); ++point) {
      for (std::uint32_t campaign = 0; campaign < design_.campaigns.size(); ++campaign) {
        for (std::uint32_t replicate = 0; replicate < design_.replicates; ++replicate) {
          visit(RunKey{point, campaign, replicate});
        }
      }
    }
  }

  Design design_;
  std::map<Measure, Plant> finals_;
  std::map<Measure, DailyPlant> dailies_;
  std::map<RunKey, RunStatus> lost_;
};

/// Luck between -1 and 1, shared by all campaigns unless the campaign is part of the address.
inline double luck(std::uint32_t replicate, std::uint32_t address) {
  const float uniform =
      Draws(7, replicate).uniform(PersonId{address}, 0, 0, Purpose::critical_value);
  return 2 * static_cast<double>(uniform) - 1;
}

}  // namespace rapport::test
