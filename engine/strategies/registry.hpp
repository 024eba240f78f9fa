// The registry of strategies: one row for each way of spending the sender's hours.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "parameters/parameter_row.hpp"
#include "parameters/scenario.hpp"

namespace rapport {

class Strategy;

/// What a strategy that consists of others divides among them.
enum class PartsKind : std::uint8_t {
  none,
  shares,  // the hours of every day
  phases,  // the days
};

/// A setting without effect where another one has a certain choice; both by their rows.
struct IdleSetting {
  std::size_t setting, choice;
  double chosen;
};

struct StrategyRow {
  std::string_view name;  // as in `strategy = "..."`
  std::string_view meaning;
  std::span<const ParameterRow> parameters;  // keys a [[campaign]] may set beside the common ones
  std::string_view ids_key;                  // key of a list of people's numbers, or empty
  std::unique_ptr<Strategy> (*create)(const Campaign& campaign);
  PartsKind parts = PartsKind::none;
  std::span<const IdleSetting> idle = {};  // where a key would be a mistake
};

/// All strategies.
std::span<const StrategyRow> strategy_rows();

/// Keys that every campaign takes, with unit, default and range.
std::span<const ParameterRow> campaign_rows();

/// The row of that name, or nullptr.
const StrategyRow* find_strategy(std::string_view name);

}  // namespace rapport
