// What is wrong with a scenario, collected and printed as compilers do: place, message, line,
// caret.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/failure.hpp"

namespace rapport {

/// The text a place lies in: the scenario file, the --set options (line K is the K-th of them), or
/// the file of a design that the scenario names.
enum class PlaceIn : std::uint8_t { file, option, design };

/// Lines and columns count from 1, columns in characters; line 0 means the text as a whole.
struct Place {
  PlaceIn in = PlaceIn::file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  friend auto operator<=>(const Place&, const Place&) = default;
};

enum class Severity : std::uint8_t { error, warning };

struct Diagnostic {
  Place place = {};
  Severity severity = Severity::error;
  std::string message = {};
  std::string suggestion = {};          // the word that was probably meant, or empty
  std::vector<std::string> notes = {};  // such as "allowed: 0 to 1"; printed after the caret
  ExitCode code = ExitCode::bad_data;
};

/// Collects diagnostics, each once however often it is found; keeps the first 200 and counts the
/// rest.
class Diagnostics {
 public:
  /// `file` is the name to print; `text` and `options` are what the places lie in (both copied).
  Diagnostics(std::string file, std::string_view text, std::span<const std::string> options);

  /// The file that places of a design lie in. Its line is read again when it is printed.
  void name_design(std::string path) { design_ = std::move(path); }
  void add(Diagnostic diagnostic);
  /// The same texts, of which nothing was said yet. Copies share the texts.
  Diagnostics blank() const;
  bool has_errors() const { return errors_ > 0; }
  /// Nothing more would be kept.
  bool full() const;
  /// Sorted by place.
  std::vector<Diagnostic> sorted() const;
  /// Exit code for these diagnostics: done without errors, missing_input when nothing but files
  /// that do not exist is wrong, else bad_data.
  ExitCode code() const;
  /// Everything as text for stderr, each line ended; empty when there is nothing to say.
  std::string text() const;

 private:
  std::string heading(const Diagnostic& diagnostic) const;
  std::string excerpt(Place place) const;
  std::string line_at(Place place) const;

  std::string file_;
  std::string design_;
  std::shared_ptr<const std::vector<std::string>> lines_;
  std::shared_ptr<const std::vector<std::string>> options_;
  std::vector<Diagnostic> kept_;
  std::set<std::pair<Place, std::string>> seen_;
  std::size_t errors_ = 0;
  std::size_t beyond_ = 0;
  bool only_missing_ = true;
};

}  // namespace rapport
