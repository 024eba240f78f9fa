#include "simulation/touch_log.hpp"

#include "encounter/batch.hpp"

namespace rapport {

void TouchLog::note(const Batch& b, Day) {
  for (std::size_t i = 0; i < b.size; ++i) {
    if (b.from_sender()) events.push_back({b.target[i], b.channel(), false});
    if (b.bought[i]) events.push_back({b.target[i], b.channel(), true});
  }
}

}  // namespace rapport
