// What is said about a file that cannot be read as a network.
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>

#include "core/failure.hpp"
#include "input/network_file.hpp"
#include "tests/input/network_temporary_file.hpp"

using namespace rapport;
using Catch::Matchers::Contains;

namespace {

struct Refusal {
  std::string message;
  ExitCode code = ExitCode::done;
};

Refusal refusal_of(const std::string& path, const std::string& groups = "") {
  try {
    read_network(path, groups);
  } catch (const Failure& failure) {
    return {failure.what(), failure.code()};
  }
  return {"was read", ExitCode::done};
}

/// The message for a file of these bytes, which must be refused as bad data.
std::string complaint(const std::string& text, const std::string& name = "ties.csv") {
  const TemporaryFile file(name, text);
  const Refusal refusal = refusal_of(file.path());
  CHECK(refusal.code == ExitCode::bad_data);
  return refusal.message;
}

std::string group_complaint(const std::string& text) {
  const TemporaryFile ties("ties.csv", "1,2\n2,3\n3,10\n");
  const TemporaryFile groups("groups.csv", text);
  const Refusal refusal = refusal_of(ties.path(), groups.path());
  CHECK(refusal.code == ExitCode::bad_data);
  return refusal.message;
}

}  // namespace

TEST_CASE("Each bad line is named with its number and the reason") {
  const std::string message = complaint(
      "# ties\nid_1,id_2\n0,1\n5\n1,x7\n-3,2\n1,4000000001\n1.5,2\n,4\n3,\n2,3,0.5\n0,2\n");
  CHECK_THAT(message, Contains("ties.csv:4: error: one column"));
  CHECK_THAT(message, Contains(":5: error: id \"x7\" is not a number"));
  CHECK_THAT(message, Contains(":6: error: id \"-3\" is negative"));
  CHECK_THAT(message, Contains(":7: error: id \"4000000001\" is too large"));
  CHECK_THAT(message, Contains(":8: error: id \"1.5\" is not a whole number"));
  CHECK_THAT(message, Contains(":9: error: an empty id"));
  CHECK_THAT(message, Contains(":10: error: one column"));
  CHECK_THAT(message, Contains(":11: error: a third column"));
  CHECK_THAT(message, !Contains(":12:"));
  CHECK_THAT(message, !Contains("more lines"));
}

TEST_CASE("A strength must be a number on every line once the first tie has one") {
  const std::string message = complaint("0,1,2\n1,2,high\n2,3\n3,4,inf\n4,5,1e400\n5,6,nan\n");
  CHECK_THAT(message, Contains(":2: error: strength \"high\""));
  CHECK_THAT(message, Contains(":3: error: no strength"));
  CHECK_THAT(message, Contains(":4: error: strength \"inf\""));
  CHECK_THAT(message, Contains(":5: error: strength \"1e400\""));
  CHECK_THAT(message, Contains(":6: error: strength \"nan\""));
}

TEST_CASE("Twenty bad lines are shown, of the others the number") {
  std::string text = "0 1\n";
  for (int i = 0; i < 50; ++i) text += "x y\n";
  const std::string message = complaint(text);
  CHECK_THAT(message, Contains(":21: error:"));
  CHECK_THAT(message, !Contains(":22: error:"));
  CHECK_THAT(message, Contains("and 30 more lines with mistakes"));
}

TEST_CASE("What a message quotes is short and printable") {
  const std::string message = complaint("0 1\n\x1b[31m" + std::string(5000, 'y') + " 2\n");
  CHECK_THAT(message, !Contains("\x1b"));
  CHECK(message.size() < 400);
}

TEST_CASE("A file without ties is refused") {
  for (const std::string text : {"", "\n\n", "# only a comment\n", "source,target\n"}) {
    CHECK_THAT(complaint(text), Contains("holds no ties"));
  }
  CHECK_THAT(complaint("", "a.net"), Contains("empty"));
}

TEST_CASE("A binary file and an endless line are refused at once") {
  const std::string binary(
      "0 1\n1 2\n\x7f"
      "ELF\0\0\0",
      15);
  CHECK_THAT(complaint(binary), Contains(":3: error: the line holds a NUL byte"));
  CHECK_THAT(complaint("0 1\n" + std::string(std::size_t{6} << 20, '7')),
             Contains(":2: error: the line is longer than"));
}

