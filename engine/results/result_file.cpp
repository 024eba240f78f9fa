#include "results/result_file.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "results/content_digest.hpp"
#include "results/output_file.hpp"
#include "results/result_expectations.hpp"
#include "results/result_schema.hpp"

namespace rapport {
namespace {

constexpr std::string_view parameter_prefix = "parameter_";

std::string needed_text(hid_t object, const char* name) {
  if (auto text = text_attribute(object, name)) return *text;
  throw Hdf5Error(std::string("attribute '") + name + "' is missing");
}

template <class T>
T needed_number(hid_t object, const char* name) {
  if (auto number = number_attribute<T>(object, name)) return *number;
  throw Hdf5Error(std::string("attribute '") + name + "' is missing");
}

std::size_t length_of(hid_t group, const char* axis) {
  const Extent extent = extent_of(open_dataset(group, axis));
  if (extent.size() != 1) throw Hdf5Error(std::string("axis '") + axis + "' is damaged");
  return extent[0];
}

std::optional<SweepRange> read_range(hid_t variable) {
  const auto scale = text_attribute(variable, "range_scale");
  if (!scale) return std::nullopt;
  return SweepRange{needed_number<double>(variable, "range_low"),
                    needed_number<double>(variable, "range_high"),
                    *scale == "log" ? SweepScale::log : SweepScale::linear,
                    needed_number<std::int8_t>(variable, "range_whole") != 0};
}

Shard read_shard(hid_t root) {
  const std::string text = text_attribute(root, "shard").value_or("1/1");
  const std::size_t slash = std::min(text.find('/'), text.size());
  std::uint32_t index = 0, count = 0;
  std::from_chars(text.data(), text.data() + slash, index);
  std::from_chars(text.data() + std::min(slash + 1, text.size()), text.data() + text.size(), count);
  if (index < 1 || index > count) throw Hdf5Error("attribute 'shard' is damaged");
  return {index - 1, count};
}

StopRule read_stop_rule(hid_t root) {
  const auto name = text_attribute(root, "stop_rule");
  if (!name) return {};
  const auto number = [&](const char* what) { return needed_number<std::uint32_t>(root, what); };
  const auto real = [&](const char* what) { return needed_number<double>(root, what); };
  return {*name == schema::stop_rules[0] ? StopKind::precision : StopKind::select_best,
          needed_text(root, "stop_metric"),
          real("stop_half_width"),
          real("stop_relative_half_width"),
          real("stop_indifference"),
          real("stop_probability"),
          number("stop_min_replicates"),
          number("stop_max_replicates"),
          number("stop_batch")};
}

void read_parameters(hid_t root, Design& design) {
  for (const Hdf5Link& link : links_of(root)) {
    if (!link.name.starts_with(parameter_prefix)) continue;
    const std::vector<double> values =
        read_numbers<double>(root, link.name, {design.points.size()});
    const Hdf5Handle variable = open_dataset(root, link.name);
    design.parameters.push_back(needed_text(variable.get(), "dotted_name"));
    design.ranges.push_back(read_range(variable.get()));
    for (std::size_t i = 0; i < values.size(); ++i) design.points[i].push_back(values[i]);
  }
}

}  // namespace

bool is_result(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return false;
  if (check_seal(path).seal != Seal::none) return true;
  quieten_hdf5();
  if (H5Fis_hdf5(path.c_str()) <= 0) return false;
  try {
    return text_attribute(open_file(path).get(), "program") == schema::program;
  } catch (const Hdf5Error&) {
    return false;
  }
}

Failure ResultFile::damaged(const std::string& reason) const {
  return damaged_file(path_, reason);
}

ResultFile::ResultFile(const std::string& path) : path_(path) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) {
    throw Failure(ExitCode::missing_input, path + ": does not exist; `rapport run` writes results");
  }
  if (std::filesystem::is_directory(status)) {
    throw Failure(ExitCode::missing_input,
                  path + ": is a folder (a result is a file); name the .h5 file in it");
  }
  if (!std::filesystem::is_regular_file(status)) {
    throw Failure(ExitCode::bad_data, path + ": is no file of results (not a plain file)");
  }
  seal_ = check_seal(path);
  if (seal_.seal == Seal::broken) throw damaged("its bytes do not have the checksum it states");
  quieten_hdf5();
  if (H5Fis_hdf5(path.c_str()) <= 0) {
    throw Failure(ExitCode::bad_data, path + ": is no result of rapport (not an HDF5 file)");
  }
  guarded([&] {
    file_ = open_file(path);
    if (text_attribute(file_.get(), "program") != schema::program) {
      throw Failure(ExitCode::bad_data,
                    path + ": is no result of rapport (an HDF5 file of another program)");
    }
    const auto version = needed_number<std::int32_t>(file_.get(), "schema_version");
    if (version < 1 || version > schema::version) {
      throw Failure(ExitCode::bad_data,
                    path + ": has schema version " + std::to_string(version) +
                        ", this rapport reads versions 1 to " + std::to_string(schema::version) +
                        "; use the rapport that wrote it, or start anew with run --force");
    }
    design_ = read_design();
  });
}

