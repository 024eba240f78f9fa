#include "analysis/findings/sensitivity.hpp"

#include <catch2/catch.hpp>

#include "core/failure.hpp"
#include "planted_result.hpp"

using namespace rapport;
using test::PlantedResult;

namespace {

constexpr std::array measures = {Measure::profit};

/// Two trajectories; the lead of B is ten times the first parameter.
PlantedResult trajectories() {
  PlantedResult result({"A", "B"}, 3);
  result.design().parameters = {"x", "y"};
  result.design().points = {{0, 0}, {1, 0}, {1, 1}, {1, 1}, {1, 0}, {0, 0}};
  const auto points = result.design().points;
  result.final(Measure::profit, [points](RunKey run) {
    return run.campaign == 0 ? 5.0 : 5.0 + 10 * points[run.point][0];
  });
  return result;
}

}  // namespace

TEST_CASE("What the lead depends on is told, and what it does not depend on is left out") {
  PlantedResult result = trajectories();
  Inference inference(1);
  const Sensitivity found = sensitivity(result.table(), 0, measures, inference);
  CHECK(found.morris);
  CHECK(found.blocks == 2);
  REQUIRE(found.tables.size() == 1);
  const auto& indices = std::get<std::vector<MorrisIndex>>(found.tables[0].indices);
  CHECK(indices[0].strength == Approx(10));
  CHECK(indices[1].strength == Approx(0).margin(1e-12));
  CHECK(sensitivity_sentence(found.tables[0], found) ==
        "What matters for the lead of B over A in profit, most first: x.");
}

TEST_CASE("With a missing run there are no indices, and the run is named") {
  PlantedResult result = trajectories();
  result.lose({4, 1, 2}, RunStatus::failed);
  Inference inference(1);
  try {
    sensitivity(result.table(), 0, measures, inference);
    FAIL("indices without a run");
  } catch (const Failure& failure) {
    CHECK(failure.code() == ExitCode::bad_data);
    CHECK(std::string(failure.what()).find("point 4, B, replicate 2: failed") != std::string::npos);
  }
}

TEST_CASE("A grid tells no sensitivity") {
  PlantedResult result({"A", "B"}, 3);
  result.design().parameters = {"x", "y"};
  result.design().points = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
  CHECK_FALSE(tells_sensitivity(result.design()));
  Inference inference(1);
  CHECK_THROWS_AS(sensitivity(result.table(), 0, measures, inference), Failure);
}
