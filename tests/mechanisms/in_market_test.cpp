#include "mechanisms/in_market.hpp"

#include <catch2/catch.hpp>
#include <vector>

#include "tests/mechanisms/scripted.hpp"
#include "tests/worlds/renewal.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

constexpr double windows[] = {1, 1.1, 1.12, 1.5, 2, 7, 7.3, 9, 13.37, 30.5, 91, 365.25, 3650};

std::uint32_t phase_of(std::uint32_t person) {
  return Draws(42, 0).word(PersonId{person}, 0, 0, Purpose::trait_phase);
}

Parameters market(double share, double window) {
  Parameters parameters = default_parameters(ParameterSet::seed);
  parameters.market.in_market_share = share;
  parameters.market.window_days = window;
  return parameters;
}

// Day by day: the first day after `day` that begins an epoch in the market.
Day entry_day_by_day(const Draws& draws, PersonId person, std::uint32_t phase, Day day, Day horizon,
                     double share, double window) {
  for (Day next = day + 1; next < horizon; ++next) {
    const std::int32_t epoch = market_epoch(next, phase, window);
    if (epoch == market_epoch(next - 1, phase, window)) continue;
    if (in_market_during(draws, person, epoch, share)) return next;
  }
  return horizon;
}

}  // namespace

TEST_CASE("Epochs follow each other without a gap, each w days long to a day") {
  for (const double window : windows) {
    for (std::uint32_t person = 0; person < 20; ++person) {
      const std::uint32_t phase = phase_of(person);
      std::int32_t epoch = market_epoch(0, phase, window);
      CHECK(epoch == 0);  // a phase is less than an epoch
      Day begun = 0;
      bool first = true;
      for (Day day = 1; day < 4000; ++day) {
        const std::int32_t now = market_epoch(day, phase, window);
        if (now == epoch) continue;
        REQUIRE(now == epoch + 1);
        if (!first) CHECK(std::abs(day - begun - window) < 1);
        epoch = now;
        begun = day;
        first = false;
      }
    }
  }
}

