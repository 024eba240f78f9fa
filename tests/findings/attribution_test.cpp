#include "analysis/findings/attribution.hpp"

#include <catch2/catch.hpp>

using namespace rapport;

namespace {

// Two channels; sales, those of the control, and sales with a message, by replicate.
Attribution found(const std::vector<double>& sales, const std::vector<double>& control,
                  const std::vector<double>& claimed) {
  CreditedSales campaign;
  campaign.campaign = "Notes";
  campaign.sales = sales;
  campaign.control_sales = control;
  const std::vector<double> none(sales.size(), 0.0);
  for (auto& rule : campaign.credit) rule = {claimed, none};
  return attribution({"Title", sales.size(), {"note", "follow-up"}, {campaign}});
}

}  // namespace

TEST_CASE("What a campaign added is its sales less those of the control, pair by pair") {
  const auto table = found({9, 12, 10, 13}, {4, 6, 5, 7}, {5, 6, 5, 6}).tables.at(0);
  CHECK(table.sales.mean == 11);
  CHECK(table.incremental.difference.mean == 5.5);
  CHECK(table.claimed.mean == 5.5);
  CHECK(table.excess.identical());
  CHECK(table.verdict == ClaimVerdict::right);
}

TEST_CASE("Claims beyond what was added are too much, below it too little") {
  CHECK(found({9, 9, 9, 9}, {4, 5, 4, 5}, {9, 9, 9, 9}).tables.at(0).verdict ==
        ClaimVerdict::too_much);
  CHECK(found({9, 9, 9, 9}, {0, 0, 0, 0}, {4, 5, 4, 5}).tables.at(0).verdict ==
        ClaimVerdict::too_little);
}

TEST_CASE("Where replicates disagree, or there is one alone, it cannot be told") {
  CHECK(found({9, 9, 9, 9}, {4, 5, 4, 5}, {6, 3, 6, 3}).tables.at(0).verdict ==
        ClaimVerdict::cannot_tell);
  CHECK(found({9}, {4}, {9}).tables.at(0).verdict == ClaimVerdict::cannot_tell);
}

TEST_CASE("Channels that no rule credits are left out") {
  const auto table = found({9, 9}, {4, 5}, {6, 3}).tables.at(0);
  REQUIRE(table.channels.size() == 1);
  CHECK(table.channels[0].channel == 0);
  CHECK(table.channels[0].by_rule[0].mean == 4.5);
}

TEST_CASE("The sentence says how many sales would have come anyway") {
  const auto table = found({9, 9, 9, 9}, {4, 5, 4, 5}, {9, 9, 9, 9}).tables.at(0);
  CHECK(attribution_sentence(table) ==
        "Without Notes there would be 4.50 sales, with it there are 9: it adds 4.50; attribution "
        "claims 9: too much, for it also counts people who would have bought anyway.");
  const auto harm = found({3, 3, 3}, {5, 5, 5}, {2, 2, 2}).tables.at(0);
  CHECK(attribution_sentence(harm).find("it costs 2;") != std::string::npos);
}
