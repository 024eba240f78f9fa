#include "analysis/findings/ties.hpp"

#include <catch2/catch.hpp>

#include "planted_result.hpp"

using namespace rapport;
using test::luck;
using test::PlantedResult;

namespace {

/// B minus A is the first parameter minus the second, and luck that both campaigns do not share.
PlantedResult two_parameters() {
  PlantedResult result({"A", "B"}, 40);
  result.design().parameters = {"x", "y"};
  result.design().points.clear();
  for (const double x : {0.0, 1.0, 2.0, 3.0}) {
    for (const double y : {0.5, 2.25}) result.design().points.push_back({x, y});
  }
  const auto points = result.design().points;
  result.final(Measure::profit, [points](RunKey run) {
    const auto& at = points[run.point];
    return run.campaign == 0 ? 0 : at[0] - at[1] + 0.2 * luck(run.replicate, 5);
  });
  return result;
}

}  // namespace

TEST_CASE("Lines run along one parameter with all others held") {
  const auto lines = sweep_lines(two_parameters().table().design, 0);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].points == std::vector<std::uint32_t>{0, 2, 4, 6});
  CHECK(lines[1].points == std::vector<std::uint32_t>{1, 3, 5, 7});
}

TEST_CASE("Campaigns tie where they were planted to tie, within the band") {
  PlantedResult result = two_parameters();
  Inference inference(1);
  const std::vector<Measure> measures = {Measure::profit};
  const auto found = find_ties(result.table(), 0, measures, inference);
  for (const TieFinding& tie : found) {
    if (tie.line.parameter != 0) continue;
    const double planted = result.design().points[tie.line.points.front()][1];
    REQUIRE(tie.ties.size() == 1);
    REQUIRE(tie.ties[0].band);
    CHECK(tie.ties[0].band->contains(planted));
    CHECK(tie.ties[0].band->half_width() < 0.1);
    CHECK(tie.ties[0].at == Approx(planted).margin(0.1));
  }
}

TEST_CASE("Without a change of sign there is no tie") {
  PlantedResult result({"A", "B"}, 10);
  result.design().parameters = {"x"};
  result.design().points = {{1}, {2}};
  result.final(Measure::profit, [](RunKey run) { return run.campaign; });
  Inference inference(1);
  const std::vector<Measure> measures = {Measure::profit};
  const auto found = find_ties(result.table(), 0, measures, inference);
  REQUIRE(found.size() == 1);
  CHECK(found[0].ties.empty());
}
