// The sampled network as dots: how people stand to the sender on one day.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "analysis/report/figure.hpp"
#include "results/result_reader.hpp"

namespace rapport::report {

/// How a person stands to the sender; each has a colour, a shape and a size of its own.
enum class Standing : std::uint8_t { untouched, leaning, trusts, bothered, annoyed };
inline constexpr std::size_t standings = 5;

/// From which trust and annoyance on; half of either counts as leaning and bothered.
struct StandingBorders {
  double trusted = 0.5;
  double aggravated = 0.3;
};

/// Annoyance is what people act on, so it comes before trust.
Standing standing_of(double trust, double annoyance, const StandingBorders& borders);

/// "trusting".
std::string_view word(Standing standing);

/// The people of one campaign on one day of its pictures.
struct PeoplePicture {
  std::string id, title, reading;
  std::size_t campaign = 0;
  std::vector<Standing> people;  // parallel to the sample
  bool follows_slider = false;
};

/// `sample` must hold as many people as the picture.
Figure figure_of(const PeoplePicture& picture, const NetworkSample& sample);

/// Ties drawn once for all pictures of a page: a symbol that they use.
std::string ties_symbol(const NetworkSample& sample);

/// Where people stand in a picture, for the page's script: whole pixels.
nlohmann::ordered_json places_of(const NetworkSample& sample);

}  // namespace rapport::report
