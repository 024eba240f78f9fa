#include "statistics/replicates_needed.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "statistics/interval.hpp"

using namespace rapport;

TEST_CASE("the number of replicates is the smallest whose interval is narrow enough") {
  for (const double deviation : {0.3, 1.0, 4.0, 25.0}) {
    const auto n = replicates_needed(deviation, 1.0);
    REQUIRE(n);
    const auto half_width = [&](std::size_t count) {
      return t_critical_value(static_cast<double>(count - 1)) * deviation /
             std::sqrt(static_cast<double>(count));
    };
    CHECK(half_width(*n) <= 1.0);
    if (*n > 2) CHECK(half_width(*n - 1) > 1.0);
  }
}

TEST_CASE("a standard deviation of ten known within one takes the textbook 387 replicates") {
  // 1.96^2 x 100 = 384.1, and three more for Student's t.
  CHECK(replicates_needed(10, 1) == 387u);
}

TEST_CASE("half the width takes four times the replicates") {
  const auto wide = replicates_needed(100, 2);
  const auto narrow = replicates_needed(100, 1);
  REQUIRE((wide && narrow));
  CHECK(static_cast<double>(*narrow) / static_cast<double>(*wide) == Approx(4).epsilon(0.01));
}

TEST_CASE("a simultaneous interval needs the square of its inflation more") {
  const auto single = replicates_needed(100, 1);
  const auto inflated = replicates_needed(100, 1, 1.5);
  REQUIRE((single && inflated));
  CHECK(static_cast<double>(*inflated) / static_cast<double>(*single) ==
        Approx(2.25).epsilon(0.01));
}

TEST_CASE("no number of replicates makes an interval of width zero, and none is promised") {
  CHECK_FALSE(replicates_needed(1, 0));
  CHECK_FALSE(replicates_needed(1, 1e-9));
  CHECK_FALSE(replicates_needed(std::nan(""), 1));
  CHECK(replicates_needed(0, 1) == 2u);
}
