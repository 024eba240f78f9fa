#include "mpi/remote_work.hpp"

#include "mpi/messages.hpp"

namespace rapport::mpi {

std::optional<Item> RemoteWork::next() {
  send(0, About::wants_item);
  return item_of(receive(0, About::takes_item));
}

bool RemoteWork::another_round() {
  send(0, About::ends_round, words_of(news_));
  news_.clear();
  return receive(0, About::next_round) == Words{1};
}

}  // namespace rapport::mpi
