// `rapport report` and `rapport sensitivity` on results that the program made.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sys/stat.h>

#include "place.hpp"

using namespace rapport;
using test::bytes_of;
using test::Place;
using test::run_program;

TEST_CASE("A report is written whole, begins with the answer and says where it is") {
  const Place place(5, 8, 200);
  REQUIRE(place.run().code == 0);
  const std::string page = place.folder / "r.html";
  const auto run = run_program("report '" + place.result + "' -o '" + page + "'");
  CHECK(run.code == 0);
  CHECK(run.out == "report: " + page + "\n");
  const std::string text = bytes_of(page);
  CHECK(text.starts_with("<!doctype html>"));
  CHECK(text.ends_with("</html>\n"));
  // The sentence of `compare`, from one copy.
  const auto compared = run_program("compare '" + place.result + "' --json");
  const auto sentence = nlohmann::json::parse(compared.out)["sentence"].get<std::string>();
  CHECK(text.find(sentence) != std::string::npos);
  CHECK(run.err == sentence + "\n");
}

TEST_CASE("Equal results give equal pages") {
  const Place place(5, 8, 200);
  REQUIRE(place.run().code == 0);
  for (const std::string name : {"a.html", "b.html"}) {
    REQUIRE(run_program("report '" + place.result + "' -o '" + place.folder / name + "'").code ==
            0);
  }
  CHECK(bytes_of(place.folder / "a.html") == bytes_of(place.folder / "b.html"));
}

TEST_CASE("Charts and tables are written to folders of their own") {
  const Place place(5, 8, 200);
  REQUIRE(place.run().code == 0);
  const auto run =
      run_program("report '" + place.result + "' -o '" + place.folder / "r.html" + "' --figures '" +
                  place.folder / "figures" + "' --csv '" + place.folder / "tables" + "' --quiet");
  CHECK(run.code == 0);
  CHECK(bytes_of(place.folder / "figures/trust.svg").starts_with("<svg "));
  CHECK(bytes_of(place.folder / "figures/network-1.png").starts_with("\x89PNG"));
  CHECK(bytes_of(place.folder / "tables/tool.csv").starts_with("Measure,Blast,Notes\n"));
}

TEST_CASE("A page that cannot be written is an error, and so is one without a place") {
  const Place place(2, 2, 100);
  REQUIRE(place.run().code == 0);
  const auto nowhere =
      run_program("report '" + place.result + "' -o '" + place.folder / "no/r.html" + "'");
  CHECK(nowhere.code == 73);
  CHECK(nowhere.err.find("cannot create") != std::string::npos);
  CHECK(run_program("report '" + place.result + "'").code == 2);
  CHECK(run_program("report nothing.h5 -o r.html").code == 66);
}

TEST_CASE("A page for which there is no room leaves the earlier one as it was, and nothing else") {
  const Place place(2, 2, 100);
  REQUIRE(place.run().code == 0);
  const std::string folder = place.folder / "out";
  std::filesystem::create_directory(folder);
  const auto report = [&](const std::string& before) {
    const std::string command = before + " '" RAPPORT_PROGRAM "' report '" + place.result +
                                "' -o '" + folder + "/r.html' --figures '" + folder +
                                "/figures' >/dev/null 2>'" + place.folder / "err" + "'";
    return WEXITSTATUS(std::system(command.c_str()));
  };
  std::ofstream(folder + "/r.html") << "an earlier page";
  // Files may have 100 blocks of 512 bytes; more is an error, as when a disk is full.
  CHECK(report("trap '' XFSZ; ulimit -f 100;") == 74);
  CHECK(bytes_of(place.folder / "err").find("r.html (") != std::string::npos);
  CHECK(bytes_of(folder + "/r.html") == "an earlier page");
  CHECK(std::distance(std::filesystem::directory_iterator(folder), {}) == 1);
  CHECK(report("") == 0);
  CHECK(bytes_of(folder + "/r.html").ends_with("</html>\n"));
}

