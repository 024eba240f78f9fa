#include "strategies/management.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace rapport {
namespace {

/// What a manager watches, in the order of the choices of `measure`.
enum class Watched : std::uint8_t { messages, replies, connections, sales };

double count_of(const Moved& moved, Watched watched) {
  switch (watched) {
    case Watched::messages:
      return moved.sent;
    case Watched::replies:
      return moved.replies;
    case Watched::connections:
      return moved.connections;
    case Watched::sales:
      break;
  }
  return moved.sales;
}

/// A horizon under pressure, in whole days; nobody looks more often than every evening.
Day shortened(double days, double pressure) {
  return std::max(1, static_cast<Day>(std::lround(days * (1 - pressure))));
}

enum Setting : std::size_t { measure, review_days, shift, patience_days, pressure };

class Managed final : public Strategy {
 public:
  explicit Managed(const Campaign& campaign)
      : parts_(campaign),
        watched_(static_cast<Watched>(campaign.settings[measure])),
        review_(shortened(campaign.settings[review_days], campaign.settings[pressure])),
        shift_(campaign.settings[shift]),
        patience_(shortened(campaign.settings[patience_days], campaign.settings[pressure])) {
    for (const Campaign& part : campaign.parts) shares_.push_back(part.share);
    books_.resize(shares_.size());
  }

  std::vector<Approach> approaches() const override { return parts_.approaches(); }

  void plan(const Situation& now, Plan& plan) override {
    if (given_up_) return;
    const std::vector<double> worked = parts_.plan_by_shares(now, plan, shares_);
    for (std::size_t k = 0; k < parts_.size(); ++k) books_[k].seconds += worked[k];
  }

  void learn(Day day, const Answers& answers) override {
    if (given_up_) return;
    parts_.learn(day, answers);
    for (std::size_t k = 0; k < parts_.size(); ++k) {
      books_[k].gain += count_of(parts_.moved(k, answers), watched_);
    }
    if (answers.sales > 0) last_sale_ = day;
    given_up_ = day - last_sale_ >= patience_;
    if ((day + 1) % review_ == 0) review();
  }

  double inmails_a_month(Day day, const Parameters& parameters) const override {
    return given_up_ ? 0 : parts_.inmails_a_month(day, parameters);
  }

  bool finished(Day day) const override { return given_up_ || parts_.finished(day); }

 private:
  /// What the manager keeps of a part since the last review.
  struct Book {
    double seconds = 0;  // that it has worked
    double gain = 0;

    double rate() const { return seconds > 0 ? gain / seconds : 0; }
  };

  // Where nothing moved there is nothing to follow: the split stays.
  void review() {
    double all = 0;
    for (const Book& book : books_) all += book.rate();
    for (std::size_t k = 0; k < books_.size(); ++k) {
      const double share = all > 0 ? books_[k].rate() / all : shares_[k];
      shares_[k] = (1 - shift_) * shares_[k] + shift_ * share;
      books_[k] = {};
    }
  }

  StrategyParts parts_;
  Watched watched_;
  Day review_;
  double shift_;
  Day patience_;
  std::vector<double> shares_;  // of the hours, by part
  std::vector<Book> books_;
  Day last_sale_ = -1;  // the day before the first: patience begins with the work
  bool given_up_ = false;
};

}  // namespace

std::unique_ptr<Strategy> create_manager(const Campaign& campaign) {
  return std::make_unique<Managed>(campaign);
}

}  // namespace rapport
