// The keys of a [[campaign]] that belong to its strategy, and to the strategies it consists of.
#pragma once

#include <string_view>
#include <vector>

#include "input/scenario_sections.hpp"
#include "strategies/registry.hpp"

namespace rapport {

/// Where the keys of a strategy stand: a campaign, or a part of one.
struct StrategyTable {
  const Table& table;
  Place place;          // for what is missing
  TableReader& reader;  // of the table
};

/// Reads everything that the strategy's row asks for into the campaign: settings, people by number,
/// parts. Mistakes are reported.
void read_strategy_keys(const StrategyRow& strategy, const StrategyTable& where,
                        const SectionContext& context, const Scenario& scenario,
                        Campaign& campaign);

/// The row of the strategy that a value names, or nullptr after reporting that there is none.
const StrategyRow* strategy_called(std::string_view name, Place place, Diagnostics& diagnostics);

/// The key of the parts of such a strategy; empty where it has none.
std::string_view parts_key(PartsKind kind);

/// Parts of a campaign whose strategy has some: `shares` with tables of settings, or `phases`.
void read_parts(PartsKind kind, const StrategyTable& where, const SectionContext& context,
                const Scenario& scenario, Campaign& campaign);

}  // namespace rapport
