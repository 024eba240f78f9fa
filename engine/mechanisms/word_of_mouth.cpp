#include "mechanisms/word_of_mouth.hpp"

#include "core/clones.hpp"
#include "mechanisms/rule_functions.hpp"

namespace rapport {

inline float tone(float merit, float intrusiveness) {
  return merit - intrusiveness * (1.0f - merit);
}

float experience_tone(float merit, float intrusiveness) {
  return tone(merit, intrusiveness);
}

// Described events move trust up and down alike (Front. Psychol. 2023); bad news also disturbs.
RAPPORT_CLONES void hear_news(Batch& b, const Rules& rules) {
  const auto& talk = rules.parameters.word_of_mouth;
  if (talk.feelings == 0) return;
  const auto trust_step = static_cast<float>(talk.trust_step);
  const auto annoyance_step = static_cast<float>(talk.annoyance_step);
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.size; ++i) {
    const bool good = b.channel[i] == static_cast<std::uint32_t>(Channel::good_news);
    const bool bad = b.channel[i] == static_cast<std::uint32_t>(Channel::bad_news);
    const float up = trust_step * (1.0f - b.trust[i]);
    const float down = trust_step * b.trust[i];
    b.trust[i] += good ? up : (bad ? -down : 0.0f);
    b.annoyance[i] += bad ? annoyance_step * (1.0f - b.annoyance[i]) : 0.0f;
  }
}

// P(share) = share probability x talkativeness x strength; negative : positive = 1.7 : 1 (Vosoughi
// 2018, Juul & Ugander 2021). A person tells good things once and bad things once. With `feelings`
// off both factors are 1 and talk is an independent cascade.
RAPPORT_CLONES void share_experience(Batch& b, const Rules& rules) {
  const auto& talk = rules.parameters.word_of_mouth;
  // 1 or 0: a choice inside the loop would keep it from being vectorised.
  const float feelings = talk.feelings != 0 ? 1.0f : 0.0f;
  const float otherwise = 1.0f - feelings;
  const auto probability = static_cast<float>(talk.share_probability);
  const auto negative = static_cast<float>(talk.negative_multiplier);
  const auto threshold = static_cast<float>(talk.strong_threshold);
  const auto retell = static_cast<float>(talk.retell_strength);
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.size; ++i) {
    const float open = b.pitch_in_market[i];
    const float welcome = b.in_market[i] ? open : 0.0f;
    const float lived = tone(b.merit[i], b.intrusiveness[i] * (1.0f - welcome));
    const bool heard_bad = b.channel[i] == static_cast<std::uint32_t>(Channel::bad_news);
    const bool heard = b.from_talk[i] != 0;
    const float told = heard_bad ? -retell : retell;
    const float mood = heard ? told : lived;
    const bool bad = mood < 0.0f;
    const float size = bad ? -mood : mood;
    const float strong = static_cast<float>(heard | (size > threshold));
    const float felt = size * b.talkativeness[i];
    const float p = probability * strong * (feelings * felt + otherwise) * (bad ? negative : 1.0f);
    const std::uint32_t already = bad ? mark::told_bad : mark::told_good;
    const auto chooses = static_cast<std::uint32_t>(b.share_draw[i] < p);
    const auto first_time = static_cast<std::uint32_t>((b.marks[i] & already) == 0);
    // 1 tells something good, 2 something bad.
    b.shared[i] = chooses & first_time & b.read[i] ? 1u + static_cast<std::uint32_t>(bad) : 0u;
  }
}

}  // namespace rapport
