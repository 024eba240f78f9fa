#include "strategies/sender_memory.hpp"

namespace rapport {

void SenderMemory::learn(Day day, const Answers& answers) {
  lost.insert(answers.lost.begin(), answers.lost.end());
  for (const auto& [person, topic] : answers.connected) {
    lost.erase(person);
    connections.push_back({person, topic, day});
  }
}

}  // namespace rapport
