#include "strategies/complaint_handling.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "strategies/strategy.hpp"

namespace rapport {
namespace {

enum Setting : std::size_t {
  posture,
  answer_seconds,
  answer_value,
  promise_days,
  notice_days,
  monitor_seconds,
  listen_share
};
enum class Posture : std::uint8_t { ignore, reactive, proactive, defensive };

constexpr auto settings = std::to_array<ParameterRow>({
    {"complaint-handling", "posture", ValueKind::choice, "", 1, 1, 0, 3,
     "let complaints be, answer those that come to be noticed, look for them and for their causes "
     "ahead, or attack whoever complains",
     "seed claims 22, 121, 132, 142 (S)", "ignore|reactive|proactive|defensive"},
    {"complaint-handling", "answer_seconds", ValueKind::number, "seconds", 900, 900, 0.001, 360000,
     "work for one answer", "estimate (D)"},
    {"complaint-handling", "answer_value", ValueKind::number, "1", 0.8, 0.8, 0, 1,
     "what a prompt, helpful answer gives to whoever complained",
     "the recovered are more satisfied than before: de Matos 2007 (A), value (D)"},
    {"complaint-handling", "promise_days", ValueKind::integer, "days", 0, 0, 0, 3650,
     "days within which an answer is promised; 0: nothing is promised",
     "seed claims 117, 139 (S), Schweitzer 2006 (A)"},
    {"complaint-handling", "notice_days", ValueKind::integer, "days", 2, 2, 0, 3650,
     "days until a complaint that nobody looks for comes to be noticed",
     "seed claims 89, 128 (S), value (D)"},
    {"complaint-handling", "monitor_seconds", ValueKind::number, "seconds", 900, 900, 0, 86400,
     "daily work of whoever handles ahead for seeing what is said", "seed claim 89 (S), value (D)"},
    {"complaint-handling", "listen_share", ValueKind::number, "1", 0.25, 0.25, 0, 1,
     "share of the rest of the hours that goes into listening when handling ahead",
     "seed claims 34, 121 (S), value (D)"},
});

constexpr IdleSetting idle_if(Setting setting, Posture chosen) {
  return {setting, posture, static_cast<double>(chosen)};
}

// Who answers nothing has no use for any; who attacks promises no answer, and gives nothing; only
// who handles ahead looks for complaints and listens.
constexpr auto idle = std::to_array<IdleSetting>(
    {idle_if(answer_seconds, Posture::ignore), idle_if(answer_value, Posture::ignore),
     idle_if(answer_value, Posture::defensive), idle_if(promise_days, Posture::ignore),
     idle_if(promise_days, Posture::defensive), idle_if(notice_days, Posture::ignore),
     idle_if(notice_days, Posture::proactive), idle_if(monitor_seconds, Posture::ignore),
     idle_if(monitor_seconds, Posture::reactive), idle_if(monitor_seconds, Posture::defensive),
     idle_if(listen_share, Posture::ignore), idle_if(listen_share, Posture::reactive),
     idle_if(listen_share, Posture::defensive)});

class ComplaintHandling final : public Strategy {
 public:
  explicit ComplaintHandling(const Campaign& campaign)
      : settings_(campaign.settings),
        posture_(static_cast<Posture>(static_cast<int>(campaign.settings[posture]))) {}

  std::vector<Approach> approaches() const override {
    Approach answer;
    answer.channel = posture_ == Posture::defensive ? Channel::rebuff : Channel::recovery;
    answer.value = posture_ == Posture::defensive ? 0 : static_cast<float>(settings_[answer_value]);
    answer.breach = posture_ == Posture::defensive ? 1 : 0;
    answer.seconds = settings_[answer_seconds];
    return {answer};
  }

  void plan(const Situation& now, Plan& plan) override {
    if (posture_ == Posture::ignore) return;
    if (posture_ != Posture::defensive) now.sender.promised_days = settings_[promise_days];
    if (posture_ == Posture::proactive) {
      plan.work(settings_[monitor_seconds]);
      const double heard = plan.work(plan.seconds_left() * settings_[listen_share]);
      now.sender.listening.add(heard / 3600, now.rules.day,
                               now.rules.parameters.complaint.listening_half_life_days);
    }
    for (const auto& [voiced, person] : noticed(now)) {
      if (plan.send(PersonId{person}, 0, any_topic) != Plan::Sent::yes) return;
    }
  }

  bool finished(Day) const override { return posture_ == Posture::ignore; }

 private:
  // Complaints that wait for an answer, the oldest first. Nobody is attacked twice.
  std::vector<std::pair<Day, std::uint32_t>> noticed(const Situation& now) const {
    const Day delay = posture_ == Posture::proactive ? 0 : static_cast<Day>(settings_[notice_days]);
    std::vector<std::pair<Day, std::uint32_t>> queue;
    for (const OpenComplaint& complaint : now.rules.open_complaints) {
      const bool attacked = posture_ == Posture::defensive && complaint.fuelled;
      const bool is_known = complaint.voiced + 1 + delay <= now.rules.day;
      if (is_known && !attacked) queue.emplace_back(complaint.voiced, complaint.person);
    }
    std::sort(queue.begin(), queue.end());
    return queue;
  }

  std::vector<double> settings_;
  Posture posture_;
};

}  // namespace

const StrategyRow complaint_handling_row = {
    "complaint-handling",
    "answers public complaints, in one of four postures, as far as the hours reach",
    settings,
    {},
    create_strategy<ComplaintHandling>,
    PartsKind::none,
    idle};

}  // namespace rapport
