// The scenarios whose digests are kept: small, and between them every rule and strategy acts.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace rapport::test {

struct GoldenScenario {
  std::string name;
  std::uint32_t replicates;
  std::size_t different_runs;  // digests that occur; runs that touch nobody share theirs
  std::string text;
};

inline const std::string blast_and_notes = R"(
[[campaign]]
name = "Spam blast"
strategy = "spam-blast"
hours_per_day = 2
[[campaign]]
name = "Thoughtful engagement"
strategy = "thoughtful-engagement"
hours_per_day = 2
)";

// The quickstart in small.
inline const std::string seed_set = R"(seed = 42
horizon_days = 60
parameters = "seed"
[network]
kind = "communities"
people = 1_000
mean_degree = 10
[[campaign]]
name = "Nothing"
strategy = "do-nothing"
)";

// Limits, privacy and load act; networks differ from replicate to replicate; two points.
inline const std::string benchmark_set = R"(seed = 9_007_199_254_740_993
horizon_days = 90
parameters = "benchmark"
[network]
kind = "scale-free"
people = 600
mean_degree = 6
per_replicate = true
[[campaign]]
name = "Invitations"
strategy = "spam-blast"
channel = "invitation"
sampling = "with-replacement"
hours_per_day = 0.5
[sweep]
"market.in_market_share" = [0.01, 0.2]
)";

// Talk that carries far, retold faintly and vividly.
inline const std::string talk = R"(seed = 3
horizon_days = 40
[network]
kind = "small-world"
people = 500
mean_degree = 6
[word_of_mouth]
share_probability = 1.0
hear_probability = 0.5
strong_threshold = 0.0
[[campaign]]
name = "Hubs"
strategy = "seeding"
seeds = 12
target = "hubs"
[[campaign]]
name = "Anybody"
strategy = "seeding"
seeds = 12
[sweep]
"word_of_mouth.retell_strength" = [0.2, 0.9]
)";

// People who trust the sender from the start, above the threshold of trust.
inline const std::string prior_trust = R"(seed = 5
horizon_days = 50
[network]
kind = "ring"
people = 300
[trust]
prior = 0.6
[mechanisms]
off = ["attention"]
)";

inline std::vector<GoldenScenario> golden_scenarios() {
  return {{"seed-set", 3, 7, seed_set + blast_and_notes},
          {"benchmark-set", 2, 12, benchmark_set + blast_and_notes},
          {"talk", 3, 12, talk},
          {"prior-trust", 2, 4, prior_trust + blast_and_notes}};
}

}  // namespace rapport::test
