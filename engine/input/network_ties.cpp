#include "input/network_ties.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <optional>
#include <unordered_map>

#include "input/network_columns.hpp"
#include "input/network_lines.hpp"
#include "input/network_mistakes.hpp"

namespace rapport {
namespace {

/// Ids need 32 bits; the public networks with larger ones (hashes) must be renumbered first.
constexpr std::uint32_t largest_id = 4'000'000'000;

/// Words that head a column of ids. Only needed where the ids are names too: before numbers, any
/// two words are a header. No single letters, which are names in many a small example.
constexpr auto header_words = std::to_array<std::string_view>(
    {"source",  "target",   "src",      "dst",     "from",    "to",         "node",     "node1",
     "node2",   "node_1",   "node_2",   "id1",     "id2",     "id_1",       "id_2",     "user1",
     "user2",   "user_1",   "user_2",   "person1", "person2", "person_1",   "person_2", "ego",
     "alter",   "rater",    "ratee",    "start",   "end",     "fromnodeid", "tonodeid", "friend1",
     "friend2", "follower", "followee", "tail",    "head"});

bool is_header_word(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return std::find(header_words.begin(), header_words.end(), lower) != header_words.end();
}

bool has_two_numbers(const Columns& columns) {
  return columns.count >= 2 && is_number(columns.text[0]) && is_number(columns.text[1]);
}

bool has_two_words(const Columns& columns) {
  return columns.count >= 2 && !is_number(columns.text[0]) && !is_number(columns.text[1]);
}

enum class Ids : std::uint8_t { numbers, names };

class TieListReader {
 public:
  explicit TieListReader(const std::string& path) : lines_(path), mistakes_(path) {}
  NamedTies read();

 private:
  bool is_header(const Columns& first, const Columns& second) const;
  void take(std::string_view line);
  bool take_plain_numbers(std::string_view line);
  void take_columns(const Columns& columns);
  std::optional<std::uint32_t> id_in(std::string_view text);
  std::uint32_t person_named(std::string_view name);
  void add_tie(Tie tie, std::optional<float> strength);
  const char* after_separator(const char* from, const char* end) const;
  void mistake(std::string_view reason) { mistakes_.add(line_, reason); }

