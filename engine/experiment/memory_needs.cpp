#include "experiment/memory_needs.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "core/failure.hpp"
#include "experiment/resources.hpp"
#include "experiment/run_study.hpp"
#include "input/network_source.hpp"
#include "measures/measures.hpp"

namespace rapport {
namespace {

// For each sender of a world a person takes 16 bytes of relation and up to 8 of the list of touched
// people, which grows by doubling; 4 of the calendar of market entries; 2 of the day on which its
// view began to form; a bit each for whether it has heard good news and found out a deceit; and
// among rivals a byte for each of the three places in which people may come upon it.
constexpr double bytes_of_person_with_sender = 16 + 8 + 4 + 2 + 0.25;
constexpr double bytes_of_traits = 16;

double people_of(const StudyNetwork& network) {
  if (network.built) return network.built->graph.people();
  // How many a file holds is known once it is read.
  return network.spec.kind == NetworkKind::file ? 0 : network.spec.people;
}

double bytes_of_record(const Design& design, double people) {
  double bytes = 8.0 * static_cast<double>(measure_count);
  if (design.daily) bytes += 4.0 * static_cast<double>(measure_count) * design.days;
  if (design.people_output) bytes += 8.0 * people;
  return bytes;
}

double bytes_of_person_in_world(const Scenario& scenario) {
  std::size_t rivals = 0;
  for (const Campaign& campaign : scenario.campaigns) {
    rivals = std::max(rivals, campaign.rivals.size());
  }
  if (rivals == 0) return bytes_of_person_with_sender;
  return static_cast<double>(rivals + 1) * (bytes_of_person_with_sender + 3);
}

/// Runs in one network on all threads.
double bytes_of_worlds(const Study& study, const StudyNetwork& network, unsigned threads) {
  const double people = people_of(network);
  // No more at once than there are at all.
  const double campaigns = static_cast<double>(study.design.campaigns.size());
  const double items = std::min(static_cast<double>(items_under_way(threads)),
                                static_cast<double>(study.points.size()) * study.design.replicates);
  const double worlds = std::min<double>(threads, items * campaigns);
  const double records = campaigns * bytes_of_record(study.design, people);
  double bytes = worlds * people * bytes_of_person_in_world(study.reader->scenario()) +
                 items * (people * bytes_of_traits + records) + records + 2 * bytes_of_batch;
  if (network.spec.per_replicate) {
    const NetworkMemory own = network_memory(network.spec);
    bytes += items * own.kept + worlds * (own.building - own.kept);
  }
  return bytes;
}

std::string gibibytes(double bytes) {
  return fmt::format("{:.1f} GiB", bytes * 0x1p-30);
}

}  // namespace

MemoryNeeds memory_needs(const Study& study, unsigned threads) {
  MemoryNeeds needs;
  for (const StudyNetwork& network : study.networks) {
    needs.worlds = std::max(needs.worlds, bytes_of_worlds(study, network, threads));
    if (network.built) continue;
    const NetworkMemory own = network_memory(network.spec);
    needs.networks += own.kept;
    needs.building = std::max(needs.building, own.building - own.kept);
  }
  return needs;
}

void expect_memory(const Study& study, unsigned threads) {
  const MemoryNeeds needs = memory_needs(study, threads);
  const auto available = static_cast<double>(available_memory());
  if (needs.most() <= available) return;
  throw Failure(
      ExitCode::bad_data,
      fmt::format("the networks of this study need about {} of memory, building them {} more, and "
                  "its runs on {} thread{} {} more, but only {} are free; use fewer people, fewer "
                  "design points that change the network, or fewer threads",
                  gibibytes(needs.networks), gibibytes(needs.building), threads,
                  threads == 1 ? "" : "s", gibibytes(needs.worlds), gibibytes(available)));
}

}  // namespace rapport
