#include "mechanisms/platform.hpp"

#include <algorithm>
#include <numeric>

#include "encounter/rows.hpp"
#include "mechanisms/rule_functions.hpp"

namespace rapport {

double PlatformRecord::invitations_left(Day day, const Parameters& parameters) const {
  double sent = 0;
  // The slot of `day` itself still holds what was sent seven days ago.
  for (int back = 1; back < week; ++back) {
    if (day - back >= 0) sent += invitations_[static_cast<std::size_t>((day - back) % week)];
  }
  const double by_week = parameters.platform.invitations_per_week - sent;
  return std::max(0.0, std::min(by_week, parameters.platform.pending_cap - pending_));
}

void PlatformRecord::close_invitations(Day day, std::uint32_t unanswered,
                                       const Parameters& parameters) {
  if (unanswered > 0) unanswered_.push_back({day, unanswered});
  pending_ += unanswered;
  const auto longest = static_cast<Day>(parameters.platform.pending_days);
  while (!unanswered_.empty() && day + 1 - unanswered_.front().sent >= longest) {
    pending_ -= unanswered_.front().invitations;
    unanswered_.pop_front();
  }
}

void PlatformRecord::close_day(Day day, std::uint32_t invitations, std::uint32_t messages,
                               std::uint32_t reports, const Parameters& parameters) {
  const auto& platform = parameters.platform;
  invitations_[static_cast<std::size_t>(day % week)] = invitations;
  messages_[static_cast<std::size_t>(day % month)] = messages;
  reports_[static_cast<std::size_t>(day % month)] = reports;

  double recent_reports = 0;
  for (Day back = 0; back < month && day - back >= counted_from_; ++back) {
    recent_reports += reports_[static_cast<std::size_t>((day - back) % month)];
  }
  if (recent_reports >= platform.reports_to_restrict) {
    const double days =
        restrictions_ == 0 ? platform.first_restriction_days : platform.later_restriction_days;
    restricted_until_ = day + 1 + static_cast<Day>(days);
    counted_from_ = day + 1;
    ++restrictions_;
  }

  const double sent = std::accumulate(messages_.begin(), messages_.end(), 0.0);
  const double complaints = std::accumulate(reports_.begin(), reports_.end(), 0.0);
  // A single report among a few messages says nothing; the rule is for bulk senders.
  const double rate = sent >= platform.complaint_messages ? complaints / sent : 0.0;
  const double span = std::max(platform.complaint_block - platform.complaint_target, 1e-9);
  deliverability_ =
      static_cast<float>(1.0 - std::clamp((rate - platform.complaint_target) / span, 0.0, 1.0));
}

double PlatformRecord::inmails_left(Day day, double a_month, const Parameters& parameters) {
  if (a_month > 0 && day >= next_inmails_) {
    inmails_ = std::min(inmails_ + a_month, a_month * parameters.platform.inmail_months);
    next_inmails_ = day + month;
  }
  return inmails_;
}

void PlatformRecord::close_inmails(std::uint32_t sent, std::uint32_t answered) {
  inmails_ = std::max(0.0, inmails_ - sent) + answered;
}

void deliver_by_platform(Batch& b, const Rules& rules) {
  const float deliverability = rules.standing.deliverability;
  if (!is_message(b.channel()) || deliverability >= 1.0f) return;
  const Rows arriving = rows_with(b.delivered, b.size);
  const Column<float> draw = draw_for(b, rules, arriving, Purpose::delivery);
  for (std::size_t k = 0; k < arriving.count; ++k) {
    b.delivered[arriving.row[k]] = static_cast<std::uint32_t>(draw[k] < deliverability);
  }
}

}  // namespace rapport