  NetworkLines lines_;
  NetworkMistakes mistakes_;
  NamedTies result_;
  std::unordered_map<std::string, std::uint32_t> people_;
  std::uint64_t line_ = 0;
  Separator separator_ = Separator::blank;
  Ids ids_ = Ids::numbers;
  std::optional<bool> has_strength_;  // as the first tie has it or not
};

NamedTies TieListReader::read() {
  if (const auto view = lines_.next()) {
    const std::string first(*view);  // kept, because the second line decides what it is
    const std::uint64_t first_number = lines_.number();
    separator_ = separator_of(first);
    const Columns first_columns = split_columns(first, separator_);
    const auto second = lines_.next();
    const Columns second_columns = split_columns(second.value_or(""), separator_);
    ids_ = has_two_numbers(first_columns) || has_two_numbers(second_columns) ? Ids::numbers
                                                                             : Ids::names;
    line_ = first_number;
    if (!is_header(first_columns, second_columns)) take(first);
    for (auto line = second; line; line = lines_.next()) {
      line_ = lines_.number();
      take(*line);
    }
  }
  mistakes_.throw_if_any(
      "a tie is two ids and perhaps a strength; correct these lines or begin them with # to skip "
      "them");
  result_.lines = lines_.number();
  if (ids_ == Ids::numbers) number_by_id(result_);
  return std::move(result_);
}

bool TieListReader::is_header(const Columns& first, const Columns& second) const {
  if (!has_two_words(first)) return false;
  if (ids_ == Ids::numbers) return true;
  if (is_header_word(first.text[0]) && is_header_word(first.text[1])) return true;
  return first.count == 3 && second.count == 3 && !is_number(first.text[2]) &&
         is_number(second.text[2]);
}

void TieListReader::take(std::string_view line) {
  if (ids_ == Ids::numbers && take_plain_numbers(line)) return;
  take_columns(split_columns(line, separator_));
}

/// The start of the next column, or nullptr when no separator stands at `from`.
const char* TieListReader::after_separator(const char* from, const char* end) const {
  const char* p = from;
  while (p != end && (*p == ' ' || *p == '\t')) ++p;
  if (separator_ == Separator::comma || separator_ == Separator::semicolon) {
    if (p == end || *p != (separator_ == Separator::comma ? ',' : ';')) return nullptr;
    ++p;
    while (p != end && (*p == ' ' || *p == '\t')) ++p;
    return p;
  }
  return p == from ? nullptr : p;
}

/// The short way for a line of plain numbers, which nearly all lines are; anything unusual is left
/// to take_columns, which also has the words for mistakes.
bool TieListReader::take_plain_numbers(std::string_view line) {
  const char* const end = line.data() + line.size();
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  const auto first = std::from_chars(line.data(), end, a);
  if (first.ec != std::errc() || a > largest_id) return false;
  const char* p = after_separator(first.ptr, end);
  if (p == nullptr) return false;
  const auto second = std::from_chars(p, end, b);
  if (second.ec != std::errc() || b > largest_id) return false;
  if (second.ptr == end) {
    if (has_strength_.value_or(false)) return false;
    add_tie({a, b}, std::nullopt);
    return true;
  }
  p = after_separator(second.ptr, end);
  if (p == nullptr || !has_strength_.value_or(true)) return false;
  float strength = 0;
  const auto third = std::from_chars(p, end, strength);
  if (third.ec != std::errc() || !(strength - strength == 0)) return false;
  if (third.ptr != end && after_separator(third.ptr, end) == nullptr) return false;
  add_tie({a, b}, strength);
  return true;
}

void TieListReader::take_columns(const Columns& columns) {
  if (columns.count < 2) return mistake("one column (a tie needs the ids of two people)");
  const auto a = id_in(columns.text[0]);
  const auto b = a ? id_in(columns.text[1]) : std::nullopt;
  if (!a || !b) return;  // said by id_in
  if (columns.count < 3) {
    if (has_strength_.value_or(false)) {
      return mistake("no strength in the third column (the first tie has one)");
    }
    return add_tie({*a, *b}, std::nullopt);
  }
  if (!has_strength_.value_or(true)) {
    return mistake("a third column (the first tie has no strength)");
  }
  const auto strength = number_in(columns.text[2]);
  if (!strength) {
    return mistake(
        fmt::format("strength {} in the third column is not a number (only a strength "
                    "or a sign may stand there)",
                    quoted(columns.text[2])));
  }
  add_tie({*a, *b}, strength);
}

std::optional<std::uint32_t> TieListReader::id_in(std::string_view text) {
  if (text.empty()) {
    mistake("an empty id (a tie needs the ids of two people)");
    return std::nullopt;
  }
  if (ids_ == Ids::names) return person_named(text);
  if (const auto id = whole_number_in(text, largest_id)) return id;
  if (!is_number(text)) {
    mistake(fmt::format("id {} is not a number (the first tie has numbers)", quoted(text)));
  } else if (text.front() == '-') {
    mistake(fmt::format("id {} is negative (ids count from 0)", quoted(text)));
  } else if (text.find_first_not_of("0123456789") != std::string_view::npos) {
    mistake(fmt::format("id {} is not a whole number (the first tie has numbers)", quoted(text)));
  } else {
    mistake(fmt::format("id {} is too large (the largest is {})", quoted(text), largest_id));
  }
  return std::nullopt;
}

std::uint32_t TieListReader::person_named(std::string_view name) {
  const auto next = static_cast<std::uint32_t>(result_.labels.size());
  const auto [entry, is_new] = people_.try_emplace(std::string(name), next);
  if (is_new) result_.labels.emplace_back(name);
  return entry->second;
}

void TieListReader::add_tie(Tie tie, std::optional<float> strength) {
  has_strength_ = strength.has_value();
  result_.ties.push_back(tie);
  if (strength) result_.strength.push_back(*strength);
}

}  // namespace

NamedTies read_tie_list(const std::string& path) {
  return TieListReader(path).read();
}

}  // namespace rapport
