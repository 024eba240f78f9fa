#include "input/pajek_mistakes.hpp"

#include <cctype>
#include <cstdint>
#include <fmt/format.h>
#include <limits>

#include "input/network_columns.hpp"
#include "input/network_mistakes.hpp"

namespace rapport {
namespace {

/// What the lines below a header hold. All other sections are left to igraph.
enum class Section : std::uint8_t { other, ties, lists };

constexpr std::string_view blanks = " \t\r";

/// Takes the first word off a line; empty at its end.
std::string_view next_word(std::string_view& line) {
  const std::size_t begin = line.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  line.remove_prefix(begin);
  const std::string_view word = line.substr(0, line.find_first_of(blanks));
  line.remove_prefix(word.size());
  return word;
}

bool is_header(std::string_view word, std::string_view name) {
  if (word.size() != name.size()) return false;
  for (std::size_t k = 0; k < word.size(); ++k) {
    if (std::tolower(static_cast<unsigned char>(word[k])) != name[k]) return false;
  }
  return true;
}

class Scan {
 public:
  explicit Scan(const std::string& path) : mistakes_(path) {}

  void read(std::string_view text) {
    for (std::uint64_t number = 1; !text.empty(); ++number) {
      const std::size_t end = text.find('\n');
      read_line(text.substr(0, end), number);
      text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    mistakes_.throw_if_any("correct these lines, or the number in the line *Vertices");
  }

 private:
  void read_line(std::string_view line, std::uint64_t number) {
    std::string_view rest = line;
    std::string_view word = next_word(rest);
    if (word.empty() || word.front() == '%') return;
    if (word.front() == '*') return read_header(word, rest);
    if (section_ == Section::other) return;
    // Behind its two ends a tie may have a weight and more.
    for (int k = 0; !word.empty() && (k < 2 || section_ == Section::lists); ++k) {
      check(word, number);
      word = next_word(rest);
    }
  }

  void read_header(std::string_view word, std::string_view rest) {
    section_ = Section::other;
    if (is_header(word, "*vertices")) {
      const auto count =
          whole_number_in(next_word(rest), std::numeric_limits<std::uint32_t>::max());
      vertices_ = count.value_or(0);
    } else if (is_header(word, "*edges") || is_header(word, "*arcs")) {
      section_ = Section::ties;
    } else if (is_header(word, "*edgeslist") || is_header(word, "*arcslist")) {
      section_ = Section::lists;
    }
  }

  void check(std::string_view word, std::uint64_t number) {
    const auto vertex = whole_number_in(word, std::numeric_limits<std::uint32_t>::max());
    if (vertex && *vertex >= 1 && *vertex <= vertices_) return;
    mistakes_.add(number, fmt::format("{} is no vertex (there are {}, counted from 1)",
                                      quoted(word), vertices_));
  }

  NetworkMistakes mistakes_;
  Section section_ = Section::other;
  std::uint32_t vertices_ = 0;
};

}  // namespace

void expect_known_vertices(const std::string& path, std::string_view text) {
  Scan(path).read(text);
}

}  // namespace rapport