TEST_CASE("The epoch of a day is the whole part of day / w + phase") {
  double wrong = 0;
  for (const double window : windows) {
    for (std::uint32_t person = 0; person < 50; ++person) {
      const std::uint32_t phase = phase_of(person);
      for (const Day day : {0, 1, 8, 9, 10, 89, 179, 1000, 64'999}) {
        const double exact = day / window + phase * 0x1p-32;
        if (std::abs(exact - std::round(exact)) < 1e-8) continue;  // too near a border to tell
        wrong += market_epoch(day, phase, window) != static_cast<std::int32_t>(std::floor(exact));
      }
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("The next entry into the market is the one found day by day") {
  const Draws draws(42, 7);
  constexpr Day horizon = 400;
  std::size_t wrong = 0, entries = 0;
  for (const double window : windows) {
    for (const double share : {0.0, 0.05, 0.5, 1.0}) {
      const Parameters parameters = market(share, window);
      for (std::uint32_t person = 0; person < 60; ++person) {
        const std::uint32_t phase = phase_of(person);
        for (const Day day : {0, 3, 180, horizon - 2, horizon - 1}) {
          const Day expected =
              entry_day_by_day(draws, PersonId{person}, phase, day, horizon, share, window);
          wrong += MarketEntries(draws, parameters, day, horizon).next(PersonId{person}, phase) !=
                   expected;
          entries += expected < horizon;
        }
      }
    }
  }
  CHECK(wrong == 0);
  CHECK(entries > 1000);
}

TEST_CASE("Many who search at once enter on the days on which each alone would") {
  const Draws draws(42, 7);
  for (const double window : {1.12, 9.0, 91.0}) {
    for (const double share : {0.02, 0.3}) {
      const MarketEntries entries(draws, market(share, window), 3, 400);
      for (const std::uint32_t count : {0u, 1u, 17u, 255u, 256u}) {
        std::vector<MarketEntries::Searcher> searchers;
        for (std::uint32_t k = 0; k < count; ++k) searchers.push_back({5 * k, phase_of(5 * k)});
        std::vector<Day> days(count);
        entries.next(searchers, days);
        std::size_t wrong = 0;
        for (std::uint32_t k = 0; k < count; ++k) {
          wrong += days[k] != entry_day_by_day(draws, PersonId{searchers[k].person},
                                               searchers[k].phase, 3, 400, share, window);
        }
        CHECK(wrong == 0);
      }
    }
  }
}

TEST_CASE("Entries at the very border of an epoch are not missed: phases of 0 and just below 1") {
  const Draws draws(42, 7);
  for (const double window : windows) {
    for (const std::uint32_t phase : {0u, 1u, 1u << 30, 1u << 31, 0xffffffffu}) {
      const Parameters parameters = market(1, window);
      for (Day day = 0; day < 390; ++day) {
        INFO("window " << window << ", phase " << phase << ", day " << day);
        REQUIRE(MarketEntries(draws, parameters, day, 400).next(PersonId{1}, phase) ==
                entry_day_by_day(draws, PersonId{1}, phase, day, 400, 1, window));
      }
    }
  }
}

TEST_CASE("Whoever is always searching enters with every epoch, whoever never is does not enter") {
  const Draws draws(42, 0);
  const Parameters always = market(1, 9), never = market(0, 9);
  for (std::uint32_t person = 0; person < 100; ++person) {
    const std::uint32_t phase = phase_of(person);
    int entries = 0;
    for (Day day = 0; day < 180; ++entries) {
      day = MarketEntries(draws, always, day, 180).next(PersonId{person}, phase);
    }
    CHECK(entries - 1 == market_epoch(179, phase, 9));
    CHECK(MarketEntries(draws, never, 0, 180).next(PersonId{person}, phase) == 180);
  }
}

TEST_CASE("Any day the share pi of people is in the market") {
  constexpr std::uint32_t people = 20'000;
  const Draws draws(42, 1);
  for (const Day day : {0, 4, 100}) {
    double count = 0;
    for (std::uint32_t person = 0; person < people; ++person) {
      const std::int32_t epoch = market_epoch(day, phase_of(person), 9);
      count += in_market_during(draws, PersonId{person}, epoch, 0.05);
    }
    CHECK(count / people == Approx(0.05).margin(4 * std::sqrt(0.05 * 0.95 / people)));
  }
}

TEST_CASE("The chance to be in the market at least once in d days is that of the renewal process") {
  constexpr std::uint32_t people = 20'000;
  const Draws draws(42, 2);
  for (const auto& [share, window, days] :
       {std::tuple{0.05, 9.0, 30}, {0.2, 7.3, 10}, {0.05, 91.0, 180}, {0.3, 1.0, 5}}) {
    double count = 0;
    for (std::uint32_t person = 0; person < people; ++person) {
      bool once = false;
      const std::int32_t last = market_epoch(days - 1, phase_of(person), window);
      for (std::int32_t epoch = 0; epoch <= last; ++epoch) {
        once = once || in_market_during(draws, PersonId{person}, epoch, share);
      }
      count += once;
    }
    const double p = in_market_at_least_once(share, window, days);
    INFO(share << ", " << window << " days, " << days << " days");
    CHECK(count / people == Approx(p).margin(4 * std::sqrt(p * (1 - p) / people)));
  }
}

TEST_CASE("On a single day the chance is pi, in very long time it is certain") {
  CHECK(in_market_at_least_once(0.005, 9, 1) == Approx(0.005));
  CHECK(in_market_at_least_once(0.05, 91, 92) == Approx(1 - 0.95 * 0.95));
  CHECK(in_market_at_least_once(0.005, 9, 60'000) == Approx(1));
  CHECK(in_market_at_least_once(0, 9, 60'000) == 0);
}

TEST_CASE("A batch looks each person's market up as one by one") {
  for (const double window : {1.0, 7.3, 9.0, 91.0}) {
    for (const Day day : {0, 1, 57, 64'999}) {
      Rules rules = rules_of(ParameterSet::seed, day);
      rules.parameters.market.in_market_share = 0.3;
      rules.parameters.market.window_days = window;
      Batch b = batch_of(Channel::message, 253);
      for (std::uint32_t i = 0; i < batch_size; ++i) {
        b.target[i] = 1000 * i;
        b.market_phase[i] = phase_of(1000 * i);
      }
      look_up_market(b, rules);
      std::size_t wrong = 0;
      for (std::size_t i = 0; i < b.size; ++i) {
        const std::int32_t epoch = market_epoch(day, b.market_phase[i], window);
        wrong += (b.in_market[i] != 0) !=
                 in_market_during(rules.draws, PersonId{b.target[i]}, epoch, 0.3);
      }
      CHECK(wrong == 0);
    }
  }
}

TEST_CASE("What repute gives is not forgotten, what contacts built beyond it is") {
  const Parameters parameters = default_parameters(ParameterSet::seed);
  const auto remembers = [&](float trust, float days) {
    return number(entry_memory(trust, 0.4f, days, parameters));
  };
  for (const float days : {0.0f, 84.0f, 500.0f}) {
    CHECK(remembers(0.4f, days) == Approx(0.4));
    CHECK(remembers(0.1f, days) == Approx(0.1));  // trust that was lost is no longer repute
  }
  CHECK(remembers(0.8f, 0) == Approx(0.8));
  CHECK(remembers(0.8f, 84) == Approx(0.6));
  CHECK(remembers(0.8f, 10'000) == Approx(0.4));
}

TEST_CASE("A person who enters the market remembers with T 2^(-days / 84)") {
  const Parameters parameters = default_parameters(ParameterSet::seed);
  for (const float trust : {0.0f, 0.3f, 1.0f}) {
    for (const float days : {0.0f, 1.0f, 84.0f, 168.0f, 500.0f}) {
      CHECK(number(entry_memory(trust, 0, days, parameters)) ==
            Approx(number(trust) * std::exp2(-number(days) / 84)).epsilon(1e-6));
    }
  }
}
