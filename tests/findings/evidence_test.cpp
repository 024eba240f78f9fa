#include "analysis/findings/evidence.hpp"

#include <catch2/catch.hpp>

#include "analysis/findings/left_out.hpp"

using namespace rapport;

namespace {

Grade grade_of(const Evidence& evidence, const std::string& name) {
  for (const auto& parameter : evidence.parameters) {
    if (parameter.name == name) return parameter.grade;
  }
  FAIL("no " << name);
  return {};
}

}  // namespace

TEST_CASE("A number at its default has the grade that ends its source") {
  Design design;
  design.canonical =
      ".parameters=seed\nacceptance.mutual_multiplier=1.35\nacceptance.trust_weight=3\n"
      "market.in_market_share=0.005\n";
  const Evidence evidence = evidence_of(design);
  REQUIRE(evidence.parameters.size() == 3);
  CHECK(grade_of(evidence, "acceptance.mutual_multiplier") == Grade::published);
  CHECK(grade_of(evidence, "acceptance.trust_weight") == Grade::estimate);
  CHECK(grade_of(evidence, "market.in_market_share") == Grade::claim);
}

TEST_CASE("Each set of defaults has the source that is said of it") {
  Design design;
  design.canonical = ".parameters=benchmark\nmarket.window_days=91\n";
  CHECK(grade_of(evidence_of(design), "market.window_days") == Grade::platform);
  design.canonical = ".parameters=seed\nmarket.window_days=9\n";
  CHECK(grade_of(evidence_of(design), "market.window_days") == Grade::derived);
}

TEST_CASE("A number that the scenario chose or swept has no grade of ours") {
  Design design;
  design.canonical = ".parameters=seed\nacceptance.trust_weight=4\nmarket.window_days=9\n";
  design.parameters = {"market.window_days"};
  const Evidence evidence = evidence_of(design);
  CHECK(grade_of(evidence, "acceptance.trust_weight") == Grade::chosen);
  CHECK(grade_of(evidence, "market.window_days") == Grade::chosen);
  CHECK(evidence_sentence(evidence) == "Of the model's 2 numbers, 2 are chosen by this scenario.");
}

TEST_CASE("Rules that were switched off are named") {
  Design design;
  design.canonical = "mechanisms.off=rivalry word-of-mouth\n";
  CHECK(evidence_of(design).mechanisms_off == std::vector<std::string>{"rivalry", "word-of-mouth"});
}

TEST_CASE("An early file names no numbers, and that is said") {
  CHECK(evidence_sentence(evidence_of(Design{})).starts_with("The file does not say"));
}

TEST_CASE("What the model leaves out is told in plain paragraphs") {
  const auto paragraphs = left_out();
  REQUIRE(paragraphs.size() >= 2);
  for (const std::string& paragraph : paragraphs) {
    CHECK(paragraph.size() > 40);
    CHECK(paragraph.find('`') == std::string::npos);
    CHECK(paragraph.find('\n') == std::string::npos);
    CHECK(paragraph.find('#') == std::string::npos);
  }
}
