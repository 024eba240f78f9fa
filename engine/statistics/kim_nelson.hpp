// Which of several campaigns is the best, with a stated probability, in as few replicates as that
// takes.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace rapport {

/// Kim & Nelson 2001, "A fully sequential procedure for indifference-zone selection in simulation":
/// campaigns are dropped one by one, as soon as their mean lies too far behind that of another one.
/// The variances of the paired differences set how far that is, so common random numbers, which
/// lower them, save replicates. For normal differences the best is chosen with at least
/// `probability` when it leads by `indifference` or more; else one that is as good but for that.
struct SelectionRule {
  double indifference = 1;    // above 0; a smaller difference does not matter
  double probability = 0.95;  // in (1 / campaigns, 1)
  std::size_t first = 20;     // replicates of the first stage, which estimates the variances
  std::size_t batch = 20;     // replicates between looks
};

struct Selection {
  /// For each campaign the replicates after which it was dropped; nothing while it may be the best.
  std::vector<std::optional<std::size_t>> dropped_after;
  /// The only campaign left; nothing while there are several.
  std::optional<std::size_t> best;
};

/// Looks after first, first + batch, ... up to `replicates`. `values[campaign][replicate]`, larger
/// is better; replicates in which one of the campaigns still looked at is NaN are left out.
/// Campaigns need no values after they were dropped.
Selection select_best(std::span<const std::vector<double>> values, std::size_t replicates,
                      const SelectionRule& rule);

}  // namespace rapport
