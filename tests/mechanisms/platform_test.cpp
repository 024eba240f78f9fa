#include "mechanisms/platform.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <vector>

using namespace rapport;

namespace {

Parameters benchmark() {
  return default_parameters(ParameterSet::benchmark);
}

// Days from `first` to `last` on which the sender is restricted.
std::vector<Day> restricted_days(const PlatformRecord& record, Day first, Day last) {
  std::vector<Day> days;
  for (Day day = first; day <= last; ++day) {
    if (record.restricted(day)) days.push_back(day);
  }
  return days;
}

}  // namespace

TEST_CASE("Invitations count for seven days, their own included, and are free again after") {
  PlatformRecord record;
  const Parameters parameters = benchmark();
  const std::uint32_t sent[] = {10, 20, 0, 30, 0, 5, 35, 0, 7, 0, 0, 0, 0, 0, 0, 0};
  for (Day day = 0; day < 16; ++day) {
    double last_week = 0;
    for (Day back = 1; back < 7 && back <= day; ++back) last_week += sent[day - back];
    INFO("day " << day);
    CHECK(record.invitations_left(day, parameters) == 100 - last_week);
    record.close_day(day, sent[day], sent[day], 0, parameters);
  }
  CHECK(record.invitations_left(16, parameters) == 100);
}

TEST_CASE("In any seven days at most a hundred invitations can be sent") {
  PlatformRecord record;
  const Parameters parameters = benchmark();
  std::vector<double> sent;
  for (Day day = 0; day < 60; ++day) {
    const double today = std::min(record.invitations_left(day, parameters), 17.0 + day % 5 * 9);
    sent.push_back(today);
    record.close_day(day, static_cast<std::uint32_t>(today), 0, 0, parameters);
  }
  double total = 0;
  for (std::size_t day = 6; day < sent.size(); ++day) {
    double week = 0;
    for (std::size_t back = 0; back < 7; ++back) week += sent[day - back];
    CHECK(week <= 100);
    total = std::max(total, week);
  }
  CHECK(total == 100);
}

TEST_CASE("More invitations than a smaller limit allows leave none, not a negative number") {
  PlatformRecord record;
  Parameters parameters = benchmark();
  record.close_day(0, 90, 90, 0, parameters);
  parameters.platform.invitations_per_week = 50;
  CHECK(record.invitations_left(1, parameters) == 0);
}

TEST_CASE("Five reports restrict the sender for a week that begins the next day") {
  PlatformRecord record;
  record.close_day(0, 0, 1000, 4, benchmark());
  CHECK(restricted_days(record, 1, 60).empty());
  record.close_day(1, 0, 1000, 1, benchmark());
  CHECK(restricted_days(record, 2, 60) == std::vector<Day>{2, 3, 4, 5, 6, 7, 8});
}

TEST_CASE("The second restriction and every later one lasts four weeks") {
  PlatformRecord record;
  Day day = 0;
  const auto close = [&](std::uint32_t reports) {
    record.close_day(day++, 0, 1000, reports, benchmark());
  };
  close(5);
  while (record.restricted(day)) close(0);
  CHECK(day == 8);
  for (int later = 0; later < 2; ++later) {
    close(9);
    const Day begin = day;
    while (record.restricted(day)) close(0);
    CHECK(day - begin == 28);
  }
}

TEST_CASE("Reports that have led to a restriction do not count again") {
  PlatformRecord record;
  record.close_day(0, 0, 1000, 5, benchmark());
  for (Day day = 1; day < 10; ++day) record.close_day(day, 0, 0, 0, benchmark());
  record.close_day(10, 0, 1000, 4, benchmark());
  CHECK_FALSE(record.restricted(11));
  record.close_day(11, 0, 1000, 1, benchmark());
  CHECK(record.restricted(12));
}

TEST_CASE("Reports are forgotten after thirty days") {
  PlatformRecord record;
  record.close_day(0, 0, 1000, 4, benchmark());
  for (Day day = 1; day < 30; ++day) record.close_day(day, 0, 0, 0, benchmark());
  record.close_day(30, 0, 1000, 1, benchmark());
  CHECK_FALSE(record.restricted(31));
  PlatformRecord in_time;
  in_time.close_day(0, 0, 1000, 4, benchmark());
  for (Day day = 1; day < 29; ++day) in_time.close_day(day, 0, 0, 0, benchmark());
  in_time.close_day(29, 0, 1000, 1, benchmark());
  CHECK(in_time.restricted(30));
}

