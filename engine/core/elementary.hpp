// exp2, log2 and logistic from + - x / alone: the same bits on every processor, and loops over them
// vectorise. Accuracy is tested against the standard functions.
#pragma once

#include <bit>
#include <cstdint>

namespace rapport {

/// 2^x for x in [-126, 126]; smaller x gives 2^-126, larger 2^126. Relative error below 3e-7.
inline float exp2_kernel(float x) {
  x = x < -126.0f ? -126.0f : x;
  x = x > 126.0f ? 126.0f : x;
  // Adding and taking away 1.5 x 2^23 rounds to the nearest whole number without a library call.
  const float shifted = x + 12582912.0f;
  const float whole = shifted - 12582912.0f;
  const float f = x - whole;  // in [-0.5, 0.5]
  // Taylor coefficients ln(2)^k / k! up to k = 7; the first one left out is below 3e-9 at |f| =
  // 0.5.
  float p = 1.5252734e-5f;
  p = p * f + 1.5403530e-4f;
  p = p * f + 1.3333558e-3f;
  p = p * f + 9.6181291e-3f;
  p = p * f + 5.5504109e-2f;
  p = p * f + 2.4022651e-1f;
  p = p * f + 6.9314718e-1f;
  p = p * f + 1.0f;
  const auto exponent = static_cast<std::int32_t>(whole);
  return p * std::bit_cast<float>((exponent + 127) << 23);
}

/// log2(x) for normal x > 0. Absolute error below 4e-7 near 1, relative error below 3e-7 elsewhere.
inline float log2_kernel(float x) {
  // Split x = 2^e m with m in [sqrt(1/2), sqrt(2)), so that the series is short.
  const auto bits = std::bit_cast<std::int32_t>(x);
  const std::int32_t e = (bits - 0x3f3504f3) >> 23;
  const float m = std::bit_cast<float>(bits - (e << 23));
  // log2(m) = 2/ln(2) atanh(s), s = (m - 1)/(m + 1), |s| < 0.172.
  const float s = (m - 1.0f) / (m + 1.0f);
  const float z = s * s;
  float p = 0.3205989f;    // 2/(9 ln 2)
  p = p * z + 0.4121986f;  // 2/(7 ln 2)
  p = p * z + 0.5770780f;  // 2/(5 ln 2)
  p = p * z + 0.9617967f;  // 2/(3 ln 2)
  p = p * z + 2.8853901f;  // 2/ln 2
  return static_cast<float>(e) + p * s;
}

/// The same in double, for constants that are worked out once: relative error below 1e-15 for x in
/// [-1000, 1000].
inline double exp2_kernel(double x) {
  // Rounds to the nearest whole number as above, with 1.5 x 2^52.
  const double shifted = x + 6755399441055744.0;
  const double whole = shifted - 6755399441055744.0;
  const double t = (x - whole) * 0.69314718055994530942;  // in [-0.35, 0.35]
  // Taylor: the first term left out is below 1e-18.
  double p = 1.0;
  for (int k = 15; k > 0; --k) p = 1.0 + p * t / k;
  const auto exponent = static_cast<std::int64_t>(whole);
  return p * std::bit_cast<double>((exponent + 1023) << 52);
}

/// log2(x) in double for normal x > 0. Absolute error below 1e-15 near 1, relative error below
/// 1e-15 elsewhere.
inline double log2_kernel(double x) {
  const auto bits = std::bit_cast<std::int64_t>(x);
  const std::int64_t e = (bits - 0x3fe6a09e667f3bcd) >> 52;
  const double m = std::bit_cast<double>(bits - (e << 52));  // in [sqrt(1/2), sqrt(2))
  const double s = (m - 1.0) / (m + 1.0);
  const double z = s * s;
  // atanh(s) / s: the first term left out is below 1e-18.
  double p = 0.0;
  for (int k = 23; k > 0; k -= 2) p = 1.0 / k + z * p;
  return static_cast<double>(e) + p * s * 2.8853900817779268147;
}

/// The natural logarithm of normal x > 0.
inline double ln_kernel(double x) {
  return log2_kernel(x) * 0.69314718055994530942;
}

/// 1 / (1 + e^-x). Below -87 the result is about 1e-38, above 87 exactly 1.
inline float logistic(float x) {
  constexpr float log2_of_e = 1.44269504f;
  return 1.0f / (1.0f + exp2_kernel(-x * log2_of_e));
}

}  // namespace rapport
