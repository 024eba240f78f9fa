#include "parameters/scenario_rows.hpp"

#include <algorithm>
#include <array>

#include "core/contract.hpp"

namespace rapport {
namespace {

constexpr std::string_view kinds =
    "communities|scale-free|small-world|random|regular|ring|path|star|complete|file";
constexpr std::string_view us = "interface of the program (X)";
// Largest whole number that TOML can hold.
constexpr double largest_seed = 9223372036854775807.0;

constexpr ScenarioRow row(std::string_view group, std::string_view name, ValueKind kind,
                          std::string_view unit, double value, double low, double high,
                          std::string_view meaning, std::string_view source,
                          ScenarioField (*field)(Scenario&), std::string_view choices = {}) {
  return {{group, name, kind, unit, value, value, low, high, meaning, source, choices}, field};
}

#define FIELD(member) [](Scenario& s) -> ScenarioField { return &s.member; }
constexpr auto no_field = [](Scenario&) -> ScenarioField { return std::monostate{}; };

constexpr auto rows = std::to_array<ScenarioRow>({
    row("", "title", ValueKind::text, "", 0, 0, 0, "one line for the head of tables and reports",
        us, FIELD(title)),
    row("", "seed", ValueKind::integer, "", 42, 0, largest_seed,
        "key of all random draws; equal seeds give equal results", us, FIELD(seed)),
    row("", "horizon_days", ValueKind::integer, "days", 180, 1, longest_horizon,
        "length of every run", us, FIELD(horizon_days)),
    row("", "replicates", ValueKind::integer, "runs", 100, 1, 1e9,
        "runs of each campaign at each design point, each with its own luck", us,
        FIELD(replicates)),
    row("", "parameters", ValueKind::choice, "", 0, 0, 0,
        "which set of defaults the model starts from", us, FIELD(parameter_set), "seed|benchmark"),
    row("", "baseline", ValueKind::text, "", 0, 0, 0,
        "name of the campaign that the others are compared with; the first when left out", us,
        no_field),
    row("network", "kind", ValueKind::choice, "", 0, 0, 0, "how the network comes about", us,
        FIELD(network.kind), kinds),
    row("network", "people", ValueKind::integer, "people", 20'000, 1, 1e9, "size of the network",
        us, FIELD(network.people)),
    row("network", "mean_degree", ValueKind::number, "ties/person", 10, 0, 1e6,
        "ties that a person has on average", "estimate (D)", FIELD(network.mean_degree)),
    row("network", "community_size", ValueKind::number, "people", 100, 1, 1e9,
        "people in a community on average", "estimate (D)", FIELD(network.community_size)),
    row("network", "within_share", ValueKind::number, "1", 0.8, 0, 1,
        "share of ties that stay inside a community", "estimate (D)", FIELD(network.within_share)),
    row("network", "rewiring", ValueKind::number, "probability", 0.1, 0, 1,
        "chance that a tie of the small world is rewired", "estimate (D)", FIELD(network.rewiring)),
    row("network", "per_replicate", ValueKind::flag, "", 0, 0, 1,
        "draw a new network for every replicate instead of once for each design point", us,
        FIELD(network.per_replicate)),
    row("network", "path", ValueKind::text, "", 0, 0, 0,
        "file of ties, relative to the scenario file", us, FIELD(network.path)),
    row("network", "groups", ValueKind::text, "", 0, 0, 0,
        "file of group labels, which become the communities", us, FIELD(network.groups)),
    row("mechanisms", "off", ValueKind::list, "", 0, 0, 0, "names of mechanisms to switch off", us,
        no_field),
    row("campaign", "name", ValueKind::text, "", 0, 0, 0, "name of the campaign, used once", us,
        no_field),
    row("campaign", "strategy", ValueKind::text, "", 0, 0, 0, "name of its strategy", us, no_field),
    row("sweep", "method", ValueKind::choice, "", 0, 0, 0,
        "grid: every combination of the axes; list: their values side by side; the others sample "
        "ranges { min, max, scale }",
        us, FIELD(sweep_method), "grid|list|latin-hypercube|sobol|morris|saltelli"),
    row("sweep", "size", ValueKind::integer, "", 1, 1, 1e6,
        "points of latin-hypercube and sobol, trajectories of morris, base points of saltelli", us,
        FIELD(sweep_size)),
    row("sweep", "levels", ValueKind::integer, "", 4, 2, 1000,
        "values that a morris design takes on each axis; an even number", "Morris 1991 (A)",
        FIELD(sweep_levels)),
    row("sweep", "file", ValueKind::text, "", 0, 0, 0,
        "CSV file of a list: dotted names in the first line, a design point in each other one", us,
        no_field),
    row("stop", "rule", ValueKind::choice, "", 0, 0, 0,
        "precision: until differences from the baseline are known well enough; select-best: until "
        "the best campaign is known",
        us, FIELD(stop.kind), "precision|select-best"),
    row("stop", "metric", ValueKind::text, "", 0, 0, 0,
        "measure that is looked at; replicates are then decided point by point", us,
        FIELD(stop.metric)),
    row("stop", "relative_half_width", ValueKind::number, "1", 0, 0, 10,
        "precision: half width of the 95 % interval, as a share of the difference", us,
        FIELD(stop.relative_half_width)),
    row("stop", "half_width", ValueKind::number, "", 0, 0, 1e12,
        "precision: half width of the 95 % interval, in units of the measure", us,
        FIELD(stop.half_width)),
    row("stop", "indifference", ValueKind::number, "", 0, 0, 1e12,
        "select-best: difference that does not matter, in units of the measure",
        "Kim & Nelson 2001 (A)", FIELD(stop.indifference)),
    row("stop", "probability", ValueKind::number, "probability", 0.95, 0.5, 0.9999,
        "select-best: of choosing the best, when it leads by more than that",
        "Kim & Nelson 2001 (A)", FIELD(stop.probability)),
    row("stop", "min_replicates", ValueKind::integer, "runs", 20, 2, 1e6,
        "replicates of each campaign before anything is judged", us, FIELD(stop.min_replicates)),
    row("stop", "max_replicates", ValueKind::integer, "runs", 2'000, 2, 1e6,
        "replicates of each campaign at which it ends anyway", us, FIELD(stop.max_replicates)),
    row("stop", "batch", ValueKind::integer, "runs", 20, 1, 1e6, "replicates between judgements",
        us, FIELD(stop.batch)),
    row("output", "daily", ValueKind::choice, "", 0, 0, 0, "which daily series are kept", us,
        FIELD(daily), "all|none"),
    row("output", "people", ValueKind::flag, "", 0, 0, 1,
        "keep the final trust and annoyance of every person", us, FIELD(people)),
    row("expect", "claim", ValueKind::text, "", 0, 0, 0, "what is claimed, in the author's words",
        us, no_field),
    row("expect", "compare", ValueKind::text, "", 0, 0, 0,
        "what must hold then, as in \"sales: Notes > 2 * Spam blast\"", us, no_field),
    row("expect", "day", ValueKind::integer, "days", 0, 0, longest_horizon,
        "last day that is counted, from 1 on; 0: the horizon", us, no_field),
    row("expect", "per", ValueKind::choice, "", 0, 0, 0,
        "by what each replicate's value is divided; person: by people_touched, impressions "
        "included",
        us, no_field, "total|hour|money|message|person"),
    row("expect", "at", ValueKind::list, "", 0, 0, 0,
        "values of swept parameters, in braces, at which it must hold; every point when left out",
        us, no_field),
});

#undef FIELD

}  // namespace

std::span<const ScenarioRow> scenario_rows() {
  return rows;
}

const ParameterRow& scenario_row(std::string_view group, std::string_view name) {
  const auto found = std::ranges::find_if(rows, [&](const ScenarioRow& each) {
    return each.row.group == group && each.row.name == name;
  });
  RAPPORT_EXPECTS(found != rows.end());
  return found->row;
}

}  // namespace rapport
