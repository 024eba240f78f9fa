// Equal designs have equal digests, and the text after --set means what the options meant.
#include <catch2/catch.hpp>
#include <set>

#include "core/failure.hpp"
#include "input/design_digest.hpp"
#include "tests/input/network_temporary_file.hpp"
#include "tests/input/scenario_fixture.hpp"

using namespace rapport;
using test::campaign;

namespace {

std::string digest(const std::string& text, std::vector<std::string> overrides = {}) {
  const auto outcome = test::read(text, std::move(overrides));
  REQUIRE_FALSE(outcome.diagnostics.has_errors());
  return design_digest(outcome.scenario);
}

}  // namespace

TEST_CASE("A digest is 128 bits in hex") {
  CHECK(digest(campaign).size() == 32);
  CHECK(digest(campaign).find_first_not_of("0123456789abcdef") == std::string::npos);
}

TEST_CASE("Two texts that mean the same design have the same digest") {
  const std::string plain = digest(campaign);
  CHECK(digest("title = \"other\"\nreplicates = 7\nx-note = 1\n" + campaign) == plain);
  CHECK(digest("# comment\nseed = 42\n" + campaign + "hours_per_day = 2.0\nx-a = 1\n") == plain);
  CHECK(digest(campaign + "[network]\nkind = \"communities\"\npeople = 2e4\n") == plain);
  CHECK(digest("seed = 7\n" + campaign) == digest(campaign, {"seed=7"}));
  CHECK(digest(campaign + "[mechanisms]\noff = [\"trust\", \"reply\"]\n") ==
        digest(campaign + "[mechanisms]\noff = [\"reply\", \"trust\", \"trust\"]\n"));
}

TEST_CASE("The text behind a digest says choices in words") {
  const auto outcome = test::read(campaign + "sampling = \"with-replacement\"\n" +
                                  "[network]\nkind = \"ring\"\n[output]\ndaily = \"none\"\n");
  REQUIRE_FALSE(outcome.diagnostics.has_errors());
  const std::string text = canonical_design(outcome.scenario);
  for (const std::string line :
       {".parameters=seed", "network.kind=ring", "campaign.000000.sampling=with-replacement",
        "campaign.000000.channel=message", "output.daily=none", "sweep.method=grid"}) {
    CAPTURE(line);
    CHECK(("\n" + text).find("\n" + line + "\n") != std::string::npos);
  }
}

TEST_CASE("Whatever changes the runs changes the digest") {
  const std::string second = "[[campaign]]\nname = \"B\"\nstrategy = \"do-nothing\"\n";
  const std::vector<std::string> texts{
      campaign,
      "seed = 43\n" + campaign,
      "horizon_days = 3\n" + campaign,
      "parameters = \"benchmark\"\n" + campaign,
      campaign + second,
      second + campaign,
      "baseline = \"B\"\n" + campaign + second,
      campaign + "hours_per_day = 3\n",
      campaign + "sampling = \"with-replacement\"\n",
      campaign + "[network]\npeople = 100\n",
      campaign + "[network]\nper_replicate = true\n",
      campaign + "[trust]\ngain = 0.3\n",
      campaign + "[mechanisms]\noff = [\"trust\"]\n",
      campaign + "[sweep]\n\"trust.gain\" = [0.1]\n",
      campaign + "[sweep]\n\"trust.gain\" = [0.1, 0.2]\n",
      campaign + "[sweep]\nmethod = \"list\"\n\"trust.gain\" = [0.1]\n",
      campaign + "[output]\ndaily = \"none\"\n",
      campaign + "[output]\npeople = true\n"};
  std::set<std::string> digests;
  for (const auto& text : texts) digests.insert(digest(text));
  CHECK(digests.size() == texts.size());
}

TEST_CASE("A network file counts by what is in it, wherever it lies") {
  const auto on_file = [](const TemporaryFile& file) {
    return campaign + "[network]\nkind = \"file\"\npath = \"" + file.path() + "\"\n";
  };
  const TemporaryFile one("a.csv", "0,1\n");
  const TemporaryFile same("b.csv", "0,1\n");
  const TemporaryFile other("a.csv", "0,2\n");
  CHECK(digest(on_file(one)) == digest(on_file(same)));
  CHECK(digest(on_file(one)) != digest(on_file(other)));
}

TEST_CASE("A design whose network file has gone has no digest") {
  Scenario scenario;
  scenario.network.kind = NetworkKind::file;
  scenario.network.path = "/there/is/no.csv";
  CHECK_THROWS_AS(design_digest(scenario), Failure);
}

TEST_CASE("Without --set the effective text is the file, byte for byte") {
  const std::string text = "# mine\r\n" + campaign;
  CHECK(effective_text({"s.toml", "s.toml", text, {}}) == text);
}

TEST_CASE("With --set the effective text means the same design") {
  const std::string text =
      "title = \"q \\\"x\\\" \\\\ \\t \u00e9\"\nx-date = 1979-05-27T07:32:00Z\nx-nest = [[1], {a = "
      "1.0}]\n"
      "[network]\npeople = 1e3\n" +
      campaign +
      "[sweep]\ntrust.loss = [0.1, 0.25]\n\"market.window_days\" = [7, 9]\ntrust.gain = [1e-7]\n";
  const std::vector<std::string> overrides{"campaign.\"Spam blast\".hours_per_day=3",
                                           "output.daily=\"none\"", "seed=5", "\"x-a b\"=[]"};
  const std::string effective = effective_text({"s.toml", "s.toml", text, overrides});
  INFO(effective);
  const auto outcome = test::read(effective);
  CHECK(outcome.diagnostics.text().empty());
  CHECK(outcome.scenario.title == "q \"x\" \\ \t \u00e9");
  CHECK(digest(effective) == digest(text, overrides));
  CHECK(effective_text({"s.toml", "s.toml", effective, {"seed=5"}}) == effective);
}
