// Finds function bodies by matching braces, to measure how long they are.
//
// It is no parser. It knows a body by its place (directly in a namespace or class) and by a head
// with parentheses and no initializer. Lambdas and local classes count towards the function around
// them. It is misled by braces that only one branch of an #if holds, by a function whose return
// type is written `struct X`, and by braces in a requires clause. None of these is used here.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::architecture {

struct Function {
  std::string head;            // up to the opening brace, blanks joined
  std::size_t first_line = 0;  // of the head, from 1
  std::size_t lines = 0;       // from the head's first line to the closing brace
};

/// The functions, and test cases, of a C++ text in their order.
std::vector<Function> functions_of(std::string_view text);

}  // namespace rapport::architecture
