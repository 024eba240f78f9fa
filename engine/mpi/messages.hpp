// What the ranks say to each other: the words on the wire, and how to wait for them.
#pragma once

#include <optional>
#include <vector>

#include "experiment/missing_runs.hpp"

namespace rapport::mpi {

/// What a message is about, as its tag.
enum class About : int {
  wants_item = 1,  // to rank 0, without words
  takes_item = 2,  // from rank 0: the item, or no words at the end of the round
  ends_round = 3,  // to rank 0: news of every run of the round
  next_round = 4,  // from rank 0: one word, 1 when there is another round
};

using Words = std::vector<std::uint64_t>;

struct Message {
  int rank = 0;  // of the sender
  About about = About::wants_item;
  Words words;
};

void send(int rank, About about, const Words& words = {});
/// Waits for a message about that of that rank.
Words receive(int rank, About about);
/// The next message of any rank, if one is there.
std::optional<Message> receive_if_there();

Words words_of(const std::optional<Item>& item);
std::optional<Item> item_of(const Words& words);
Words words_of(const std::vector<RunNews>& news);
std::vector<RunNews> news_of(const Words& words);

}  // namespace rapport::mpi
