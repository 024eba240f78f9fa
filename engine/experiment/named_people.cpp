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

}  // namespace

void NamedPeople::number(Scenario& scenario) {
  for (Campaign& campaign : scenario.campaigns) number(campaign);
}

void NamedPeople::number(Campaign& campaign) {
  if (!campaign.labels.empty() && numbers_.empty()) {
    for (std::uint32_t k = 0; k < network_.labels.size(); ++k) {
      numbers_.emplace(network_.labels[k], k);
    }
  }
  for (const std::string& label : campaign.labels) {
    const auto found = numbers_.find(label);
    if (found == numbers_.end()) {
      throw Failure(
          ExitCode::bad_data,
          fmt::format("campaign \"{}\" names person \"{}\", an id that the file of the network "
                      "does not have; write ids as they stand there, such as {}",
                      printable(campaign.name), printable(label), some_of(network_.labels)));
    }
    campaign.ids.push_back(found->second);
  }
  for (Campaign& part : campaign.parts) number(part);
  for (Campaign& rival : campaign.rivals) number(rival);
}

}  // namespace rapport
