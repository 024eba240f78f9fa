// What may be said about the campaigns of a result, as plain data without layout.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "analysis/findings/expectations.hpp"
#include "measures/measures.hpp"
#include "results/design.hpp"
#include "results/result_reader.hpp"
#include "statistics/paired.hpp"

namespace rapport {

/// Said of one campaign beside another, for one measure.
enum class Verdict : std::uint8_t {
  better,
  worse,
  more,  // different, for measures of which neither direction is good
  less,
  cannot_tell,  // the interval holds zero, or there are too few replicates for one
  identical,    // not one replicate differs
  no_data,      // not one replicate has both
};

/// One campaign minus another, over the replicates that both have.
struct Difference {
  PairedDifference paired;
  /// Holds for all comparisons of this measure at once with 95 %; none with fewer than two pairs.
  std::optional<Interval> interval;
  Verdict verdict = Verdict::no_data;
  /// When it cannot be told: replicates still to add until a difference of the size seen now could
  /// be told from zero. None when that is out of reach.
  std::optional<std::size_t> more_replicates;
};

struct CampaignValue {
  Sample value;
  std::optional<Difference> difference;  // from the baseline; none for the baseline itself
};

/// One measure (or a measure per unit of budget) for every campaign.
struct MeasureFinding {
  Measure measure{};
  std::vector<CampaignValue> campaigns;
};

struct PairFinding {
  std::size_t first = 0;
  std::size_t second = 0;
  Difference difference;  // first minus second; better means that the first is better
};

struct MeasureRanking {
  Measure measure{};
  /// Per campaign: 1 + number of campaigns shown to be better, so who cannot be told apart ties.
  std::vector<std::size_t> rank;
  /// Per campaign, over bootstrap samples of the replicates; empty with fewer than six of them.
  std::vector<double> probability_best;
  std::vector<PairFinding> pairs;  // first < second
};

struct FamilyRanking {
  Family family{};
  std::vector<MeasureRanking> measures;  // the headline measures of the family
  /// Per campaign: comparisons shown better minus shown worse, over opponents and headline
  /// measures.
  std::vector<int> score;
  std::vector<std::size_t> rank;  // by score; equal scores tie
};

/// Two campaigns that the two families order in opposite ways.
struct Disagreement {
  std::size_t ahead_by_activity = 0;
  std::size_t ahead_by_result = 0;
};

enum class Turning : std::uint8_t {
  turned,  // in at least 95 % of bootstrap samples
  never,   // in at least 95 % of them the same campaign led from the first difference on
  cannot_tell,
  identical,  // the campaigns never differ
  no_data,
};

/// The day from which the campaign that is ahead at the end has been ahead without a break.
struct TurningDay {
  Measure measure{};
  std::size_t first = 0;
  std::size_t second = 0;
  Turning turn = Turning::no_data;
  std::optional<std::size_t> leader;  // campaign ahead at the end, by the mean
  std::optional<Day> day;             // by the mean difference; none when it never turned
  std::optional<Interval> interval;   // 95 %, days; over the samples that turned this way
  double turned_share = 0;            // of bootstrap samples that turned toward the leader
};

/// One kind of budget: hours or money.
struct BudgetFinding {
  Measure budget{};
  std::vector<double> mean;              // per campaign
  bool unequal = false;                  // means of those who spend differ by more than 1 %
  std::vector<MeasureFinding> per_unit;  // headline measures by what was spent, when unequal
};

enum class Conclusion : std::uint8_t {
  winner,   // one campaign is ahead by result
  depends,  // the headline measures of result disagree
  cannot_tell,
  identical,
  single,  // there is only one campaign
  no_data,
};

struct Headline {
  Conclusion answer = Conclusion::no_data;
  std::optional<std::size_t> winner;
  std::optional<std::size_t> runner_up;
  std::optional<Measure> measure;        // the one that the sentence quotes
  std::optional<Difference> difference;  // winner minus runner-up in it
  std::optional<double> ratio;           // of their means, when both are positive
  std::optional<Interval> ratio_interval;
  std::string sentence;
};

struct PointFindings {
  std::uint32_t point = 0;
  std::vector<MeasureFinding> measures;  // in table order; those that were kept
  FamilyRanking activity;
  FamilyRanking result;
  std::vector<Disagreement> disagreements;
  std::vector<TurningDay> turns;       // empty without daily series and in overviews of sweeps
  std::vector<BudgetFinding> budgets;  // hours, money
  Headline headline;

  /// What was found of a measure, which must have been kept.
  const MeasureFinding& of(Measure measure) const;
};

/// Two neighbouring points of a sweep, apart in one parameter only, with different winners.
struct WinnerChange {
  std::size_t parameter = 0;  // index into Design::parameters
  std::size_t from = 0;       // index into Comparison::points; the smaller value
  std::size_t to = 0;
};

struct MissingRun {
  RunKey run;
  RunStatus status = RunStatus::not_run;
};

struct Comparison {
  Design design;
  std::size_t baseline = 0;
  bool partial = false;
  std::vector<MissingRun> missing;  // of the points compared, in canonical order
  std::vector<PointFindings> points;
  std::vector<WinnerChange> winner_changes;
  std::vector<ExpectationFinding> expectations;  // of all points, whichever are compared
  std::string sentence;                          // the answer in one sentence
  std::vector<std::string> notes;                // what the reader must know before believing it
};

}  // namespace rapport
