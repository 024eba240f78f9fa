// `rapport init` writes scenarios that are in order, and never over a file.
#include <catch2/catch.hpp>

#include "app/templates.hpp"
#include "tests/app/program.hpp"

using rapport::test::bytes_of;
using rapport::test::run_program;
using rapport::test::TemporaryFolder;

TEST_CASE("Every template passes the check") {
  const TemporaryFolder folder;
  for (const auto& row : rapport::template_rows()) {
    const std::string name(row.name);
    const std::string path = folder / (name + ".toml");
    const auto written = run_program("init --template " + name + " '" + path + "'");
    CHECK(written.code == 0);
    CHECK(bytes_of(path) == row.text);
    const auto checked = run_program("check '" + path + "'");
    CHECK(checked.code == 0);
    CHECK(checked.err.empty());
  }
}

TEST_CASE("Without a file the template goes to stdout") {
  const auto run = run_program("init --template sweep");
  CHECK(run.code == 0);
  CHECK(run.out.starts_with("# A sweep"));
}

TEST_CASE("A file that exists is left alone") {
  const TemporaryFolder folder;
  const std::string path = folder.write("mine.toml", "mine");
  const auto run = run_program("init --template sweep '" + path + "'");
  CHECK(run.code == 73);
  CHECK(run.err.find("it exists already") != std::string::npos);
  CHECK(bytes_of(path) == "mine");
}

TEST_CASE("A place that cannot be written is refused") {
  const auto run = run_program("init --template sweep /there/is/no/folder.toml");
  CHECK(run.code == 73);
}
