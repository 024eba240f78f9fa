// Every kind of mistake has its message and its place.
#include <catch2/catch.hpp>

#include "tests/input/scenario_fixture.hpp"

using namespace rapport;
using test::campaign;
using test::mistakes;
using Lines = std::vector<std::string>;

TEST_CASE("A misspelt key is named with the key that was meant") {
  CHECK(mistakes("trsut = 1\n" + campaign) == Lines{"1:1 unknown key \"trsut\"|trust"});
  CHECK(mistakes(campaign + "[market]\n  in_market_shar = 0.1\n") ==
        Lines{"5:3 unknown key \"in_market_shar\"|in_market_share"});
  CHECK(mistakes(campaign + "hour_per_day = 1\n") ==
        Lines{"4:1 unknown key \"hour_per_day\"|hours_per_day"});
}

TEST_CASE("A key that resembles none is answered with the keys there are") {
  const auto all = test::read(campaign + "[output]\nzebra = 1\n").diagnostics.sorted();
  REQUIRE(all.size() == 1);
  CHECK(all[0].suggestion.empty());
  CHECK(all[0].notes == Lines{"known here: daily, people"});
}

TEST_CASE("A key under the wrong header is told where it belongs") {
  const auto all = test::read(campaign + "[output]\nmean_degree = 1\n").diagnostics.sorted();
  REQUIRE(all.size() == 1);
  CHECK(all[0].notes == Lines{"\"mean_degree\" belongs in [network]"});
  const auto top = test::read(campaign + "[output]\nreplicates = 1\n").diagnostics.sorted();
  REQUIRE(top.size() == 1);
  CHECK(top[0].notes ==
        Lines{"\"replicates\" belongs at the top of the file, before the first [table]"});
}

TEST_CASE("A key of another strategy is answered with the strategies that have it") {
  const auto notes = [](const std::string& text) {
    const auto all = test::read(text).diagnostics.sorted();
    REQUIRE(all.size() == 1);
    CHECK(all[0].suggestion.empty());
    return all[0].notes;
  };
  CHECK(notes(campaign + "again_after_days = 3\n") ==
        Lines{"\"again_after_days\" is a key of persistent-blast; this is spam-blast"});
  CHECK(notes(campaign + "shares = {}\n") ==
        Lines{"\"shares\" is a key of mixed, managed, kpi-chaser; this is spam-blast"});
  CHECK(notes("again_after_days = 3\n" + campaign) ==
        Lines{"\"again_after_days\" belongs in a [[campaign]] of persistent-blast"});
}

TEST_CASE("A value of the wrong kind says what was found and what is expected") {
  CHECK(mistakes("seed = 4.5\n" + campaign) ==
        Lines{"1:8 seed is the number 4.5, expected a whole number"});
  CHECK(mistakes("title = 3\n" + campaign) ==
        Lines{"1:9 title is the number 3, expected text in quotes"});
  CHECK(mistakes("replicates = \"many\"\n" + campaign) ==
        Lines{"1:14 replicates is the text \"many\", expected a whole number"});
  CHECK(mistakes(campaign + "[output]\npeople = 1\n") ==
        Lines{"5:10 people is the number 1, expected true or false"});
  CHECK(mistakes(campaign + "[trust]\ngain = [1]\n") ==
        Lines{"5:8 gain is a list, expected a number"});
  CHECK(mistakes(campaign + "[trust]\ngain = 1979-05-27\n") ==
        Lines{"5:8 gain is a date, expected a number"});
  CHECK(mistakes("network = 3\n" + campaign) ==
        Lines{"1:1 network is the number 3, expected a table"});
}

TEST_CASE("A number out of range is answered with the range and the unit") {
  const auto all = test::read("horizon_days = 65_001\n" + campaign).diagnostics.sorted();
  REQUIRE(all.size() == 1);
  CHECK(all[0].message == "horizon_days is 65001 (too large)");
  CHECK(all[0].notes == Lines{"allowed: 1 to 65000 days"});
  CHECK(mistakes("replicates = 0\n" + campaign) == Lines{"1:14 replicates is 0 (too small)"});
  CHECK(mistakes(campaign + "[market]\nin_market_share = -0.1\n") ==
        Lines{"5:19 in_market_share is -0.1 (too small)"});
}

