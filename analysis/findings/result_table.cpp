#include "analysis/findings/result_table.hpp"

namespace rapport {

ResultTable table_of(const ResultReader& reader) {
  return {reader.design(),
          reader.partial(),
          reader.status(),
          [&reader](Measure measure) { return reader.final_values(measure); },
          [&reader](Measure measure) { return reader.daily_values(measure); },
          [&reader](Measure measure, std::uint32_t point) {
            return reader.daily_values(measure, point);
          }};
}

}  // namespace rapport
