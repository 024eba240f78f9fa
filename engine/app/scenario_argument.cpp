#include "app/scenario_argument.hpp"

#include <iostream>
#include <vector>

namespace rapport {

namespace po = boost::program_options;

void add_set_option(po::options_description& options) {
  options.add_options()(
      "set", po::value<std::vector<std::string>>()->composing()->value_name("KEY=VALUE"),
      "change one key of the scenario by its dotted name, such as network.people=5000 or "
      "'campaign.\"Spam blast\".hours_per_day=4'; the value is TOML; repeatable");
}

ScenarioArgument read_scenario_argument(const std::string& path, const po::variables_map& values,
                                        Claims claims) {
  std::vector<std::string> overrides;
  if (values.count("set") > 0) overrides = values["set"].as<std::vector<std::string>>();
  // Behind the user's, so that those keep their numbers in messages.
  if (claims == Claims::dropped) overrides.emplace_back("expect = []");
  ScenarioArgument argument;
  argument.text = load_scenario(path, std::move(overrides));
  auto outcome = read_scenario(argument.text);
  std::cerr << outcome.diagnostics.text();
  argument.code = outcome.diagnostics.code();
  argument.scenario = std::move(outcome.scenario);
  return argument;
}

}  // namespace rapport
