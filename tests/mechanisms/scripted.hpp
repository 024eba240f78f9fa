// A batch whose columns a test sets by hand, and the rules' surroundings.
#pragma once

#include <algorithm>
#include <cmath>
#include <functional>

#include "mechanisms/rule_functions.hpp"

namespace rapport::test {

inline Rules rules_of(ParameterSet set = ParameterSet::seed, Day day = 0) {
  Rules rules{default_parameters(set), Draws(42, 0), day, {}, {}, {}, {}};
  rules.attention_by_load.fill(1.0f);
  return rules;
}

/// Encounters of one channel with people 0, 1, ... who feel nothing and of whom nothing is known:
/// delivered and read, every draw one half.
inline Batch batch_of(Channel channel, std::size_t size = batch_size) {
  Batch b;
  b.size = size;
  b.approach = Approach{};
  b.approach.channel = channel;
  for (auto* column : {&b.trust,          &b.annoyance,          &b.recent,      &b.crowd,
                       &b.rival_contacts, &b.days_since_contact, &b.kept_trust,  &b.kept_annoyance,
                       &b.trust_before,   &b.annoyance_before,   &b.interest,    &b.fit,
                       &b.patience,       &b.talkativeness,      &b.rest_before, &b.prior,
                       &b.visibility,     &b.intrusiveness,      &b.relevance,   &b.merit,
                       &b.pressure,       &b.view_age,           &b.stay}) {
    column->setZero();
  }
  for (auto* column :
       {&b.sequence, &b.topic,      &b.marks,          &b.stage,        &b.mutual,    &b.contacts,
        &b.privacy,  &b.load_level, &b.rival_messages, &b.market_phase, &b.in_market, &b.accepted,
        &b.declined, &b.replied,    &b.bought,         &b.muted,        &b.blocked,   &b.reported,
        &b.shared,   &b.responded,  &b.followed,       &b.found_out,    &b.betrayed}) {
    column->setZero();
  }
  b.settled.setZero();
  b.ceiling.setOnes();
  b.visibility.setOnes();
  b.delivered.setOnes();
  b.read.setOnes();
  for (auto* column : {&b.attention_draw, &b.response_draw, &b.exit_draw, &b.share_draw}) {
    column->setConstant(0.5f);
  }
  for (std::uint32_t i = 0; i < batch_size; ++i) b.target[i] = i;
  return b;
}

/// Different numbers in (0, 1) for each row; another `script` gives others.
inline Column<float> numbers(std::uint32_t script) {
  Column<float> column;
  const Draws draws(2024, script);
  for (std::uint32_t i = 0; i < batch_size; ++i) {
    column[i] = draws.uniform(PersonId{i}, 0, 0, Purpose::attention);
  }
  return column;
}

/// 0 or 1 for each row, 1 about as often as `share` says.
inline Column<std::uint32_t> yes_no(std::uint32_t script, float share = 0.5f) {
  return (numbers(script) < share).cast<std::uint32_t>();
}

/// Largest difference between a column and what `expected` says of its rows.
inline double largest_error(const Batch& b, const Column<float>& column,
                            const std::function<double(std::size_t)>& expected) {
  double largest = 0;
  for (std::size_t i = 0; i < b.size; ++i) {
    largest = std::max(largest, std::abs(static_cast<double>(column[i]) - expected(i)));
  }
  return largest;
}

/// Rows in which a decision is not "the draw lies below the probability". Rows whose draw lies
/// within rounding of it may fall either way.
inline std::size_t wrong_decisions(const Batch& b, const Column<std::uint32_t>& decision,
                                   const std::function<double(std::size_t)>& draw,
                                   const std::function<double(std::size_t)>& probability) {
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < b.size; ++i) {
    const double u = draw(i), p = probability(i);
    wrong += std::abs(u - p) > 1e-6 && (decision[i] != 0) != (u < p);
  }
  return wrong;
}

inline double number(float value) {
  return static_cast<double>(value);
}

/// The draw of a decision that is addressed rather than scripted.
inline double addressed_draw(const Rules& rules, const Batch& b, std::size_t i, Purpose purpose) {
  return number(rules.draws.uniform(PersonId{b.target[i]}, rules.day, b.sequence[i], purpose));
}

inline bool all(const Batch& b, const Column<std::uint32_t>& column, std::uint32_t value) {
  return (column.head(static_cast<Eigen::Index>(b.size)) == value).all();
}

inline bool same(const Batch& b, const Column<float>& one, const Column<float>& other) {
  const auto rows = static_cast<Eigen::Index>(b.size);
  return (one.head(rows) == other.head(rows)).all();
}

}  // namespace rapport::test
