#include "mechanisms/word_of_mouth.hpp"

#include "core/clones.hpp"
#include "core/draw_columns.hpp"
#include "mechanisms/rule_functions.hpp"

namespace rapport {

namespace {

using Lanes = std::array<std::array<float, Talk::most_circles>, Talk::circle>;

// Draws stand lane by lane, listeners circle by circle.
RAPPORT_CLONES void by_circle(const Lanes& lanes, std::size_t circles, Column<float>& draw) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t c = 0; c < circles; ++c) {
    draw[4 * c] = lanes[0][c];
    draw[4 * c + 1] = lanes[1][c];
    draw[4 * c + 2] = lanes[2][c];
    draw[4 * c + 3] = lanes[3][c];
  }
}

RAPPORT_CLONES Rows below(const Column<float>& draw, float q, const Talk& talk) {
  return rows_where(talk.size(), [&](std::size_t i) {
    return (draw[i] < q) & (talk.listener[i] != Talk::nobody);
  });
}

}  // namespace

Rows listen(const Rules& rules, const Talk& talk) {
  std::array<std::uint32_t, Talk::most_circles> day;
  day.fill(static_cast<std::uint32_t>(rules.day));
  Lanes lanes;
  draw_columns(rules.draws, {talk.source.data(), day.data(), talk.number.data()}, Purpose::hear,
               talk.circles, {lanes[0].data(), lanes[1].data(), lanes[2].data(), lanes[3].data()});
  Column<float> draw = zeros;
  by_circle(lanes, talk.circles, draw);
  return below(draw, static_cast<float>(rules.parameters.word_of_mouth.hear_probability), talk);
}

namespace {

// Described events move trust up and down alike (Front. Psychol. 2023).
RAPPORT_CLONES void hear_good(Batch& b, float trust_step) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.padded(); ++i)
    b.trust[i] += trust_step * (b.ceiling[i] - b.trust[i]);
}

// Bad news also disturbs: trust that is not there cannot fall, yet strangers are put off (East
// et al., working paper).
RAPPORT_CLONES void hear_bad(Batch& b, float trust_step, float annoyance_step) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.padded(); ++i) {
    b.trust[i] -= trust_step * b.trust[i];
    b.annoyance[i] += annoyance_step * (1.0f - b.annoyance[i]);
  }
}

/// What a story is worth telling: tones in [-1, 1], bad ones below zero.
struct Telling {
  float probability, negative, threshold;
  float feelings;   // 1, or 0: talk is an independent cascade whatever people feel
  float asked_for;  // pitch to people in the market, who do not mind it
};

RAPPORT_CLONES void tell_experience(Batch& b, const Telling t) {
  const float otherwise = 1.0f - t.feelings;
  // An independent cascade tells whatever happened.
  const float threshold = t.feelings == 0.0f ? -1.0f : t.threshold;
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.padded(); ++i) {
    const float unasked = share_unasked(b.in_market[i], t.asked_for);
    const float mood = experience_tone(b.merit[i], b.intrusiveness[i] * unasked);
    const float size = mood < 0.0f ? -mood : mood;
    const float felt = t.feelings * size * b.talkativeness[i] + otherwise;
    const float told = t.probability * felt * (mood < 0.0f ? t.negative : 1.0f);
    const float p = size > threshold ? told : 0.0f;
    const std::uint32_t already = mood < 0.0f ? mark::told_bad : mark::told_good;
    const std::uint32_t kind = mood < 0.0f ? 2u : 1u;
    const std::uint32_t chosen = b.share_draw[i] < p ? kind : 0u;
    b.shared[i] = (b.marks[i] & already) == 0 ? chosen : 0u;
  }
}

RAPPORT_CLONES void pass_on(Batch& b, const Telling t, float strength, std::uint32_t kind) {
  const float otherwise = 1.0f - t.feelings;
  const std::uint32_t already = kind == 2 ? mark::told_bad : mark::told_good;
  const float base = t.probability * (kind == 2 ? t.negative : 1.0f);
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.padded(); ++i) {
    const float p = base * (t.feelings * strength * b.talkativeness[i] + otherwise);
    const auto chooses = static_cast<std::uint32_t>(b.share_draw[i] < p);
    const auto first_time = static_cast<std::uint32_t>((b.marks[i] & already) == 0);
    b.shared[i] = chooses & first_time ? kind : 0u;
  }
}

}  // namespace

void hear_news(Batch& b, const Rules& rules) {
  const auto& talk = rules.parameters.word_of_mouth;
  if (talk.feelings == 0 || b.origin() != Origin::talk) return;
  const auto trust_step = static_cast<float>(talk.trust_step);
  if (b.channel() == Channel::good_news) {
    hear_good(b, trust_step);
  } else {
    hear_bad(b, trust_step, static_cast<float>(talk.annoyance_step));
  }
}

// P(share) = share probability x talkativeness x strength; negative : positive = 1.7 : 1 (Vosoughi
// 2018, Juul & Ugander 2021). A person tells good things once and bad things once. With `feelings`
// off both factors are 1 and talk is an independent cascade.
void share_experience(Batch& b, const Rules& rules) {
  const auto& talk = rules.parameters.word_of_mouth;
  const Telling telling{static_cast<float>(talk.share_probability),
                        static_cast<float>(talk.negative_multiplier),
                        static_cast<float>(talk.strong_threshold), talk.feelings != 0 ? 1.0f : 0.0f,
                        b.approach.pitch_in_market};
  if (b.origin() == Origin::talk) {
    pass_on(b, telling, static_cast<float>(talk.retell_strength),
            b.channel() == Channel::bad_news ? 2u : 1u);
  } else {
    tell_experience(b, telling);
  }
}

}  // namespace rapport
