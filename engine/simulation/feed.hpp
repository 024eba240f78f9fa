// What the feed knows of one sender: its audience, its posts, and who responded to them.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_set>
#include <vector>

#include "encounter/batch.hpp"

namespace rapport {

struct WorldState;

/// What the feed shows of a sender on one day and what comes of it; looked at again on the next.
struct FeedDay {
  struct Post {
    std::uint32_t approach;  // of the world
    std::uint32_t topic;
    std::uint32_t number;  // among the posts of its day
  };
  struct Responder {
    std::uint32_t person;
    std::uint32_t approach;
    std::uint32_t topic;
    std::uint32_t sequence;  // draw_sequence of the encounter in which the person responded
  };
  /// Of everything that one approach has shown.
  struct Tally {
    double shown = 0;  // to people and to false accounts
    std::int64_t responses = 0;
  };

  std::vector<Post> posts;
  std::vector<Responder> responders;
  std::vector<Tally> tallies;  // by approach
};

/// Grows with the audience and with what two days bring, not with the people there are.
class Feed {
 public:
  /// Who connects or follows sees posts from the next day on; `marks` are those before.
  void join(std::uint32_t person, std::uint32_t marks);
  void leave(std::uint32_t person, std::uint32_t marks);
  /// A person responds to what an approach has shown.
  void respond(const FeedDay::Responder& responder);

  /// How many see posts: connections and followers who have not turned away.
  std::int64_t audience_size() const {
    return static_cast<std::int64_t>(audience_.size()) - static_cast<std::int64_t>(left_.size());
  }
  /// Those who see posts, once each.
  std::span<const std::uint32_t> audience();

  /// Today becomes yesterday; a world has so many approaches.
  void begin_day(std::size_t approaches);
  FeedDay& today() { return today_; }
  const FeedDay& yesterday() const { return yesterday_; }

  /// False accounts that follow the sender; they are not people of the network.
  std::int64_t false_accounts() const { return false_accounts_; }
  /// Adds one that is removed on that day, if it comes before the horizon.
  void add_false_account(Day removed, Day horizon);
  void purge(Day day);

  /// Whether no later day has anything to show or to remove.
  bool idle() const {
    return today_.posts.empty() && today_.responders.empty() && to_be_removed_ == 0;
  }

 private:
  FeedDay today_, yesterday_;
  std::vector<std::uint32_t> audience_;
  std::unordered_set<std::uint32_t> left_;  // all of them still in audience_
  std::int64_t false_accounts_ = 0, to_be_removed_ = 0;
  std::vector<std::int64_t> removed_on_;  // by day
};

/// Shows posts: those of today, those of yesterday that gained response, and to neighbours what
/// people responded to. Takes posts out of the lists of encounters and puts in those who see them.
/// Costs a draw for each of the audience and each post.
void show_posts(WorldState& world);

/// Enters false accounts that the sender has bought today.
void enter_false_accounts(WorldState& world, std::uint32_t count);

}  // namespace rapport