TEST_CASE("A page goes where a link leads, and into a pipe as it comes") {
  const Place place(2, 2, 100);
  REQUIRE(place.run().code == 0);
  const std::string target = place.folder.write("target.html", "old"), link = place.folder / "l";
  std::filesystem::create_symlink(target, link);
  REQUIRE(run_program("report '" + place.result + "' -o '" + link + "'").code == 0);
  CHECK(std::filesystem::is_symlink(link));
  CHECK(bytes_of(target).ends_with("</html>\n"));

  const std::string pipe = place.folder / "pipe", received = place.folder / "received.html";
  REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
  // Whoever waits at the other end of a pipe into which nothing comes gives up.
  const std::string command = "timeout 60 cat '" + pipe + "' >'" + received +
                              "' & '" RAPPORT_PROGRAM "' report '" + place.result + "' -o '" +
                              pipe + "' >/dev/null 2>&1; code=$?; wait; exit $code";
  CHECK(WEXITSTATUS(std::system(command.c_str())) == 0);
  CHECK(std::filesystem::is_fifo(pipe));
  CHECK(bytes_of(received) == bytes_of(target));
}

TEST_CASE("A folder of charts keeps none of an earlier report, and all that are not ours") {
  const Place place(2, 2, 100);
  REQUIRE(place.run("--set 'sweep.\"market.in_market_share\"=[0.1,0.9]'").code == 0);
  const std::string swept = place.folder / "swept.h5", folder = place.folder / "out";
  std::filesystem::rename(place.result, swept);
  REQUIRE(place.run().code == 0);
  const auto report = [&](const std::string& result) {
    return run_program("report '" + result + "' -o '" + place.folder / "r.html" + "' --figures '" +
                       folder + "' --csv '" + folder + "'")
        .code;
  };
  const auto names = [&] {
    std::set<std::string> all;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      all.insert(entry.path().filename().string());
    }
    return all;
  };
  REQUIRE(report(place.result) == 0);
  const auto plain = names();
  REQUIRE(report(swept) == 0);
  CHECK(names() != plain);
  // Names of charts that only a sweep has, in a folder that the user keeps other things in.
  std::ofstream(folder + "/sweep-mine.svg") << "mine";
  // A list that names a file elsewhere, and one that a report cut short never wrote.
  std::ofstream(folder + "/.rapport-figures", std::ios::app) << "../swept.h5\nnever.svg\n";
  REQUIRE(report(place.result) == 0);
  auto expected = plain;
  expected.insert("sweep-mine.svg");
  CHECK(names() == expected);
  CHECK(bytes_of(folder + "/.rapport-figures").find("never.svg") == std::string::npos);
  CHECK(std::filesystem::exists(swept));
}

TEST_CASE("A page never takes the place of the result that it is made from") {
  const Place place(2, 2, 100);
  REQUIRE(place.run().code == 0);
  const std::string before = bytes_of(place.result);
  const auto run = run_program("report '" + place.result + "' -o '" + place.result + "'");
  CHECK(run.code == 2);
  CHECK(run.err.find("is the result itself") != std::string::npos);
  CHECK(bytes_of(place.result) == before);
}

TEST_CASE("A result of a plain scenario tells no sensitivity, and how to get one is said") {
  const Place place(2, 2, 100);
  REQUIRE(place.run().code == 0);
  const auto run = run_program("sensitivity '" + place.result + "'");
  CHECK(run.code == 65);
  CHECK(run.err.find("method = \"morris\" or \"saltelli\"") != std::string::npos);
}

TEST_CASE("A list of Saltelli's points gives Sobol indices for every parameter") {
  const Place place(3, 2, 100);
  // Two blocks of A, A with x from B, A with y from B, and B.
  const std::string sweep =
      "--set 'sweep.method=\"list\"' "
      "--set 'sweep.\"market.in_market_share\"=[0.1,0.9,0.1,0.9,0.2,0.6,0.2,0.6]' "
      "--set 'sweep.\"trust.trusted_threshold\"=[0.3,0.3,0.7,0.7,0.5,0.5,0.4,0.4]'";
  REQUIRE(place.run(sweep).code == 0);
  const auto run = run_program("sensitivity '" + place.result + "' --measure sales --json");
  REQUIRE(run.code == 0);
  const auto json = nlohmann::json::parse(run.out);
  CHECK(json["method"] == "sobol");
  CHECK(json["blocks"] == 2);
  REQUIRE(json["tables"].size() == 1);
  CHECK(json["tables"][0]["campaign"] == "Notes");
  CHECK(json["tables"][0]["indices"].size() == 2);
  const auto text = run_program("sensitivity '" + place.result + "' --measure sales");
  CHECK(text.out.find("sales: Notes minus Blast") != std::string::npos);
  CHECK(run_program("sensitivity '" + place.result + "' --measure saless")
            .err.find("did you mean \"sales\"?") != std::string::npos);
}
