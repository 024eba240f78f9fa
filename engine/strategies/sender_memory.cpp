#include "strategies/sender_memory.hpp"

namespace rapport {

void SenderMemory::learn(Day day, const Answers& answers) {
  std::unordered_set<std::uint32_t> newly_connected;
  for (const auto& each : answers.connected) newly_connected.insert(each.person);
  std::vector<std::uint32_t> lost_again;
  for (const std::uint32_t person : answers.lost) {
    // Of those who connected and were lost on one day: whether the loss came first.
    if (newly_connected.contains(person) && !connected.contains(person)) {
      lost_again.push_back(person);
    } else {
      lose(person);
    }
  }
  // Whoever was lost and connects again stands among the connections once, as a new one.
  std::erase_if(newly_connected, [&](std::uint32_t person) { return !lost.contains(person); });
  if (!newly_connected.empty()) {
    std::erase_if(connections,
                  [&](const Connection& each) { return newly_connected.contains(each.person); });
  }
  for (const auto& [person, topic] : answers.connected) {
    lost.erase(person);
    connected.insert(person);
    connections.push_back({person, topic, day});
  }
  for (const std::uint32_t person : lost_again) lose(person);
}

void SenderMemory::lose(std::uint32_t person) {
  connected.erase(person);
  lost.insert(person);
}

}  // namespace rapport
