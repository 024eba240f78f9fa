// `rapport check` and the exit codes of bad scenarios.
#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/app/program.hpp"

using rapport::test::ProgramRun;
using rapport::test::run_program;
using rapport::test::TemporaryFolder;

namespace {

const std::string campaign = "[[campaign]]\nname = \"A\"\nstrategy = \"spam-blast\"\n";

ProgramRun check(const std::string& text, const std::string& options = "") {
  const TemporaryFolder folder;
  return run_program("check '" + folder.write("s.toml", text) + "' " + options);
}

}  // namespace

TEST_CASE("A scenario in order is told in one line") {
  const auto run = check(campaign, "--set network.people=1 --set network.mean_degree=0");
  CHECK(run.code == 0);
  CHECK(run.err.empty());
  CHECK(run.out ==
        "s.toml: 1 campaign, 1 person, 180 days, 100 replicates, 1 design point; 100 runs\n");
}

TEST_CASE("With a stopping rule the replicates are told as a bound") {
  const auto run = check(campaign +
                         "[[campaign]]\nname = \"B\"\nstrategy = \"do-nothing\"\n[stop]\n"
                         "metric = \"sales\"\nhalf_width = 1\nmax_replicates = 30\n");
  CHECK(run.code == 0);
  CHECK(run.out ==
        "s.toml: 2 campaigns, 20000 people, 180 days, at most 30 replicates, 1 design point; at "
        "most 60 runs\n");
}

TEST_CASE("The quickstart scenario is in order") {
  const auto run = run_program("check '" RAPPORT_SOURCE_DIR "/scenarios/quickstart.toml'");
  CHECK(run.code == 0);
  CHECK(run.err.empty());
  CHECK(run.out ==
        "quickstart.toml: 2 campaigns, 20000 people, 180 days, 100 replicates, 1 design point; "
        "200 runs\n");
}

TEST_CASE("Mistakes go to stderr, all at once, with exit code 65") {
  const auto run = check("trsut = 1\nreplicates = 0\n" + campaign);
  CHECK(run.code == 65);
  CHECK(run.out.empty());
  CHECK(run.err ==
        "s.toml:1:1: error: unknown key \"trsut\" (did you mean \"trust\"?)\n"
        "  trsut = 1\n"
        "  ^\n"
        "s.toml:2:14: error: replicates is 0 (too small)\n"
        "  replicates = 0\n"
        "               ^\n"
        "  allowed: 1 to 1000000000 runs\n");
}

TEST_CASE("A wrong --set has exit code 65 and the place of the option") {
  const auto run = check(campaign, "--set seed=1 --set 'campaign.\"B\".hours_per_day=1'");
  CHECK(run.code == 65);
  CHECK(run.err.starts_with("--set:2:1: error: no campaign is called \"B\""));
}

TEST_CASE("A warning is printed and does not fail") {
  const auto run =
      check(campaign + "[network]\nmean_degree = 3\n", "--set 'network.kind=\"ring\"'");
  CHECK(run.code == 0);
  CHECK(run.err.starts_with("s.toml:5:1: warning: mean_degree means nothing for kind \"ring\"\n"));
}

TEST_CASE("A scenario without room in memory or on the disk is refused as it is by a run") {
  const TemporaryFolder folder;
  const std::string scenario = folder.write("s.toml", campaign);
  for (const std::string option :
       {"--set network.people=1000000000", "--set replicates=1000000000"}) {
    const std::string words =
        "'" + scenario + "' " + option + " -o '" + (folder / "r.h5") + "' --threads 1";
    const auto checked = run_program("check " + words), run = run_program("run " + words);
    INFO(run.err);
    CHECK((checked.code == 65 || checked.code == 73));
    CHECK(checked.code == run.code);
    CHECK(checked.err.substr(0, 40) == run.err.substr(0, 40));
  }
}

TEST_CASE("Files that cannot be read have their exit codes") {
  CHECK(run_program("check /there/is/no.toml").code == 66);
  CHECK(run_program("check /tmp").code == 66);
  CHECK(run_program("check /dev/zero").code == 65);
  CHECK(check("").code == 65);
  CHECK(check(std::string(2 << 20, ' ')).code == 65);
  CHECK(check(std::string(5 << 10, '#')).code == 65);
  CHECK(check(std::string("\0\1\2\3", 4)).code == 65);
  CHECK(check("title = \"\xff\"\n" + campaign).code == 65);
  CHECK(check(std::string(100'000, '[')).code == 65);
  CHECK(check("seed = 1\nseed = 2\n" + campaign).code == 65);
  CHECK(check("\xEF\xBB\xBFseed = 1\r\n" + campaign).code == 0);
}

TEST_CASE("The network file is read too") {
  const TemporaryFolder folder;
  folder.write("ties.csv", "0,1\n1,2\n");
  const std::string network = "[network]\nkind = \"file\"\npath = \"ties.csv\"\n";
  const auto good = run_program("check '" + folder.write("s.toml", campaign + network) + "'");
  CHECK(good.err.empty());
  CHECK(good.out.find("3 people") != std::string::npos);
  const auto ids_of = [&](const std::string& ids) {
    return run_program("check '" +
                       folder.write("s.toml",
                                    "[[campaign]]\nname = \"A\"\nstrategy = \"seeding\"\ntarget = "
                                    "\"ids\"\nids = " +
                                        ids + "\n" + network) +
                       "'");
  };
  CHECK(ids_of("[2]").code == 0);
  const auto unknown = ids_of("[3]");
  CHECK(unknown.code == 65);
  CHECK(unknown.err.starts_with("error: campaign \"A\" names person \"3\", an id that the file"));
  folder.write("ties.csv", "0,1\n1\n");
  const auto bad = run_program("check '" + folder.write("s.toml", campaign + network) + "'");
  CHECK(bad.code == 65);
  CHECK(bad.err.find("ties.csv:2: error: ") != std::string::npos);
  std::filesystem::remove(folder / "ties.csv");
  CHECK(run_program("check '" + folder / "s.toml" + "'").code == 66);
}

TEST_CASE("The points of a design go into a file that a list reads as the same design") {
  const TemporaryFolder folder;
  const std::string head = "seed = 3\n[network]\npeople = 40\n" + campaign + "[sweep]\n";
  const std::string sampled = folder.write(
      "s.toml", head +
                    "method = \"morris\"\nsize = 3\n\"trust.gain\" = { min = 0.1, max = 0.4 }\n"
                    "'campaign.\"A\".hours_per_day' = { min = 1, max = 3, scale = \"log\" }\n");
  const std::string first = folder / "first.csv", second = folder / "second.csv";
  CHECK(run_program("check '" + sampled + "' --export-design '" + first + "'").code == 0);
  const std::string listed =
      folder.write("l.toml", head + "method = \"list\"\nfile = \"first.csv\"\n");
  CHECK(run_program("check '" + listed + "' --export-design '" + second + "'").code == 0);
  const std::string design = rapport::test::bytes_of(first);
  CHECK(design.starts_with("trust.gain,campaign.A.hours_per_day\n"));
  CHECK(std::count(design.begin(), design.end(), '\n') == 10);
  CHECK(design == rapport::test::bytes_of(second));
}

TEST_CASE("A design can be exported where there is one") {
  const TemporaryFolder folder;
  const auto run = check(campaign, "--export-design '" + folder / "d.csv" + "'");
  CHECK(run.code == 2);
  CHECK(run.err.find("the scenario has no [sweep]") != std::string::npos);
}
