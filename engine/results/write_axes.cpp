// Root attributes and axes of a result file.
#include <fmt/format.h>

#include "results/result_schema.hpp"
#include "results/result_sections.hpp"
#include "results/version.hpp"

namespace rapport {
namespace {

void put_range(hid_t variable, const SweepRange& range) {
  put_attribute(variable, "range_low", range.low);
  put_attribute(variable, "range_high", range.high);
  put_attribute(variable, "range_scale", range.scale == SweepScale::log ? "log" : "linear");
  put_attribute(variable, "range_whole", static_cast<std::int8_t>(range.whole));
}

void put_stop_rule(hid_t root, const StopRule& rule) {
  put_attribute(root, "stop_rule", schema::stop_rules[static_cast<std::size_t>(rule.kind)]);
  put_attribute(root, "stop_metric", rule.metric);
  put_attribute(root, "stop_half_width", rule.half_width);
  put_attribute(root, "stop_relative_half_width", rule.relative_half_width);
  put_attribute(root, "stop_indifference", rule.indifference);
  put_attribute(root, "stop_probability", rule.probability);
  put_attribute(root, "stop_min_replicates", rule.min_replicates);
  put_attribute(root, "stop_max_replicates", rule.max_replicates);
  put_attribute(root, "stop_batch", rule.batch);
}

void write_parameters(hid_t group, const Design& design, const Axis& point) {
  const std::vector<std::string> names = schema::parameter_variables(design.parameters);
  for (std::size_t parameter = 0; parameter < names.size(); ++parameter) {
    std::vector<double> values;
    for (const std::vector<double>& row : design.points) values.push_back(row.at(parameter));
    const Hdf5Handle variable = write_dataset<double>(group, names[parameter], {&point}, values);
    put_attribute(variable.get(), "long_name", "swept parameter " + design.parameters[parameter]);
    put_attribute(variable.get(), "dotted_name", design.parameters[parameter]);
    if (parameter < design.ranges.size() && design.ranges[parameter]) {
      put_range(variable.get(), *design.ranges[parameter]);
    }
  }
  // Readers of the CF conventions make coordinates of the variables named here.
  if (!names.empty()) put_attribute(group, "coordinates", fmt::format("{}", fmt::join(names, " ")));
}

}  // namespace

Axis create_day_axis(hid_t group, const Design& design) {
  Axis day = create_index_axis(group, "day", static_cast<std::size_t>(design.days));
  put_attribute(day.scale.get(), "long_name", "simulated day; campaigns begin on day 0");
  put_attribute(day.scale.get(), "units", "day");
  return day;
}

void write_root_attributes(hid_t root, const Design& design) {
  put_attribute(root, "Conventions", "CF-1.8");
  put_attribute(root, "title", design.title);
  put_attribute(root, "source",
                fmt::format("rapport {}, simulation of outreach strategies", program_version));
  put_attribute(root, "program", schema::program);
  put_attribute(root, "schema_version", schema::version);
  put_attribute(root, "rapport_version", program_version);
  put_attribute(root, "git_commit", git_commit);
  put_attribute(root, "command_line", design.command_line);
  put_attribute(root, "scenario_name", design.scenario_name);
  put_attribute(root, "scenario", design.scenario);
  put_attribute(root, "design_digest", design.digest);
  put_attribute(root, "design", design.canonical);
  if (!design.sweep_method.empty()) put_attribute(root, "sweep_method", design.sweep_method);
  if (!design.shard.is_whole()) put_attribute(root, "shard", design.shard.text());
  if (design.stop.is_set()) put_stop_rule(root, design.stop);
  put_attribute(root, "seed", design.seed);
  put_attribute(root, "baseline", design.campaigns.at(design.baseline));
  put_attribute(root, "people", design.people);
  put_attribute(root, "horizon_days", design.days);
  put_attribute(root, "network_per_replicate",
                static_cast<std::int8_t>(design.network_per_replicate));
}

RunAxes write_run_axes(hid_t group, const Design& design) {
  RunAxes axes{create_index_axis(group, "point", design.points.size()),
               create_axis(group, "campaign", design.campaigns),
               create_index_axis(group, "replicate", design.replicates)};
  put_attribute(axes.point.scale.get(), "long_name", "design point of the sweep");
  put_attribute(axes.campaign.scale.get(), "long_name", "campaign");
  put_attribute(axes.replicate.scale.get(), "long_name",
                "replicate; the same one means the same luck in every campaign");
  write_parameters(group, design, axes.point);
  return axes;
}

}  // namespace rapport
