#include "measures/measures.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string>

using namespace rapport;

TEST_CASE("Every measure has a name of its own, a unit and a meaning") {
  std::set<std::string_view> names;
  for (const MeasureRow& row : measure_rows()) {
    INFO(row.name);
    CHECK(names.insert(row.name).second);
    CHECK_FALSE(row.unit.empty());
    CHECK_FALSE(row.meaning.empty());
  }
  CHECK(names.size() == measure_count);
}

TEST_CASE("The names that scripts rely on are there, in their families") {
  const auto family_of = [](std::string_view name) {
    const auto rows = measure_rows();
    const auto row = std::find_if(rows.begin(), rows.end(),
                                  [name](const MeasureRow& r) { return r.name == name; });
    REQUIRE(row != rows.end());
    return row->family;
  };
  for (const char* name : {"messages_sent", "hours_spent", "replies", "connections",
                           "people_touched", "hits", "followers", "media_cost"}) {
    CHECK(family_of(name) == Family::activity);
  }
  for (const char* name :
       {"sales", "declined", "muted", "blocked", "reported", "aggravated", "trusted_relationships",
        "relationship_equity", "mean_trust", "mean_annoyance", "word_of_mouth_reach", "advocates",
        "detractors", "burned_share"}) {
    CHECK(family_of(name) == Family::result);
  }
}

TEST_CASE("A measure's number is its place in the table and among the values") {
  MeasureValues values{};
  for (std::size_t m = 0; m < measure_count; ++m) {
    value_of(values, static_cast<Measure>(m)) = static_cast<double>(m) + 1;
  }
  for (std::size_t m = 0; m < measure_count; ++m) CHECK(values[m] == static_cast<double>(m) + 1);
  CHECK(measure_table[static_cast<std::size_t>(Measure::sales)].name == "sales");
  CHECK(measure_table[static_cast<std::size_t>(Measure::restricted_days)].name ==
        "restricted_days");
}

TEST_CASE(
    "What costs the sender is not praised, and what repels people is never better when more") {
  const auto better = [](Measure m) { return measure_table[static_cast<std::size_t>(m)].better; };
  for (const Measure m : {Measure::hours_spent, Measure::money_spent, Measure::media_cost}) {
    CHECK(better(m) == Better::neither);
  }
  for (const Measure m :
       {Measure::aggravated, Measure::declined, Measure::muted, Measure::blocked, Measure::reported,
        Measure::burned_share, Measure::detractors, Measure::mean_annoyance,
        Measure::restricted_days, Measure::deceits_found}) {
    CHECK(better(m) == Better::lower);
  }
  for (const Measure m : {Measure::sales, Measure::trusted_relationships, Measure::advocates,
                          Measure::connections, Measure::relationship_equity}) {
    CHECK(better(m) == Better::higher);
  }
}
