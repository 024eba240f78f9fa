// Somebody who watches the encounters of a run as they happen, without changing them.
#pragma once

#include "core/ids.hpp"

namespace rapport {

struct Batch;

class EncounterLog {
 public:
  virtual ~EncounterLog() = default;
  /// Called for every batch of the campaign's own sender, after all rules.
  virtual void note(const Batch& batch, Day day) = 0;
};

}  // namespace rapport
