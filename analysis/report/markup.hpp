// Text that is safe inside HTML and SVG, whatever stands in a scenario.
#pragma once

#include <string>
#include <string_view>

namespace rapport::report {

/// For element content and for attribute values in double quotes. Bytes that are no UTF-8, control
/// characters and marks that turn the direction of what follows become U+FFFD; isolates (see
/// `isolated`) stay.
std::string escaped(std::string_view text);

/// JSON for a <script> block: no `<`, `>` or `&`, so that nothing in it can end the block.
std::string script_safe(std::string json);

/// A name that is put into a sentence: its own direction ends with it (U+2068, U+2069). Names of
/// ASCII letters are left as they are.
std::string isolated(std::string_view name);

/// Characters, not bytes.
std::size_t length_of(std::string_view text);

/// At most `most` characters, the last one an ellipsis when some are left out.
std::string shortened(std::string_view text, std::size_t most);

}  // namespace rapport::report
