#include "core/elementary.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

using namespace rapport;

namespace {

double relative_error(float got, double expected) {
  return std::abs(static_cast<double>(got) - expected) / std::abs(expected);
}

// Largest of error(x) over `steps` + 1 points from low to high.
template <class Error>
double largest_over(double low, double high, int steps, Error&& error) {
  double largest = 0;
  for (int k = 0; k <= steps; ++k) {
    largest = std::max(largest, error(static_cast<float>(low + (high - low) * k / steps)));
  }
  return largest;
}

}  // namespace

TEST_CASE("2^x agrees with the standard function to 3e-7 over its whole range") {
  const auto error = [](float x) {
    return relative_error(exp2_kernel(x), std::exp2(static_cast<double>(x)));
  };
  CHECK(largest_over(-126, 126, 1'000'000, error) < 3e-7);
  CHECK(largest_over(-1, 1, 200'000, error) < 3e-7);
}

TEST_CASE("2^x is exact at whole x, and stays at its ends beyond them") {
  bool exact = true;
  for (int x = -126; x <= 126; ++x) {
    exact = exact && exp2_kernel(static_cast<float>(x)) == std::ldexp(1.0f, x);
  }
  CHECK(exact);
  CHECK(exp2_kernel(-127.0f) == 0x1p-126f);
  CHECK(exp2_kernel(-1e30f) == 0x1p-126f);
  CHECK(exp2_kernel(-std::numeric_limits<float>::infinity()) == 0x1p-126f);
  CHECK(exp2_kernel(1e30f) == 0x1p126f);
  CHECK(exp2_kernel(std::numeric_limits<float>::infinity()) == 0x1p126f);
}

TEST_CASE("What decays by 2^-x never grows back") {
  float last = 1;
  bool falling = true;
  for (int k = 1; k <= 100'000; ++k) {
    const float now = exp2_kernel(-static_cast<float>(k) * 1e-3f);
    falling = falling && now <= last;
    last = now;
  }
  CHECK(falling);
}

TEST_CASE("log2 agrees with the standard function: 4e-7 near 1, 3e-7 of the value elsewhere") {
  const auto absolute = [](float x) {
    return std::abs(static_cast<double>(log2_kernel(x)) - std::log2(static_cast<double>(x)));
  };
  const auto relative = [](float exponent) {
    const float x = std::exp2(exponent);
    return relative_error(log2_kernel(x), std::log2(static_cast<double>(x)));
  };
  CHECK(largest_over(0.5, 2, 1'000'000, absolute) < 4e-7);
  CHECK(largest_over(1, 126.9, 500'000, relative) < 3e-7);
  CHECK(largest_over(-125.9, -1, 500'000, relative) < 3e-7);
}

TEST_CASE("log2 is exact at powers of two, from the smallest normal number on") {
  bool exact = true;
  for (int e = -126; e <= 127; ++e) {
    exact = exact && log2_kernel(std::ldexp(1.0f, e)) == static_cast<float>(e);
  }
  CHECK(exact);
  CHECK(log2_kernel(std::numeric_limits<float>::max()) == Approx(128).epsilon(1e-6));
}

TEST_CASE("The logistic function agrees with the standard ones where it can be told from 0") {
  const auto error = [](float x) {
    return relative_error(logistic(x), 1.0 / (1.0 + std::exp(-static_cast<double>(x))));
  };
  CHECK(largest_over(-10, 10, 500'000, error) < 1e-6);
  // The exponent x log2(e) itself is rounded to 24 bits, so the error grows with |x|.
  CHECK(largest_over(-80, -10, 200'000, error) < 1e-5);
  CHECK(largest_over(10, 80, 200'000, error) < 1e-6);
}

TEST_CASE("The logistic function is certain at its ends: never below 1e-37, always above 17") {
  CHECK(logistic(0) == 0.5f);
  CHECK(logistic(-99) > 0);
  CHECK(logistic(-99) < 1e-37f);
  CHECK(logistic(-1e30f) < 1e-37f);
  CHECK(logistic(99) == 1.0f);
  CHECK(logistic(1e30f) == 1.0f);
  const double sum = static_cast<double>(logistic(2.5f)) + static_cast<double>(logistic(-2.5f));
  CHECK(sum == Approx(1).epsilon(1e-6));
}

TEST_CASE("In double, 2^x and the logarithms agree with the standard functions to 1e-15") {
  double power = 0, logarithm = 0, natural = 0;
  for (int k = 0; k <= 200'000; ++k) {
    const double x = -20 + k * 2e-4;
    power = std::max(power, std::abs(exp2_kernel(x) / std::exp2(x) - 1));
    const double y = std::exp2(x / 10);
    const double scale = std::max(1.0, std::abs(std::log2(y)));
    logarithm = std::max(logarithm, std::abs(log2_kernel(y) - std::log2(y)) / scale);
    natural = std::max(natural, std::abs(ln_kernel(y) - std::log(y)) / scale);
  }
  CHECK(power < 1e-15);
  CHECK(logarithm < 1e-15);
  CHECK(natural < 1e-15);
  CHECK(exp2_kernel(-1000.0) == 0x1p-1000);
  CHECK(log2_kernel(0x1p-1000) == -1000);
}
