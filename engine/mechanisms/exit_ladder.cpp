// Exit ladder: annoyed people mute, block or report. Hazard logistic((A - theta) / tau) at each
// message read, theta heterogeneous; an invitation straight after a decline is reported (claims 4,
// 21, N8). Whoever trusted the sender may break off over a breach of confidence, annoyed or not
// (claim 100).
#include "core/clones.hpp"
#include "core/elementary.hpp"
#include "encounter/rows.hpp"
#include "mechanisms/rule_functions.hpp"

namespace rapport {
namespace {

// Chance of a report because an invitation comes again after a decline.
RAPPORT_CLONES void resent_invitation(const Batch& b, const Parameters& p, Column<float>& report) {
  const auto after_decline = static_cast<float>(p.exit.report_after_decline);
  const auto forgetting = static_cast<float>(1.0 / p.exit.decline_half_life_days);
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.padded(); ++i) {
    const float now = after_decline * exp2_kernel(-b.days_since_contact[i] * forgetting);
    report[i] = (b.marks[i] & mark::declined) != 0 ? now : 0.0f;
  }
}

// exits: 0 nothing, 1 by the ladder, 2 by being invited again after a decline.
RAPPORT_CLONES void find_exits(const Batch& b, const Parameters& p, const Column<float>& reports,
                               Column<std::uint32_t>& exits) {
  const auto threshold = static_cast<float>(p.exit.threshold);
  const auto spread = static_cast<float>(p.population.patience_spread);
  const auto softness = static_cast<float>(1.0 / p.exit.temperature);
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.padded(); ++i) {
    const float theta = threshold + spread * (2.0f * b.patience[i] - 1.0f);
    const float hazard = logistic((b.annoyance[i] - theta) * softness);
    // One draw for both: below `report` it is a report, the rest is left to the ladder.
    const float report = reports[i];
    const float u = b.exit_draw[i];
    const float either = report + (1.0f - report) * hazard;
    exits[i] = u < report ? 2u : (u < either ? 1u : 0u);
  }
}

RAPPORT_CLONES void clear_where(const Batch& b, Column<std::uint32_t>& column,
                                std::uint32_t marks) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.padded(); ++i) {
    column[i] = (b.marks[i] & marks) != 0 ? 0u : column[i];
  }
}

}  // namespace

void refuse_where_blocked(Batch& b, const Rules&) {
  if (b.from_sender()) clear_where(b, b.delivered, mark::blocked | mark::reported);
}

void ignore_where_muted(Batch& b, const Rules&) {
  if (b.from_sender()) clear_where(b, b.read, mark::muted);
}

void shut_out(Batch& b, const Rules& rules) {
  if (!b.from_sender()) return;
  alignas(register_bytes) Column<float> reports;
  if (row_of(b.channel()).answer == Answer::connection) {
    resent_invitation(b, rules.parameters, reports);
  } else {
    reports.setZero();
  }
  alignas(register_bytes) Column<std::uint32_t> exits;
  find_exits(b, rules.parameters, reports, exits);
  const auto report = static_cast<float>(rules.parameters.exit.report_share);
  const auto block = static_cast<float>(rules.parameters.exit.block_share);
  const Rows leaving = rows_with(exits, b.size);
  const Column<float> draw = draw_for(b, rules, leaving, Purpose::exit_kind);
  for (std::size_t k = 0; k < leaving.count; ++k) {
    const std::size_t i = leaving.row[k];
    b.reported[i] = exits[i] == 2 || draw[k] < report;
    b.blocked[i] = !b.reported[i] && draw[k] < report + block;
    b.muted[i] = !b.reported[i] && !b.blocked[i];
    b.accepted[i] = b.followed[i] = 0;  // whoever shuts the sender out does not connect
  }
}

// P = betrayal x breach x T: who puts no trust in the sender is not betrayed.
void break_off_when_betrayed(Batch& b, const Rules& rules) {
  if (!b.from_sender() || b.approach.breach <= 0.0f) return;
  const Rows connections =
      rows_where(b.size, [&](std::size_t i) { return (b.marks[i] & mark::connected) != 0; });
  const Column<float> draw = draw_for(b, rules, connections, Purpose::betrayal);
  const float most = static_cast<float>(rules.parameters.exit.betrayal) * b.approach.breach;
  for (std::size_t k = 0; k < connections.count; ++k) {
    const std::size_t i = connections.row[k];
    b.betrayed[i] = draw[k] < most * b.trust_before[i];
  }
}

}  // namespace rapport
