#include "analysis/report/people_over_days.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <sstream>
#include <stdexcept>
#include <string_view>
#include <zlib.h>

#include "analysis/findings/wording.hpp"

namespace rapport::report {
namespace {

/// Finer steps are not seen, and cost space in the page.
constexpr double steps = 50;

std::uint8_t step_of(float feeling) {
  return static_cast<std::uint8_t>(
      std::lround(std::clamp(static_cast<double>(feeling), 0.0, 1.0) * steps));
}

std::string base64(const std::vector<unsigned char>& bytes) {
  constexpr std::string_view letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::size_t there = std::min<std::size_t>(3, bytes.size() - i);
    std::uint32_t word = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      word = (word << 8u) | (k < there ? bytes[i + k] : 0u);
    }
    for (std::size_t k = 0; k < 4; ++k) {
      text += k <= there ? letters[(word >> (18 - 6 * k)) & 63u] : '=';
    }
  }
  return text;
}

std::vector<unsigned char> compressed(const std::vector<std::uint8_t>& bytes) {
  uLongf size = compressBound(static_cast<uLong>(bytes.size()));
  std::vector<unsigned char> packed(size);
  const int code = compress2(packed.data(), &size, bytes.data(), static_cast<uLong>(bytes.size()),
                             Z_BEST_COMPRESSION);
  if (code != Z_OK) throw std::runtime_error("zlib cannot compress");
  packed.resize(size);
  return packed;
}

/// The days that all campaigns have pictures of.
std::vector<Day> common_days(const std::vector<Snapshots>& pictures) {
  std::vector<Day> days = pictures.front().days;
  for (const Snapshots& one : pictures) {
    std::erase_if(days, [&](Day day) {
      return std::find(one.days.begin(), one.days.end(), day) == one.days.end();
    });
  }
  return days;
}

std::span<const float> on_day(const std::vector<float>& values, const Snapshots& pictures, Day day,
                              std::size_t people) {
  const auto at = std::find(pictures.days.begin(), pictures.days.end(), day);
  const auto row = static_cast<std::size_t>(at - pictures.days.begin());
  return std::span(values).subspan(row * people, people);
}

bool has_people(const ReportData& data) {
  const std::size_t people = data.network.person.size();
  if (people == 0 || data.pictures.empty()) return false;
  const bool complete =
      std::all_of(data.pictures.begin(), data.pictures.end(), [&](const Snapshots& pictures) {
        return !pictures.days.empty() && pictures.trust.size() == pictures.days.size() * people;
      });
  return complete && !common_days(data.pictures).empty();
}

PeoplePicture picture_of(const ReportData& data, std::size_t campaign, Day day) {
  const StandingBorders borders = borders_of(data.detail.design);
  const Snapshots& pictures = data.pictures[campaign];
  const std::size_t people = data.network.person.size();
  const auto trust = on_day(pictures.trust, pictures, day, people);
  const auto annoyance = on_day(pictures.annoyance, pictures, day, people);
  PeoplePicture picture;
  picture.campaign = campaign;
  for (std::size_t p = 0; p < people; ++p) {
    // As the slider shows it, so that both pictures of a day are the same.
    picture.people.push_back(
        standing_of(step_of(trust[p]) / steps, step_of(annoyance[p]) / steps, borders));
  }
  return picture;
}

std::string sample_words(const NetworkSample& network) {
  if (network.person.size() == network.people_in_network) {
    return fmt::format("All {} people", setting_number(network.people_in_network));
  }
  return fmt::format("{} of the {} people, drawn by chance, and ties among them",
                     setting_number(static_cast<double>(network.person.size())),
                     setting_number(network.people_in_network));
}

}  // namespace

StandingBorders borders_of(const Design& design) {
  StandingBorders borders;
  std::istringstream lines(design.canonical);
  for (std::string line; std::getline(lines, line);) {
    constexpr std::string_view trusted = "trust.trusted_threshold=";
    constexpr std::string_view aggravated = "annoyance.aggravated_threshold=";
    if (line.starts_with(trusted)) borders.trusted = std::stod(line.substr(trusted.size()));
    if (line.starts_with(aggravated)) {
      borders.aggravated = std::stod(line.substr(aggravated.size()));
    }
  }
  return borders;
}

std::vector<Figure> people_figures(const ReportData& data) {
  std::vector<Figure> figures;
  if (!has_people(data)) return figures;
  const std::vector<Day> days = common_days(data.pictures);
  PeoplePicture before = picture_of(data, 0, days.front());
  before.id = "network-before";
  before.title = fmt::format("The network at the end of day {}", days.front() + 1);
  before.reading = sample_words(data.network) + ", in one of the runs.";
  figures.push_back(figure_of(before, data.network));
  for (std::size_t c = 0; c < data.pictures.size(); ++c) {
    PeoplePicture after = picture_of(data, c, days.back());
    after.id = fmt::format("network-{}", c + 1);
    after.title =
        fmt::format("{}: the network on day {}", data.detail.design.campaigns[c], days.back() + 1);
    after.reading = "The same people in the same run.";
    after.follows_slider = true;
    figures.push_back(figure_of(after, data.network));
  }
  return figures;
}

nlohmann::ordered_json people_by_day(const ReportData& data) {
  if (!has_people(data)) return nullptr;
  const std::vector<Day> days = common_days(data.pictures);
  const std::size_t people = data.network.person.size();
  std::vector<std::uint8_t> bytes;
  for (const Snapshots& pictures : data.pictures) {
    std::vector<std::uint8_t> last(2 * people, 0);
    for (const Day day : days) {
      std::size_t at = 0;
      for (const auto* values : {&pictures.trust, &pictures.annoyance}) {
        for (const float feeling : on_day(*values, pictures, day, people)) {
          const std::uint8_t step = step_of(feeling);
          bytes.push_back(static_cast<std::uint8_t>(step - last[at]));
          last[at++] = step;
        }
      }
    }
  }
  nlohmann::ordered_json json = places_of(data.network);
  const StandingBorders borders = borders_of(data.detail.design);
  json["days"] = nlohmann::ordered_json::array();
  for (const Day day : days) json["days"].push_back(day + 1);
  json["campaigns"] = data.pictures.size();
  json["trusted"] = borders.trusted;
  json["aggravated"] = borders.aggravated;
  json["steps"] = static_cast<int>(steps);
  json["packed"] = base64(compressed(bytes));
  return json;
}

}  // namespace rapport::report
