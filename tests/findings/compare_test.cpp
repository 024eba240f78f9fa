#include "analysis/findings/compare.hpp"

#include <array>
#include <catch2/catch.hpp>

#include "analysis/findings/differences.hpp"
#include "planted_result.hpp"

using namespace rapport;
using test::luck;
using test::PlantedResult;

namespace {

const Difference& difference_of(const Comparison& comparison, Measure measure,
                                std::size_t campaign) {
  const auto& found = comparison.points.front().measures[static_cast<std::size_t>(measure)];
  return *found.campaigns[campaign].difference;
}

bool mentions(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

bool any_mentions(const std::vector<std::string>& notes, const std::string& part) {
  for (const std::string& note : notes) {
    if (mentions(note, part)) return true;
  }
  return false;
}

/// Blast: much activity, little trust; notes the other way round; both with shared luck.
PlantedResult opposed() {
  PlantedResult result({"Blast", "Notes"}, 20);
  const auto plant = [](double blast, double notes, double spread) {
    return [=](RunKey run) {
      return (run.campaign == 0 ? blast : notes) + spread * luck(run.replicate, 0) +
             0.1 * spread * luck(run.replicate, 1 + run.campaign);
    };
  };
  result.final(Measure::messages_delivered, plant(36'000, 1'800, 100))
      .final(Measure::people_touched, plant(15'000, 1'200, 100))
      .final(Measure::trusted_relationships, plant(5, 200, 4))
      .final(Measure::relationship_equity, plant(-300, 150, 20))
      .final(Measure::sales, plant(60, 90, 10))
      .final(Measure::profit, plant(-1'000, 500, 100))
      .final(Measure::aggravated, plant(4'000, 10, 5))
      .final(Measure::hours_spent, [](RunKey) { return 360.0; })
      .final(Measure::money_spent, [](RunKey) { return 10'800.0; });
  return result;
}

}  // namespace

TEST_CASE("a campaign that is exactly the baseline is identical, not merely hard to tell apart") {
  PlantedResult result({"Blast", "The same blast"}, 8);
  result.final(Measure::sales, [](RunKey run) { return 10 + luck(run.replicate, 0); });
  const Comparison comparison = compare(result.table(), {});
  const Difference& sales = difference_of(comparison, Measure::sales, 1);
  CHECK(sales.verdict == Verdict::identical);
  CHECK(sales.interval->lower == 0);
  CHECK(sales.interval->upper == 0);
  CHECK(comparison.points.front().headline.answer == Conclusion::identical);
  CHECK(mentions(comparison.sentence, "exactly alike"));
}

TEST_CASE("the sentence names who works better, by how much and how sure") {
  const auto planted = opposed();
  const Comparison comparison = compare(planted.table(), {});
  const Headline& headline = comparison.points.front().headline;
  CHECK(headline.answer == Conclusion::winner);
  CHECK(headline.winner == 1u);
  CHECK(headline.runner_up == 0u);
  CHECK(headline.measure == Measure::trusted_relationships);
  CHECK(headline.difference->paired.difference.mean == Approx(195).margin(1));
  CHECK(headline.ratio_interval->contains(*headline.ratio));
  CHECK(mentions(comparison.sentence, "Notes works better than Blast"));
  CHECK(mentions(comparison.sentence, "95 % interval"));
  CHECK(mentions(comparison.sentence, "although Blast shows more activity"));
}

TEST_CASE("more of a harm is worse") {
  const auto planted = opposed();
  CompareOptions from_notes;
  from_notes.baseline = 1;
  const Comparison comparison = compare(planted.table(), from_notes);
  CHECK(difference_of(comparison, Measure::aggravated, 0).verdict == Verdict::worse);
  CHECK(difference_of(comparison, Measure::aggravated, 0).paired.difference.mean > 0);
  CHECK_FALSE(comparison.points.front().measures[0].campaigns[1].difference);
}

TEST_CASE("activity and result rank the campaigns in opposite ways, and that is said") {
  const auto planted = opposed();
  const PointFindings point = compare(planted.table(), {}).points.front();
  CHECK(point.activity.rank == std::vector<std::size_t>{1, 2});
  CHECK(point.result.rank == std::vector<std::size_t>{2, 1});
  REQUIRE(point.disagreements.size() == 1);
  CHECK(point.disagreements[0].ahead_by_activity == 0);
  CHECK(point.disagreements[0].ahead_by_result == 1);
}

TEST_CASE("shared luck gives a narrower interval than the two campaigns apart") {
  const auto planted = opposed();
  const Comparison comparison = compare(planted.table(), {});
  const auto& sales = comparison.points.front().measures[static_cast<std::size_t>(Measure::sales)];
  const double apart = sales.campaigns[0].value.interval->half_width();
  CHECK(difference_of(comparison, Measure::sales, 1).interval->half_width() < 0.5 * apart);
  CHECK(*difference_of(comparison, Measure::sales, 1).paired.variance_saved > 0.9);
}

TEST_CASE("campaigns that differ by luck alone cannot be told apart, and tie") {
  PlantedResult result({"A", "B"}, 30);
  result.final(Measure::trusted_relationships,
               [](RunKey run) { return 10 + luck(run.replicate, 1 + run.campaign); });
  const Comparison comparison = compare(result.table(), {});
  const Difference& trusted = difference_of(comparison, Measure::trusted_relationships, 1);
  CHECK(trusted.verdict == Verdict::cannot_tell);
  CHECK(trusted.more_replicates.value_or(0) > 0);
  CHECK(comparison.points.front().headline.answer == Conclusion::cannot_tell);
  CHECK(mentions(comparison.sentence, "cannot be told whether A or B"));
  CHECK(comparison.points.front().result.rank == std::vector<std::size_t>{1, 1});
}

TEST_CASE("one replicate tells nothing, whatever it shows") {
  PlantedResult result({"A", "B"}, 1);
  result.final(Measure::sales, [](RunKey run) { return run.campaign == 0 ? 0.0 : 1'000.0; });
  const Comparison comparison = compare(result.table(), {});
  CHECK(difference_of(comparison, Measure::sales, 1).verdict == Verdict::cannot_tell);
  CHECK_FALSE(difference_of(comparison, Measure::sales, 1).interval);
  CHECK(comparison.points.front().headline.answer == Conclusion::cannot_tell);
  CHECK(any_mentions(comparison.notes, "Only 1 replicate"));
}

TEST_CASE("a result that a rule has stopped says what that does to its intervals") {
  const auto planted = opposed();
  ResultTable table = planted.table();
  CHECK_FALSE(any_mentions(compare(table, {}).notes, "less often than 95 %"));
  table.design.stop = {.metric = "sales", .half_width = 1, .min_replicates = 8};
  CHECK(any_mentions(compare(table, {}).notes, "until the intervals of sales were narrow enough"));
  CHECK(any_mentions(compare(table, {}).notes, "the first 8 replicates"));
  table.design.stop.kind = StopKind::select_best;
  CHECK(any_mentions(compare(table, {}).notes, "until they fell behind in sales"));
}

TEST_CASE("a missing run is named, takes its partner out, and is never guessed") {
  auto planted = opposed();
  planted.lose({0, 1, 3}, RunStatus::failed).lose({0, 0, 19}, RunStatus::not_run);
  const Comparison comparison = compare(planted.table(), {});
  CHECK(difference_of(comparison, Measure::sales, 1).paired.difference.count == 18);
  CHECK(difference_of(comparison, Measure::sales, 1).paired.difference.missing == 2);
  REQUIRE(comparison.missing.size() == 2);
  CHECK(comparison.missing[0].run == RunKey{0, 0, 19});
  CHECK(comparison.missing[1].status == RunStatus::failed);
  CHECK(any_mentions(comparison.notes, "Notes: replicate 3"));
  CHECK(any_mentions(comparison.notes, "38 of 40 runs"));
}

TEST_CASE("means in the sentence are of the same runs as their difference") {
  PlantedResult planted({"Blast", "Notes"}, 20);
  planted.final(Measure::trusted_relationships, [](RunKey run) {
    return (run.campaign == 0 ? 0 : 50) + 100.0 * run.replicate + luck(run.replicate, run.campaign);
  });
  planted.lose({0, 0, 19}, RunStatus::failed).lose({0, 0, 18}, RunStatus::failed);
  const std::string sentence = compare(planted.table(), {}).sentence;
  CHECK(mentions(sentence, "900 trusted relationships against 850"));
}

TEST_CASE("who leads by beating the weak only is not called better than who beats it") {
  PlantedResult planted({"Steady", "Rare", "Weak"}, 20);
  const auto unsure = [](RunKey run) {
    const std::array<double, 3> mean = {10, 5, 0}, spread = {0.1, 60, 0.1};
    return mean[run.campaign] + spread[run.campaign] * luck(run.replicate, 3 + run.campaign);
  };
  planted.final(Measure::trusted_relationships, unsure)
      .final(Measure::sales, unsure)
      .final(Measure::profit, unsure)
      .final(Measure::relationship_equity, [](RunKey run) {
        return std::array<double, 3>{0, 10, -10}[run.campaign] + luck(run.replicate, run.campaign);
      });
  const Comparison comparison = compare(planted.table(), {});
  const PointFindings& point = comparison.points.front();
  REQUIRE(point.result.rank == std::vector<std::size_t>{1, 2, 3});
  CHECK(point.headline.winner == 1u);
  CHECK(point.headline.runner_up == 0u);
  CHECK(mentions(comparison.sentence, "Rare works better than Steady"));
}

TEST_CASE("a result without a single finished pair says that nothing can be said") {
  PlantedResult result({"A", "B"}, 2);
  result.lose({0, 0, 0}, RunStatus::not_run).lose({0, 1, 1}, RunStatus::not_run);
  const Comparison comparison = compare(result.table(), {});
  CHECK(comparison.points.front().headline.answer == Conclusion::no_data);
  CHECK(difference_of(comparison, Measure::sales, 1).verdict == Verdict::no_data);
}

TEST_CASE("a single campaign is described and compared with nothing") {
  PlantedResult result({"Alone"}, 5);
  const Comparison comparison = compare(result.table(), {});
  CHECK(comparison.points.front().headline.answer == Conclusion::single);
  CHECK(comparison.points.front().result.rank == std::vector<std::size_t>{1});
}

TEST_CASE("equal budgets need no word, unequal ones are compared per hour as well") {
  auto planted = opposed();
  CHECK_FALSE(compare(planted.table(), {}).points.front().budgets[0].unequal);
  planted.final(Measure::hours_spent, [](RunKey run) { return run.campaign == 0 ? 360.0 : 90.0; });
  const Comparison comparison = compare(planted.table(), {});
  const BudgetFinding& hours = comparison.points.front().budgets[0];
  CHECK(hours.unequal);
  REQUIRE(hours.per_unit.size() == 8);
  CHECK(hours.per_unit[0].measure == Measure::messages_delivered);
  CHECK(hours.per_unit[0].campaigns[1].value.mean == Approx(20).epsilon(0.05));
  CHECK(any_mentions(comparison.notes, "Budgets are unequal"));
}

TEST_CASE("a control that spends nothing does not make budgets unequal") {
  PlantedResult result({"Do nothing", "Blast"}, 5);
  result.final(Measure::hours_spent, [](RunKey run) { return run.campaign == 0 ? 0.0 : 360.0; });
  CHECK_FALSE(compare(result.table(), {}).points.front().budgets[0].unequal);
}

TEST_CASE("when the results disagree the sentence says that it depends") {
  PlantedResult result({"Trusted", "Rich"}, 10);
  result
      .final(Measure::trusted_relationships,
             [](RunKey run) { return (run.campaign == 0 ? 50 : 5) + luck(run.replicate, 0); })
      .final(Measure::profit,
             [](RunKey run) { return (run.campaign == 0 ? 100 : 900) + luck(run.replicate, 0); });
  const Comparison comparison = compare(result.table(), {});
  CHECK(comparison.points.front().headline.answer == Conclusion::depends);
  CHECK(comparison.sentence ==
        "It depends on what counts: Trusted is better in trusted relationships, Rich in profit.");
}

TEST_CASE("a network drawn once leaves its luck out of the intervals, and the notes say so") {
  auto planted = opposed();
  CHECK(any_mentions(compare(planted.table(), {}).notes, "drawn once"));
  planted.design().network_per_replicate = true;
  CHECK_FALSE(any_mentions(compare(planted.table(), {}).notes, "drawn once"));
}

TEST_CASE(
    "pure noise is called different in about 5 % of experiments, with four campaigns as well") {
  int mistaken = 0;
  constexpr std::uint32_t experiments = 2'000;
  Inference inference(1);
  for (std::uint32_t experiment = 0; experiment < experiments; ++experiment) {
    std::vector<std::vector<double>> noise(4);
    CampaignColumns columns;
    for (std::uint32_t campaign = 0; campaign < 4; ++campaign) {
      for (std::uint32_t replicate = 0; replicate < 16; ++replicate) {
        noise[campaign].push_back(luck(replicate, 1'000 * (campaign + 1) + experiment * 10'000));
      }
    }
    for (const auto& column : noise) columns.emplace_back(column);
    const MeasureFinding found = measure_finding(Measure::sales, columns, 0, inference);
    bool any = false;
    for (const CampaignValue& campaign : found.campaigns) {
      if (!campaign.difference) continue;
      any = any || campaign.difference->verdict == Verdict::better ||
            campaign.difference->verdict == Verdict::worse;
    }
    mistaken += any ? 1 : 0;
  }
  CHECK(mistaken > 66);  // 100 expected, standard deviation 9.7
  CHECK(mistaken < 140);
}
