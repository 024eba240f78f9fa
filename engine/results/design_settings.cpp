#include "results/design_settings.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <sstream>
#include <utility>
#include <vector>

namespace rapport {
namespace {

using Settings = std::map<std::string, std::string>;

/// Key, and the value that fits the other parts of the file.
using Stated = std::vector<std::pair<std::string, std::string>>;

const char* word(bool yes) {
  return yes ? "true" : "false";
}

/// The people of the first point; those of a file of ties are known to that file alone.
void add_people(const Design& design, const Settings& settings, Stated& stated) {
  const auto kind = settings.find("network.kind");
  if (kind == settings.end() || kind->second == "file") return;
  const auto axis = std::ranges::find(design.parameters, "network.people");
  if (axis == design.parameters.end()) {
    stated.emplace_back("network.people", std::to_string(design.people));
  }
}

Stated stated_by(const Design& design, const Settings& settings) {
  Stated stated = {{".seed", std::to_string(design.seed)},
                   {".horizon_days", std::to_string(design.days)},
                   {".baseline", std::to_string(design.baseline)},
                   {"network.per_replicate", word(design.network_per_replicate)},
                   {"output.people", word(design.people_output)}};
  if (!design.parameters.empty()) stated.emplace_back("sweep.method", design.sweep_method);
  for (std::size_t k = 0; k < design.campaigns.size(); ++k) {
    stated.emplace_back(fmt::format("campaign.{:06}.name", k), design.campaigns[k]);
  }
  add_people(design, settings, stated);
  return stated;
}

/// The axes of a sweep stand under keys that name them, with what their values are drawn from.
std::string contradiction_in_sweep(const Design& design, const Settings& settings) {
  if (!settings.contains("sweep.method")) return {};
  for (std::size_t k = 0; k < design.parameters.size(); ++k) {
    const auto setting = settings.find(fmt::format("sweep.{:06}.{}", k, design.parameters[k]));
    if (setting == settings.end()) {
      return fmt::format("swept is {}, which its settings do not sweep", design.parameters[k]);
    }
    if (!design.ranges[k]) continue;
    const SweepRange& range = *design.ranges[k];
    const std::string text = fmt::format("{} to {}, {}{};", range.low, range.high,
                                         range.scale == SweepScale::log ? "log" : "linear",
                                         range.whole ? ", whole" : "");
    if (setting->second.starts_with(text)) continue;
    return fmt::format("{} is drawn from {} its settings say {}", design.parameters[k], text,
                       setting->second);
  }
  return {};
}

// Where a key ends: at the first = outside of quoted names, which may hold one.
std::size_t end_of_key(const std::string& line) {
  bool quoted = false;
  for (std::size_t k = 0; k < line.size(); ++k) {
    if (quoted && line[k] == '\\') {
      ++k;
    } else if (line[k] == '"') {
      quoted = !quoted;
    } else if (line[k] == '=' && !quoted) {
      return k;
    }
  }
  return line.size();
}

}  // namespace

Settings settings_of(const std::string& canonical) {
  Settings settings;
  std::istringstream lines(canonical);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t end = end_of_key(line);
    settings[line.substr(0, end)] = line.substr(std::min(end + 1, line.size()));
  }
  return settings;
}

std::string contradiction_in(const Design& design) {
  if (design.canonical.empty()) return {};
  const Settings settings = settings_of(design.canonical);
  for (const auto& [key, value] : stated_by(design, settings)) {
    const auto setting = settings.find(key);
    if (setting == settings.end() || setting->second == value) continue;
    return fmt::format("{} is {}, its settings say {}", key.substr(key.starts_with('.') ? 1 : 0),
                       value, setting->second);
  }
  return contradiction_in_sweep(design, settings);
}

}  // namespace rapport
