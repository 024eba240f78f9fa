#include "strategies/do_nothing.hpp"

#include "strategies/strategy.hpp"

namespace rapport {
namespace {

class DoNothing final : public Strategy {
 public:
  bool finished(Day) const override { return true; }
};

}  // namespace

const StrategyRow do_nothing_row = {
    "do-nothing",
    "the control: nobody is addressed",
    {},
    {},
    [](const Campaign&) -> std::unique_ptr<Strategy> { return std::make_unique<DoNothing>(); }};

}  // namespace rapport
