// Which rapport this is: stated in every result file.
#pragma once

#include <string_view>

namespace rapport {

/// "0.1.0", from the build system.
extern const std::string_view program_version;

/// The full commit hash at configure time; "unknown" when built outside git. Never a date: equal
/// designs give equal bytes.
extern const std::string_view git_commit;

}  // namespace rapport
