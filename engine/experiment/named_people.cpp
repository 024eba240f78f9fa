#include "experiment/named_people.hpp"

#include <algorithm>
#include <cstddef>
#include <fmt/format.h>
#include <vector>

#include "core/failure.hpp"
#include "input/characters.hpp"

namespace rapport {
namespace {

std::string some_of(const std::vector<std::string>& labels) {
  constexpr std::size_t shown = 3;
  std::string text;
  for (std::size_t k = 0; k < std::min(shown, labels.size()); ++k) {
    text += fmt::format("{}\"{}\"", k == 0 ? "" : ", ", printable(labels[k]));
  }
  return text;
}

void number_people_of(Campaign& campaign, const Network& network) {
  for (const std::string& label : campaign.labels) {
    const auto found = std::find(network.labels.begin(), network.labels.end(), label);
    if (found == network.labels.end()) {
      throw Failure(
          ExitCode::bad_data,
          fmt::format("campaign \"{}\" names person \"{}\", an id that the file of the network "
                      "does not have; write ids as they stand there, such as {}",
                      printable(campaign.name), printable(label), some_of(network.labels)));
    }
    campaign.ids.push_back(static_cast<std::uint32_t>(found - network.labels.begin()));
  }
  for (Campaign& part : campaign.parts) number_people_of(part, network);
  for (Campaign& rival : campaign.rivals) number_people_of(rival, network);
}

}  // namespace

void number_named_people(Scenario& scenario, const Network& network) {
  for (Campaign& campaign : scenario.campaigns) number_people_of(campaign, network);
}

}  // namespace rapport
