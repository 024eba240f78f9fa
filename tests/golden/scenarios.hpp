// The scenarios whose digests are kept: small, and between them every strategy acts.
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

inline const std::string village = R"([network]
kind = "communities"
people = 800
mean_degree = 8
)";

// Posts, adverts of both kinds and false followers; traps; help in groups; interests drift.
inline const std::string media = R"(seed = 7
horizon_days = 60
parameters = "benchmark"
)" + village + R"([[campaign]]
name = "Media"
strategy = "mixed"
pull = 0.2
shares.content = 0.8
shares.disclosed-advertising = 0.1
shares.disguised-advertising = 0.1
shares.bought-audience = 0
content = {posts_per_day = 2}
disguised-advertising = {found_out = 0.2}
hours_per_day = 6
[[campaign]]
name = "Trap"
strategy = "bait-and-switch"
hours_per_day = 2
[[campaign]]
name = "Groups"
strategy = "phases"
phases = [
  {strategy = "community-joining", from_day = 0, contributions = 5},
  {strategy = "group-message", from_day = 30},
  {strategy = "dormant-presence", from_day = 50},
]
hours_per_day = 4
)";

// Failures, complaints and what is done about them; thanks; managers; people who trust already.
inline const std::string people = R"(seed = 11
horizon_days = 60
)" + village + R"([trust]
prior = 0.3
[market]
in_market_share = 0.1
[churn]
half_life_days = 40
[permission]
skimmed = 0.5
[norms]
restraint = 0.3
[complaint]
voiced = 0.6
failures_per_day = 3
shock_day = 20
shock_people = 50
[[campaign]]
name = "Care"
strategy = "mixed"
shares = {complaint-handling = 0.4, gratitude = 0.2, spam-blast = 0.2, employee-champions = 0.2}
complaint-handling = {posture = "proactive", promise_days = 2}
hours_per_day = 4
[[campaign]]
name = "Attack"
strategy = "complaint-handling"
posture = "defensive"
hours_per_day = 2
[[campaign]]
name = "By sales"
strategy = "managed"
shares = {referral = 0.5, inmail = 0.5}
hours_per_day = 3
[[campaign]]
name = "By messages"
strategy = "kpi-chaser"
shares = {persistent-blast = 0.5, first-contact-pitch = 0.5}
hours_per_day = 2
)";

// Two rivals, of whom one writes and one posts; a brand that looks at profiles anonymously.
inline const std::string rivals = R"(seed = 13
horizon_days = 60
parameters = "benchmark"
)" + village + R"([[campaign]]
name = "Listening"
strategy = "listen-first"
hours_per_day = 2
expertise = "recommended"
[[campaign.rival]]
name = "Blast"
strategy = "spam-blast"
hours_per_day = 1
[[campaign]]
name = "Brand"
strategy = "thoughtful-engagement"
hours_per_day = 2
research = "anonymous"
voice = "brand"
message_errors = 0.2
bad_name = 0.3
follow_up_surprise = 0.2
[[campaign.rival]]
name = "Other notes"
strategy = "thoughtful-engagement"
hours_per_day = 2
[[campaign.rival]]
name = "Posts"
strategy = "content"
hours_per_day = 2
)";

inline std::vector<GoldenScenario> golden_scenarios() {
  return {{"seed-set", 3, 7, seed_set + blast_and_notes},
          {"benchmark-set", 2, 12, benchmark_set + blast_and_notes},
          {"talk", 3, 12, talk},
          {"prior-trust", 2, 4, prior_trust + blast_and_notes},
          {"media", 2, 6, media},
          {"people", 2, 8, people},
          {"rivals", 2, 4, rivals}};
}

}  // namespace rapport::test
