// What the model leaves out, from the model's description (engine/MODEL.md).
#pragma once

#include <string>
#include <vector>

namespace rapport {

/// One paragraph each, in plain words without marks.
std::vector<std::string> left_out();

}  // namespace rapport
