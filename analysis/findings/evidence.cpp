#include "analysis/findings/evidence.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <sstream>

#include "analysis/findings/wording.hpp"
#include "parameters/parameters.hpp"

namespace rapport {
namespace {

struct GradeRow {
  char first;  // letter with which the grade begins in a source
  std::string_view letter;
  std::string_view word;
};

constexpr std::array<GradeRow, grades> grade_rows = {{
    {'A', "A", "published research"},
    {'B', "B", "the platforms' own documents"},
    {'C', "C", "vendors or press"},
    {'D', "D", "estimates"},
    {'S', "S", "claims that are to be tested"},
    {'X', "X", "derived from the model or other figures"},
    {'-', "-", "chosen by this scenario"},
}};

/// Lines "key=value" of a design.
std::map<std::string, std::string> settings_of(const Design& design) {
  std::map<std::string, std::string> settings;
  std::istringstream lines(design.canonical);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t equals = line.find('=');
    if (equals != line.npos) settings[line.substr(0, equals)] = line.substr(equals + 1);
  }
  return settings;
}

/// The grade in the last parentheses of a source that hold one.
std::optional<Grade> last_grade(std::string_view source) {
  std::optional<Grade> found;
  for (std::size_t at = source.find('('); at != source.npos; at = source.find('(', at + 1)) {
    const std::size_t end = source.find(')', at);
    if (end == source.npos || end == at + 1 || end - at > 12) continue;
    // "(A)", "(A-)", "(A via C)", "(B/C)", but not "(see below)".
    const bool grade_alone =
        end == at + 2 || source[at + 2] == '-' || source[at + 2] == '/' || source[at + 2] == ' ';
    for (std::size_t g = 0; g < grades; ++g) {
      if (grade_alone && grade_rows[g].first == source[at + 1]) found = static_cast<Grade>(g);
    }
  }
  return found;
}

/// Where a row tells the two sets apart ("seed: ... (X); Dawes: ... (B)"), what is said of the one.
std::string_view source_for(const ParameterRow& row, bool seed_set) {
  const std::size_t border = row.source.find("; ");
  if (!row.source.starts_with("seed") || border == row.source.npos) return row.source;
  return seed_set ? row.source.substr(0, border) : row.source.substr(border + 2);
}

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

}  // namespace

Evidence evidence_of(const Design& design) {
  const std::map<std::string, std::string> settings = settings_of(design);
  const auto set = settings.find(".parameters");
  const bool seed_set = set == settings.end() || set->second != "benchmark";
  Evidence evidence;
  for (const ParameterRow& row : parameter_rows()) {
    const std::string name = fmt::format("{}.{}", row.group, row.name);
    const auto setting = settings.find(name);
    if (setting == settings.end()) continue;
    const double usual = seed_set ? row.seed_default : row.benchmark_default;
    const bool swept = std::find(design.parameters.begin(), design.parameters.end(), name) !=
                       design.parameters.end();
    ParameterEvidence& entry = evidence.parameters.emplace_back();
    entry = {name, setting->second, row.unit, row.meaning, row.source, Grade::chosen};
    if (!swept && setting->second == fmt::format("{}", usual)) {
      entry.grade = last_grade(source_for(row, seed_set)).value_or(Grade::estimate);
    }
    if (swept) entry.value = "swept";
    ++evidence.count[static_cast<std::size_t>(entry.grade)];
  }
  if (const auto off = settings.find("mechanisms.off"); off != settings.end()) {
    evidence.mechanisms_off = words_of(off->second);
  }
  return evidence;
}

std::string_view letter(Grade grade) {
  return grade_rows[static_cast<std::size_t>(grade)].letter;
}

std::string_view word(Grade grade) {
  return grade_rows[static_cast<std::size_t>(grade)].word;
}

std::string evidence_sentence(const Evidence& evidence) {
  if (evidence.parameters.empty()) {
    return "The file does not say which parameters it was made with, so nothing can be said of "
           "their sources.";
  }
  std::vector<std::string> parts;
  for (std::size_t g = 0; g < grades; ++g) {
    if (evidence.count[g] == 0) continue;
    parts.push_back(fmt::format("{} rest on {}", evidence.count[g], grade_rows[g].word));
    if (static_cast<Grade>(g) == Grade::chosen || static_cast<Grade>(g) == Grade::derived) {
      parts.back() = fmt::format("{} are {}", evidence.count[g], grade_rows[g].word);
    }
  }
  return fmt::format("Of the model's {}, {}.", count_of(evidence.parameters.size(), "number"),
                     join_names(parts));
}

}  // namespace rapport
