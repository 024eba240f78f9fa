// What a file of ties may look like, and what is read from it.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "input/network_file.hpp"
#include "input/network_source.hpp"
#include "tests/input/network_temporary_file.hpp"

using namespace rapport;

namespace {

NetworkFile read(const std::string& text, const std::string& name = "ties.csv") {
  const TemporaryFile file(name, text);
  return read_network(file.path(), "");
}

using Labels = std::vector<std::string>;
using Row = std::vector<std::uint32_t>;

Row row(const NetworkFile& file, std::uint32_t person) {
  const auto neighbours = file.network.graph.neighbours(person);
  return {neighbours.begin(), neighbours.end()};
}

}  // namespace

TEST_CASE("Columns are apart by comma, semicolon, tab or blanks") {
  for (const std::string text : {"0,1\n1,2\n", "0;1\n1;2\n", "0\t1\n1\t2\n", "0 1\n1   2\n",
                                 "0, 1\n1 , 2\n", "0 \t 1\n1\t2\n"}) {
    CAPTURE(text);
    const NetworkFile file = read(text);
    CHECK(file.network.labels == Labels{"0", "1", "2"});
    CHECK(row(file, 1) == Row{0, 2});
    CHECK(file.network.strength.empty());
  }
}

TEST_CASE(
    "Headers, comments, empty lines, blanks, CRLF, a byte order mark and a cut end are no ties") {
  const NetworkFile file = read(
      "\xEF\xBB\xBF# comment\r\n% another\r\n// a third\r\n\r\nnode_1,node_2\r\n"
      "  0,1  \r\n\r\n1,2\r\n   \r\n2,3");
  CHECK(file.reading.ties == 3);
  CHECK(file.reading.lines == 10);
  CHECK(file.network.labels == Labels{"0", "1", "2", "3"});
}

TEST_CASE("A first line of two words is a header before numbers, whatever the words are") {
  CHECK(read("person,friend\n1,2\n").network.labels == Labels{"1", "2"});
  CHECK(read("# only a comment\nwho whom\n1 2\n").network.labels == Labels{"1", "2"});
}

TEST_CASE("Before names a first line is a header when it has words of one or heads a strength") {
  CHECK(read("source,target\nann,bob\n").network.labels == Labels{"ann", "bob"});
  CHECK(read("Source,Target\nann,bob\n").network.labels == Labels{"ann", "bob"});
  CHECK(read("giver,taker,rating\nann,bob,3\n").network.labels == Labels{"ann", "bob"});
  CHECK(read("ann,bob\nbob,cleo\n").network.labels == Labels{"ann", "bob", "cleo"});
}

TEST_CASE("Numbers with gaps are numbered in ascending order, names in order of appearance") {
  CHECK(read("4000000000,7\n007,100\n").network.labels == Labels{"7", "100", "4000000000"});
  CHECK(read("zoe,ann\nann,10\n").network.labels == Labels{"zoe", "ann", "10"});
}

TEST_CASE("Names may hold blanks and stand in quotes") {
  CHECK(read("Ann Lee,Bo Ek\n\"Bo Ek\",\"Cy, jr\"\n").network.labels ==
        Labels{"Ann Lee", "Bo Ek", "Cy, jr"});
  CHECK(read("Ann Lee\tBo Ek\n").network.labels == Labels{"Ann Lee", "Bo Ek"});
  CHECK(read("\"1\",\"2\"\n\"2\",\"3\"\n").network.labels == Labels{"1", "2", "3"});
}

TEST_CASE("Self-loops and repetitions are dropped and counted, people of self-loops stay") {
  const NetworkFile file = read("0 1\n1 0\n0 1\n5 5\n1 2\n");
  CHECK(file.reading.ties == 5);
  CHECK(file.reading.self_loops == 1);
  CHECK(file.reading.repeated == 2);
  CHECK(file.network.graph.ties() == 2);
  CHECK(file.network.labels == Labels{"0", "1", "2", "5"});
  CHECK(file.network.graph.degree(3) == 0);
}

TEST_CASE("A strength holds for its direction, and for the other one when that has none") {
  const NetworkFile file = read("0,1,2.5\n1,0,-3\n1,2,+4,1289241911\n0,1,7\n");
  REQUIRE(file.network.strength.size() == 4);
  const auto strength = [&](std::uint32_t person, std::size_t place) {
    return file.network.strength[file.network.graph.row_begin(person) + place];
  };
  CHECK(strength(0, 0) == 7.0f);  // the last of two
  CHECK(strength(1, 0) == -3.0f);
  CHECK(strength(1, 1) == 4.0f);
  CHECK(strength(2, 0) == 4.0f);
  CHECK(file.reading.positive == 3);
  CHECK(file.reading.negative == 1);
}

