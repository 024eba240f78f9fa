// The expectations of a design in a journal: one row each.
#include "results/result_expectations.hpp"

namespace rapport {

void save_expectations(Database& database, const std::vector<Expectation>& rows) {
  database.execute("DELETE FROM expectation");
  Statement row(database, "INSERT INTO expectation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Expectation& each = rows[i];
    row.bind(1, i).bind(2, std::string_view(each.claim)).bind(3, std::string_view(each.compare));
    row.bind(4, std::string_view(each.measure)).bind(5, std::string_view(each.per));
    row.bind(6, each.larger.factor).bind(7, each.larger.campaign);
    row.bind(8, each.smaller.factor).bind(9, each.smaller.campaign).bind(10, each.days);
    row.bind(11, std::span<const std::uint32_t>(each.points)).run();
  }
}

std::vector<Expectation> load_expectations(const Database& database) {
  Statement row(database, "SELECT * FROM expectation ORDER BY position");
  std::vector<Expectation> rows;
  while (row.step()) {
    rows.push_back({row.text(1),
                    row.text(2),
                    row.text(3),
                    row.text(4),
                    {row.real(5), static_cast<std::int32_t>(row.integer(6))},
                    {row.real(7), static_cast<std::int32_t>(row.integer(8))},
                    static_cast<Day>(row.integer(9)),
                    row.blob<std::uint32_t>(10)});
  }
  return rows;
}

}  // namespace rapport
