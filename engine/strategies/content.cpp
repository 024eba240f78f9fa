#include "strategies/content.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>

#include "strategies/follow_ups.hpp"
#include "strategies/notes.hpp"
#include "strategies/piece_of_work.hpp"

namespace rapport {
namespace {

enum Setting : std::size_t {
  posts_per_day,
  self_promotion_share,
  original_share,
  curated_seconds,
  original_seconds,
  promotion_seconds,
  curated_value,
  curated_credit,
  original_value,
  promotion_value,
  invitation_seconds,
  invitation_value
};

constexpr auto settings = with_follow_ups(std::to_array<ParameterRow>({
    {"content", "posts_per_day", ValueKind::number, "posts/day", 1, 1, 0, 100,
     "posts that the sender tries to publish in a day", "estimate (D)"},
    {"content", "self_promotion_share", ValueKind::number, "1", 0.2, 0.2, 0, 1,
     "share of posts in which the sender praises itself",
     "seed claims 66, 84 (S); one of five is a rule of thumb: vendors (C)"},
    {"content", "original_share", ValueKind::number, "1", 0.3, 0.3, 0, 1,
     "share of the others that it writes itself rather than passes on",
     "seed claim 75 (S), value (D)"},
    {"content", "curated_seconds", ValueKind::number, "seconds", 600, 600, 0, 360000,
     "work for finding something and passing it on", "estimate (D)"},
    {"content", "original_seconds", ValueKind::number, "seconds", 5400, 5400, 0, 360000,
     "work for writing a post of one's own", "estimate (D)"},
    {"content", "promotion_seconds", ValueKind::number, "seconds", 600, 600, 0, 360000,
     "work for a post that promotes the sender", "estimate (D)"},
    {"content", "curated_value", ValueKind::number, "1", 0.3, 0.3, 0, 1,
     "what passing something on gives to a reader whose interest it meets",
     "seed claims 74, 75 (S), value (D)"},
    {"content", "curated_credit", ValueKind::number, "1", 0.5, 0.5, 0, 1,
     "share of that value for which readers thank the sender, not the author",
     "seed claim 75 (S), value (D)"},
    {"content", "original_value", ValueKind::number, "1", 0.6, 0.6, 0, 1,
     "what a post of one's own gives to such a reader; less than a note to the person",
     "most call what they read mediocre: Edelman-LinkedIn 2020 (C), value (D)"},
    {"content", "promotion_value", ValueKind::number, "1", 0.1, 0.1, 0, 1,
     "what a post that promotes gives to such a reader", "as a blast's: estimate (D)"},
    {"content", "invitation_seconds", ValueKind::number, "seconds", 60, 60, 0.001, 36000,
     "work for a word and an invitation to a person who has responded", "estimate (D)"},
    {"content", "invitation_value", ValueKind::number, "1", 0.7, 0.7, 0, 1,
     "what they give to a person whose interest they meet", "estimate (D)"},
}));

Approach post_of(Channel channel, double value, float pitch) {
  Approach post;
  post.channel = channel;
  post.value = static_cast<float>(value);
  post.pitch = post.pitch_in_market = pitch;
  return post;
}

class Content final : public Strategy {
 public:
  explicit Content(const Campaign& campaign)
      : settings_(campaign.settings), follow_ups_(settings_) {}

  std::vector<Approach> approaches() const override {
    Approach passed_on = post_of(Channel::post, settings_[curated_value], 0);
    passed_on.credit = static_cast<float>(settings_[curated_credit]);
    return {
        passed_on, post_of(Channel::post, settings_[original_value], 0),
        post_of(Channel::promotion, settings_[promotion_value], 1),
        invitation_by(Channel::note, settings_[invitation_value], settings_[invitation_seconds]),
        follow_ups_.approach()};
  }

  void plan(const Situation& now, Plan& plan) override {
    follow_ups_.write(now, plan, follow_up);
    converse(now, plan);
    // What was left undone is caught up with, but never more than a day's worth of it.
    const double a_day = settings_[posts_per_day];
    due_ = std::min(due_, std::max(1.0, a_day)) + a_day;
    while (due_ + rounding >= 1 && write(now, plan)) due_ -= 1;
  }

  void learn(Day, const Answers& answers) override {
    responders_.insert(responders_.end(), answers.responded.begin(), answers.responded.end());
  }

 private:
  enum : std::uint8_t { curated, original, promotion, word, follow_up };

  // A word to whoever responded, and an invitation, once each (claims 74, 75).
  void converse(const Situation& now, Plan& plan) {
    for (; !responders_.empty(); responders_.pop_front()) {
      const auto [person, topic] = responders_.front();
      if (!now.sender.is_to_be_invited(person)) continue;
      if (plan.send(PersonId{person}, word, topic) != Plan::Sent::yes) return;
      now.sender.addressed.insert(person);
    }
  }

  // Works on the next post; false when the day is over before it is done.
  bool write(const Situation& now, Plan& plan) {
    constexpr std::array work = {curated_seconds, original_seconds, promotion_seconds};
    const std::uint8_t kind = next_kind();
    if (!post_.is_at_hand()) post_.begin(settings_[work[kind]]);
    if (!post_.is_done_after(plan)) return false;
    plan.publish(kind, product_topic(now));
    ++(kind == promotion ? promotions_ : others_);
    return true;
  }

  // Kinds follow each other evenly, as their shares say.
  std::uint8_t next_kind() const {
    const double promotions_due = (promotions_ + others_ + 1) * settings_[self_promotion_share];
    if (std::floor(promotions_due + rounding) > promotions_) return promotion;
    const double share = settings_[original_share];
    const bool is_original =
        std::floor((others_ + 1) * share + rounding) > std::floor(others_ * share + rounding);
    return is_original ? original : curated;
  }

  static constexpr double rounding = 1e-9;  // five times a fifth is one, whatever the last bit

  std::vector<double> settings_;
  FollowUps follow_ups_;
  std::deque<Answers::Response> responders_;  // with whom to get into conversation
  double due_ = 0;                            // posts
  double promotions_ = 0, others_ = 0;        // published
  PieceOfWork post_;                          // at hand
};

}  // namespace

const StrategyRow content_row = {
    "content",
    "posts in the feed, passed on or written, and conversations with those who respond",
    settings,
    {},
    create_strategy<Content>};

}  // namespace rapport
