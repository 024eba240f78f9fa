#include "strategies/kpi_chaser.hpp"

#include "strategies/management.hpp"

namespace rapport {
namespace {

constexpr auto settings = management_settings(
    "kpi-chaser", {"messages|replies|connections", 0, 2, "seed claims N9, 72 (S)"});

}  // namespace

const StrategyRow kpi_chaser_row = {
    "kpi-chaser",
    "the same manager, who looks at activity alone: messages, replies or connections",
    settings,
    {},
    create_manager,
    PartsKind::shares};

}  // namespace rapport
