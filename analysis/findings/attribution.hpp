// What each campaign really added to sales, beside what attribution claims for its channels.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/findings/attribution_rules.hpp"
#include "statistics/paired.hpp"

namespace rapport {

/// The sales of one campaign, by replicate, and the credit for them.
struct CreditedSales {
  std::string campaign;
  std::vector<double> sales;
  std::vector<double> control_sales;  // of the same sender doing nothing beside the same rivals
  /// Credit by rule, channel and replicate; channels as in CreditedStudy.
  std::array<std::vector<std::vector<double>>, attribution_rules.size()> credit;
};

/// All campaigns of a scenario that do something, each with its control, with the same luck.
struct CreditedStudy {
  std::string title;
  std::size_t replicates = 0;
  std::vector<std::string> channels;  // names
  std::vector<CreditedSales> campaigns;
};

/// Whether attribution claims what a campaign has added.
enum class ClaimVerdict : std::uint8_t { too_much, too_little, right, cannot_tell };

/// One channel that somebody who bought had read a message of.
struct ChannelClaims {
  std::size_t channel = 0;
  std::array<Sample, attribution_rules.size()> by_rule;
};

struct AttributionTable {
  std::string campaign;
  Sample sales;
  PairedDifference incremental;  // sales minus those of the control
  /// Sales to people who had read a message. Every rule hands out just these.
  Sample claimed;
  PairedDifference excess;  // claimed minus incremental
  ClaimVerdict verdict = ClaimVerdict::cannot_tell;
  std::vector<ChannelClaims> channels;
};

struct Attribution {
  CreditedStudy study;
  std::vector<AttributionTable> tables;  // one a campaign
};

/// Every interval holds by itself with 95 %.
Attribution attribution(CreditedStudy study);

/// "too much", "too little", "what is right", "cannot tell".
std::string_view word(ClaimVerdict verdict);

/// What a table says, in one sentence.
std::string attribution_sentence(const AttributionTable& table);

}  // namespace rapport
