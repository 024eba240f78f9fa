#include "population/relations.hpp"

#include <algorithm>
#include <new>

#include "core/large_pages.hpp"

namespace rapport {

Relations::Relations(std::uint32_t people)
    : people_(people),
      // calloc hands out zero pages without touching them; a vector would write every one.
      relations_(static_cast<Relation*>(std::calloc(people ? people : 1, sizeof(Relation)))) {
  if (!relations_) throw std::bad_alloc();
  prefer_large_pages(relations_.get(), people * sizeof(Relation));
}

void Relations::clear() {
  // Where many were touched, one stroke over everybody is faster than as many jumps.
  if (touched_.size() > people_ / 8) {
    std::fill_n(relations_.get(), people_, Relation{});
  } else {
    for (const std::uint32_t person : touched_) relations_.get()[person] = Relation{};
  }
  touched_.clear();
}

}  // namespace rapport
