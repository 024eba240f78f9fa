#include "strategies/seeding.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "core/permutation.hpp"
#include "strategies/strategy.hpp"

namespace rapport {
namespace {

enum Setting : std::size_t { seeds, target };
enum Target : std::uint8_t { random_people, hubs, named };

constexpr auto settings = std::to_array<ParameterRow>({
    {"seeding", "seeds", ValueKind::integer, "people", 1, 1, 0, 4294967294.0,
     "how many people are chosen", "MODEL.md (X)"},
    {"seeding", "target", ValueKind::choice, "", 0, 0, 0, 2,
     "anybody, the best connected, or those whom `ids` names", "MODEL.md (X)", "random|hubs|ids"},
});

class Seeding final : public Strategy {
 public:
  explicit Seeding(const Campaign& campaign) : campaign_(campaign) {}

  std::vector<Approach> approaches() const override {
    Approach experience;
    experience.channel = Channel::experience;
    experience.value = 1;
    return {experience};
  }

  void plan(const Situation& now, Plan& plan) override {
    if (done_) return;
    done_ = true;
    for (const std::uint32_t person : chosen(now)) plan.send(PersonId{person}, 0, any_topic);
  }

  bool finished(Day) const override { return done_; }

 private:
  std::vector<std::uint32_t> chosen(const Situation& now) const {
    const std::uint32_t people = now.population.people();
    const auto count =
        static_cast<std::uint32_t>(std::min<double>(campaign_.settings[seeds], people));
    switch (static_cast<Target>(campaign_.settings[target])) {
      case named:
        return campaign_.ids;
      case hubs:
        return best_connected(now.network.graph, count);
      case random_people:
        break;
    }
    const Permutation order(now.rules.draws, people, 0, Purpose::seed);
    std::vector<std::uint32_t> persons(count);
    for (std::uint32_t k = 0; k < count; ++k) persons[k] = order[k];
    return persons;
  }

  static std::vector<std::uint32_t> best_connected(const Graph& graph, std::uint32_t count) {
    std::vector<std::uint32_t> persons(graph.people());
    std::iota(persons.begin(), persons.end(), 0u);
    const auto better = [&](std::uint32_t a, std::uint32_t b) {
      return graph.degree(a) != graph.degree(b) ? graph.degree(a) > graph.degree(b) : a < b;
    };
    std::partial_sort(persons.begin(), persons.begin() + count, persons.end(), better);
    persons.resize(count);
    return persons;
  }

  Campaign campaign_;
  bool done_ = false;
};

}  // namespace

const StrategyRow seeding_row = {"seeding",
                                 "gives chosen people one strong good experience on the first day",
                                 settings, "ids", create_strategy<Seeding>};

}  // namespace rapport
