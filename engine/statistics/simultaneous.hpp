// Intervals that hold for all comparisons of one measure at once.
#pragma once

#include <Eigen/Core>
#include <cstddef>
#include <vector>

#include "core/random.hpp"
#include "statistics/interval.hpp"

namespace rapport {

/// Critical values of the largest |t| among correlated contrasts (the single-step procedure of
/// Dunnett 1955 with the correlation that the data show).
/// Chosen over Bonferroni because campaigns that share a baseline and their luck are strongly
/// correlated, which Bonferroni pays for with width; chosen over the largest |t| of a bootstrap
/// because that is too narrow at the 10 to 20 replicates people start with, while this keeps
/// Student's tails, and because its cost does not grow with the number of replicates.
class MaxT {
 public:
  /// Below this number of replicates the correlation is too badly known to be used.
  static constexpr std::size_t fewest_replicates = 10;
  /// Above this number of contrasts Bonferroni is nearly as good and much cheaper.
  static constexpr std::size_t most_contrasts = 20;

  explicit MaxT(const Draws& draws, double confidence = usual_confidence);

  /// For contrasts[c][replicate], NaN where missing; used are the replicates that have all of them,
  /// and as degrees of freedom those of the contrast with the fewest. Contrasts that do not vary
  /// need no room. Falls back on Bonferroni's t outside the two limits above. At least 0 contrasts;
  /// infinity when some varying contrast has fewer than two replicates.
  double critical_value(const std::vector<std::vector<double>>& contrasts);

  /// The same from a correlation matrix (unit diagonal, up to most_contrasts wide).
  double critical_value(const Eigen::MatrixXd& correlation, double degrees_of_freedom);

 private:
  const std::vector<double>& inverse_scales(double degrees_of_freedom);
  double bonferroni(std::size_t contrasts, double degrees_of_freedom) const;

  double confidence_;
  Eigen::MatrixXd deviates_;  // [contrast][sample], standard normal
  double scales_for_ = 0;     // degrees of freedom of the scales below
  std::vector<double> scales_;
};

}  // namespace rapport
