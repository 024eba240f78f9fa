// The text of a scenario as it came from the user: the file and the --set options.
#pragma once

#include <string>
#include <vector>

namespace rapport {

struct ScenarioText {
  std::string path;                    // as given; relative paths in the text start from its folder
  std::string name;                    // file name without folder
  std::string text;                    // the file's text, byte for byte but for a byte order mark
  std::vector<std::string> overrides;  // "dotted.key=value" of each --set, in their order
};

/// Reads a scenario file. Throws Failure: missing_input when there is none or it is a folder or
/// unreadable, bad_data when it is larger than a scenario can be.
ScenarioText load_scenario(const std::string& path, std::vector<std::string> overrides = {});

/// The whole scenario after --set: the text itself when there is none, else the same keys in the
/// same order, written anew (without comments). Throws Failure(bad_data) when the text is no TOML.
std::string effective_text(const ScenarioText& scenario);

}  // namespace rapport
