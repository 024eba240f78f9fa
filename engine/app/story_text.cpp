#include "app/story_text.hpp"

#include <array>
#include <fmt/format.h>
#include <utility>
#include <vector>

#include "app/text_table.hpp"
#include "input/characters.hpp"

namespace rapport {
namespace {

/// What came of an encounter, in the order in which it comes about.
std::vector<std::string_view> outcomes(const StoryEvent& event) {
  const std::array<std::pair<bool, std::string_view>, 10> all = {{
      {event.accepted, "accepted"},
      {event.declined, "declined"},
      {event.replied, "replied"},
      {event.bought, "bought"},
      {event.muted, "muted"},
      {event.blocked, "blocked"},
      {event.reported, "reported"},
      {event.tells_good, "tells good"},
      {event.tells_bad, "tells bad"},
      {event.complains, "complains"},
  }};
  std::vector<std::string_view> words;
  for (const auto& [is_so, word] : all) {
    if (is_so) words.push_back(word);
  }
  return words;
}

std::string change(float before, float after) {
  return fmt::format("{:.4f} -> {:.4f}", before, after);
}

}  // namespace

std::string story_text(const PersonStory& story, const std::string& person) {
  std::string text = fmt::format("person {}: trust {:.4f}, annoyance 0 at first\n",
                                 printable(person), story.first_trust);
  if (story.events.empty()) return text + "nothing of the sender ever reached it\n";
  std::vector<std::vector<std::string>> rows = {{"day", "what", "trust", "annoyance", "outcome"}};
  for (const StoryEvent& event : story.events) {
    rows.push_back({std::to_string(event.day + 1), std::string(row_of(event.channel).name),
                    change(event.trust_before, event.trust),
                    change(event.annoyance_before, event.annoyance),
                    fmt::format("{}", fmt::join(outcomes(event), ", "))});
  }
  return text + text_table(rows) +
         fmt::format("at the end: trust {:.4f}, annoyance {:.4f}; between events both fade\n",
                     story.last_trust, story.last_annoyance);
}

nlohmann::ordered_json story_json(const PersonStory& story, const std::string& person) {
  nlohmann::ordered_json events = nlohmann::ordered_json::array();
  for (const StoryEvent& event : story.events) {
    events.push_back({{"day", event.day + 1},
                      {"channel", row_of(event.channel).name},
                      {"trust_before", event.trust_before},
                      {"trust", event.trust},
                      {"annoyance_before", event.annoyance_before},
                      {"annoyance", event.annoyance},
                      {"outcomes", outcomes(event)}});
  }
  return {{"person", person},
          {"first_trust", story.first_trust},
          {"events", events},
          {"last_trust", story.last_trust},
          {"last_annoyance", story.last_annoyance}};
}

}  // namespace rapport
