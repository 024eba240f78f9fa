#include "measures/measures.hpp"

namespace rapport {

std::span<const MeasureRow> measure_rows() {
  return measure_table;
}

}  // namespace rapport
