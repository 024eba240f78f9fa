#include "mpi/messages.hpp"

#include <bit>
#include <chrono>
#include <mpi.h>
#include <thread>

#include "core/contract.hpp"

namespace rapport::mpi {
namespace {

constexpr std::size_t words_of_news = 5;

Words receive_words(const MPI_Status& status) {
  int size = 0;
  MPI_Get_count(&status, MPI_UINT64_T, &size);
  Words words(static_cast<std::size_t>(size));
  MPI_Recv(words.data(), size, MPI_UINT64_T, status.MPI_SOURCE, status.MPI_TAG, MPI_COMM_WORLD,
           MPI_STATUS_IGNORE);
  return words;
}

}  // namespace

void send(int rank, About about, const Words& words) {
  MPI_Send(words.data(), static_cast<int>(words.size()), MPI_UINT64_T, rank,
           static_cast<int>(about), MPI_COMM_WORLD);
}

Words receive(int rank, About about) {
  constexpr int soon = 1'000;  // looks; an item comes before that, a verdict may take minutes
  MPI_Status status;
  int there = 0;
  for (int look = 0; there == 0; ++look) {
    MPI_Iprobe(rank, static_cast<int>(about), MPI_COMM_WORLD, &there, &status);
    if (there != 0) break;
    // A blocking call would take a processor from the runs.
    if (look < soon) std::this_thread::yield();
    if (look >= soon) std::this_thread::sleep_for(std::chrono::microseconds(200));
  }
  return receive_words(status);
}

std::optional<Message> receive_if_there() {
  MPI_Status status;
  int there = 0;
  MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, &there, &status);
  if (there == 0) return std::nullopt;
  return Message{status.MPI_SOURCE, static_cast<About>(status.MPI_TAG), receive_words(status)};
}

Words words_of(const std::optional<Item>& item) {
  if (!item) return {};
  Words words = {item->replicate, item->point};
  words.insert(words.end(), item->campaigns.begin(), item->campaigns.end());
  return words;
}

std::optional<Item> item_of(const Words& words) {
  if (words.size() < 2) return std::nullopt;
  Item item{static_cast<std::uint32_t>(words[0]), static_cast<std::uint32_t>(words[1]), {}};
  for (std::size_t k = 2; k < words.size(); ++k) {
    item.campaigns.push_back(static_cast<std::uint32_t>(words[k]));
  }
  return item;
}

Words words_of(const std::vector<RunNews>& news) {
  Words words;
  for (const RunNews& run : news) {
    words.insert(words.end(), {run.key.point, run.key.campaign, run.key.replicate,
                               run.failed ? 1u : 0u, std::bit_cast<std::uint64_t>(run.value)});
  }
  return words;
}

std::vector<RunNews> news_of(const Words& words) {
  RAPPORT_EXPECTS(words.size() % words_of_news == 0);
  std::vector<RunNews> news;
  for (std::size_t at = 0; at < words.size(); at += words_of_news) {
    const auto number = [&](std::size_t k) { return static_cast<std::uint32_t>(words[at + k]); };
    news.push_back(
        {{number(0), number(1), number(2)}, number(3) != 0, std::bit_cast<double>(words[at + 4])});
  }
  return news;
}

}  // namespace rapport::mpi
