#include "statistics/simultaneous.hpp"

#include <Eigen/Cholesky>
#include <algorithm>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <limits>

#include "core/contract.hpp"
#include "statistics/sample.hpp"

namespace rapport {
namespace {

/// Simulated samples; the critical value is then known to about half a percent with many
/// replicates, and to one and a half with ten.
constexpr Eigen::Index samples = 10'000;
/// Equal slices of the chi-squared distribution, visited in turn: their spread adds no noise.
constexpr std::size_t slices = 200;

Eigen::MatrixXd normal_deviates(const Draws& draws) {
  const boost::math::normal normal;
  Eigen::MatrixXd deviates(static_cast<Eigen::Index>(MaxT::most_contrasts), samples);
  for (Eigen::Index sample = 0; sample < samples; ++sample) {
    for (Eigen::Index row = 0; row < deviates.rows(); row += 4) {
      const DrawBlock words = draws.block(static_cast<std::uint32_t>(row), static_cast<Day>(sample),
                                          0, Purpose::critical_value);
      for (Eigen::Index i = 0; i < 4; ++i) {
        const double uniform = unit_interval(words[static_cast<std::size_t>(i)]);
        deviates(row + i, sample) = boost::math::quantile(normal, uniform);
      }
    }
  }
  return deviates;
}

/// A matrix L with L L' = correlation, which may be singular (three campaigns have three pairs, but
/// only two of them are free).
Eigen::MatrixXd root_of(const Eigen::MatrixXd& correlation) {
  const Eigen::LDLT<Eigen::MatrixXd> factors(correlation);
  const Eigen::VectorXd scale = factors.vectorD().cwiseMax(0.0).cwiseSqrt();
  const Eigen::MatrixXd lower = factors.matrixL();
  return factors.transpositionsP().transpose() * (lower * scale.asDiagonal());
}

/// Standardised contrasts over the replicates that have all of them, [contrast][replicate].
Eigen::MatrixXd complete_rows(const std::vector<const std::vector<double>*>& contrasts) {
  std::vector<std::size_t> complete;
  for (std::size_t r = 0; r < contrasts.front()->size(); ++r) {
    const auto known = [r](const auto* contrast) { return !std::isnan((*contrast)[r]); };
    if (std::all_of(contrasts.begin(), contrasts.end(), known)) complete.push_back(r);
  }
  Eigen::MatrixXd rows(static_cast<Eigen::Index>(contrasts.size()),
                       static_cast<Eigen::Index>(complete.size()));
  std::vector<double> values(complete.size());
  for (std::size_t c = 0; c < contrasts.size(); ++c) {
    for (std::size_t i = 0; i < complete.size(); ++i) values[i] = (*contrasts[c])[complete[i]];
    const Sample sample = describe(values);
    const double spread = sample.standard_deviation > 0 ? sample.standard_deviation : 1;
    for (std::size_t i = 0; i < complete.size(); ++i) {
      rows(static_cast<Eigen::Index>(c), static_cast<Eigen::Index>(i)) =
          (values[i] - sample.mean) / spread;
    }
  }
  return rows;
}

Eigen::MatrixXd correlation_of(const Eigen::MatrixXd& rows) {
  Eigen::MatrixXd correlation = Eigen::MatrixXd::Identity(rows.rows(), rows.rows());
  for (Eigen::Index a = 0; a < rows.rows(); ++a) {
    for (Eigen::Index b = 0; b < a; ++b) {
      double product = 0;
      for (Eigen::Index i = 0; i < rows.cols(); ++i) product += rows(a, i) * rows(b, i);
      correlation(a, b) = correlation(b, a) = product / static_cast<double>(rows.cols() - 1);
    }
  }
  return correlation;
}

}  // namespace

MaxT::MaxT(const Draws& draws, double confidence)
    : confidence_(confidence), deviates_(normal_deviates(draws)) {}

double MaxT::bonferroni(std::size_t contrasts, double degrees_of_freedom) const {
  return t_critical_value(degrees_of_freedom,
                          1 - (1 - confidence_) / static_cast<double>(contrasts));
}

/// sqrt(df / chi-squared) in the middle of each slice.
const std::vector<double>& MaxT::inverse_scales(double degrees_of_freedom) {
  if (scales_for_ == degrees_of_freedom) return scales_;
  const boost::math::chi_squared chi_squared(degrees_of_freedom);
  scales_.resize(slices);
  for (std::size_t slice = 0; slice < slices; ++slice) {
    const double middle = (static_cast<double>(slice) + 0.5) / static_cast<double>(slices);
    scales_[slice] = std::sqrt(degrees_of_freedom / boost::math::quantile(chi_squared, middle));
  }
  scales_for_ = degrees_of_freedom;
  return scales_;
}

double MaxT::critical_value(const Eigen::MatrixXd& correlation, double degrees_of_freedom) {
  const Eigen::Index contrasts = correlation.rows();
  RAPPORT_EXPECTS(contrasts > 0 && contrasts <= static_cast<Eigen::Index>(most_contrasts));
  if (contrasts == 1) return t_critical_value(degrees_of_freedom, confidence_);
  const Eigen::MatrixXd root = root_of(correlation);
  const std::vector<double>& scales = inverse_scales(degrees_of_freedom);
  std::vector<double> largest(static_cast<std::size_t>(samples));
  for (Eigen::Index sample = 0; sample < samples; ++sample) {
    double most = 0;
    for (Eigen::Index row = 0; row < contrasts; ++row) {
      double deviate = 0;
      for (Eigen::Index i = 0; i < contrasts; ++i) deviate += root(row, i) * deviates_(i, sample);
      most = std::max(most, std::abs(deviate));
    }
    const auto place = static_cast<std::size_t>(sample);
    largest[place] = most * scales[place % slices];
  }
  const double place = confidence_ * static_cast<double>(largest.size());
  const auto quantile = largest.begin() + static_cast<std::ptrdiff_t>(place);
  std::nth_element(largest.begin(), quantile, largest.end());
  return *quantile;
}

double MaxT::critical_value(const std::vector<std::vector<double>>& contrasts) {
  std::vector<const std::vector<double>*> varying;
  std::size_t fewest = std::numeric_limits<std::size_t>::max();
  for (const std::vector<double>& contrast : contrasts) {
    const Sample sample = describe(contrast);
    if (sample.count < 2) return std::numeric_limits<double>::infinity();
    if (!(sample.standard_deviation > 0)) continue;
    varying.push_back(&contrast);
    fewest = std::min(fewest, sample.count);
  }
  if (varying.empty()) return 0;
  const auto degrees_of_freedom = static_cast<double>(fewest - 1);
  if (varying.size() > 1 && varying.size() <= most_contrasts) {
    const Eigen::MatrixXd rows = complete_rows(varying);
    if (rows.cols() >= static_cast<Eigen::Index>(fewest_replicates)) {
      return critical_value(correlation_of(rows), degrees_of_freedom);
    }
  }
  return bonferroni(varying.size(), degrees_of_freedom);
}

}  // namespace rapport
