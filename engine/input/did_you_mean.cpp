#include "input/did_you_mean.hpp"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <vector>

namespace rapport {
namespace {

constexpr std::size_t most_wrong = 3;

std::string plain(std::string_view word) {
  std::string result(word);
  for (char& c : result) {
    c = c == '_' ? '-' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return result;
}

/// Optimal string alignment: insert, delete, replace, swap neighbours, each once.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) cost[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replace = cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, replace});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
      }
    }
  }
  return cost[a.size()][b.size()];
}

}  // namespace

std::string nearest_word(std::string_view word, std::span<const std::string_view> known) {
  const std::string wanted = plain(word);
  std::size_t best = std::clamp<std::size_t>(wanted.size() / 3, 1, most_wrong) + 1;
  std::string result;
  for (const auto candidate : known) {
    // Words of too different lengths are skipped unseen: a hostile key may have thousands of
    // letters.
    if (candidate.size() > wanted.size() + most_wrong) continue;
    if (wanted.size() > candidate.size() + most_wrong) continue;
    const std::size_t wrong = distance(wanted, plain(candidate));
    if (wrong < best) {
      best = wrong;
      result = candidate;
    }
  }
  return result;
}

std::string join_words(std::span<const std::string_view> words) {
  return fmt::format("{}", fmt::join(words, ", "));
}

std::string join_distinct(std::span<const std::string_view> names) {
  std::vector<std::string_view> distinct;
  for (const auto name : names) {
    const bool seen = std::find(distinct.begin(), distinct.end(), name) != distinct.end();
    if (!name.empty() && !seen) distinct.push_back(name);
  }
  return join_words(distinct);
}

}  // namespace rapport
