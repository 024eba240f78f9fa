#include "app/compare_json.hpp"

#include <cmath>

#include "analysis/findings/wording.hpp"

namespace rapport {
namespace {

using Json = nlohmann::ordered_json;

Json number(double value) {
  return std::isfinite(value) ? Json(value) : Json(nullptr);
}

Json interval_json(const std::optional<Interval>& interval) {
  if (!interval) return nullptr;
  return {number(interval->lower), number(interval->upper)};
}

template <typename Value>
Json optional_json(const std::optional<Value>& value) {
  return value ? Json(*value) : Json(nullptr);
}

std::string name_of(Measure measure) {
  return std::string(measure_rows()[static_cast<std::size_t>(measure)].name);
}

std::string name_of(Verdict verdict) {
  return verdict == Verdict::cannot_tell ? "cannot_tell"
         : verdict == Verdict::no_data   ? "no_data"
                                         : std::string(word(verdict));
}

std::string name_of(Turning turn) {
  switch (turn) {
    case Turning::turned:
      return "turned";
    case Turning::never:
      return "never";
    case Turning::cannot_tell:
      return "cannot_tell";
    case Turning::identical:
      return "identical";
    case Turning::no_data:
      break;
  }
  return "no_data";
}

std::string name_of(Conclusion answer) {
  switch (answer) {
    case Conclusion::winner:
      return "winner";
    case Conclusion::depends:
      return "depends";
    case Conclusion::cannot_tell:
      return "cannot_tell";
    case Conclusion::identical:
      return "identical";
    case Conclusion::single:
      return "single";
    case Conclusion::no_data:
      break;
  }
  return "no_data";
}

Json sample_json(const Sample& sample) {
  return {{"replicates", sample.count},
          {"missing", sample.missing},
          {"mean", number(sample.mean)},
          {"standard_deviation", number(sample.standard_deviation)},
          {"standard_error", number(sample.standard_error)},
          {"interval", interval_json(sample.interval)}};
}

}  // namespace

Json difference_json(const Difference& difference) {
  Json json = sample_json(difference.paired.difference);
  json["single_interval"] = json["interval"];
  json["interval"] = interval_json(difference.interval);
  json["verdict"] = name_of(difference.verdict);
  json["probability_positive"] = number(difference.paired.probability_positive());
  json["variance_saved"] = optional_json(difference.paired.variance_saved);
  json["more_replicates"] = optional_json(difference.more_replicates);
  return json;
}

namespace {

Json measure_json(const MeasureFinding& measure, const Design& design) {
  const MeasureRow& row = measure_rows()[static_cast<std::size_t>(measure.measure)];
  Json json = {{"measure", row.name}, {"family", word(row.family)}, {"unit", row.unit}};
  for (std::size_t c = 0; c < measure.campaigns.size(); ++c) {
    Json campaign = {{"campaign", design.campaigns[c]}};
    campaign.update(sample_json(measure.campaigns[c].value));
    const auto& difference = measure.campaigns[c].difference;
    campaign["difference"] = difference ? difference_json(*difference) : Json(nullptr);
    json["campaigns"].push_back(std::move(campaign));
  }
  return json;
}

Json measures_json(const std::vector<MeasureFinding>& measures, const Design& design) {
  Json json = Json::array();
  for (const MeasureFinding& measure : measures) json.push_back(measure_json(measure, design));
  return json;
}

Json ranking_json(const FamilyRanking& ranking, const Design& design) {
  Json json = {{"rank", Json::object()}, {"score", Json::object()}, {"measures", Json::array()}};
  for (std::size_t c = 0; c < ranking.rank.size(); ++c) {
    json["rank"][design.campaigns[c]] = ranking.rank[c];
    json["score"][design.campaigns[c]] = ranking.score[c];
  }
  for (const MeasureRanking& measure : ranking.measures) {
    Json entry = {{"measure", name_of(measure.measure)},
                  {"rank", Json::object()},
                  {"probability_best", nullptr},
                  {"pairs", Json::array()}};
    for (std::size_t c = 0; c < measure.rank.size(); ++c) {
      entry["rank"][design.campaigns[c]] = measure.rank[c];
      if (measure.probability_best.empty()) continue;
      entry["probability_best"][design.campaigns[c]] = number(measure.probability_best[c]);
    }
    for (const PairFinding& pair : measure.pairs) {
      Json difference = {{"first", design.campaigns[pair.first]},
                         {"second", design.campaigns[pair.second]}};
      difference.update(difference_json(pair.difference));
      entry["pairs"].push_back(std::move(difference));
    }
    json["measures"].push_back(std::move(entry));
  }
  return json;
}

Json turn_json(const TurningDay& turn, const Design& design) {
  return {{"measure", name_of(turn.measure)},
          {"first", design.campaigns[turn.first]},
          {"second", design.campaigns[turn.second]},
          {"turn", name_of(turn.turn)},
          {"leader", turn.leader ? Json(design.campaigns[*turn.leader]) : Json(nullptr)},
          {"day", optional_json(turn.day)},
          {"interval", interval_json(turn.interval)},
          {"turned_share", number(turn.turned_share)}};
}

Json budget_json(const BudgetFinding& budget, const Design& design) {
  Json json = {{"budget", name_of(budget.budget)}, {"unequal", budget.unequal}};
  for (std::size_t c = 0; c < budget.mean.size(); ++c) {
    json["mean"][design.campaigns[c]] = number(budget.mean[c]);
  }
  json["per_unit"] = measures_json(budget.per_unit, design);
  return json;
}

Json headline_json(const Headline& headline, const Design& design) {
  const auto campaign = [&](const std::optional<std::size_t>& index) {
    return index ? Json(design.campaigns[*index]) : Json(nullptr);
  };
  return {
      {"answer", name_of(headline.answer)},
      {"sentence", headline.sentence},
      {"winner", campaign(headline.winner)},
      {"runner_up", campaign(headline.runner_up)},
      {"measure", headline.measure ? Json(name_of(*headline.measure)) : Json(nullptr)},
      {"difference", headline.difference ? difference_json(*headline.difference) : Json(nullptr)},
      {"ratio", optional_json(headline.ratio)},
      {"ratio_interval", interval_json(headline.ratio_interval)}};
}

Json parameters_json(std::uint32_t point, const Design& design) {
  Json json = Json::object();
  for (std::size_t p = 0; p < design.parameters.size(); ++p) {
    json[design.parameters[p]] = number(design.points[point][p]);
  }
  return json;
}

Json point_json(const PointFindings& point, const Design& design) {
  Json json = {{"point", point.point}, {"parameters", parameters_json(point.point, design)}};
  json["headline"] = headline_json(point.headline, design);
  json["measures"] = measures_json(point.measures, design);
  json["ranking"] = {{"activity", ranking_json(point.activity, design)},
                     {"result", ranking_json(point.result, design)}};
  json["disagreements"] = Json::array();
  for (const Disagreement& pair : point.disagreements) {
    json["disagreements"].push_back(
        {{"ahead_by_activity", design.campaigns[pair.ahead_by_activity]},
         {"ahead_by_result", design.campaigns[pair.ahead_by_result]}});
  }
  json["turning_days"] = Json::array();
  for (const TurningDay& turn : point.turns) {
    json["turning_days"].push_back(turn_json(turn, design));
  }
  json["budgets"] = Json::array();
  for (const BudgetFinding& budget : point.budgets) {
    json["budgets"].push_back(budget_json(budget, design));
  }
  return json;
}

Json missing_json(const Comparison& comparison) {
  Json json = Json::array();
  for (const MissingRun& missing : comparison.missing) {
    json.push_back({{"point", missing.run.point},
                    {"campaign", comparison.design.campaigns[missing.run.campaign]},
                    {"replicate", missing.run.replicate},
                    {"status", missing.status == RunStatus::failed ? "failed" : "not_run"}});
  }
  return json;
}

Json changes_json(const Comparison& comparison) {
  Json json = Json::array();
  for (const WinnerChange& change : comparison.winner_changes) {
    const PointFindings& from = comparison.points[change.from];
    const PointFindings& to = comparison.points[change.to];
    json.push_back({{"parameter", comparison.design.parameters[change.parameter]},
                    {"from_point", from.point},
                    {"to_point", to.point},
                    {"from_winner", comparison.design.campaigns[*from.headline.winner]},
                    {"to_winner", comparison.design.campaigns[*to.headline.winner]}});
  }
  return json;
}

Json expectation_json(const ExpectationFinding& finding, const Design& design) {
  const Expectation& expectation = finding.expectation;
  Json json = {{"claim", expectation.claim},
               {"compare", expectation.compare},
               {"measure", expectation.measure},
               {"per", expectation.per.empty() ? Json(nullptr) : Json(expectation.per)},
               {"days", expectation.days},
               {"verdict", word(finding.verdict)},
               {"points", Json::array()}};
  for (const ExpectationAtPoint& at : finding.points) {
    Json point = {{"point", at.point}, {"parameters", parameters_json(at.point, design)}};
    point["verdict"] = word(at.verdict);
    point["larger"] = sample_json(at.larger);
    point["smaller"] = sample_json(at.smaller);
    point["difference"] = sample_json(at.difference);
    point["difference"]["single_interval"] = point["difference"]["interval"];
    point["difference"]["interval"] = interval_json(at.interval);
    point["replicates_needed"] = optional_json(at.replicates_needed);
    json["points"].push_back(std::move(point));
  }
  return json;
}

Json expectations_json(const Comparison& comparison) {
  Json json = Json::array();
  for (const ExpectationFinding& finding : comparison.expectations) {
    json.push_back(expectation_json(finding, comparison.design));
  }
  return json;
}

}  // namespace

Json compare_json(const Comparison& comparison) {
  const Design& design = comparison.design;
  Json json = {{"title", design.title},
               {"sentence", comparison.sentence},
               {"campaigns", design.campaigns},
               {"baseline", design.campaigns[comparison.baseline]},
               {"replicates", design.replicates},
               {"days", design.days},
               {"seed", design.seed},
               {"design_digest", design.digest},
               {"network_per_replicate", design.network_per_replicate},
               {"partial", comparison.partial},
               {"missing", missing_json(comparison)},
               {"points", Json::array()}};
  for (const PointFindings& point : comparison.points) {
    json["points"].push_back(point_json(point, design));
  }
  json["winner_changes"] = changes_json(comparison);
  json["expectations"] = expectations_json(comparison);
  json["notes"] = comparison.notes;
  return json;
}

}  // namespace rapport
