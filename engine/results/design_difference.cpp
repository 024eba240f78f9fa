#include "results/design_difference.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

#include "results/design_settings.hpp"

namespace rapport {
namespace {

std::string quoted(const std::string& text) {
  constexpr std::size_t longest = 60;
  if (text.empty()) return "nothing";
  if (text.size() <= longest) return text;
  std::size_t cut = longest;
  while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0u) == 0x80u)
    --cut;  // not inside UTF-8
  return text.substr(0, cut) + "...";
}

/// Compares the shapes of the experiments and what was kept of them.
std::string shape_difference(const Design& there, const Design& here) {
  if (there.campaigns != here.campaigns) {
    return fmt::format("campaigns {} there, {} here", fmt::join(there.campaigns, ", "),
                       fmt::join(here.campaigns, ", "));
  }
  if (there.days != here.days) {
    return fmt::format("{} days there, {} here", there.days, here.days);
  }
  if (there.parameters != here.parameters || there.points != here.points) {
    return fmt::format("a sweep of {} points there, of {} here, or of other values",
                       there.points.size(), here.points.size());
  }
  if (there.shard != here.shard) {
    return fmt::format("shard {} there, {} here", there.shard.text(), here.shard.text());
  }
  if (there.stop.is_set() != here.stop.is_set()) {
    return there.stop.is_set() ? "a rule under [stop] there, none here"
                               : "no [stop] there, a rule here";
  }
  if (there.daily != here.daily) {
    return there.daily ? "daily values are kept there, not here"
                       : "daily values are kept here, not there";
  }
  if (there.people_output != here.people_output) {
    return there.people_output ? "every person is kept there, not here"
                               : "every person is kept here, not there";
  }
  return {};
}

/// campaign.000001.hours_per_day as a scenario has it: campaign."Notes".hours_per_day.
std::string key_words(const std::string& key, const Design& design) {
  constexpr std::string_view prefix = "campaign.";
  if (!key.starts_with(prefix)) return key.substr(key.starts_with('.') ? 1 : 0);
  const std::size_t end = std::min(key.find('.', prefix.size()), key.size());
  std::size_t number = design.campaigns.size();
  std::from_chars(key.data() + prefix.size(), key.data() + end, number);
  if (number >= design.campaigns.size()) return key;  // a damaged file
  return fmt::format("campaign.\"{}\"{}", design.campaigns[number], key.substr(end));
}

std::string setting_difference(const Design& there, const Design& here) {
  auto ours = settings_of(here.canonical);
  for (const auto& [key, value] : settings_of(there.canonical)) {
    const std::string now = ours[key];
    if (value == now) continue;
    if (key == "results_version") break;
    if (key == "network.path" || key == "network.groups") {
      return "the file of " + key + " has other content there than here";
    }
    return fmt::format("{}: {} there, {} here", key_words(key, there), quoted(value), quoted(now));
  }
  return "another version of rapport there than here";
}

}  // namespace

std::string design_difference(const Design& there, const Design& here) {
  if (there.seed != here.seed) return fmt::format("seed {} there, {} here", there.seed, here.seed);
  if (std::string shape = shape_difference(there, here); !shape.empty()) return shape;
  if (there.digest == here.digest) return {};
  return setting_difference(there, here);
}

}  // namespace rapport
