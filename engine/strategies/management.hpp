// Management: a controller above other strategies, which moves the hours to what it sees working.
#pragma once

#include <array>
#include <memory>
#include <string_view>

#include "parameters/parameter_row.hpp"
#include "strategies/strategy_parts.hpp"

namespace rapport {

/// What a manager may watch: some of messages, replies, connections and sales, from the first on.
struct WatchedMeasures {
  std::string_view choices;
  double usual, last;  // by position among the choices
  std::string_view source;
};

/// The settings of a strategy that is a manager, in the order in which create_manager reads them.
constexpr std::array<ParameterRow, 5> management_settings(std::string_view strategy,
                                                          WatchedMeasures measures) {
  constexpr auto integer = ValueKind::integer;
  constexpr auto number = ValueKind::number;
  return {{{strategy, "measure", ValueKind::choice, "", measures.usual, measures.usual, 0,
            measures.last, "what a part is judged by, for each hour it was given", measures.source,
            measures.choices},
           {strategy, "review_days", integer, "days", 14, 14, 1, longest_horizon,
            "days between two reviews",
            "95 of 100 marketers expect sales within two weeks: Marketing Week (C)"},
           {strategy, "shift", number, "1", 0.3, 0.3, 0, 1,
            "share of the hours that a review divides anew", "estimate (D)"},
           {strategy, "patience_days", integer, "days", 91, 91, 1, longest_horizon,
            "days without a sale after which all work ends",
            "seed claims 19, 51 (S), a quarter of a year (D)"},
           {strategy, "pressure", number, "1", 0, 0, 0, 1,
            "share by which pressure for quick results shortens both", "seed claim 52 (S)"}}};
}

/// The manager of a campaign that consists of parts.
std::unique_ptr<Strategy> create_manager(const Campaign& campaign);

}  // namespace rapport
