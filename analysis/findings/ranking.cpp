#include "analysis/findings/ranking.hpp"

#include <algorithm>
#include <cmath>

#include "statistics/best.hpp"

namespace rapport {
namespace {

std::vector<double> chance_of_being_best(Measure measure, const CampaignColumns& columns,
                                         Inference& inference) {
  std::vector<std::size_t> complete;
  for (std::size_t r = 0; r < columns.front().size(); ++r) {
    const auto known = [r](std::span<const double> column) { return !std::isnan(column[r]); };
    if (std::all_of(columns.begin(), columns.end(), known)) complete.push_back(r);
  }
  if (complete.size() < Inference::fewest_replicates) return {};
  const bool lower = measure_rows()[static_cast<std::size_t>(measure)].better == Better::lower;
  const Blocks blocks(complete.size(), columns.size(), Inference::most_blocks,
                      [&](std::size_t replicate, std::span<double> row) {
                        for (std::size_t c = 0; c < columns.size(); ++c) {
                          const double value = columns[c][complete[replicate]];
                          row[c] = lower ? -value : value;
                        }
                      });
  return probability_best(blocks, inference.resamples(blocks.count()));
}

MeasureRanking rank_measure(const HeadlineColumns& headline, Inference& inference) {
  MeasureRanking ranking;
  ranking.measure = headline.measure;
  ranking.rank.assign(headline.columns.size(), 1);
  ranking.probability_best = chance_of_being_best(headline.measure, headline.columns, inference);
  ranking.pairs = pair_findings(headline.measure, headline.columns, inference);
  for (const PairFinding& pair : ranking.pairs) {
    if (pair.difference.verdict == Verdict::better) ++ranking.rank[pair.second];
    if (pair.difference.verdict == Verdict::worse) ++ranking.rank[pair.first];
  }
  return ranking;
}

}  // namespace

FamilyRanking rank_family(Family family, const std::vector<HeadlineColumns>& measures,
                          Inference& inference) {
  FamilyRanking ranking;
  ranking.family = family;
  ranking.score.assign(measures.front().columns.size(), 0);
  for (const HeadlineColumns& headline : measures) {
    ranking.measures.push_back(rank_measure(headline, inference));
    for (const PairFinding& pair : ranking.measures.back().pairs) {
      const int won = pair.difference.verdict == Verdict::better  ? 1
                      : pair.difference.verdict == Verdict::worse ? -1
                                                                  : 0;
      ranking.score[pair.first] += won;
      ranking.score[pair.second] -= won;
    }
  }
  for (const int score : ranking.score) {
    const auto above = [score](int other) { return other > score; };
    const auto better = std::count_if(ranking.score.begin(), ranking.score.end(), above);
    ranking.rank.push_back(1 + static_cast<std::size_t>(better));
  }
  return ranking;
}

std::vector<Disagreement> disagreements(const FamilyRanking& activity,
                                        const FamilyRanking& result) {
  std::vector<Disagreement> found;
  for (std::size_t a = 0; a < activity.rank.size(); ++a) {
    for (std::size_t b = 0; b < activity.rank.size(); ++b) {
      if (activity.rank[a] < activity.rank[b] && result.rank[a] > result.rank[b]) {
        found.push_back({a, b});
      }
    }
  }
  return found;
}

}  // namespace rapport
