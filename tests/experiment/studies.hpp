// Studies from scenario texts, as the program prepares them.
#pragma once

#include <string>
#include <utility>

#include "core/failure.hpp"
#include "experiment/study.hpp"

namespace rapport::test {

inline constexpr const char* two_campaigns = R"(
[[campaign]]
name = "Blast"
strategy = "spam-blast"
hours_per_day = 1

[[campaign]]
name = "Notes"
strategy = "thoughtful-engagement"
hours_per_day = 1
)";

/// 300 people, 10 days, 3 replicates of two campaigns; `more` stands before the campaigns.
inline std::string small_scenario(const std::string& more = "") {
  return "title = \"Small\"\nseed = 7\nhorizon_days = 10\nreplicates = 3\n"
         "[network]\nkind = \"random\"\npeople = 300\nmean_degree = 6\n" +
         more + two_campaigns;
}

inline Study study_of(const std::string& text) {
  return prepare_study({"small.toml", "small.toml", text, {}}, "rapport run small.toml");
}

/// Code and message of the failure of `act`; {done, ""} when it succeeds.
template <class Act>
std::pair<ExitCode, std::string> failure_of(Act&& act) {
  try {
    act();
  } catch (const Failure& failure) {
    return {failure.code(), failure.what()};
  }
  return {ExitCode::done, ""};
}

}  // namespace rapport::test
