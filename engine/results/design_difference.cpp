#include "results/design_difference.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <sstream>

namespace rapport {
namespace {

std::string quoted(const std::string& line) {
  constexpr std::size_t longest = 60;
  if (line.size() <= longest) return fmt::format("'{}'", line);
  std::size_t cut = longest;
  while (cut > 0 && (static_cast<unsigned char>(line[cut]) & 0xC0u) == 0x80u)
    --cut;  // not inside UTF-8
  return fmt::format("'{}...'", line.substr(0, cut));
}

std::string first_differing_line(const std::string& there, const std::string& here) {
  std::istringstream a(there), b(here);
  std::string line_a, line_b;
  for (std::size_t number = 1;; ++number) {
    const bool more_a = static_cast<bool>(std::getline(a, line_a));
    const bool more_b = static_cast<bool>(std::getline(b, line_b));
    if (!more_a && !more_b) return {};
    if (more_a && more_b && line_a == line_b) continue;
    return fmt::format("scenario line {}: {} there, {} here", number,
                       more_a ? quoted(line_a) : "nothing", more_b ? quoted(line_b) : "nothing");
  }
}

/// Compares what stands in the file besides the digest: its shape and what was kept.
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

}  // namespace

std::string design_difference(const Design& there, const Design& here) {
  if (there.seed != here.seed) return fmt::format("seed {} there, {} here", there.seed, here.seed);
  if (std::string shape = shape_difference(there, here); !shape.empty()) return shape;
  if (there.digest == here.digest) return {};
  if (there.title != here.title) {
    return fmt::format("title {} there, {} here", quoted(there.title), quoted(here.title));
  }
  if (std::string line = first_differing_line(there.scenario, here.scenario); !line.empty()) {
    return line;
  }
  // Equal texts may name files that have changed since.
  return fmt::format(
      "design digest {} there, {} here, though the scenario reads the same: a file "
      "it names, or rapport itself, has changed",
      there.digest, here.digest);
}

}  // namespace rapport
