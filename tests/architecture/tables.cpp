#include "tests/architecture/tables.hpp"

#include <algorithm>
#include <map>
#include <regex>
#include <set>

namespace rapport::architecture {

namespace {

std::string without_ending(std::string_view path) {
  return std::string(path.substr(0, path.rfind('.')));
}

/// Files of the folder by their path without ending; a header and its source are one.
std::map<std::string, std::set<std::string>> includes_by_stem(std::span<const SourceFile> files,
                                                              std::string_view folder) {
  std::map<std::string, std::set<std::string>> stems;
  for (const SourceFile& file : files) {
    if (!is_cpp(file.path) || !file.path.starts_with(folder)) continue;
    auto& included = stems[without_ending(file.path)];
    for (const Include& include : includes_of(file.text)) {
      if (include.quoted) included.insert("engine/" + without_ending(include.name));
    }
  }
  return stems;
}

std::string stem_of_row(std::string_view folder, std::string row) {
  std::ranges::replace(row, '-', '_');
  return std::string(folder) + "/" + row;
}

}  // namespace

std::vector<std::string> registry_violations(std::span<const SourceFile> files,
                                             std::string_view folder,
                                             std::span<const std::string> rows) {
  const auto stems = includes_by_stem(files, std::string(folder) + "/");
  std::vector<std::string> violations;
  std::vector<std::string> waiting = {std::string(folder) + "/registry"};
  for (const std::string& row : rows) {
    waiting.push_back(stem_of_row(folder, row));
    if (!stems.contains(waiting.back())) violations.push_back(row + " has no file of its name");
  }
  std::set<std::string> reached;
  while (!waiting.empty()) {
    const std::string stem = waiting.back();
    waiting.pop_back();
    const auto found = stems.find(stem);
    if (found == stems.end() || !reached.insert(stem).second) continue;
    waiting.insert(waiting.end(), found->second.begin(), found->second.end());
  }
  for (const auto& [stem, included] : stems) {
    if (!reached.contains(stem)) violations.push_back(stem + " has no row and is not included");
  }
  return violations;
}

std::vector<Purpose> purposes_of(std::string_view text) {
  const std::string code = code_only(text);
  static const std::regex block(R"(enum\s+class\s+Purpose[^{]*\{([^}]*)\})");
  static const std::regex entry(R"((\w+)\s*(?:=\s*(\d+))?\s*(?:,|$))");
  std::smatch found;
  if (!std::regex_search(code, found, block)) return {};
  const std::string body = found[1].str();
  std::vector<Purpose> purposes;
  for (std::sregex_iterator it(body.begin(), body.end(), entry), end; it != end; ++it) {
    purposes.push_back({(*it)[1].str(), (*it)[2].matched ? std::stoi((*it)[2].str()) : -1});
  }
  return purposes;
}

}  // namespace rapport::architecture
