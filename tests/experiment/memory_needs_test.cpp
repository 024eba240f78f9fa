#include "experiment/memory_needs.hpp"

#include <catch2/catch.hpp>

#include "experiment/run_study.hpp"
#include "input/network_source.hpp"
#include "tests/experiment/studies.hpp"

using namespace rapport;
using namespace rapport::test;
using Catch::Contains;

namespace {

Study laid_out(const std::string& network, const std::string& more = "") {
  return lay_out_study({"s.toml",
                        "s.toml",
                        "horizon_days = 10\nreplicates = 50\n[output]\ndaily = \"none\"\n" + more +
                            "[network]\n" + network + two_campaigns,
                        {}},
                       "");
}

}  // namespace

TEST_CASE("Networks that do not fit into memory are refused before they are built") {
  // A thousand million people with a hundred thousand ties each: 400 terabytes.
  std::string text = small_scenario();
  text.replace(text.find("people = 300\nmean_degree = 6"), 28,
               "people = 1_000_000_000\nmean_degree = 100_000");
  const auto [code, message] = failure_of([&] { study_of(text); });
  CHECK(code == ExitCode::bad_data);
  CHECK_THAT(message, Contains("memory") && Contains("GiB") && Contains("fewer people"));
}

TEST_CASE("A sweep whose networks together do not fit into memory is refused") {
  std::string people;
  for (int k = 0; k < 200; ++k) people += std::to_string(900'000'000 + k) + ", ";
  const auto [code, message] = failure_of(
      [&] { study_of(small_scenario("[sweep]\n\"network.people\" = [" + people + "]\n")); });
  CHECK(code == ExitCode::bad_data);
  CHECK_THAT(message, Contains("fewer design points"));
}

TEST_CASE("More threads need more memory for runs, not for networks") {
  const Study study = laid_out("people = 1_000_000\n");
  const MemoryNeeds one = memory_needs(study, 1), eight = memory_needs(study, 8);
  CHECK(one.networks == eight.networks);
  CHECK(eight.worlds > 7 * (one.worlds - static_cast<double>(bytes_of_batch)));
  // Two populations of 16 bytes a person, relations of 16 and the list of the touched.
  CHECK(one.worlds >= 1e6 * (2 * 16 + 16 + 4));
  CHECK(one.worlds - static_cast<double>(bytes_of_batch) <= 1e6 * 64);
}

TEST_CASE("A network is told at what its rows really take") {
  for (const std::string kind :
       {"random", "communities", "ring", "path", "star", "scale-free", "small-world"}) {
    const bool has_degree = kind != "ring" && kind != "path" && kind != "star";
    Study study = laid_out("kind = \"" + kind + "\"\npeople = 5_000\n" +
                           (has_degree ? "mean_degree = 6\n" : ""));
    const double told = memory_needs(study, 1).networks;
    build_networks(study);
    const Network& network = *study.networks[0].built;
    const auto taken = static_cast<double>(network.graph.bytes() + 4 * network.community.size());
    INFO(kind);
    CHECK(told >= taken * 0.999);
    CHECK(told <= taken * 1.01);
    CHECK(memory_needs(study, 1).networks == 0);
  }
}

TEST_CASE("A network of a ring's size is not charged with ties that it does not have") {
  CHECK(network_memory(laid_out("kind = \"ring\"\npeople = 1000\n").networks[0].spec).kept ==
        1000 * (8 + 4 + 2 * 4));
}

TEST_CASE("Each run that is under way may hold a network of its own") {
  const auto worlds = [](const char* per_replicate) {
    return memory_needs(
               laid_out(std::string("people = 100_000\nper_replicate = ") + per_replicate + "\n"),
               4)
        .worlds;
  };
  CHECK(worlds("true") >= worlds("false") + 8 * 100'000 * (12 + 40));
}

TEST_CASE("The final state of all people counts where it is kept") {
  const auto worlds = [](const char* people) {
    return memory_needs(laid_out("people = 100_000\n", std::string("people = ") + people + "\n"), 4)
        .worlds;
  };
  CHECK(worlds("true") >= worlds("false") + 8 * 2 * 8 * 100'000);
}