TEST_CASE("Numbers that are not finite are refused") {
  CHECK(mistakes(campaign + "[trust]\ngain = nan\nloss = inf\n") ==
        Lines{"5:8 gain is not finite", "6:8 loss is not finite"});
}

TEST_CASE("A word that is no choice is answered with the nearest one") {
  CHECK(mistakes("parameters = \"sed\"\n" + campaign) ==
        Lines{"1:14 unknown parameters \"sed\"|seed"});
  CHECK(mistakes(campaign + "[network]\nkind = \"comunities\"\n") ==
        Lines{"5:8 unknown kind \"comunities\"|communities"});
  CHECK(mistakes(campaign + "sampling = \"distict\"\n") ==
        Lines{"4:12 unknown sampling \"distict\"|distinct"});
  CHECK(mistakes(campaign + "[mechanisms]\noff = [\"word_of_mouth\", 3]\n") ==
        Lines{"5:8 unknown mechanism \"word_of_mouth\"|word-of-mouth",
              "5:25 the number 3 is not the name of a mechanism"});
}

TEST_CASE("Zero people are refused with the reason") {
  CHECK(mistakes(campaign + "[network]\npeople = 0\n")[0] ==
        "5:10 people is 0 (a network without people leaves nobody to reach)");
}

TEST_CASE("Numbers of a network that do not fit together are refused at their place") {
  const auto network = [](const std::string& keys) {
    return mistakes(campaign + "[network]\n" + keys);
  };
  CHECK(network("people = 10\nmean_degree = 10\n") ==
        Lines{"6:15 mean_degree is 10 among 10 people (nobody can have more than 9 ties)"});
  CHECK(network("kind = \"regular\"\npeople = 5\nmean_degree = 3\n") ==
        Lines{"7:15 5 people cannot have 3 ties each (people x mean_degree must be even)"});
  CHECK(network("kind = \"regular\"\npeople = 50\nmean_degree = 3.5\n") ==
        Lines{"7:15 mean_degree is not whole (everyone has equally many ties)"});
  CHECK(network("kind = \"small-world\"\nmean_degree = 3\n") ==
        Lines{"6:15 mean_degree is not even (a small world starts with as many ties left as "
              "right)"});
  CHECK(network("kind = \"complete\"\npeople = 20_001\n") ==
        Lines{"6:10 20001 people who all know each other have too many ties"});
  CHECK(network("community_size = 5\n") ==
        Lines{"5:18 8 ties inside a community of 5 people are too many"});
}

TEST_CASE("A key that means nothing for the kind of network is a mistake") {
  CHECK(mistakes(campaign + "[network]\nkind = \"ring\"\nmean_degree = 2\n") ==
        Lines{"6:1 mean_degree means nothing for kind \"ring\""});
  CHECK(mistakes(campaign + "[network]\nrewiring = 0.2\n") ==
        Lines{"5:1 rewiring means nothing for kind \"communities\""});
}

TEST_CASE("A network from a file needs the file and takes no number of people") {
  CHECK(mistakes(campaign + "[network]\nkind = \"file\"\n") ==
        Lines{"5:8 a network of kind \"file\" without path"});
  const auto outcome =
      test::read(campaign + "[network]\nkind = \"file\"\npeople = 3\npath = \"no.csv\"\n");
  const auto all = outcome.diagnostics.sorted();
  REQUIRE(all.size() == 2);
  CHECK(all[0].message ==
        "people means nothing for kind \"file\" (the file says how many people there are)");
  CHECK(all[1].code == ExitCode::missing_input);
  CHECK(all[1].place == Place{PlaceIn::file, 7, 8});
  CHECK(outcome.diagnostics.code() == ExitCode::bad_data);
}

TEST_CASE("A scenario in which only a file is missing is a missing input") {
  const auto outcome = test::read(campaign + "[network]\nkind = \"file\"\npath = \"no.csv\"\n");
  CHECK(outcome.diagnostics.code() == ExitCode::missing_input);
}