Design ResultFile::read_design() const {
  const hid_t root = file_.get();
  Design design;
  design.title = needed_text(root, "title");
  design.digest = needed_text(root, "design_digest");
  design.canonical = text_attribute(root, "design").value_or("");  // early files have none
  design.scenario = needed_text(root, "scenario");
  design.scenario_name = needed_text(root, "scenario_name");
  design.command_line = needed_text(root, "command_line");
  design.shard = read_shard(root);
  design.stop = read_stop_rule(root);
  design.sweep_method = text_attribute(root, "sweep_method").value_or("");
  design.seed = needed_number<std::uint64_t>(root, "seed");
  design.people = needed_number<std::uint32_t>(root, "people");
  design.days = needed_number<std::int32_t>(root, "horizon_days");
  design.network_per_replicate = needed_number<std::int8_t>(root, "network_per_replicate") != 0;
  design.daily = has_link(root, "daily");
  design.people_output = has_link(root, "people");
  design.campaigns = read_texts(open_dataset(root, "campaign"));
  design.replicates = static_cast<std::uint32_t>(length_of(root, "replicate"));
  design.points.resize(length_of(root, "point"));
  const auto baseline =
      std::find(design.campaigns.begin(), design.campaigns.end(), needed_text(root, "baseline"));
  if (baseline == design.campaigns.end()) throw Hdf5Error("the baseline is no campaign");
  design.baseline = static_cast<std::uint32_t>(baseline - design.campaigns.begin());
  read_parameters(root, design);
  // The sizes that everything else is measured by must be those of what is really stored.
  const Extent stored = extent_of(open_dataset(root, "run_status"));
  if (stored != Extent{design.points.size(), design.campaigns.size(), design.replicates} ||
      design.days < 0 || design.days > longest_horizon) {
    throw Hdf5Error("the axes do not fit the runs");
  }
  // A byte a run stands there uncompressed. A file that only claims its runs must not take memory.
  std::error_code error;
  if (elements(stored) > std::filesystem::file_size(path_, error)) {
    throw Hdf5Error("it is smaller than its runs");
  }
  design.expectations = read_expectations(root, design);
  return design;
}

std::string ResultFile::written_by() const {
  return guarded([&] { return needed_text(file_.get(), "git_commit"); });
}

std::vector<RunStatus> ResultFile::status() const {
  return guarded([&] {
    const auto numbers = read_numbers<std::int8_t>(file_.get(), "run_status", runs());
    std::vector<RunStatus> status;
    for (const std::int8_t number : numbers) {
      if (number < 0 || number > 3) throw Hdf5Error("a run has an unknown status");
      status.push_back(static_cast<RunStatus>(number));
    }
    return status;
  });
}

std::vector<std::uint64_t> ResultFile::digests() const {
  return guarded([&] { return read_numbers<std::uint64_t>(file_.get(), "run_digest", runs()); });
}

std::vector<double> ResultFile::final_values(Measure measure) const {
  const std::string name(measure_table[static_cast<std::size_t>(measure)].name);
  return guarded([&] { return read_numbers<double>(file_.get(), name, runs()); });
}

std::vector<float> ResultFile::daily_values(Measure measure) const {
  if (!design_.daily) return {};
  const std::string name(measure_table[static_cast<std::size_t>(measure)].name);
  return guarded([&] {
    Extent extent = runs();
    extent.push_back(static_cast<hsize_t>(design_.days));
    return read_numbers<float>(open_group(file_.get(), "daily").get(), name, extent);
  });
}

std::vector<float> ResultFile::daily_values(Measure measure, std::uint32_t point) const {
  if (!design_.daily) return {};
  const std::string name(measure_table[static_cast<std::size_t>(measure)].name);
  return guarded([&] {
    Extent all = runs();
    all.push_back(static_cast<hsize_t>(design_.days));
    const Hdf5Handle group = open_group(file_.get(), "daily");
    const Hdf5Handle dataset = open_dataset(group.get(), name);
    if (extent_of(dataset) != all) {
      throw Hdf5Error("'" + name + "' does not fit the other parts of the file");
    }
    Extent size = all;
    size.front() = 1;
    std::vector<float> values(elements(size));
    read_block(dataset, hdf5_type<float>(), {point, 0, 0, 0}, size, values.data());
    return values;
  });
}

void ResultFile::expect_every_measure() const {
  guarded([&] {
    Extent by_day = runs();
    by_day.push_back(static_cast<hsize_t>(design_.days));
    for (const MeasureRow& row : measure_table) {
      const std::string name(row.name);
      bool fits = extent_of(open_dataset(file_.get(), name)) == runs();
      if (design_.daily) {
        fits &= extent_of(open_dataset(open_group(file_.get(), "daily").get(), name)) == by_day;
      }
      if (!fits) throw Hdf5Error("'" + name + "' does not fit the other parts of the file");
    }
  });
}

std::string ResultFile::expect_checksum() const {
  return guarded([&] {
    const std::string stated = needed_text(file_.get(), "content_digest");
    const bool is_first = needed_number<std::int32_t>(file_.get(), "schema_version") == 1;
    const std::string computed =
        is_first ? content_digest_of_version_1(file_.get()) : content_digest(file_.get());
    if (stated != computed) {
      throw Hdf5Error("its checksum is " + computed + ", not " + stated + " as it states");
    }
    return computed;
  });
}

}  // namespace rapport
