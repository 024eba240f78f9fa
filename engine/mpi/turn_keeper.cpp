#include "mpi/turn_keeper.hpp"

#include <chrono>
#include <thread>

#include "mpi/messages.hpp"

namespace rapport::mpi {

TurnKeeper::TurnKeeper(const Journal& journal, AfterFailure after_failure)
    : turns_(journal), after_failure_(after_failure) {}

std::optional<Item> TurnKeeper::next() {
  const std::lock_guard lock(mutex_);
  if (closed_) return std::nullopt;
  auto item = turns_.next();
  if (item) open_ += item->campaigns.size();
  return item;
}

void TurnKeeper::note(const RunNews& run) {
  const std::lock_guard lock(mutex_);
  --open_;
  turns_.note(run);
  if (!run.failed) return;
  ++failed_;
  closed_ = closed_ || after_failure_ == AfterFailure::hand_out_nothing;
}

bool TurnKeeper::another_round() {
  std::unique_lock lock(mutex_);
  own_waits_ = true;
  judged_.wait(lock, [&] { return !own_waits_; });
  return goes_on_;
}

void TurnKeeper::give_up() {
  const std::lock_guard lock(mutex_);
  own_gone_ = closed_ = true;
}

std::vector<int> TurnKeeper::serve_round(int ranks) {
  std::vector<int> waiting;
  const auto all_wait = [&] {
    const std::lock_guard lock(mutex_);
    return static_cast<int>(waiting.size()) == ranks - 1 && (own_waits_ || own_gone_);
  };
  while (!all_wait()) {
    const auto message = receive_if_there();
    if (!message) {
      // Without taking a processor from the runs, as a blocking call would.
      std::this_thread::sleep_for(std::chrono::microseconds(200));
    } else if (message->about == About::wants_item) {
      send(message->rank, About::takes_item, words_of(next()));
    } else {
      for (const RunNews& run : news_of(message->words)) note(run);
      waiting.push_back(message->rank);
    }
  }
  return waiting;
}

bool TurnKeeper::judge() {
  const std::lock_guard lock(mutex_);
  // Runs that a limit came before are still open, or were never handed out.
  const bool complete = open_ == 0 && turns_.missing() == 0;
  const bool more = complete && turns_.advance();
  finished_ = complete && !more;
  goes_on_ = more && !closed_;
  own_waits_ = false;
  judged_.notify_one();
  return goes_on_;
}

void TurnKeeper::serve(int ranks) {
  for (bool goes_on = true; goes_on;) {
    const std::vector<int> waiting = serve_round(ranks);
    goes_on = judge();
    for (const int rank : waiting) send(rank, About::next_round, {goes_on ? 1u : 0u});
  }
}

}  // namespace rapport::mpi