TEST_CASE("Campaigns need a name of their own and a strategy that exists") {
  CHECK(mistakes("") == Lines{"0:0 no [[campaign]] (there is nothing to run)"});
  CHECK(mistakes("[campaign]\nname = \"A\"\n") ==
        Lines{"1:2 campaign is a table, expected a list of tables"});
  CHECK(mistakes("campaign = [1]\n") == Lines{"1:13 the number 1 is not a campaign"});
  CHECK(mistakes("[[campaign]]\n") ==
        Lines{"1:1 a campaign without name", "1:1 a campaign without strategy"});
  CHECK(mistakes(campaign + campaign) == Lines{"5:8 a second campaign is called \"Spam blast\""});
  CHECK(mistakes("[[campaign]]\nname = \" \"\nstrategy = \"do-nothing\"\n") ==
        Lines{"2:8 the name of the campaign is empty"});
  CHECK(mistakes("[[campaign]]\nname = \"a\\nb\"\nstrategy = \"do-nothing\"\n") ==
        Lines{"2:8 the name of the campaign holds control characters"});
}

TEST_CASE("A misspelt strategy is the only mistake of its campaign") {
  CHECK(mistakes("[[campaign]]\nname = \"A\"\nstrategy = \"spamblast\"\nmessage_seconds = 3\n") ==
        Lines{"3:12 unknown strategy \"spamblast\"|spam-blast"});
}

TEST_CASE("Names that look the same are refused: hidden characters, blanks at an end") {
  const auto named = [](const std::string& name) {
    return mistakes("[[campaign]]\nname = \"" + name + "\"\nstrategy = \"do-nothing\"\n");
  };
  const Lines unseen{
      "2:8 the name of the campaign has a blank at an end or characters that nobody sees (another "
      "name could look the same)"};
  CHECK(named("A ") == unseen);
  CHECK(named(" A") == unseen);
  CHECK(named("A\u00a0") == unseen);
  CHECK(named("A\u200b") == unseen);
  CHECK(named("\u202eA") == Lines{"2:8 the name of the campaign holds control characters"});
  CHECK(named("A B").empty());
  CHECK(named("Na\u00efve \u2764\ufe0f").empty());
}

TEST_CASE("A setting that means nothing beside a choice is refused") {
  const auto handling = [](const std::string& keys, std::vector<std::string> overrides = {}) {
    return mistakes("[[campaign]]\nname = \"A\"\nstrategy = \"complaint-handling\"\n" + keys,
                    std::move(overrides));
  };
  CHECK(handling("posture = \"ignore\"\npromise_days = 2\n") ==
        Lines{"5:1 promise_days has no effect with posture = \"ignore\""});
  CHECK(handling("listen_share = 0.5\n") ==
        Lines{"4:1 listen_share has no effect with posture = \"reactive\""});
  CHECK(handling("posture = \"proactive\"\npromise_days = 2\nlisten_share = 0.5\n").empty());
  CHECK(handling("promise_days = 2\n", {"campaign.A.posture=\"defensive\""}) ==
        Lines{"4:1 warning promise_days has no effect with posture = \"defensive\""});
}

TEST_CASE("More impressions a day than fit into memory are refused") {
  const auto advertising = [](const std::string& keys) {
    return mistakes("[[campaign]]\nname = \"A\"\nstrategy = \"disclosed-advertising\"\n" + keys);
  };
  CHECK(advertising("money_per_day = 1e9\nprice_per_thousand = 0.001\n") ==
        Lines{"4:17 1e+15 impressions a day are too many (each is met one by one)"});
  CHECK(advertising("money_per_day = 1_000_000\nprice_per_thousand = 10\n").empty());
}

TEST_CASE("A shock after the last day is refused: it would never come") {
  const std::string shock = "[complaint]\nshock_day = 10\n";
  CHECK(mistakes("horizon_days = 10\n" + campaign + shock + "shock_people = 5\n") ==
        Lines{"5:2 a shock on day 10 never comes (the run ends on day 9)"});
  CHECK(mistakes("horizon_days = 11\n" + campaign + shock + "shock_people = 5\n").empty());
  CHECK(mistakes("horizon_days = 10\n" + campaign + shock).empty());
}

TEST_CASE("A number far out of range is named as it was written") {
  CHECK(mistakes(campaign + "[trust]\ngain = 1e300\n") == Lines{"5:8 gain is 1e+300 (too large)"});
}

TEST_CASE("The baseline is the name of a campaign") {
  CHECK(mistakes("baseline = \"Spam blasts\"\n" + campaign) ==
        Lines{"1:12 baseline is the text \"Spam blasts\", which is the name of no campaign|Spam "
              "blast"});
}

