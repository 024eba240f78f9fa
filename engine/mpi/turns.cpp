#include "mpi/turns.hpp"

#include <chrono>
#include <mpi.h>
#include <thread>
#include <vector>

namespace rapport::mpi {
namespace {

constexpr int wants_item = 1, takes_item = 2, ends = 3;  // tags
constexpr int report_words = 4;

/// An item as a message: replicate, point, campaigns; an empty one when nothing is left.
std::vector<std::uint32_t> packed(const std::optional<Item>& item) {
  if (!item) return {};
  std::vector<std::uint32_t> words = {item->replicate, item->point};
  words.insert(words.end(), item->campaigns.begin(), item->campaigns.end());
  return words;
}

std::optional<Item> unpacked(const std::vector<std::uint32_t>& words) {
  if (words.size() < 2) return std::nullopt;
  return Item{words[0], words[1], {words.begin() + 2, words.end()}};
}

/// Waits for a message without taking a processor from the runs, as a blocking call would.
MPI_Status wait_for_message() {
  MPI_Status status;
  for (int there = 0;;) {
    MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, &there, &status);
    if (there != 0) return status;
    std::this_thread::sleep_for(std::chrono::microseconds(200));
  }
}

}  // namespace

TurnKeeper::TurnKeeper(const Journal& journal)
    : targets_(journal.design(), journal), missing_(journal) {}

std::optional<Item> TurnKeeper::next() {
  const std::lock_guard lock(mutex_);
  return missing_.next(targets_);
}

RankReport TurnKeeper::serve(int ranks) {
  RankReport sum;
  for (int left = ranks - 1; left > 0;) {
    const MPI_Status status = wait_for_message();
    const int rank = status.MPI_SOURCE;
    if (status.MPI_TAG == wants_item) {
      MPI_Recv(nullptr, 0, MPI_UINT32_T, rank, wants_item, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
      const std::vector<std::uint32_t> words = packed(next());
      MPI_Send(words.data(), static_cast<int>(words.size()), MPI_UINT32_T, rank, takes_item,
               MPI_COMM_WORLD);
      continue;
    }
    std::uint64_t words[report_words] = {};
    MPI_Recv(words, report_words, MPI_UINT64_T, rank, ends, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
    sum.done += words[0];
    sum.failed += words[1];
    sum.encounters += words[2];
    sum.finished = sum.finished & words[3];
    --left;
  }
  return sum;
}

std::optional<Item> ask_for_item() {
  MPI_Send(nullptr, 0, MPI_UINT32_T, 0, wants_item, MPI_COMM_WORLD);
  MPI_Status status;
  MPI_Probe(0, takes_item, MPI_COMM_WORLD, &status);
  int size = 0;
  MPI_Get_count(&status, MPI_UINT32_T, &size);
  std::vector<std::uint32_t> words(static_cast<std::size_t>(size));
  MPI_Recv(words.data(), size, MPI_UINT32_T, 0, takes_item, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
  return unpacked(words);
}

void report_end(const RankReport& report) {
  const std::uint64_t words[report_words] = {report.done, report.failed, report.encounters,
                                             report.finished};
  MPI_Send(words, report_words, MPI_UINT64_T, 0, ends, MPI_COMM_WORLD);
}

}  // namespace rapport::mpi
