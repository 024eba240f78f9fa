#include "app/templates.hpp"

#include <array>

namespace rapport {
namespace {

constexpr std::string_view workshop =
    R"(# A workshop: compare ways to spend the same hours. Change a number, run again, discuss.
# Check it with: rapport check FILE
# Lines that begin with # are comments; keys that begin with x- are your own notes.

title = "Workshop: what do two hours a day bring?"
seed = 42               # equal seeds give equal results
horizon_days = 180      # length of a run
replicates = 100        # runs of each campaign; more runs give narrower intervals
parameters = "seed"     # or "benchmark": which defaults; see: rapport list parameters

[network]
kind = "communities"    # see: rapport list networks
people = 20_000
mean_degree = 10        # acquaintances of a person

[market]
in_market_share = 0.005 # share of people who are searching on any day

# Switch off a mechanism to see what it does; see: rapport list mechanisms
# [mechanisms]
# off = ["word-of-mouth"]

[[campaign]]            # the first campaign is the baseline of the comparison
name = "Spam blast"
strategy = "spam-blast" # see: rapport list strategies
hours_per_day = 2

[[campaign]]
name = "Thoughtful engagement"
strategy = "thoughtful-engagement"
hours_per_day = 2

[[campaign]]            # the control: what happens when nobody does anything
name = "Nothing"
strategy = "do-nothing"
)";

constexpr std::string_view lecture =
    R"(# A lecture: the same good experience for a random person or a hub.
# With these settings talk is exactly an independent cascade: everyone who experienced or heard
# something passes it on once, and each neighbour hears it with the probability below.

title = "Lecture: who should hear it first?"
seed = 1
horizon_days = 60       # the run ends early when nothing is left to happen
replicates = 200

[network]
kind = "scale-free"     # a few hubs know many people
people = 2_000
mean_degree = 6

[word_of_mouth]
share_probability = 1.0
hear_probability = 0.1  # try 0.05 and 0.4
feelings = false        # talk alone: trust and annoyance stay as they are

[[campaign]]
name = "Somebody"
strategy = "seeding"
seeds = 1
target = "random"

[[campaign]]
name = "A hub"
strategy = "seeding"
seeds = 1
target = "hubs"

[[campaign]]            # people by their numbers, from 0
name = "Persons 100 and 101"
strategy = "seeding"
target = "ids"
ids = [100, 101]
)";

constexpr std::string_view sweep =
    R"(# A sweep: the same comparison at many points, to find where the ranking turns.
# Every combination of the values below is a design point; each is run with all campaigns.

title = "Sweep: how large must the market be for the blast to win?"
seed = 42
horizon_days = 90
replicates = 30
baseline = "Spam blast" # the others are compared with this one

[network]
kind = "communities"
people = 5_000
mean_degree = 10

[[campaign]]
name = "Spam blast"
strategy = "spam-blast"
hours_per_day = 2

[[campaign]]
name = "Thoughtful engagement"
strategy = "thoughtful-engagement"
hours_per_day = 2

[sweep]
method = "grid"         # or "list": first values together, second values together, ...
# "latin-hypercube", "sobol", "morris" and "saltelli" choose points from ranges, with size = 64:
# "market.in_market_share" = { min = 0.001, max = 0.1, scale = "log" }
"market.in_market_share" = [0.001, 0.005, 0.02, 0.1]
"market.memory_half_life_days" = [7, 84]
# Numbers of a campaign can be swept too:
# 'campaign."Spam blast".hours_per_day' = [1, 2, 4]

[output]
daily = "none"          # final values are enough here, and the file stays small
)";

constexpr auto rows = std::to_array<TemplateRow>({
    {"workshop", "three ways to spend two hours a day", workshop},
    {"lecture", "word of mouth as a cascade, from a random person or from a hub", lecture},
    {"sweep", "the same comparison over a grid of market sizes and memories", sweep},
});

}  // namespace

std::span<const TemplateRow> template_rows() {
  return rows;
}

}  // namespace rapport
