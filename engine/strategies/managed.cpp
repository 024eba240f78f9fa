#include "strategies/managed.hpp"

#include "strategies/management.hpp"

namespace rapport {
namespace {

constexpr auto settings = management_settings(
    "managed", {"messages|replies|connections|sales", 3, 3, "seed claims 1, 29 (S)"});

}  // namespace

const StrategyRow managed_row = {
    "managed",
    "a manager above the strategies of shares = {...}: at every review hours go to what moved the "
    "measure, and without sales all work ends",
    settings,
    {},
    create_manager,
    PartsKind::shares};

}  // namespace rapport
