// `rapport report` and `rapport sensitivity` on results that the program made.
#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

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
  CHECK(nowhere.err.find("cannot write") != std::string::npos);
  CHECK(run_program("report '" + place.result + "'").code == 2);
  CHECK(run_program("report nothing.h5 -o r.html").code == 66);
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
