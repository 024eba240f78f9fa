// Cuts an array into blocks that follow each other in canonical order: chunks of the file, and how
// much is in memory at once.
#pragma once

#include <algorithm>
#include <cstddef>
#include <hdf5.h>
#include <vector>

namespace rapport {

using Extent = std::vector<hsize_t>;

inline hsize_t elements(const Extent& extent) {
  hsize_t product = 1;
  for (const hsize_t size : extent) product *= size;
  return product;
}

/// The largest block of at most `limit` elements (one row of the last dimension at least, cut to
/// `limit`) that is contiguous in canonical order: trailing dimensions whole, leading ones 1.
inline Extent block_shape(const Extent& extent, hsize_t limit) {
  Extent shape(extent.size(), 1);
  for (std::size_t i = extent.size(); i-- > 0;) {
    shape[i] = std::min(extent[i], std::max<hsize_t>(limit, 1));
    limit /= std::max<hsize_t>(extent[i], 1);
    if (shape[i] < extent[i]) break;
  }
  return shape;
}

/// Calls use(start, size) for every block in canonical order; blocks at the border are smaller.
template <class Use>
void for_each_block(const Extent& extent, const Extent& shape, Use&& use) {
  if (elements(extent) == 0) return;
  Extent start(extent.size(), 0), size(extent.size());
  while (true) {
    for (std::size_t i = 0; i < extent.size(); ++i)
      size[i] = std::min(shape[i], extent[i] - start[i]);
    use(start, size);
    std::size_t i = extent.size();
    while (i > 0 && (start[i - 1] += shape[i - 1]) >= extent[i - 1]) start[--i] = 0;
    if (i == 0) return;
  }
}

}  // namespace rapport
