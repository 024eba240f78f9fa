// The ways in which the sender, or news of the sender, reaches a person.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "population/relations.hpp"

namespace rapport {

enum class Channel : std::uint8_t {
  message,           // unasked message with a pitch
  blank_invitation,  // invitation to connect without a word
  note,              // researched invitation to connect
  follow_up,         // something useful for a connection
  experience,        // first-hand experience that needs no attention (seeding)
  good_news,         // a neighbour tells something good
  bad_news,          // a neighbour tells something bad
  inbound,           // a person in the market comes by itself
  sales_note,        // researched invitation to connect that sells
  introduction,      // invitation to connect through a common acquaintance
  inmail,            // paid message to a stranger
  contribution,      // something useful in a group that the person belongs to
  group_message,     // one message to many connections, who see each other's names
  failure,           // the sender's product or service fails the person
  recovery,          // an answer to a public complaint that helps
  rebuff,            // an answer to a public complaint that attacks whoever complains
  thanks,            // thanks to a person by name
  champion,          // an employee of the sender speaks to the people around them
  post,              // something useful in the feed
  promotion,         // a post in which the sender praises itself
  advert,            // a bought impression that says so
  disguised_advert,  // a bought impression that looks like somebody's post
};
inline constexpr std::size_t channels = 22;

/// What the person can answer.
enum class Answer : std::uint8_t { none, reply, connection };

/// Where an encounter comes from.
enum class Origin : std::uint8_t { sender, experience, talk, market };

/// Where people come upon what the sender does: in their own inbox; where it is said to whoever is
/// there, a group or a circle of acquaintances; in a feed.
enum class Venue : std::uint8_t { inbox, circle, feed };
inline constexpr std::size_t venue_count = 3;

struct ChannelRow {
  Channel channel;
  std::string_view name;
  Origin origin;
  Answer answer;
  std::array<float, stages> visibility;     // by Stage: share of such messages that come to be seen
  std::array<float, stages> intrusiveness;  // by Stage: 1 is the most intrusive there is
  bool past_restrictions = false;           // arrives where only connections may write
  Venue venue = Venue::inbox;

