#include "strategies/registry.hpp"

#include <array>

#include "strategies/bait_and_switch.hpp"
#include "strategies/bought_audience.hpp"
#include "strategies/community_joining.hpp"
#include "strategies/complaint_handling.hpp"
#include "strategies/content.hpp"
#include "strategies/disclosed_advertising.hpp"
#include "strategies/disguised_advertising.hpp"
#include "strategies/do_nothing.hpp"
#include "strategies/dormant_presence.hpp"
#include "strategies/employee_champions.hpp"
#include "strategies/first_contact_pitch.hpp"
#include "strategies/gratitude.hpp"
#include "strategies/group_message.hpp"
#include "strategies/inmail.hpp"
#include "strategies/kpi_chaser.hpp"
#include "strategies/listen_first.hpp"
#include "strategies/managed.hpp"
#include "strategies/mixed.hpp"
#include "strategies/persistent_blast.hpp"
#include "strategies/phases.hpp"
#include "strategies/referral.hpp"
#include "strategies/seeding.hpp"
#include "strategies/spam_blast.hpp"
#include "strategies/strategy.hpp"
#include "strategies/thoughtful_engagement.hpp"

namespace rapport {
namespace {

constexpr auto common_rows = std::to_array<ParameterRow>({
    {"campaign", "hours_per_day", ValueKind::number, "hours/day", 2, 2, 0, 24,
     "the sender's working time", "MODEL.md (X)"},
    {"campaign", "profile_quality", ValueKind::number, "1", 0.5, 0.5, 0, 1,
     "quality of the sender's profile: photo, completeness, spelling", "seed claims 3, 82 (S)"},
    {"campaign", "expertise", ValueKind::choice, "", 0, 0, 0, 3,
     "by whose word the sender is an expert: nobody's, its own, that of people who never did "
     "business "
     "with it, or that of those who did",
     "seed claims 67, 83, 87, 124 (S)", "none|claimed|endorsed|recommended"},
    {"campaign", "research", ValueKind::choice, "", 0, 0, 0, 1,
     "whether people whose profile the sender looks at see who looked", "seed claims 78, 85 (S)",
     "visible|anonymous"},
    {"campaign", "voice", ValueKind::choice, "", 0, 0, 0, 1, "whether a person writes or a brand",
     "seed claim 62 (S)", "person|brand"},
    {"campaign", "message_errors", ValueKind::number, "probability", 0, 0, 0, 1,
     "chance that a message misspells the person's name", "seed claim 104 (S)"},
    {"campaign", "bad_name", ValueKind::number, "1", 0, 0, 0, 1,
     "share of a message's worth that people who do not trust the sender deny it",
     "seed claim 136 (S)"},
    {"campaign", "pull", ValueKind::number, "probability", 0, 0, 0, 1,
     "chance that a stranger who reads a post and whom its topic interests follows for the name",
     "seed claim 40 (S)"},
});

}  // namespace

std::span<const StrategyRow> strategy_rows() {
  static const std::array rows = {do_nothing_row,
                                  spam_blast_row,
                                  persistent_blast_row,
                                  first_contact_pitch_row,
                                  thoughtful_engagement_row,
                                  listen_first_row,
                                  referral_row,
                                  inmail_row,
                                  community_joining_row,
                                  group_message_row,
                                  dormant_presence_row,
                                  mixed_row,
                                  phases_row,
                                  seeding_row,
                                  complaint_handling_row,
                                  gratitude_row,
                                  employee_champions_row,
                                  content_row,
                                  disclosed_advertising_row,
                                  disguised_advertising_row,
                                  bait_and_switch_row,
                                  bought_audience_row,
                                  managed_row,
                                  kpi_chaser_row};
  return rows;
}

std::span<const ParameterRow> campaign_rows() {
  return common_rows;
}

const StrategyRow* find_strategy(std::string_view name) {
  for (const StrategyRow& row : strategy_rows()) {
    if (row.name == name) return &row;
  }
  return nullptr;
}

}  // namespace rapport
