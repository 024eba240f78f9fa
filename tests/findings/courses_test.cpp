#include "analysis/findings/courses.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "planted_result.hpp"

using namespace rapport;
using test::PlantedResult;

TEST_CASE("Stocks are shown as they are, flows are added up") {
  PlantedResult result({"A"}, 3);
  result.design().days = 4;
  result.daily(Measure::mean_trust, [](RunKey, std::size_t day) { return day == 3 ? 0.4 : 0.1; });
  result.daily(Measure::sales, [](RunKey, std::size_t) { return 2; });
  const auto trust = measure_course(result.table(), Measure::mean_trust, 0);
  const auto sales = measure_course(result.table(), Measure::sales, 0);
  CHECK(trust.campaigns[0].mean[3] == Approx(0.4));
  CHECK(sales.campaigns[0].mean[3] == Approx(8));
}

TEST_CASE("The band leaves out a twentieth of the runs on either side") {
  PlantedResult result({"A"}, 101);
  result.design().days = 1;
  result.daily(Measure::mean_trust, [](RunKey run, std::size_t) { return run.replicate; });
  const Course course = measure_course(result.table(), Measure::mean_trust, 0).campaigns[0];
  CHECK(course.mean[0] == Approx(50));
  CHECK(course.low[0] == Approx(5));
  CHECK(course.high[0] == Approx(95));
}

TEST_CASE("A missing run is left out, and without any run there is no number") {
  PlantedResult result({"A", "B"}, 2);
  result.design().days = 2;
  result.daily(Measure::mean_trust, [](RunKey run, std::size_t) { return run.replicate; });
  result.lose({0, 0, 0}, RunStatus::failed);
  result.lose({0, 1, 0}, RunStatus::failed).lose({0, 1, 1}, RunStatus::not_run);
  const auto course = measure_course(result.table(), Measure::mean_trust, 0);
  CHECK(course.campaigns[0].mean[1] == Approx(1));
  CHECK(std::isnan(course.campaigns[1].mean[1]));
}

TEST_CASE("The course of a point of a sweep is that point's") {
  PlantedResult result({"A"}, 1);
  result.design().points = {{1}, {2}};
  result.design().parameters = {"x"};
  result.design().days = 1;
  result.daily(Measure::mean_trust, [](RunKey run, std::size_t) { return run.point; });
  CHECK(measure_course(result.table(), Measure::mean_trust, 1).campaigns[0].mean[0] == Approx(1));
}
