// Verdicts on expectations, where the truth was planted.
#include "analysis/findings/expectations.hpp"

#include <catch2/catch.hpp>

#include "tests/findings/planted_result.hpp"

using namespace rapport;
using test::luck;
using test::PlantedResult;

namespace {

Expectation expecting(const std::string& measure, double factor = 1) {
  return {"claim", "as written", measure, "", {1, 1}, {factor, 0}, 90, {0}};
}

/// Campaign A sells 100, B so much more; the luck that they do not share is `noise` wide.
PlantedResult sales(std::uint32_t replicates, double more, double noise) {
  PlantedResult result({"A", "B"}, replicates);
  result.final(Measure::sales, [=](RunKey run) {
    return run.campaign == 0 ? 100.0 : 100.0 + more + noise * luck(run.replicate, 1);
  });
  return result;
}

ExpectationFinding judged(PlantedResult& result, const Expectation& expectation) {
  result.design().expectations = {expectation};
  const auto findings = judge_expectations(result.table());
  REQUIRE(findings.size() == 1);
  return findings[0];
}

}  // namespace

TEST_CASE("A claim is supported when the whole interval lies on its side") {
  auto result = sales(50, 20, 5);
  const auto finding = judged(result, expecting("sales"));
  CHECK(finding.verdict == ExpectationVerdict::supported);
  CHECK(finding.points[0].interval->lower > 0);
  CHECK(finding.points[0].difference.mean == Approx(20).margin(2));
}

TEST_CASE("A claim is not supported when the whole interval lies on the other side") {
  auto result = sales(50, -20, 5);
  CHECK(judged(result, expecting("sales")).verdict == ExpectationVerdict::not_supported);
}

TEST_CASE("A claim is not supported when less than a twentieth could be left of it") {
  auto close = sales(200, 0, 5);
  const auto finding = judged(close, expecting("sales"));
  CHECK(finding.points[0].interval->contains(0));
  CHECK(finding.verdict == ExpectationVerdict::not_supported);
  auto equal = sales(5, 0, 0);
  CHECK(judged(equal, expecting("sales")).verdict == ExpectationVerdict::not_supported);
}

TEST_CASE("A claim is undecided while the interval leaves room for it, and says for how long") {
  auto wide = sales(20, 10, 200);
  const auto finding = judged(wide, expecting("sales"));
  CHECK(finding.verdict == ExpectationVerdict::undecided);
  REQUIRE(finding.points[0].replicates_needed);
  CHECK(*finding.points[0].replicates_needed > 20);
  auto lone = sales(1, 10, 0);
  const auto one = judged(lone, expecting("sales"));
  CHECK(one.verdict == ExpectationVerdict::undecided);
  CHECK_FALSE(one.points[0].interval);
}

TEST_CASE("A factor and a number stand for what they say") {
  auto result = sales(50, 50, 5);
  CHECK(judged(result, expecting("sales", 1.4)).verdict == ExpectationVerdict::supported);
  CHECK(judged(result, expecting("sales", 1.6)).verdict == ExpectationVerdict::not_supported);
  Expectation number = expecting("sales");
  number.smaller = {140, ExpectedSide::no_campaign};
  CHECK(judged(result, number).verdict == ExpectationVerdict::supported);
}

TEST_CASE("Per hour each replicate counts by the hours that it took") {
  auto result = sales(50, 50, 5);
  result.final(Measure::hours_spent, [](RunKey run) { return run.campaign == 0 ? 1.0 : 2.0; });
  Expectation expectation = expecting("sales");
  expectation.per = "hours_spent";
  const auto finding = judged(result, expectation);
  CHECK(finding.verdict == ExpectationVerdict::not_supported);
  CHECK(finding.points[0].smaller.mean == Approx(100));
  CHECK(finding.points[0].larger.mean == Approx(75).margin(1));
}

TEST_CASE("A campaign that spent nothing has nothing per hour, and the claim stays undecided") {
  auto result = sales(50, 50, 5);
  Expectation expectation = expecting("sales");
  expectation.per = "hours_spent";
  CHECK(judged(result, expectation).verdict == ExpectationVerdict::undecided);
}

TEST_CASE("An earlier day counts flows up to it and stocks at its end") {
  auto result = sales(10, 0, 0);
  const auto course = [](RunKey run, std::size_t day) {
    return run.campaign == 0 ? 1.0 : (day < 30 ? 0.0 : 3.0);
  };
  result.daily(Measure::sales, course).daily(Measure::connections, course);
  Expectation flow = expecting("sales"), stock = expecting("connections");
  flow.days = stock.days = 31;
  CHECK(judged(result, flow).points[0].smaller.mean == 31);
  CHECK(judged(result, flow).points[0].larger.mean == 3);
  CHECK(judged(result, stock).points[0].larger.mean == 3);
  CHECK(judged(result, stock).verdict == ExpectationVerdict::supported);
}

TEST_CASE("Of several points one that contradicts is enough not to support the claim") {
  PlantedResult result({"A", "B"}, 20);
  result.design().parameters = {"x"};
  result.design().points = {{0}, {1}};
  result.final(Measure::sales, [](RunKey run) {
    const double sign = run.point == 0 ? 1 : -1;
    return run.campaign == 0 ? 100 : 100 + sign * (20 + luck(run.replicate, 1));
  });
  Expectation both = expecting("sales");
  both.points = {0, 1};
  const auto finding = judged(result, both);
  CHECK(finding.verdict == ExpectationVerdict::not_supported);
  CHECK(finding.points[0].verdict == ExpectationVerdict::supported);
  CHECK(judged(result, expecting("sales")).verdict == ExpectationVerdict::supported);
}

TEST_CASE("Intervals of several expectations hold together and are wider than alone") {
  auto result = sales(50, 20, 30);
  result.final(Measure::replies, [](RunKey run) {
    return 100.0 * run.campaign + 30 * luck(run.replicate, 10 + run.campaign);
  });
  const auto alone = judged(result, expecting("sales"));
  result.design().expectations = {expecting("sales"), expecting("replies")};
  const auto together = judge_expectations(result.table());
  CHECK(together[0].points[0].interval->half_width() > alone.points[0].interval->half_width());
}

TEST_CASE("A verdict names both sides, the difference and what would decide it") {
  auto result = sales(20, 10, 200);
  const auto finding = judged(result, expecting("sales", 1.05));
  const std::string words = expectation_words(finding, finding.points[0], result.design());
  CHECK(words.find("sales: B ") == 0);
  CHECK(words.find("against 1.05 x A 105, difference ") != std::string::npos);
  CHECK(words.find("replicates would decide it") != std::string::npos);
}