TEST_CASE("People named by number exist, once each, and only where numbers are asked for") {
  const auto seeding = [](const std::string& keys) {
    return mistakes("[network]\npeople = 20\n[[campaign]]\nname = \"A\"\nstrategy = \"seeding\"\n" +
                    keys);
  };
  CHECK(seeding("target = \"ids\"\nids = [0, 19]\n").empty());
  CHECK(seeding("target = \"ids\"\nids = [20, 1, 1, -1]\n") ==
        Lines{"7:8 the number 20 is nobody's number", "7:15 person 1 is named twice",
              "7:18 the number -1 is nobody's number"});
  CHECK(seeding("target = \"ids\"\n") == Lines{"3:1 a campaign that names its people needs ids"});
  CHECK(seeding("ids = [1]\n") == Lines{"6:1 ids has no effect with these settings"});
  CHECK(seeding("target = \"ids\"\nids = 4\n") ==
        Lines{"7:7 ids is the number 4, expected numbers of people"});
}

TEST_CASE("What comes in later versions is refused honestly") {
  CHECK(mistakes(campaign + "[output]\ndaily = \"quantiles\"\n") ==
        Lines{"5:9 daily \"quantiles\" is not available in this version"});
}

TEST_CASE("Mail cannot be blocked before it begins to suffer") {
  CHECK(mistakes(campaign + "[platform]\ncomplaint_block = 0.1\n").size() == 1);
  CHECK(mistakes(campaign + "[platform]\ncomplaint_target = 0.1\ncomplaint_block = 0.1\n").empty());
}

TEST_CASE("All mistakes of a file are found at once and sorted by place") {
  CHECK(mistakes("x = 1\nseed = -1\n[[campaign]]\nname = 3\nstrategy = \"?\"\n[market]\na = 1\n")
            .size() == 5);
  const auto lines = mistakes(
      "seed = abc\ntitle = \"t\"\nhorizon_days =\n[network\nkind = 3\n[market]\nfoo = 1\n");
  REQUIRE(lines.size() == 4);
  CHECK(lines[0].starts_with("1:8 syntax error in value"));
  CHECK(lines[1].starts_with("3:15 syntax error in key-value pair"));
  CHECK(lines[2].starts_with("4:9 syntax error in table header"));
  CHECK(lines[3] == "7:1 unknown key \"foo\"");
}

TEST_CASE("A mistake inside a list over several lines brings no false ones") {
  const auto lines =
      mistakes("[sweep]\n\"trust.gain\" = [0.1,\n0.2\n[market]\nin_market_share = 1\n");
  REQUIRE(lines.size() == 1);
}

TEST_CASE("A key that is written twice is a mistake at the second place") {
  const auto lines = mistakes("seed = 1\nseed = 2\n" + campaign);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].find("cannot redefine existing integer 'seed'") != std::string::npos);
  CHECK(lines[0].starts_with("2:"));
}

TEST_CASE("A list of known campaigns names each once and none without a name") {
  const auto text = test::read("baseline = \"C\"\n" + test::campaign + test::campaign +
                               "[[campaign]]\nname = \"\"\nstrategy = \"spam-blast\"\n")
                        .diagnostics.text();
  CHECK(text.find("campaigns: Spam blast\n") != std::string::npos);
}

TEST_CASE("A mechanism that is neither on nor off, or both, is refused") {
  CHECK(mistakes(campaign + "[mechanisms]\ntrust = 2\n") ==
        Lines{"5:9 trust is the number 2, expected true or false"});
  CHECK(mistakes(campaign + "[mechanisms]\noff = [\"trust\"]\ntrust = true\n") ==
        Lines{"6:9 trust is switched on here and stands in the list of those that are off"});
  CHECK(mistakes(campaign + "[mechanisms]\ntrsut = true\n") ==
        Lines{"5:1 unknown key \"trsut\"|trust"});
}

TEST_CASE("A promise of whoever answers nothing, or attacks, is a mistake with its place") {
  const auto handling = [](const std::string& keys) {
    return mistakes("[[campaign]]\nname = \"A\"\nstrategy = \"complaint-handling\"\n" + keys);
  };
  CHECK(handling("posture = \"defensive\"\npromise_days = 3\n") ==
        Lines{"5:1 promise_days has no effect with posture = \"defensive\""});
  CHECK(handling("promise_days = 3\nposture = \"ignore\"\n") ==
        Lines{"4:1 promise_days has no effect with posture = \"ignore\""});
  CHECK(handling("promise_days = 3\n").empty());
  CHECK(handling("posture = \"proactive\"\npromise_days = 3\n").empty());
}
