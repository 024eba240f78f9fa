// What each strategy does to a world, beside another that differs from it in one thing.
#include <catch2/catch.hpp>

#include "tests/simulation/world.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

using Settings = std::vector<std::pair<std::string, double>>;

Scenario half_a_year(const std::string& strategy, const Settings& settings = {}) {
  return scenario_of(campaign(strategy, settings), 180);
}

RunResult run(const Scenario& scenario, std::uint32_t people = 2'000) {
  return World(acquaintances(people, 8), scenario).run();
}

double run_for(Measure measure, const std::string& strategy, const Settings& settings = {}) {
  return final_of(run(half_a_year(strategy, settings)), measure);
}

}  // namespace

TEST_CASE("Inviting again straight after a decline is reported, long afterwards hardly") {
  std::vector<double> reported;
  for (const double days : {0.0, 60.0, 1'000.0}) {
    Scenario scenario = half_a_year("persistent-blast", {{"again_after_days", days}});
    scenario.mechanisms_off = {"word-of-mouth", "annoyance"};
    const RunResult result = run(scenario);
    CHECK(final_of(result, Measure::declined) > 400);
    reported.push_back(final_of(result, Measure::reported));
  }
  CHECK(reported[0] > 200);
  CHECK(reported[0] > 4 * reported[1]);
  CHECK(reported[2] < 20);  // nobody is asked twice; who is very impatient reports the first time
}

TEST_CASE("A pitch in the first contact costs connections and leaves people annoyed") {
  const RunResult selling = run(half_a_year("first-contact-pitch"));
  const RunResult giving = run(half_a_year("thoughtful-engagement"));
  CHECK(final_of(selling, Measure::connections) < 0.7 * final_of(giving, Measure::connections));
  CHECK(final_of(selling, Measure::relationship_equity) <
        0.7 * final_of(giving, Measure::relationship_equity));
  CHECK(final_of(selling, Measure::blocked) >= final_of(giving, Measure::blocked));
}

TEST_CASE("People who are introduced connect more often than strangers who get a note") {
  const Settings no_follow_ups = {{"follow_up_share", 0}, {"consent", 1}, {"ask_seconds", 0}};
  CHECK(run_for(Measure::connections, "referral", no_follow_ups) >
        1.1 * run_for(Measure::connections, "thoughtful-engagement", {{"follow_up_share", 0}}));
}

TEST_CASE("Who introduces the sender loses trust when the other says no") {
  std::vector<double> trust;
  for (const double risk : {0.0, 0.5, 1.0}) {
    Scenario scenario =
        half_a_year("referral", {{"referrer_risk", risk}, {"consent", 1}, {"ask_seconds", 0}});
    scenario.parameters.acceptance.decline_share = 1;
    scenario.parameters.acceptance.introduction_multiplier = 1;
    trust.push_back(final_of(run(scenario), Measure::mean_trust));
  }
  CHECK(trust[1] < trust[0]);
  CHECK(trust[2] < trust[1]);
}

TEST_CASE("InMails reach people who restrict invitations") {
  for (const auto& [strategy, reaches] :
       {std::pair{"inmail", true}, {"thoughtful-engagement", false}}) {
    Scenario scenario = half_a_year(strategy);
    scenario.parameters.privacy.connections_only_share = 1;
    scenario.parameters.privacy.refusal = 1;
    const RunResult result = run(scenario);
    CHECK((final_of(result, Measure::people_touched) > 0) == reaches);
  }
}

TEST_CASE("InMails are as many as the months bring, and one more for each that is answered") {
  Scenario scenario = half_a_year("inmail", {{"inmail_seconds", 60}, {"follow_up_share", 0}});
  scenario.parameters.platform.invitations_per_week = 0;
  const RunResult result = run(scenario);
  const double sent = final_of(result, Measure::messages_sent);
  const double answered = final_of(result, Measure::replies);
  CHECK(answered > 50);
  CHECK(sent == 6 * 50 + answered);
  scenario.mechanisms_off = {"platform"};
  CHECK(final_of(run(scenario), Measure::messages_sent) > 2'000);  // everybody, without a quota
}

TEST_CASE("People whom the sender has helped accept its invitation more often") {
  std::vector<double> connections;
  for (const double contributions : {0.0, 20.0, 80.0}) {
    Scenario scenario = half_a_year("community-joining",
                                    {{"contributions", contributions}, {"follow_up_share", 0}});
    connections.push_back(final_of(run(scenario, 200), Measure::connections));
  }
  CHECK(connections[1] > connections[0]);
  CHECK(connections[2] > connections[1] + 10);
}

TEST_CASE("Showing a connection's name to others costs trust and connections") {
  Scenario scenario = half_a_year("group-message", {{"exposure", 0}});
  scenario.parameters.trust.prior = 0.4;
  const RunResult discreet = run(scenario);
  scenario.campaigns[0] = campaign("group-message", {{"exposure", 0.6}});
  const RunResult exposing = run(scenario);
  CHECK(final_of(discreet, Measure::connections) > 50);
  CHECK(final_of(exposing, Measure::mean_trust) < final_of(discreet, Measure::mean_trust));
  CHECK(final_of(exposing, Measure::connections) < 0.9 * final_of(discreet, Measure::connections));
  // Annoyed they are alike: it is the confidence that drives people off.
  scenario.parameters.exit.betrayal = 0;
  CHECK(final_of(run(scenario), Measure::connections) > final_of(exposing, Measure::connections));
}

TEST_CASE("Who breaks off over a broken confidence is connected no longer, and not shut out") {
  Scenario scenario = half_a_year("group-message", {{"exposure", 1}, {"every_days", 2}});
  scenario.parameters.trust.prior = 0.8;
  scenario.parameters.exit.betrayal = 1;
  scenario.mechanisms_off = {"annoyance", "word-of-mouth"};
  const World world(acquaintances(500, 8), scenario);
  Days days(world);
  std::int64_t connected = 0, lost = 0;
  for (Day day = 0; day < 60; ++day) {
    days.next();
    lost += days.state().today.disconnected;
    connected += days.state().today.connected - days.state().today.disconnected;
    CHECK(days.state().today.disconnected ==
          static_cast<std::int64_t>(days.state().answers.lost.size()));
  }
  std::int64_t marked = 0;
  for (std::uint32_t p = 0; p < 500; ++p) {
    const std::uint32_t marks = days.relations()[p].marks;
    marked += (marks & mark::connected) != 0;
  }
  CHECK(lost > 20);
  CHECK(marked == connected);
}

TEST_CASE("A group message annoys its connections more than follow-ups do") {
  const RunResult group = run(half_a_year("group-message"));
  const RunResult in_touch = run(half_a_year("thoughtful-engagement"));
  CHECK(final_of(group, Measure::muted) + final_of(group, Measure::blocked) >
        final_of(in_touch, Measure::muted) + final_of(in_touch, Measure::blocked));
}

TEST_CASE("Notes are accepted more often after listening; who only listens writes none") {
  Network network = acquaintances(2'000, 8);
  network.communities = 10;
  network.community = in_turn(2'000, 10);
  double blind = 0, informed = 0;
  for (std::uint32_t replicate = 0; replicate < 5; ++replicate) {
    const auto run_with = [&](double share) {
      Scenario scenario =
          half_a_year("listen-first", {{"listen_share", share}, {"follow_up_share", 0}});
      return World(network, scenario, replicate).run();
    };
    const auto accepted = [](const RunResult& result) {
      return final_of(result, Measure::connections) / final_of(result, Measure::messages_sent);
    };
    blind += accepted(run_with(0)) / 5;
    informed += accepted(run_with(0.5)) / 5;
    CHECK(final_of(run_with(1), Measure::messages_sent) == 0);
  }
  CHECK(informed > 1.1 * blind);
}

TEST_CASE("A profile that nobody tends loses the trust that people had") {
  Scenario scenario = half_a_year("dormant-presence", {{"visitors_per_day", 20}});
  scenario.parameters.trust.prior = 0.5;
  const RunResult dormant = run(scenario);
  scenario.campaigns[0] = campaign("do-nothing");
  const RunResult absent = run(scenario);
  CHECK(final_of(dormant, Measure::mean_trust) < final_of(absent, Measure::mean_trust));
  CHECK(final_of(dormant, Measure::messages_sent) == 0);
  CHECK(final_of(dormant, Measure::hours_spent) == 0);
}

TEST_CASE("Posts win people who respond; praising oneself drives readers away (claims 66, 84)") {
  std::vector<RunResult> results;
  for (const double share : {0.0, 0.5, 1.0}) {
    results.push_back(run(half_a_year("content", {{"self_promotion_share", share}})));
  }
  for (const Measure m : {Measure::responses, Measure::followers, Measure::hits,
                          Measure::connections, Measure::relationship_equity}) {
    INFO(measure_table[static_cast<std::size_t>(m)].name);
    CHECK(final_of(results[0], m) > final_of(results[1], m));
    CHECK(final_of(results[1], m) > final_of(results[2], m));
  }
  CHECK(final_of(results[0], Measure::connections) > 20);
}

TEST_CASE("An advert that says so presses half as hard, and costs less trust") {
  std::vector<double> trust;
  for (const double factor : {1.0, 0.5, 0.0}) {
    Scenario scenario = half_a_year("disclosed-advertising");
    scenario.parameters.trust.prior = 0.5;
    scenario.parameters.pressure.disclosed_factor = factor;
    trust.push_back(final_of(run(scenario), Measure::mean_trust));
  }
  CHECK(trust[1] > trust[0]);
  CHECK(trust[2] > trust[1]);
}

TEST_CASE("Money that is paid counts as spent beside the hours, and lowers the profit") {
  const RunResult result = run(half_a_year("disclosed-advertising", {{"money_per_day", 15}}));
  CHECK(final_of(result, Measure::media_cost) == Approx(180 * 15));
  CHECK(final_of(result, Measure::hours_spent) == Approx(180 / 6.0));
  CHECK(final_of(result, Measure::money_spent) == Approx(180 * 15 + 30 * 40));
  CHECK(final_of(result, Measure::profit) ==
        Approx(final_of(result, Measure::sales_value) - 180 * 15 - 30 * 40));
}

TEST_CASE("A disguised advert is worth its money until it is found out") {
  std::vector<RunResult> results;
  for (const double found_out : {0.0, 0.1, 0.5}) {
    results.push_back(run(half_a_year("disguised-advertising", {{"found_out", found_out}})));
  }
  CHECK(final_of(results[0], Measure::deceits_found) == 0);
  for (std::size_t k = 1; k < results.size(); ++k) {
    CHECK(final_of(results[k], Measure::relationship_equity) <
          final_of(results[k - 1], Measure::relationship_equity));
    CHECK(final_of(results[k], Measure::responses) < final_of(results[k - 1], Measure::responses));
    CHECK(final_of(results[k], Measure::detractors) >
          final_of(results[k - 1], Measure::detractors));
  }
}

TEST_CASE("Who is trapped again and again has found out once") {
  Scenario scenario = scenario_of(campaign("mixed"), 200);
  scenario.mechanisms_off = {"exit-ladder", "annoyance", "word-of-mouth"};
  scenario.campaigns[0].parts = {campaign("bait-and-switch", {{"found_out", 1}}),
                                 campaign("spam-blast", {{"channel", 1}})};
  for (Campaign& part : scenario.campaigns[0].parts) part.share = 0.5;
  const RunResult result = run(scenario, 60);
  CHECK(final_of(result, Measure::deceits_found) > 20);
  CHECK(final_of(result, Measure::deceits_found) <= 60);
}

TEST_CASE("Praise is thanked where the sender can read it: from connections and followers") {
  const auto thanked = [](const char* with, const Settings& settings) {
    Scenario scenario = scenario_of(campaign("mixed"), 20);
    scenario.campaigns[0].parts = {campaign(with, settings), campaign("gratitude")};
    scenario.campaigns[0].parts[0].share = scenario.campaigns[0].parts[1].share = 0.5;
    const RunResult result = run(scenario, 500);
    CHECK(final_of(result, Measure::advocates) > 5);
    return final_of(result, Measure::people_touched);
  };
  // Seeds have a good experience, and are no connections: nothing is sent to anybody.
  CHECK(thanked("seeding", {{"seeds", 200}}) == 0);
}

TEST_CASE("Of those who were trapped only who has not read it is still connected") {
  const RunResult trapped = run(half_a_year("bait-and-switch", {{"found_out", 1}}));
  const RunResult honest = run(half_a_year("thoughtful-engagement"));
  CHECK(final_of(trapped, Measure::deceits_found) > 100);
  CHECK(final_of(trapped, Measure::connections) < 0.1 * final_of(honest, Measure::connections));
  CHECK(final_of(trapped, Measure::detractors) > final_of(honest, Measure::detractors));
  CHECK(final_of(trapped, Measure::relationship_equity) <
        0.5 * final_of(honest, Measure::relationship_equity));
}

TEST_CASE("A lower ceiling for whoever was deceived leaves less trust, however kind one is later") {
  std::vector<double> trust;
  for (const double factor : {1.0, 0.6, 0.3}) {
    Campaign both;
    both.name = both.strategy = "mixed";
    both.hours_per_day = 24;
    both.parts = {campaign("disguised-advertising", {{"found_out", 0.3}, {"money_per_day", 60}}),
                  campaign("thoughtful-engagement", {{"note_seconds", 60}})};
    both.parts[1].share = 1;
    Scenario scenario = scenario_of(both, 180);
    scenario.parameters.deception.ceiling_factor = factor;
    trust.push_back(final_of(run(scenario), Measure::mean_trust));
  }
  CHECK(trust[1] < trust[0]);
  CHECK(trust[2] < trust[1]);
}

TEST_CASE("A strategy hears what each of its ways of addressing people moved, and all sales") {
  Campaign both = campaign("mixed");
  for (const char* strategy : {"spam-blast", "thoughtful-engagement", "disclosed-advertising"}) {
    both.parts.push_back(campaign(strategy));
    both.parts.back().share = 1.0 / 3;
  }
  Scenario scenario = scenario_of(both, 120);
  scenario.parameters.market.in_market_share = 0.2;
  const World world(acquaintances(2'000, 8), scenario);
  Days days(world);
  std::int64_t inbound = 0;
  for (Day day = 0; day < 120; ++day) {
    days.next();
    const Counts& today = days.state().today;
    const Answers& answers = days.state().answers;
    REQUIRE(answers.moved.size() == 4);
    Moved sum;
    for (const Moved& moved : answers.moved) sum += moved;
    CHECK(sum.sent == today.sent);
    CHECK(sum.replies == today.replies);
    CHECK(sum.connections == today.connected);
    CHECK(sum.sales == today.sales - today.inbound_sales);
    CHECK(answers.sales == today.sales);
    CHECK(answers.moved[0].connections == 0);  // a pitch is answered, a note accepted
    CHECK(answers.moved[1].replies == 0);
    CHECK(answers.moved[3].sent == 0);  // an impression is no message
    CHECK(today.impressions > 0);
    inbound += today.inbound_sales;
  }
  CHECK(inbound > 0);
}

TEST_CASE("What is pending caps invitations until it is withdrawn") {
  Scenario scenario =
      half_a_year("thoughtful-engagement", {{"note_seconds", 18}, {"follow_up_share", 0}});
  scenario.parameters.platform.pending_cap = 50;
  scenario.parameters.acceptance.decline_share = 0;
  Parameters& p = scenario.parameters;
  const RunResult capped = run(scenario);
  CHECK(final_of(capped, Measure::messages_sent) - final_of(capped, Measure::connections) == 50);
  p.platform.pending_days = 30;
  const RunResult renewed = run(scenario);
  CHECK(final_of(renewed, Measure::messages_sent) > 5 * 50);
  scenario.mechanisms_off = {"platform"};
  CHECK(final_of(run(scenario), Measure::messages_sent) > 20 * 50);
}

TEST_CASE(
    "An invitation that is accepted or refused is pending no longer, nor one to a connection") {
  for (const bool accepts : {true, false}) {
    Scenario scenario = half_a_year("spam-blast", {{"channel", 1}});
    scenario.parameters.acceptance.blank_intercept = accepts ? 100 : -100;
    scenario.parameters.acceptance.decline_share = 1;
    scenario.parameters.platform.pending_cap = 100;
    // Everybody reads every invitation, and gets one every third day.
    scenario.mechanisms_off = {"exit-ladder", "annoyance", "word-of-mouth"};
    CHECK(final_of(run(scenario, 300), Measure::messages_sent) == 180 * 100);
  }
}

TEST_CASE("Reports about adverts restrict nobody and keep no impression back that was paid for") {
  Scenario scenario = scenario_of(campaign("disclosed-advertising", {{"money_per_day", 15}}), 180,
                                  ParameterSet::benchmark);
  scenario.parameters.exit.threshold = 0.2;
  scenario.parameters.exit.report_share = 1;
  scenario.parameters.platform.complaint_messages = 1;
  const World world(acquaintances(2'000, 8), scenario);
  Days days(world);
  std::int64_t reported = 0;
  for (Day day = 0; day < 180; ++day) {
    days.next();
    reported += days.state().today.reported;
    CHECK(days.state().today.restricted == 0);
    CHECK(days.state().rules.standing.deliverability == 1);
  }
  CHECK(reported > 100);
}

TEST_CASE("Reports about messages leave what stands in the feed alone") {
  Campaign both = campaign("mixed");
  both.parts = {campaign("spam-blast"), campaign("disclosed-advertising")};
  both.parts[0].share = 1;
  Scenario scenario = scenario_of(both, 60, ParameterSet::benchmark);
  scenario.parameters.platform.reports_to_restrict = 1e9;
  scenario.parameters.exit.report_share = 0.02;
  scenario.parameters.exit.block_share = 0;
  scenario.mechanisms_off = {"attention"};
  const auto impressions = [&](double threshold) {
    scenario.parameters.exit.threshold = threshold;
    return run(scenario);
  };
  const RunResult hated = impressions(0.2), suffered = impressions(10);
  CHECK(final_of(hated, Measure::messages_delivered) <
        0.8 * final_of(hated, Measure::messages_sent));
  // Who has reported the sender sees no more of it; all others see the adverts.
  const double shut_out = final_of(hated, Measure::reported) / 2'000;
  CHECK(final_of(hated, Measure::impressions) >=
        (1 - shut_out) * 0.98 * final_of(suffered, Measure::impressions));
}
