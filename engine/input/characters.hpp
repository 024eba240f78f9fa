// UTF-8 text as characters: checking, counting, and making it safe to print.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport {

/// Position of the first byte that is not part of a UTF-8 character, if any.
std::optional<std::size_t> first_invalid_byte(std::string_view text);

/// One view for each character; a byte that is not UTF-8 stands alone. Views into `text`.
std::vector<std::string_view> split_characters(std::string_view text);

/// The text with a question mark for each control character, direction mark and invalid byte, so
/// that a file cannot steer the terminal.
std::string printable(std::string_view text);

/// Whether nothing of the text stays unseen: no blank at either end, no character without width.
bool is_seen_whole(std::string_view text);

}  // namespace rapport
