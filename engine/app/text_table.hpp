// A table of text with aligned columns, for terminals.
#pragma once

#include <string>
#include <vector>

namespace rapport {

/// Columns are padded to their widest cell and stand two blanks apart; the first row is the head.
/// All rows have equally many cells; the last cell of a row is not padded.
std::string text_table(const std::vector<std::vector<std::string>>& rows);

}  // namespace rapport
