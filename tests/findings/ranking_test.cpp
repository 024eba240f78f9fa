#include "analysis/findings/ranking.hpp"

#include <catch2/catch.hpp>

#include "planted_result.hpp"

using namespace rapport;
using test::luck;

namespace {

/// Campaigns with the given means and luck of their own of half width 1, 20 replicates.
std::vector<std::vector<double>> campaigns_around(const std::vector<double>& means) {
  std::vector<std::vector<double>> values(means.size());
  for (std::uint32_t c = 0; c < means.size(); ++c) {
    for (std::uint32_t r = 0; r < 20; ++r) values[c].push_back(means[c] + luck(r, 1 + c));
  }
  return values;
}

FamilyRanking rank_by(Measure measure, const std::vector<std::vector<double>>& values) {
  Inference inference(3);
  return rank_family(Family::result, {{measure, {values.begin(), values.end()}}}, inference);
}

}  // namespace

TEST_CASE("campaigns that can be told apart are ranked, the others tie") {
  const auto ranking = rank_by(Measure::sales, campaigns_around({10, 10.05, 20, 5}));
  CHECK(ranking.measures[0].rank == std::vector<std::size_t>{2, 2, 1, 4});
  CHECK(ranking.rank == std::vector<std::size_t>{2, 2, 1, 4});
  CHECK(ranking.score == std::vector<int>{0, 0, 3, -3});
  CHECK(ranking.measures[0].pairs.size() == 6);
}

TEST_CASE("of a harm the smallest is ranked first and most probably the best") {
  const auto ranking = rank_by(Measure::aggravated, campaigns_around({10, 20}));
  CHECK(ranking.rank == std::vector<std::size_t>{1, 2});
  CHECK(ranking.measures[0].probability_best == std::vector<double>{1, 0});
}

TEST_CASE("the probability of being best is split between campaigns that differ by luck") {
  const auto ranking = rank_by(Measure::sales, campaigns_around({10, 10, 2}));
  const std::vector<double>& best = ranking.measures[0].probability_best;
  CHECK(best[0] + best[1] == Approx(1));
  CHECK(best[0] > 0.001);
  CHECK(best[1] > 0.001);
  CHECK(best[2] == 0);
}

TEST_CASE("five replicates are too few for a probability of being best") {
  auto values = campaigns_around({10, 20});
  for (auto& column : values) column.resize(5);
  CHECK(rank_by(Measure::sales, values).measures[0].probability_best.empty());
}
