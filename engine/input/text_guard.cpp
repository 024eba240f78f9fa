#include "input/text_guard.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

#include "input/characters.hpp"

namespace rapport {
namespace {

/// Walks over the text knowing just enough of TOML to tell brackets and dots from strings and
/// comments.
class BracketScan {
 public:
  explicit BracketScan(std::string_view text) : text_(text) {}

  void run() {
    for (; at_ < text_.size(); ++at_) step();
    end_line();
  }
  std::optional<std::size_t> too_deep() const { return too_deep_; }
  std::vector<bool> take_lines() { return std::move(self_contained_); }

 private:
  enum class Mode : std::uint8_t { plain, comment, string };

  void step() {
    const char c = text_[at_];
    if (c == '\n') {
      end_line();
    } else if (mode_ == Mode::string) {
      in_string(c);
    } else if (mode_ == Mode::plain) {
      in_plain(c);
    }
  }

  void in_string(char c) {
    if (c == '\\' && quote_ == '"') {
      // An escaped line end must still be seen as one.
      if (at_ + 1 < text_.size() && text_[at_ + 1] != '\n') ++at_;
    } else if (c == quote_ && !multi_line_) {
      mode_ = Mode::plain;
    } else if (c == quote_ && starts_with_three()) {
      at_ += 2;
      // Up to two quotes more belong to the string.
      while (at_ + 1 < text_.size() && text_[at_ + 1] == quote_) ++at_;
      mode_ = Mode::plain;
    }
  }

  void in_plain(char c) {
    const bool blank = c == ' ' || c == '\t' || c == '\r';
    if (c == '#') {
      mode_ = Mode::comment;
    } else if (c == '"' || c == '\'') {
      mode_ = Mode::string;
      quote_ = c;
      multi_line_ = starts_with_three();
      if (multi_line_) at_ += 2;
    } else if (c == '[' || c == '{') {
      if (line_is_empty_ && depth_ == 0) header_ = true;
      deepen(++depth_);
      dots_ = 0;
    } else if (c == ']' || c == '}') {
      if (depth_ > 0) --depth_;
      dots_ = 0;
    } else if (c == '.') {
      deepen(++dots_);
    } else if (c == '=' || c == ',') {
      dots_ = 0;
    }
    if (!blank) line_is_empty_ = false;
  }

  void end_line() {
    if (mode_ == Mode::comment || (mode_ == Mode::string && !multi_line_)) mode_ = Mode::plain;
    if (header_) depth_ = 0;  // a header ends with its line, closed or not
    const bool outside = depth_ == 0 && mode_ == Mode::plain;
    self_contained_.push_back(outside && began_outside_);
    began_outside_ = outside;
    header_ = false;
    line_is_empty_ = true;
    dots_ = 0;
  }

  void deepen(int depth) {
    if (depth > deepest_nesting && !too_deep_) too_deep_ = at_;
  }

  bool starts_with_three() const {
    return text_.substr(at_, 3) == std::string_view(quote_ == '"' ? "\"\"\"" : "'''");
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Mode mode_ = Mode::plain;
  char quote_ = '"';
  bool multi_line_ = false;
  bool header_ = false;
  bool line_is_empty_ = true;
  bool began_outside_ = true;
  int depth_ = 0;
  int dots_ = 0;
  std::optional<std::size_t> too_deep_;
  std::vector<bool> self_contained_;
};

class Guard {
 public:
  Guard(std::string_view text, PlaceIn in, std::uint32_t line, Diagnostics& diagnostics)
      : text_(text), in_(in), line_(line), diagnostics_(diagnostics) {}

  bool check() {
    check_lines();
    if (const auto zero = text_.find('\0'); zero != std::string_view::npos) {
      report(zero, "a zero byte (this is not a text file)");
    } else if (const auto invalid = first_invalid_byte(text_)) {
      report(*invalid, "not UTF-8 text; save the file as UTF-8");
    }
    if (!fit_) return false;
    BracketScan scan(text_);
    scan.run();
    if (const auto deep = scan.too_deep()) {
      report(*deep,
             fmt::format("nested deeper than {} levels (a scenario needs three)", deepest_nesting));
    }
    return fit_;
  }

 private:
  void check_lines() {
    for (std::size_t begin = 0; begin < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', begin), text_.size());
      if (end - begin > longest_line) {
        report(begin, fmt::format("a line of {} bytes (at most {}); break it into several lines",
                                  end - begin, longest_line));
      }
      begin = end + 1;
    }
  }

  void report(std::size_t byte, const std::string& message) {
    fit_ = false;
    const std::string_view before = text_.substr(0, byte);
    const auto lines = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
    const auto start = before.rfind('\n');
    const auto head = start == std::string_view::npos ? before : before.substr(start + 1);
    const auto column = static_cast<std::uint32_t>(split_characters(head).size() + 1);
    diagnostics_.add({.place = {in_, line_ + lines, column}, .message = message});
  }

  std::string_view text_;
  PlaceIn in_;
  std::uint32_t line_;
  Diagnostics& diagnostics_;
  bool fit_ = true;
};

}  // namespace

bool is_fit_for_toml(std::string_view text, PlaceIn in, std::uint32_t line,
                     Diagnostics& diagnostics) {
  return Guard(text, in, line, diagnostics).check();
}

std::vector<bool> self_contained_lines(std::string_view text) {
  BracketScan scan(text);
  scan.run();
  return scan.take_lines();
}

}  // namespace rapport
