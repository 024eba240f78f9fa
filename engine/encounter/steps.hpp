// The steps of a day that a mechanism can take part in.
#pragma once

#include <cstdint>
#include <string_view>

namespace rapport {

/// In the order in which a batch of encounters goes through them.
enum class Step : std::uint8_t { gate, deliver, appraise, respond, feel, talk };

}  // namespace rapport