TEST_CASE("Delivery falls from all at 0.1 % of complaints to none at 0.3 %, in a straight line") {
  const auto deliverability = [](std::uint32_t reports) {
    Parameters parameters = benchmark();
    parameters.platform.reports_to_restrict = 1e9;
    PlatformRecord record;
    record.close_day(0, 0, 60'000, reports / 2, parameters);
    record.close_day(1, 0, 40'000, reports - reports / 2, parameters);
    return static_cast<double>(record.deliverability());
  };
  CHECK(deliverability(0) == 1);
  CHECK(deliverability(100) == Approx(1));
  CHECK(deliverability(150) == Approx(0.75));
  CHECK(deliverability(200) == Approx(0.5));
  CHECK(deliverability(300) == Approx(0).margin(1e-6));
  CHECK(deliverability(100'000) == 0);
}

TEST_CASE("Complaints count for thirty days, and who sends nothing is in good standing") {
  Parameters parameters = benchmark();
  PlatformRecord record;
  CHECK(record.deliverability() == 1.0f);
  record.close_day(0, 0, 1000, 3, parameters);
  CHECK(record.deliverability() == Approx(0).margin(1e-6));
  for (Day day = 1; day < 30; ++day) record.close_day(day, 0, 0, 0, parameters);
  CHECK(record.deliverability() == Approx(0).margin(1e-6));
  record.close_day(30, 0, 0, 0, parameters);
  CHECK(record.deliverability() == 1.0f);
}

TEST_CASE("A share of complaints says nothing before a sender's messages are many") {
  Parameters parameters = benchmark();
  parameters.platform.complaint_messages = 1000;
  PlatformRecord record;
  record.close_day(0, 0, 999, 4, parameters);
  CHECK(record.deliverability() == 1.0f);
  record.close_day(1, 0, 1, 0, parameters);
  CHECK(record.deliverability() == Approx(0).margin(1e-6));
}

TEST_CASE("In the seed set the platform limits nothing, even when everybody complains") {
  const Parameters parameters = default_parameters(ParameterSet::seed);
  PlatformRecord record;
  for (Day day = 0; day < 40; ++day) {
    record.close_day(day, 1000, 1000, 1000, parameters);
    CHECK(record.deliverability() == 1.0f);
    CHECK(record.invitations_left(day + 1, parameters) > 1e8);
    CHECK_FALSE(record.restricted(day + 1));
  }
}

TEST_CASE("A subscription brings its InMails every thirty days from its first day on") {
  PlatformRecord record;
  const Parameters parameters = benchmark();
  CHECK(record.inmails_left(0, 0, parameters) == 0);
  for (Day day = 10; day < 70; ++day) {
    INFO("day " << day);
    CHECK(record.inmails_left(day, 50, parameters) == (day < 40 ? 50 : 100));
  }
}

TEST_CASE("InMails are used up, given back when answered, and saved up for three months at most") {
  PlatformRecord record;
  const Parameters parameters = benchmark();
  CHECK(record.inmails_left(0, 50, parameters) == 50);
  record.close_inmails(30, 0);
  CHECK(record.inmails_left(1, 50, parameters) == 20);
  record.close_inmails(20, 6);
  CHECK(record.inmails_left(2, 50, parameters) == 6);
  for (Day day = 3; day < 300; ++day) record.inmails_left(day, 50, parameters);
  CHECK(record.inmails_left(300, 50, parameters) == 150);
}

TEST_CASE(
    "Invitations that nobody answered leave room for as many fewer, until they are withdrawn") {
  PlatformRecord record;
  Parameters parameters = benchmark();
  parameters.platform.invitations_per_week = 1e9;
  parameters.platform.pending_cap = 100;
  parameters.platform.pending_days = 30;
  CHECK(record.invitations_left(0, parameters) == 100);
  record.close_invitations(0, 40, parameters);
  record.close_invitations(1, 0, parameters);
  record.close_invitations(2, 60, parameters);
  for (Day day = 3; day < 30; ++day) {
    CHECK(record.invitations_left(day, parameters) == 0);
    record.close_invitations(day, 0, parameters);
  }
  CHECK(record.invitations_left(30, parameters) == 40);  // those of day 0 were withdrawn
  record.close_invitations(30, 0, parameters);
  record.close_invitations(31, 0, parameters);
  CHECK(record.invitations_left(32, parameters) == 100);
}

TEST_CASE("The stricter one of both limits of invitations holds") {
  PlatformRecord record;
  Parameters parameters = benchmark();
  parameters.platform.pending_cap = 120;
  record.close_day(0, 70, 70, 0, parameters);
  record.close_invitations(0, 30, parameters);
  CHECK(record.invitations_left(1, parameters) == 30);  // of the week
  CHECK(record.invitations_left(7, parameters) == 90);  // beside those pending
}

TEST_CASE("A smaller cap than what is pending leaves none, not a negative number") {
  PlatformRecord record;
  Parameters parameters = benchmark();
  record.close_invitations(0, 90, parameters);
  parameters.platform.pending_cap = 50;
  CHECK(record.invitations_left(1, parameters) == 0);
}
