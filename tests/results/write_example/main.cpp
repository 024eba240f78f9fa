// Writes the example experiment for the readers of other programs: write_example RESULT.h5; with
// a second argument only the journal.
#include <cstdio>

#include "../example.hpp"

int main(int count, char** arguments) {
  if (count < 2) return 2;
  try {
    if (count == 2) {
      example::write(arguments[1]);
    } else {
      rapport::Journal::open(arguments[1], example::design(), example::network())
          .append(example::packed(example::runs()));
    }
  } catch (const rapport::Failure& failure) {
    std::fprintf(stderr, "%s\n", failure.what());
    return static_cast<int>(failure.code());
  }
  return 0;
}
