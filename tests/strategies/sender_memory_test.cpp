// What a sender knows of its connections.
#include "strategies/sender_memory.hpp"

#include <catch2/catch.hpp>

using namespace rapport;

namespace {

Answers evening(std::vector<std::uint32_t> connected, std::vector<std::uint32_t> lost) {
  Answers answers;
  for (const std::uint32_t person : connected) answers.connected.push_back({person, 0});
  answers.lost = std::move(lost);
  return answers;
}

/// How often a person stands among those who are connected and not lost.
std::size_t times_connected(const SenderMemory& memory, std::uint32_t person) {
  if (memory.lost.contains(person)) return 0;
  std::size_t times = 0;
  for (const Connection& connection : memory.connections) times += connection.person == person;
  return times;
}

}  // namespace

TEST_CASE("Who connects is a connection until it is lost") {
  SenderMemory memory;
  memory.learn(0, evening({5, 6}, {}));
  CHECK(times_connected(memory, 5) == 1);
  memory.learn(3, evening({}, {5}));
  CHECK(times_connected(memory, 5) == 0);
  CHECK(times_connected(memory, 6) == 1);
}

TEST_CASE("There is nothing to invite to who is connected or was addressed before") {
  SenderMemory memory;
  memory.addressed.insert(7);
  memory.learn(0, evening({5}, {}));
  CHECK_FALSE(memory.is_to_be_invited(5));
  CHECK_FALSE(memory.is_to_be_invited(7));
  CHECK(memory.is_to_be_invited(6));
  memory.learn(1, evening({}, {5}));
  CHECK(memory.is_to_be_invited(5));
}

TEST_CASE("Who connects and is lost on the same day is no connection") {
  SenderMemory memory;
  memory.learn(0, evening({5, 6}, {5}));
  CHECK(times_connected(memory, 5) == 0);
  CHECK(times_connected(memory, 6) == 1);
}

TEST_CASE("Who is lost and connects again stands among the connections once, as a new one") {
  SenderMemory memory;
  memory.learn(0, evening({5, 6}, {}));
  memory.learn(1, evening({}, {5}));
  memory.learn(2, evening({5}, {}));
  CHECK(times_connected(memory, 5) == 1);
  CHECK(memory.connections.back().person == 5);
  CHECK(memory.connections.back().heard == 2);
  CHECK(memory.connections.size() == 2);
}

TEST_CASE("A connection that is lost and won back on one day is one in the evening") {
  SenderMemory memory;
  memory.learn(0, evening({5}, {}));
  memory.learn(4, evening({5}, {5}));
  CHECK(times_connected(memory, 5) == 1);
}
