// The sampled network and the pictures of one run of each campaign, with which a report needs no
// simulation.
#include <algorithm>
#include <array>
#include <limits>
#include <set>

#include "population/relations.hpp"
#include "results/result_schema.hpp"
#include "results/result_sections.hpp"

namespace rapport {
namespace {

void describe(const Hdf5Handle& variable, std::string_view long_name, std::string_view unit) {
  put_attribute(variable.get(), "long_name", long_name);
  put_attribute(variable.get(), "units", unit);
}

Axis create_person_axis(hid_t group, const NetworkSample& network) {
  Axis person = create_axis<std::uint32_t>(group, "person", network.person);
  put_attribute(person.scale.get(), "long_name", "number of the sampled person in the network");
  return person;
}

void write_network(hid_t root, const NetworkSample& network) {
  const Hdf5Handle group = create_group(root, "network");
  put_attribute(group.get(), "people_in_network", network.people_in_network);
  put_attribute(group.get(), "ties_in_network", network.ties_in_network);
  const Axis person = create_person_axis(group.get(), network);
  const Hdf5Handle community =
      write_dataset<std::uint32_t>(group.get(), "community", {&person}, network.community);
  put_attribute(community.get(), "long_name", "community of the person");
  describe(write_dataset<float>(group.get(), "x", {&person}, network.x), "layout, across", "1");
  describe(write_dataset<float>(group.get(), "y", {&person}, network.y), "layout, up", "1");
  if (network.tie_from.empty())
    return;  // readers take a dimension of length 0 for an unlimited one
  const Axis tie = create_index_axis(group.get(), "tie", network.tie_from.size());
  for (const auto& [name, ends] :
       {std::pair("tie_from", &network.tie_from), std::pair("tie_to", &network.tie_to)}) {
    const Hdf5Handle variable = write_dataset<std::uint32_t>(group.get(), name, {&tie}, *ends);
    put_attribute(variable.get(), "long_name", "end of the tie, as a position along person");
  }
}

/// The pictures of all campaigns on the union of their days: a campaign may have ended early.
class Album {
 public:
  Album(const Design& design, const JournalTables& tables, std::size_t people) : people_(people) {
    std::set<Day> days;
    for (std::uint32_t campaign = 0; campaign < design.campaigns.size(); ++campaign) {
      pictures_.push_back(tables.snapshots(campaign));
      const Snapshots& pictures = pictures_.back();
      const std::size_t taken = pictures.days.size();
      if (pictures.trust_histogram.size() != taken * Snapshots::bins ||
          pictures.annoyance_histogram.size() != taken * Snapshots::bins ||
          pictures.trust.size() != taken * people || pictures.annoyance.size() != taken * people ||
          pictures.stage.size() != taken * people) {
        tables.database().fail(SQLITE_CORRUPT);
      }
      days.insert(pictures.days.begin(), pictures.days.end());
    }
    days_.assign(days.begin(), days.end());
  }

  const std::vector<Day>& days() const { return days_; }

  /// [campaign][day][width] of one column of the pictures, `empty` where none was taken.
  template <class T>
  std::vector<T> gather(std::vector<T> Snapshots::*column, std::size_t width, T empty) const {
    std::vector<T> all(pictures_.size() * days_.size() * width, empty);
    auto to = all.begin();
    for (const Snapshots& pictures : pictures_) {
      for (const Day day : days_) {
        const auto found = std::find(pictures.days.begin(), pictures.days.end(), day);
        if (found != pictures.days.end()) {
          const auto row = (found - pictures.days.begin()) * static_cast<std::ptrdiff_t>(width);
          std::copy_n((pictures.*column).begin() + row, width, to);
        }
        to += static_cast<std::ptrdiff_t>(width);
      }
    }
    return all;
  }

 private:
  std::size_t people_;
  std::vector<Snapshots> pictures_;
  std::vector<Day> days_;
};

Axis create_snapshot_axis(hid_t group, const std::vector<Day>& days) {
  Axis axis = create_axis<Day>(group, "snapshot_day", days);
  describe(axis.scale, "the picture is taken at the end of this day", "day");
  return axis;
}

void write_distribution(hid_t root, const Design& design, const Album& album) {
  const Hdf5Handle group = create_group(root, "distribution");
  const Axis campaign = create_axis(group.get(), "campaign", design.campaigns);
  const Axis day = create_snapshot_axis(group.get(), album.days());
  std::vector<double> middles;
  for (std::size_t bin = 0; bin < Snapshots::bins; ++bin) {
    middles.push_back((static_cast<double>(bin) + 0.5) / static_cast<double>(Snapshots::bins));
  }
  const Axis bin = create_axis<double>(group.get(), "bin", middles);
  describe(bin.scale, "middle of the bin", "1");
  const Axes axes = {&campaign, &day, &bin};
  const auto trust = album.gather(&Snapshots::trust_histogram, Snapshots::bins, 0u);
  describe(write_dataset<std::uint32_t>(group.get(), "trust", axes, trust),
           "people by trust, replicate 0 of design point 0", "people");
  const auto annoyance = album.gather(&Snapshots::annoyance_histogram, Snapshots::bins, 0u);
  describe(write_dataset<std::uint32_t>(group.get(), "annoyance", axes, annoyance),
           "people by annoyance, replicate 0 of design point 0", "people");
}

void write_snapshots(hid_t root, const Design& design, const NetworkSample& network,
                     const Album& album) {
  const Hdf5Handle group = create_group(root, "snapshots");
  const Axis campaign = create_axis(group.get(), "campaign", design.campaigns);
  const Axis day = create_snapshot_axis(group.get(), album.days());
  const Axis person = create_person_axis(group.get(), network);
  const Axes axes = {&campaign, &day, &person};
  const std::size_t width = network.person.size();
  const float none = std::numeric_limits<float>::quiet_NaN();
  const auto trust = album.gather(&Snapshots::trust, width, none);
  describe(write_dataset<float>(group.get(), "trust", axes, trust),
           "trust of the sampled people, replicate 0 of design point 0", "1");
  const auto annoyance = album.gather(&Snapshots::annoyance, width, none);
  describe(write_dataset<float>(group.get(), "annoyance", axes, annoyance),
           "annoyance of the sampled people, replicate 0 of design point 0", "1");
  const auto stages_seen = album.gather(&Snapshots::stage, width, schema::no_stage);
  const Hdf5Handle stage = write_dataset<std::uint8_t>(group.get(), "stage", axes, stages_seen);
  put_attribute(stage.get(), "long_name", "how close the sampled people stand to the sender");
  static_assert(stages == 4, "flag_meanings names every stage");
  constexpr std::array<std::uint8_t, stages + 1> flags = {0, 1, 2, 3, schema::no_stage};
  put_attribute(stage.get(), "flag_values", std::span<const std::uint8_t>(flags));
  put_attribute(stage.get(), "flag_meanings", "stranger invited connected customer no_picture");
}

}  // namespace

void write_pictures(hid_t root, const Design& design, const JournalTables& tables) {
  const NetworkSample network = tables.network();
  if (!network.person.empty()) write_network(root, network);
  const Album album(design, tables, network.person.size());
  if (album.days().empty()) return;
  write_distribution(root, design, album);
  if (!network.person.empty()) write_snapshots(root, design, network, album);
}

}  // namespace rapport
