#include "experiment/turns.hpp"

namespace rapport {

Turns::Turns(const Journal& journal) : targets_(journal.design(), journal), missing_(journal) {}

bool Turns::advance() {
  missing_.rewind();
  return targets_.advance();
}

}  // namespace rapport
