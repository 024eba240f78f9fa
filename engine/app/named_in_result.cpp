#include "app/named_in_result.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string_view>
#include <vector>

#include "core/failure.hpp"
#include "input/characters.hpp"
#include "input/did_you_mean.hpp"

namespace rapport {

std::size_t campaign_named(const std::string& name, const Design& design) {
  const auto found = std::find(design.campaigns.begin(), design.campaigns.end(), name);
  if (found != design.campaigns.end()) {
    return static_cast<std::size_t>(found - design.campaigns.begin());
  }
  const std::vector<std::string_view> known(design.campaigns.begin(), design.campaigns.end());
  const std::string nearest = nearest_word(name, known);
  std::string message = fmt::format("unknown baseline \"{}\" (the campaigns are: {})",
                                    printable(name), printable(join_words(known)));
  if (!nearest.empty()) message += fmt::format("; did you mean \"{}\"?", printable(nearest));
  throw Failure(ExitCode::usage, message);
}

std::uint32_t checked_point(std::int64_t point, const Design& design) {
  if (point >= 0 && point < static_cast<std::int64_t>(design.points.size())) {
    return static_cast<std::uint32_t>(point);
  }
  throw Failure(ExitCode::usage,
                fmt::format("there is no point {} (the result has {}, counted from 0); use 0 to {}",
                            point, design.points.size(), design.points.size() - 1));
}

Measure measure_named(const std::string& name) {
  std::vector<std::string_view> names;
  for (const MeasureRow& row : measure_rows()) names.push_back(row.name);
  const auto found = std::find(names.begin(), names.end(), name);
  if (found != names.end()) return static_cast<Measure>(found - names.begin());
  const std::string meant = nearest_word(name, names);
  throw Failure(ExitCode::usage,
                fmt::format("unknown measure \"{}\"{}; see: rapport list metrics", printable(name),
                            meant.empty() ? "" : fmt::format(" (did you mean \"{}\"?)", meant)));
}

}  // namespace rapport
