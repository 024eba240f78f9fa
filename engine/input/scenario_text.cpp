#include "input/scenario_text.hpp"

#include <cerrno>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <system_error>

#include "core/failure.hpp"
#include "input/document_parser.hpp"
#include "input/overrides.hpp"
#include "input/text_guard.hpp"

namespace rapport {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

ScenarioText load_scenario(const std::string& path, std::vector<std::string> overrides) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    throw Failure(
        ExitCode::missing_input,
        fmt::format("{} is a folder (a scenario is a file); name the .toml file in it", path));
  }
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    const int cause = errno;
    throw Failure(
        ExitCode::missing_input,
        fmt::format("cannot read {} ({}); {}", path,
                    std::error_code(cause, std::generic_category()).message(),
                    cause == ENOENT ? "write one with: rapport init --template workshop FILE"
                                    : "name a file that you may read"));
  }
  std::string text(longest_text + byte_order_mark.size() + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (file.bad()) {
    throw Failure(ExitCode::missing_input, fmt::format("cannot read {} (read error)", path));
  }
  text.resize(static_cast<std::size_t>(file.gcount()));
  if (text.starts_with(byte_order_mark)) text.erase(0, byte_order_mark.size());
  if (text.size() > longest_text) {
    throw Failure(ExitCode::bad_data,
                  fmt::format("{} is too large for a scenario (more than {} bytes); large data "
                              "belong into files that it names",
                              path, longest_text));
  }
  return {path, std::filesystem::path(path).filename().string(), std::move(text),
          std::move(overrides)};
}

std::string effective_text(const ScenarioText& scenario) {
  if (scenario.overrides.empty()) return scenario.text;
  Diagnostics diagnostics(scenario.name, scenario.text, scenario.overrides);
  auto document = parse_document(scenario.text, PlaceIn::file, 1, diagnostics);
  apply_options(document.root, scenario.overrides, diagnostics);
  if (diagnostics.has_errors()) throw Failure(ExitCode::bad_data, diagnostics.text());
  return to_toml(document.root);
}

}  // namespace rapport
