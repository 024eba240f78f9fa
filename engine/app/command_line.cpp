#include "app/command_line.hpp"

#include <fmt/format.h>
#include <iostream>

#include "core/failure.hpp"
#include "input/did_you_mean.hpp"

namespace rapport {
namespace {

namespace po = boost::program_options;

[[noreturn]] void refuse(const CommandUsage& usage, const std::string& problem) {
  throw Failure(ExitCode::usage, fmt::format("{}; see: {} --help", problem, usage.call()));
}

std::string unknown_option(const std::string& option, const po::options_description& options) {
  std::vector<std::string_view> known;
  for (const auto& each : options.options()) known.push_back(each->long_name());
  const auto begin = option.find_first_not_of('-');
  const std::string meant =
      begin == std::string::npos ? "" : nearest_word(std::string_view(option).substr(begin), known);
  return fmt::format("unknown option {}{}", option,
                     meant.empty() ? "" : fmt::format(" (did you mean --{}?)", meant));
}

}  // namespace

std::string CommandUsage::call() const {
  return std::string(program) + (name.empty() ? "" : " ") + std::string(name);
}

std::optional<po::variables_map> parse_arguments(CommandUsage usage,
                                                 std::span<const std::string> arguments) {
  usage.options.add_options()("help,h", "print this help");
  po::options_description all;
  all.add(usage.options);
  po::positional_options_description positions;
  for (const auto& word : usage.words) {
    all.add_options()(word.c_str(), po::value<std::string>());
    positions.add(word.c_str(), 1);
  }
  if (!usage.repeated_word.empty()) {
    all.add_options()(usage.repeated_word.c_str(), po::value<std::vector<std::string>>());
    positions.add(usage.repeated_word.c_str(), -1);
  }
  po::variables_map values;
  try {
    po::store(
        po::command_line_parser({arguments.begin(), arguments.end()})
            .options(all)
            .positional(positions)
            .style(po::command_line_style::unix_style ^ po::command_line_style::allow_guessing)
            .run(),
        values);
    po::notify(values);
  } catch (const po::unknown_option& error) {
    refuse(usage, unknown_option(error.get_option_name(), usage.options));
  } catch (const po::too_many_positional_options_error&) {
    refuse(usage,
           fmt::format("too many words ({} takes at most {})", usage.call(), usage.words.size()));
  } catch (const po::error& error) {
    refuse(usage, error.what());
  }
  if (values.count("help") == 0) return values;
  std::cout << fmt::format("usage: {} {}\n\n{}\n\n", usage.call(), usage.synopsis, usage.meaning)
            << usage.options;
  return std::nullopt;
}

std::string required_word(const po::variables_map& values, const CommandUsage& usage,
                          const std::string& name) {
  if (values.count(name) > 0) return values[name].as<std::string>();
  refuse(usage, fmt::format("{} needs {}", usage.call(), usage.synopsis));
}

}  // namespace rapport
