// Reads the words after a subcommand: options by Boost.Program_options, never guessed from a
// prefix.
#pragma once

#include <boost/program_options.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapport {

struct CommandUsage {
  std::string_view name;      // "check"; empty for a program without commands
  std::string_view synopsis;  // what follows the call
  std::string_view meaning;   // for --help
  boost::program_options::options_description options{"Options"};
  std::vector<std::string> words = {};  // names of the words that are no options
  std::string repeated_word = {};       // name of those that may follow in any number, a list
  std::string_view program = "rapport";

  /// "rapport check"; the program alone when the command has no name.
  std::string call() const;
};

/// The options, and the words under their names. Nothing after --help, which is printed on stdout.
/// Throws Failure(usage) for unknown options, options without value and words too many.
std::optional<boost::program_options::variables_map> parse_arguments(
    CommandUsage usage, std::span<const std::string> arguments);

/// The word of that name. Throws Failure(usage) when it is missing.
std::string required_word(const boost::program_options::variables_map& values,
                          const CommandUsage& usage, const std::string& name);

}  // namespace rapport
