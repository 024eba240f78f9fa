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

/// Calls use(campaign) for every campaign that may name people, parts and rivals among them.
template <class Campaigns, class Use>
void for_each_campaign(Campaigns& campaigns, const Use& use) {
  for (auto& campaign : campaigns) {
    use(campaign);
    for_each_campaign(campaign.parts, use);
    for_each_campaign(campaign.rivals, use);
  }
}

}  // namespace

NamedPeople::NamedPeople(const Scenario& scenario, const Network& network) {
  constexpr std::uint32_t nobody = 0xffffffff;
  for_each_campaign(scenario.campaigns, [&](const Campaign& campaign) {
    for (const std::string& label : campaign.labels) numbers_.emplace(label, nobody);
  });
  if (numbers_.empty()) return;
  for (std::uint32_t person = 0; person < network.labels.size(); ++person) {
    const auto found = numbers_.find(network.labels[person]);
    if (found != numbers_.end() && found->second == nobody) found->second = person;
  }
  for_each_campaign(scenario.campaigns, [&](const Campaign& campaign) {
    for (const std::string& label : campaign.labels) {
      if (numbers_.at(label) != nobody) continue;
      throw Failure(
          ExitCode::bad_data,
          fmt::format("campaign \"{}\" names person \"{}\", an id that the file of the network "
                      "does not have; write ids as they stand there, such as {}",
                      printable(campaign.name), printable(label), some_of(network.labels)));
    }
  });
}

void NamedPeople::number(Scenario& scenario) const {
  for_each_campaign(scenario.campaigns, [&](Campaign& campaign) {
    for (const std::string& label : campaign.labels) campaign.ids.push_back(numbers_.at(label));
  });
}

}  // namespace rapport
