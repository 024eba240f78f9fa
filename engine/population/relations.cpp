#include "population/relations.hpp"

#include <algorithm>

namespace rapport {

Relations::Relations(std::uint32_t people)
    : people_(people),
      // Not a vector, which would write to every page.
      relations_(LargePages<Relation>().allocate(people), Free{people}) {}

void Relations::clear() {
  // Where many were touched, one stroke over everybody is faster than as many jumps.
  if (touched_.size() > people_ / 8) {
    std::fill_n(relations_.get(), people_, Relation{});
  } else {
    constexpr std::size_t ahead = 32;
    for (std::size_t k = 0; k < touched_.size(); ++k) {
      if (k + ahead < touched_.size()) expect(touched_[k + ahead]);
      relations_.get()[touched_[k]] = Relation{};
    }
  }
  touched_.clear();
}

}  // namespace rapport
