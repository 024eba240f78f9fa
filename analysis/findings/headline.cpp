#include "analysis/findings/headline.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "analysis/findings/wording.hpp"

namespace rapport {
namespace {

Verdict turned_round(Verdict verdict) {
  if (verdict == Verdict::better) return Verdict::worse;
  if (verdict == Verdict::worse) return Verdict::better;
  return verdict;
}

Sample turned_round(Sample sample) {
  sample.mean = -sample.mean;
  if (sample.interval) sample.interval = Interval{-sample.interval->upper, -sample.interval->lower};
  return sample;
}

/// a minus b, whichever way the pair is kept.
Difference difference_between(const MeasureRanking& ranking, std::size_t a, std::size_t b) {
  for (const PairFinding& pair : ranking.pairs) {
    if (pair.first == a && pair.second == b) return pair.difference;
    if (pair.first != b || pair.second != a) continue;
    Difference difference = pair.difference;
    difference.paired.difference = turned_round(difference.paired.difference);
    std::swap(difference.paired.positive, difference.paired.negative);
    if (difference.interval) {
      difference.interval = Interval{-difference.interval->upper, -difference.interval->lower};
    }
    difference.verdict = turned_round(difference.verdict);
    return difference;
  }
  return {};
}

std::vector<std::size_t> of_rank(const FamilyRanking& ranking, std::size_t rank) {
  std::vector<std::size_t> found;
  for (std::size_t c = 0; c < ranking.rank.size(); ++c) {
    if (ranking.rank[c] == rank) found.push_back(c);
  }
  return found;
}

/// Names of the headline measures in which `a` beside `b` has the verdict.
std::vector<std::string> measures_with(const FamilyRanking& result, std::size_t a, std::size_t b,
                                       Verdict verdict) {
  std::vector<std::string> names;
  for (const MeasureRanking& ranking : result.measures) {
    if (difference_between(ranking, a, b).verdict == verdict) {
      names.push_back(measure_words(ranking.measure));
    }
  }
  return names;
}

/// The winner's and the runner-up's values in the replicates that both have.
struct Partners {
  std::vector<double> winner;
  std::vector<double> runner_up;
};

Partners partners(const Headline& answer, const CampaignColumns& columns) {
  const auto first = columns[*answer.winner];
  const auto second = columns[*answer.runner_up];
  Partners both;
  for (std::size_t r = 0; r < first.size(); ++r) {
    if (std::isnan(first[r]) || std::isnan(second[r])) continue;
    both.winner.push_back(first[r]);
    both.runner_up.push_back(second[r]);
  }
  return both;
}

/// How many times as large the winner's mean is; only when both means are positive.
void add_ratio(Headline& answer, const CampaignColumns& columns, Inference& inference) {
  const Partners both = partners(answer, columns);
  if (both.winner.empty()) return;
  const Blocks blocks(both.winner.size(), 2, Inference::most_blocks,
                      [&](std::size_t replicate, std::span<double> row) {
                        row[0] = both.winner[replicate];
                        row[1] = both.runner_up[replicate];
                      });
  const std::vector<double> means = blocks.means();
  if (!(means[0] > 0) || !(means[1] > 0)) return;
  answer.ratio = means[0] / means[1];
  if (both.winner.size() < Inference::fewest_replicates) return;
  const auto ratio = [&](std::span<const double> weights) {
    const std::vector<double> resampled = blocks.means(weights);
    return resampled[0] / resampled[1];
  };
  answer.ratio_interval = bca_interval(ratio, inference.resamples(blocks.count()));
}

/// Quotes the first headline measure with the verdict, or the first of all.
void quote(Headline& answer, const FamilyRanking& result,
           const std::vector<HeadlineColumns>& results, Verdict verdict, Inference& inference) {
  std::size_t chosen = 0;
  for (std::size_t m = result.measures.size(); m-- > 0;) {
    const auto& ranking = result.measures[m];
    if (difference_between(ranking, *answer.winner, *answer.runner_up).verdict == verdict) {
      chosen = m;
    }
  }
  answer.measure = results[chosen].measure;
  answer.difference =
      difference_between(result.measures[chosen], *answer.winner, *answer.runner_up);
  add_ratio(answer, results[chosen].columns, inference);
}

std::string interval_words(const Difference& difference) {
  if (!difference.interval) return "no interval with a single replicate";
  return "95 % interval " + human_interval(*difference.interval);
}

std::string winner_sentence(const Headline& answer, const Design& design,
                            const FamilyRanking& result, const CampaignColumns& columns) {
  const std::string& winner = design.campaigns[*answer.winner];
  const std::string& other = design.campaigns[*answer.runner_up];
  const Difference& difference = *answer.difference;
  // Means over the same replicates as the difference, so that the three numbers agree.
  const Partners both = partners(answer, columns);
  std::string text =
      fmt::format("{} works better than {}: {} {} against {} after {}, a difference of {} ({})",
                  winner, other, human_number(describe(both.winner).mean),
                  measure_words(*answer.measure), human_number(describe(both.runner_up).mean),
                  count_of(static_cast<std::size_t>(design.days), "day"),
                  human_difference(difference), interval_words(difference));
  if (answer.ratio_interval && *answer.ratio >= 1) {
    text += fmt::format(", {} times as much ({} to {})", human_number(*answer.ratio),
                        human_number(answer.ratio_interval->lower),
                        human_number(answer.ratio_interval->upper));
  }
  const auto won = measures_with(result, *answer.winner, *answer.runner_up, Verdict::better);
  const auto lost = measures_with(result, *answer.winner, *answer.runner_up, Verdict::worse);
  text += fmt::format("; it leads in {} of {} main results", won.size(), result.measures.size());
  if (!lost.empty()) text += fmt::format(", {} leads in {}", other, join_names(lost));
  return text + ".";
}

std::string undecided_sentence(const Headline& answer, const Design& design) {
  const Difference& difference = *answer.difference;
  const auto replicates = difference.paired.difference.count;
  std::string text = fmt::format(
      "With {} it cannot be told whether {} or {} works better: the difference in {} is {} ({})",
      count_of(replicates, "replicate"), design.campaigns[*answer.winner],
      design.campaigns[*answer.runner_up], measure_words(*answer.measure),
      human_difference(difference), interval_words(difference));
  if (difference.more_replicates) {
    text += fmt::format("; if it is as large as it looks, at least {} more are needed to tell",
                        count_of(*difference.more_replicates, "replicate"));
  }
  return text + ".";
}

std::string depends_sentence(const Headline& answer, const Design& design,
                             const FamilyRanking& result) {
  const std::size_t a = *answer.winner;
  const std::size_t b = *answer.runner_up;
  const std::string won = join_names(measures_with(result, a, b, Verdict::better));
  const auto lost = measures_with(result, a, b, Verdict::worse);
  if (lost.empty()) {
    return fmt::format(
        "No campaign is ahead of all others: {} is better than {} in {}, but not "
        "than everyone.",
        design.campaigns[a], design.campaigns[b], won);
  }
  return fmt::format("It depends on what counts: {} is better in {}, {} in {}.",
                     design.campaigns[a], won, design.campaigns[b], join_names(lost));
}

struct Tally {
  std::size_t won = 0;
  std::size_t lost = 0;
};

Tally tally(const FamilyRanking& result, std::size_t a, std::size_t b) {
  return {measures_with(result, a, b, Verdict::better).size(),
          measures_with(result, a, b, Verdict::worse).size()};
}

/// The one of several leaders that beats each of the others and loses to none, if there is one:
/// equal scores may come from opponents further down.
std::optional<std::size_t> first_among(const FamilyRanking& result,
                                       const std::vector<std::size_t>& leaders) {
  for (const std::size_t leader : leaders) {
    const auto beaten = [&](std::size_t other) {
      const Tally met = tally(result, leader, other);
      return other == leader || (met.won > 0 && met.lost == 0);
    };
    if (std::all_of(leaders.begin(), leaders.end(), beaten)) return leader;
  }
  return std::nullopt;
}

/// Two leaders whom the headline measures order in both ways, or else in one (three can beat each
/// other in a circle).
bool find_split(Headline& answer, const FamilyRanking& result,
                const std::vector<std::size_t>& leaders) {
  std::size_t most = 0;
  for (const std::size_t a : leaders) {
    for (const std::size_t b : leaders) {
      const Tally met = tally(result, a, b);
      const std::size_t clarity = met.won == 0 ? 0 : met.lost == 0 ? 1 : 2;
      if (clarity <= most) continue;
      most = clarity;
      answer.winner = a;
      answer.runner_up = b;
    }
  }
  return most > 0;
}

bool all_have(const FamilyRanking& result, Verdict verdict) {
  return std::all_of(result.measures.begin(), result.measures.end(), [&](const auto& ranking) {
    return std::all_of(ranking.pairs.begin(), ranking.pairs.end(),
                       [&](const PairFinding& pair) { return pair.difference.verdict == verdict; });
  });
}

/// The campaigns of the first rank; those of the second as well when the leader has its rank from
/// opponents further down and is not ahead of one of them.
std::vector<std::size_t> contenders(const FamilyRanking& result) {
  std::vector<std::size_t> leaders = of_rank(result, 1);
  if (leaders.size() > 1) return leaders;
  const std::vector<std::size_t> next = of_rank(result, 2);
  const auto holds_out = [&](std::size_t other) {
    const Tally met = tally(result, leaders.front(), other);
    return met.won <= met.lost;
  };
  if (std::any_of(next.begin(), next.end(), holds_out)) {
    leaders.insert(leaders.end(), next.begin(), next.end());
  }
  return leaders;
}

/// The campaigns that contend for the lead, or the leader and who comes next.
void answer_from_ranks(Headline& answer, const Design& design, const FamilyRanking& result,
                       const std::vector<HeadlineColumns>& results, Inference& inference) {
  const std::vector<std::size_t> leaders = contenders(result);
  if (const auto first = first_among(result, leaders)) {
    answer.answer = Conclusion::winner;
    answer.winner = *first;
    answer.runner_up =
        leaders.size() > 1 ? leaders[leaders[0] == *first ? 1 : 0] : of_rank(result, 2).front();
    quote(answer, result, results, Verdict::better, inference);
    const auto is_quoted = [&](const auto& columns) { return columns.measure == *answer.measure; };
    const auto quoted = std::find_if(results.begin(), results.end(), is_quoted);
    answer.sentence = winner_sentence(answer, design, result, quoted->columns);
    return;
  }
  if (find_split(answer, result, leaders)) {
    answer.answer = Conclusion::depends;
    quote(answer, result, results, Verdict::better, inference);
    answer.sentence = depends_sentence(answer, design, result);
    return;
  }
  answer.answer = Conclusion::cannot_tell;
  answer.winner = leaders[0];
  answer.runner_up = leaders[1];
  quote(answer, result, results, Verdict::cannot_tell, inference);
  answer.sentence = undecided_sentence(answer, design);
  answer.winner.reset();
  answer.runner_up.reset();
}

/// Says so when the tool shows the opposite of the result.
void add_activity(Headline& answer, const Design& design, const FamilyRanking& activity) {
  if (answer.answer != Conclusion::winner) return;
  if (activity.rank[*answer.runner_up] >= activity.rank[*answer.winner]) return;
  answer.sentence.back() = ',';
  answer.sentence +=
      fmt::format(" although {} shows more activity.", design.campaigns[*answer.runner_up]);
}

}  // namespace

Headline headline(const Design& design, const FamilyRanking& activity, const FamilyRanking& result,
                  const std::vector<HeadlineColumns>& results, Inference& inference) {
  Headline answer;
  if (design.campaigns.size() == 1) {
    answer.answer = Conclusion::single;
    answer.sentence = fmt::format("{} is the only campaign: there is nothing to compare it with.",
                                  design.campaigns.front());
  } else if (all_have(result, Verdict::no_data)) {
    answer.sentence = "Nothing can be said yet: no replicate has finished for two campaigns.";
  } else if (all_have(result, Verdict::identical)) {
    answer.answer = Conclusion::identical;
    answer.sentence =
        fmt::format("{} end exactly alike in every replicate.", join_names(design.campaigns));
  } else {
    answer_from_ranks(answer, design, result, results, inference);
    add_activity(answer, design, activity);
  }
  return answer;
}

}  // namespace rapport
