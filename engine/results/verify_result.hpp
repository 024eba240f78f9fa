// Says whether a finished result is what was written.
#pragma once

#include <string>

namespace rapport {

/// Checks that the file is a result of this schema with every measure, that runs which are done
/// have a digest, and that the checksum over all datasets is the one it states. Throws Failure:
/// missing_input, bad_data with what is wrong.
void verify_result(const std::string& path);

}  // namespace rapport
