// Runs one run of a result again, from the scenario that the result keeps.
#pragma once

#include <memory>
#include <string>

#include "experiment/person_story.hpp"
#include "experiment/study.hpp"
#include "population/traits.hpp"
#include "results/result_reader.hpp"
#include "simulation/run_result.hpp"

namespace rapport {

class Replay {
 public:
  /// Prepares the run at `key`. Paths in the scenario start from `folder`. Throws Failure: bad_data
  /// when the scenario, with the files it names, is not the design of the result any more, as after
  /// a change of those files or with another version of the program.
  Replay(const Design& design, RunKey key, const std::string& folder,
         const NetworkBuilding& building);

  /// The run as it was.
  RunResult run() const;
  /// The same run, told from one person's side.
  PersonStory story(std::uint32_t person) const;
  /// The person whom a text names: by number, or as the file of the network writes ids. Throws
  /// Failure(usage) when there is nobody of that name.
  std::uint32_t person_called(const std::string& text) const;

 private:
  WorldInputs inputs() const;

  Study study_;  // the one point of the run
  RunKey key_;
  Scenario scenario_;
  std::shared_ptr<const Network> network_;
  Population population_;
};

}  // namespace rapport
