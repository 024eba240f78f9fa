// Finds the known word that was probably meant.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace rapport {

/// The nearest of `known` by Damerau-Levenshtein distance (capitals, '-' and '_' do not count), or
/// empty when none is near: at most a third of the letters, and never more than three, may be
/// wrong.
std::string nearest_word(std::string_view word, std::span<const std::string_view> known);

/// The words joined by ", ".
std::string join_words(std::span<const std::string_view> words);

/// "A, B, C" of names that a user gave: each once, empty ones left out.
std::string join_distinct(std::span<const std::string_view> names);

}  // namespace rapport
