// Public complaints that wait for an answer; everybody can read them.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <unordered_map>
#include <vector>

#include "core/ids.hpp"

namespace rapport {

struct OpenComplaint {
  std::uint32_t person = 0;  // who complains
  Day voiced = 0;
  bool fuelled = false;        // the sender has attacked whoever complains
  std::uint32_t audience = 0;  // neighbours of the person
  float until_seen = 0;  // how unlikely a row of misses is before the next neighbour sees it, -log2
};

/// At most one complaint of each person. Closing one moves the last one into its place.
class OpenComplaints {
 public:
  OpenComplaints() = default;
  OpenComplaints(std::initializer_list<OpenComplaint> complaints) {
    for (const OpenComplaint& complaint : complaints) open(complaint);
  }

  bool empty() const { return all_.empty(); }
  std::size_t size() const { return all_.size(); }
  auto begin() const { return all_.begin(); }
  auto end() const { return all_.end(); }
  OpenComplaint& operator[](std::size_t k) { return all_[k]; }
  std::span<OpenComplaint> all() { return all_; }

  /// Takes the place of an earlier complaint of the same person.
  void open(const OpenComplaint& complaint) {
    const auto [place, added] =
        place_.try_emplace(complaint.person, static_cast<std::uint32_t>(all_.size()));
    if (added) {
      all_.push_back(complaint);
    } else {
      all_[place->second] = complaint;
    }
  }
  /// Null when the person has none.
  const OpenComplaint* find(std::uint32_t person) const {
    const auto place = place_.find(person);
    return place == place_.end() ? nullptr : &all_[place->second];
  }
  /// The author of an open complaint was attacked.
  void fuel(std::uint32_t person) {
    const auto place = place_.find(person);
    if (place != place_.end()) all_[place->second].fuelled = true;
  }
  /// The k-th one is over.
  void close(std::size_t k) {
    place_.erase(all_[k].person);
    if (k + 1 < all_.size()) {
      all_[k] = all_.back();
      place_[all_[k].person] = static_cast<std::uint32_t>(k);
    }
    all_.pop_back();
  }
  /// Whether there was one to close.
  bool close_of(std::uint32_t person) {
    const auto place = place_.find(person);
    if (place == place_.end()) return false;
    close(place->second);
    return true;
  }

 private:
  std::vector<OpenComplaint> all_;
  std::unordered_map<std::uint32_t, std::uint32_t> place_;  // in all_, by person
};

}  // namespace rapport
