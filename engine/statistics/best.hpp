// How sure one can be which of several campaigns is the best.
#pragma once

#include <cstddef>
#include <vector>

#include "statistics/bootstrap.hpp"

namespace rapport {

/// Share of bootstrap samples in which each campaign has the largest mean; equal means share the
/// sample. `columns` holds one row of complete values (no NaN) per replicate, larger is better;
/// resamples.size() == columns.count(). The shares add up to 1.
std::vector<double> probability_best(const Blocks& columns, const Resamples& resamples);

}  // namespace rapport