TEST_CASE("A gzip file is read as what is packed in it, under any name") {
  CHECK(read(gzipped("0 1\n1 2\n"), "ties.csv.gz").network.graph.ties() == 2);
  CHECK(read(gzipped("0 1\n1 2\n"), "ties").network.graph.ties() == 2);
}

TEST_CASE("Lines across the borders of the reading buffer are whole") {
  std::string text = "# long enough for several buffers\n";
  for (int i = 0; i < 700'000; ++i) text += std::to_string(i) + ' ' + std::to_string(i + 1) + '\n';
  const NetworkFile file = read(text);
  CHECK(text.size() > std::size_t{9} << 20);
  CHECK(file.network.graph.people() == 700'001);
  CHECK(file.network.graph.ties() == 700'000);
  CHECK(file.network.labels.back() == "700000");
}

TEST_CASE("Pajek files give labels and weights") {
  const std::string text =
      "*Vertices 4\n1 \"Ann\"\n2 \"Bob\"\n3 \"Cleo\"\n4 \"Dan\"\n*Edges\n1 2 2.5\n2 3 -1\n";
  for (const std::string name : {"a.net", "a.paj", "a.txt", "a"}) {
    const NetworkFile file = read(text, name);
    CHECK(file.network.labels == Labels{"Ann", "Bob", "Cleo", "Dan"});
    CHECK(row(file, 1) == Row{0, 2});
    CHECK(file.network.graph.degree(3) == 0);
    CHECK(file.network.strength == std::vector<float>{2.5f, 2.5f, -1, -1});
    CHECK(file.reading.negative == 1);
  }
  CHECK(read(gzipped("*Vertices 3\n*Edges\n1 2\n2 3\n"), "a.net.gz").network.labels ==
        Labels{"1", "2", "3"});
}

TEST_CASE("GraphML files give ids and weights") {
  const std::string text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
      "<key id=\"w\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\"/>\n"
      "<graph edgedefault=\"undirected\"><node id=\"ann\"/><node id=\"bob\"/><node id=\"cleo\"/>\n"
      "<edge source=\"ann\" target=\"bob\"><data key=\"w\">2</data></edge>\n"
      "<edge source=\"bob\" target=\"cleo\"><data key=\"w\">3</data></edge></graph></graphml>\n";
  for (const std::string name : {"a.graphml", "a.xml"}) {
    const NetworkFile file = read(text, name);
    CHECK(file.network.labels == Labels{"ann", "bob", "cleo"});
    CHECK(row(file, 1) == Row{0, 2});
    CHECK(file.network.strength == std::vector<float>{2, 2, 3, 3});
  }
}

TEST_CASE("GML files give labels, or numbers where there are none") {
  const std::string start = "graph [\n node [ id 7 ";
  CHECK(read(start + "label \"ann\" ] node [ id 9 label \"bob\" ] edge [ source 7 target 9 ] ]\n",
             "a.gml")
            .network.labels == Labels{"ann", "bob"});
  CHECK(read(start + "] node [ id 9 ] edge [ source 7 target 9 ] ]\n", "a.gml").network.labels ==
        Labels{"7", "9"});
}

TEST_CASE("Groups become communities in the order of their labels") {
  const TemporaryFile ties("ties.csv", "a b\nb c\nc d\n");
  const TemporaryFile numbers("groups.csv", "id,target\na,10\nb,9\nc,10\nd,100\n");
  const Network by_number = read_network(ties.path(), numbers.path()).network;
  CHECK(by_number.community_names == Labels{"9", "10", "100"});
  CHECK(by_number.community == Row{1, 0, 1, 2});
  CHECK(by_number.communities == 3);
  const TemporaryFile words("groups.tsv", "a\tNorth West\nb\tEast\nc\tEast\nd\tEast\n");
  const Network by_word = read_network(ties.path(), words.path()).network;
  CHECK(by_word.community_names == Labels{"East", "North West"});
  CHECK(by_word.community == Row{1, 0, 0, 0});
}

TEST_CASE("Without groups everyone of a file is in one community") {
  const NetworkFile file = read("0 1\n1 2\n");
  CHECK(file.network.communities == 1);
  CHECK(file.network.community == Row{0, 0, 0});
}

TEST_CASE("A network of kind file is built from its path and its groups") {
  const TemporaryFile ties("ties.csv", "1,2\n2,3\n");
  const TemporaryFile groups("groups.csv", "1,x\n2,y\n3,x\n");
  NetworkSpec spec;
  spec.kind = NetworkKind::file;
  spec.path = ties.path();
  spec.groups = groups.path();
  const Network network = build_network(spec, 1, 0);
  CHECK(network.graph.ties() == 2);
  CHECK(network.communities == 2);
}