TEST_CASE("Gzip data that are cut off, damaged or a bomb are refused") {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += std::to_string(i) + " " + std::to_string(i * 7) + "\n";
  const std::string packed = gzipped(text);
  CHECK_THAT(complaint(packed.substr(0, packed.size() / 2), "a.gz"), Contains("end too early"));
  CHECK_THAT(complaint(packed.substr(0, packed.size() - 4), "a.gz"), Contains("end too early"));
  std::string damaged = packed;
  for (std::size_t i = packed.size() / 2; i < packed.size() / 2 + 50; ++i) damaged[i] ^= 0x55;
  CHECK_THAT(complaint(damaged, "a.gz"), Contains("damaged"));
  std::string bomb;
  for (int i = 0; i < 1'400; ++i) bomb += "#" + std::string(60'000, '0') + "\n";
  CHECK_THAT(complaint(gzipped(bomb), "a.gz"), Contains("unpacks to more than"));
}

TEST_CASE("A file that is not there, a folder and an unreadable file are missing input") {
  const TemporaryFile file("ties.csv", "0 1\n");
  const Refusal gone = refusal_of(file.path() + ".gone");
  CHECK(gone.code == ExitCode::missing_input);
  CHECK_THAT(gone.message, Contains("No such file"));
  const Refusal folder = refusal_of(file.folder());
  CHECK(folder.code == ExitCode::missing_input);
  CHECK_THAT(folder.message, Contains("directory"));
  CHECK(refusal_of(file.path(), file.path() + ".gone").code == ExitCode::missing_input);
}

TEST_CASE("A faulty Pajek, GraphML or GML file is refused with the reason of its reader") {
  CHECK_THAT(complaint("*Vertices 2\n*Edges\n1 2\n*Bananas\n", "a.net"), Contains("Pajek"));
  CHECK_THAT(complaint("<?xml version=\"1.0\"?><graphml><graph><node", "a.graphml"),
             Contains("GraphML"));
  CHECK_THAT(complaint("<html><body>404 not found</body></html>", "ties.csv"), Contains("GraphML"));
  CHECK_THAT(complaint("graph [ node [ id 1 ", "a.gml"), Contains("GML"));
  CHECK_THAT(complaint("*Vertices 9000000000\n*Edges\n1 2\n", "a.net"),
             Contains("9000000000 vertices in a file of"));
  CHECK_THAT(complaint("*Vertices 2\n*Edges\n", "a.net"), Contains("holds no ties"));
}

TEST_CASE("A Pajek file names the lines that tie vertices which are not there") {
  const std::string message = complaint(
      "%the first line is a note\n*Vertices 3\n1 \"a\"\n2 \"b\"\n3 \"c\"\n*Edges\n1 2 7.5\n9 9\n"
      "*Arcs\r\n2 3\r\n0 1\r\n*EDGESLIST\n1 2 3 4\n",
      "a.net");
  CHECK_THAT(message, Contains("a.net:8: error: \"9\" is no vertex (there are 3, counted from 1)"));
  CHECK_THAT(message, Contains("a.net:11: error: \"0\" is no vertex"));
  CHECK_THAT(message, Contains("a.net:13: error: \"4\" is no vertex"));
  CHECK_THAT(message, !Contains(":7:") && !Contains(":10:"));
}

TEST_CASE("What a Pajek, GraphML or GML reader cannot parse is named with its line") {
  CHECK_THAT(complaint("*Vertices 2\n*Edges\n1 2\n*Bananas\n", "a.net"), Contains("line 4"));
  CHECK_THAT(complaint("graph [\n node [ id 1 ]\n edge [ source 1 target 7 ]\n", "a.gml"),
             Contains("line"));
}

TEST_CASE("Groups must name people of the network, each once, and leave nobody out") {
  CHECK_THAT(group_complaint("id,group\n1,a\n7,b\n2,a\n3,a\n10,b\n"),
             Contains("groups.csv:3: error: id \"7\" is not in the network"));
  CHECK_THAT(group_complaint("1,a\n2,a\n1,b\n3,a\n10,a\n"),
             Contains(":3: error: id \"1\" has the label \"a\" already"));
  CHECK_THAT(group_complaint("1,a\n2\n3,a\n10,a\n"), Contains(":2: error: one column"));
  CHECK_THAT(group_complaint("1,a\n3,a\n"),
             Contains("2 of 4 people have no group (the first are \"2\", \"10\")"));
  CHECK_THAT(group_complaint(""), Contains("4 of 4 people have no group"));
}