  constexpr bool in_feed() const { return venue == Venue::feed; }
};

// Intrusiveness: an unasked pitch is the measure (1); out-of-the-blue invitations annoy (claim 92),
// less when they explain a benefit (claim 93); connections are less easily disturbed (claim 99).
// A note that sells annoys nearly as much as a message with a pitch (claim 7; personal selling
// makes it worse: Eisend & Tarrahi 2021), an introduction half as much as a stranger's note (claim
// 93), a paid message more than a note and less than a pitch (claim 96), help in a group hardly
// (claims 42, 76). A message that exposes names is to a connection nearly what a pitch is to a
// stranger (claim 100). A contribution to a group is seen by some: about a third of what a feed
// holds is shown in a visit (C+, rounded). A failure disturbs as much as an unasked pitch, a rebuff
// too (claims 126, 132). An answer to a complaint was asked for. Thanks hardly disturb (claim 109).
// What an acquaintance says of its employer is seen rather more often than what a stranger says in
// a group (claim 91). What stands in a feed hardly intrudes, for people come to it; what promotes
// the sender does (57 % of those who leave a sender found it too promotional, C+), less than a
// message to the person. A post's visibility lies in the reach of the feed; of adverts on a screen
// about one in ten is looked at (eye tracking, C, from memory), and of those that look like posts
// as many as of contributions. The other visibilities are 1 until channels differ in evidence;
// values D.
inline constexpr std::array<ChannelRow, channels> channel_table = {{
    {Channel::message,
     "message",
     Origin::sender,
     Answer::reply,
     {1, 1, 1, 1},
     {1.0f, 1.0f, 0.6f, 0.5f}},
    {Channel::blank_invitation,
     "blank invitation",
     Origin::sender,
     Answer::connection,
     {1, 1, 1, 1},
     {0.5f, 0.6f, 0.1f, 0.1f}},
    {Channel::note,
     "note",
     Origin::sender,
     Answer::connection,
     {1, 1, 1, 1},
     {0.3f, 0.4f, 0.1f, 0.1f}},
    {Channel::follow_up,
     "follow-up",
     Origin::sender,
     Answer::none,
     {1, 1, 1, 1},
     {0.3f, 0.2f, 0.1f, 0.1f}},
    {Channel::experience,
     "experience",
     Origin::experience,
     Answer::none,
     {1, 1, 1, 1},
     {0, 0, 0, 0}},
    {Channel::good_news, "good news", Origin::talk, Answer::none, {1, 1, 1, 1}, {0, 0, 0, 0}},
    {Channel::bad_news, "bad news", Origin::talk, Answer::none, {1, 1, 1, 1}, {0, 0, 0, 0}},
    {Channel::inbound, "inbound", Origin::market, Answer::none, {1, 1, 1, 1}, {0, 0, 0, 0}},
    {Channel::sales_note,
     "sales note",
     Origin::sender,
     Answer::connection,
     {1, 1, 1, 1},
     {0.8f, 0.8f, 0.5f, 0.4f}},
    {Channel::introduction,
     "introduction",
     Origin::sender,
     Answer::connection,
     {1, 1, 1, 1},
     {0.15f, 0.2f, 0.1f, 0.1f}},
    {Channel::inmail,
     "InMail",
     Origin::sender,
     Answer::reply,
     {1, 1, 1, 1},
     {0.4f, 0.5f, 0.2f, 0.1f},
     true},
    {Channel::contribution,
     "contribution",
     Origin::sender,
     Answer::none,
     {0.3f, 0.3f, 0.3f, 0.3f},
     {0.05f, 0.05f, 0.05f, 0.05f},
     false,
     Venue::circle},
    {Channel::group_message,
     "group message",
     Origin::sender,
     Answer::none,
     {1, 1, 1, 1},
     {1.0f, 1.0f, 0.9f, 0.7f}},
    {Channel::failure, "failure", Origin::experience, Answer::none, {1, 1, 1, 1}, {1, 1, 1, 1}},
    {Channel::recovery, "recovery", Origin::experience, Answer::none, {1, 1, 1, 1}, {0, 0, 0, 0}},
    {Channel::rebuff, "rebuff", Origin::experience, Answer::none, {1, 1, 1, 1}, {1, 1, 1, 1}},
    {Channel::thanks,
     "thanks",
     Origin::sender,
     Answer::none,
     {1, 1, 1, 1},
     {0.05f, 0.05f, 0.05f, 0.05f}},
    {Channel::champion,
     "champion",
     Origin::sender,
     Answer::none,
     {0.5f, 0.5f, 0.5f, 0.5f},
     {0.05f, 0.05f, 0.05f, 0.05f},
     false,
     Venue::circle},
    {Channel::post,
     "post",
     Origin::sender,
     Answer::none,
     {1, 1, 1, 1},
     {0.05f, 0.05f, 0.05f, 0.05f},
     false,
     Venue::feed},
    {Channel::promotion,
     "promotion",
     Origin::sender,
     Answer::none,
     {1, 1, 1, 1},
     {0.3f, 0.3f, 0.2f, 0.2f},
     false,
     Venue::feed},
    {Channel::advert,
     "advert",
     Origin::sender,
     Answer::none,
     {0.1f, 0.1f, 0.1f, 0.1f},
     {0.2f, 0.2f, 0.2f, 0.2f},
     false,
     Venue::feed},
    {Channel::disguised_advert,
     "disguised advert",
     Origin::sender,
     Answer::none,
     {0.3f, 0.3f, 0.3f, 0.3f},
     {0.05f, 0.05f, 0.05f, 0.05f},
     false,
     Venue::feed},
}};

constexpr const ChannelRow& row_of(Channel channel) {
  return channel_table[static_cast<std::size_t>(channel)];
}

/// Whether the sender writes it to a person: what a group, a circle or a feed shows to whoever is
/// there is an impression and no message.
constexpr bool is_message(Channel channel) {
  return row_of(channel).origin == Origin::sender && row_of(channel).venue == Venue::inbox;
}

}  // namespace rapport
