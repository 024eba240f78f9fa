#include "strategies/sender_memory.hpp"

#include <algorithm>

namespace rapport {
namespace {

// Of those who connected and were lost on one day: whether the loss came first.
bool was_connected_before(const SenderMemory& memory, std::uint32_t person) {
  if (memory.lost.contains(person)) return false;
  return std::any_of(memory.connections.begin(), memory.connections.end(),
                     [person](const Connection& each) { return each.person == person; });
}

}  // namespace

void SenderMemory::learn(Day day, const Answers& answers) {
  std::unordered_set<std::uint32_t> newly_connected;
  for (const auto& connected : answers.connected) newly_connected.insert(connected.person);
  std::vector<std::uint32_t> lost_again;
  for (const std::uint32_t person : answers.lost) {
    if (newly_connected.contains(person) && !was_connected_before(*this, person)) {
      lost_again.push_back(person);
    } else {
      lost.insert(person);
    }
  }
  // Whoever was lost and connects again stands here once, as a new connection.
  const bool won_back = std::any_of(newly_connected.begin(), newly_connected.end(),
                                    [this](std::uint32_t person) { return lost.contains(person); });
  if (won_back) {
    std::erase_if(connections, [&](const Connection& each) {
      return newly_connected.contains(each.person) && lost.contains(each.person);
    });
  }
  for (const auto& [person, topic] : answers.connected) {
    lost.erase(person);
    connections.push_back({person, topic, day});
  }
  lost.insert(lost_again.begin(), lost_again.end());
}

}  // namespace rapport
