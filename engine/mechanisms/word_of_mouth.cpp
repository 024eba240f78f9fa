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
  const bool feelings = talk.feelings != 0;
  const auto probability = static_cast<float>(talk.share_probability);
  const auto negative = static_cast<float>(talk.negative_multiplier);
  const auto threshold = static_cast<float>(talk.strong_threshold);
  const auto retell = static_cast<float>(talk.retell_strength);
  for (std::size_t i = 0; i < b.size; ++i) {
    const float welcome = b.in_market[i] ? b.pitch_in_market[i] : 0.0f;
    const float lived = tone(b.merit[i], b.intrusiveness[i] * (1.0f - welcome));
    const bool heard_bad = b.channel[i] == static_cast<std::uint32_t>(Channel::bad_news);
    const float told = heard_bad ? -retell : retell;
    const float mood = b.from_talk[i] ? told : lived;
    const float size = mood < 0.0f ? -mood : mood;
    const float strong = b.from_talk[i] || size > threshold ? 1.0f : 0.0f;
    const float factor = feelings ? strong * size * b.talkativeness[i] : strong;
    const float p = probability * factor * (mood < 0.0f ? negative : 1.0f);
    const std::uint32_t already = mood < 0.0f ? mark::told_bad : mark::told_good;
    const bool tells = b.share_draw[i] < p && (b.marks[i] & already) == 0;
    // 1 tells something good, 2 something bad.
    b.shared[i] = b.read[i] & static_cast<std::uint32_t>(tells) ? (mood < 0.0f ? 2u : 1u) : 0u;
  }
}

}  // namespace rapport
