// Group `expectations` of a result file: what the scenario's author claims, ready to be judged.
#include "results/result_expectations.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace rapport {
namespace {

template <class Value>
std::vector<Value> column(const std::vector<Expectation>& rows, auto field) {
  std::vector<Value> values;
  for (const Expectation& row : rows) values.push_back(field(row));
  return values;
}

template <class Value>
void write_column(hid_t group, const char* name, const Axis& axis, const Design& design,
                  const char* meaning, auto field) {
  const auto values = column<Value>(design.expectations, field);
  const Hdf5Handle dataset = [&] {
    if constexpr (std::is_same_v<Value, std::string>) {
      return write_texts(group, name, {&axis}, values);
    } else {
      return write_dataset<Value>(group, name, {&axis}, values);
    }
  }();
  put_attribute(dataset.get(), "long_name", meaning);
}

void write_side(hid_t group, const std::string& name, const Axis& axis, const Design& design,
                ExpectedSide Expectation::*side) {
  write_column<double>(group, (name + "_factor").c_str(), axis, design,
                       "number that the campaign's value is multiplied with, or number alone",
                       [side](const Expectation& row) { return (row.*side).factor; });
  write_column<std::int32_t>(group, (name + "_campaign").c_str(), axis, design,
                             "position of the campaign; -1: the factor is a number alone",
                             [side](const Expectation& row) { return (row.*side).campaign; });
}

/// [expectation][point], 1 where the expectation is about the point.
std::vector<std::uint8_t> applies(const Design& design) {
  std::vector<std::uint8_t> matrix(design.expectations.size() * design.points.size(), 0);
  for (std::size_t row = 0; row < design.expectations.size(); ++row) {
    for (const std::uint32_t point : design.expectations[row].points) {
      matrix[row * design.points.size() + point] = 1;
    }
  }
  return matrix;
}

void expect_sound(const Expectation& row, const Design& design) {
  const auto known = [](const std::string& name) {
    return std::any_of(measure_table.begin(), measure_table.end(),
                       [&](const MeasureRow& measure) { return measure.name == name; });
  };
  const auto campaigns = static_cast<std::int32_t>(design.campaigns.size());
  for (const ExpectedSide& side : {row.larger, row.smaller}) {
    if (side.campaign < ExpectedSide::no_campaign || side.campaign >= campaigns) {
      throw Hdf5Error("an expectation names no campaign of the file");
    }
  }
  if (!known(row.measure) || (!row.per.empty() && !known(row.per)) || row.days < 1 ||
      row.days > design.days) {
    throw Hdf5Error("an expectation does not fit the file");
  }
}

}  // namespace

void write_expectations(hid_t root, const Design& design) {
  if (design.expectations.empty()) return;
  const Hdf5Handle group = create_group(root, "expectations");
  const Axis axis = create_index_axis(group.get(), "expectation", design.expectations.size());
  const Axis point = create_index_axis(group.get(), "point", design.points.size());
  const auto text = [&](const char* name, std::string Expectation::*field, const char* meaning) {
    write_column<std::string>(group.get(), name, axis, design, meaning,
                              [field](const Expectation& row) { return row.*field; });
  };
  text("claim", &Expectation::claim, "what is claimed");
  text("compare", &Expectation::compare, "the comparison as written");
  text("measure", &Expectation::measure, "measure that is compared");
  text("per", &Expectation::per, "measure that it is divided by, or empty");
  write_side(group.get(), "larger", axis, design, &Expectation::larger);
  write_side(group.get(), "smaller", axis, design, &Expectation::smaller);
  write_column<std::int32_t>(group.get(), "days_counted", axis, design,
                             "number of days after which the comparison is made",
                             [](const Expectation& row) { return row.days; });
  const std::vector<std::uint8_t> matrix = applies(design);
  const Hdf5Handle at =
      write_dataset<std::uint8_t>(group.get(), "applies", {&axis, &point}, matrix);
  put_attribute(at.get(), "long_name", "1 where the expectation is about the design point");
}

std::vector<Expectation> read_expectations(hid_t root, const Design& design) {
  if (!has_link(root, "expectations")) return {};
  const Hdf5Handle group = open_group(root, "expectations");
  const auto texts = [&](const char* name) { return read_texts(open_dataset(group.get(), name)); };
  const auto claim = texts("claim"), compare = texts("compare"), measure = texts("measure"),
             per = texts("per");
  const Extent extent = {claim.size()};
  if (compare.size() != claim.size() || measure.size() != claim.size() ||
      per.size() != claim.size()) {
    throw Hdf5Error("the columns of the expectations differ in length");
  }
  const auto larger = read_numbers<double>(group.get(), "larger_factor", extent);
  const auto larger_campaign = read_numbers<std::int32_t>(group.get(), "larger_campaign", extent);
  const auto smaller = read_numbers<double>(group.get(), "smaller_factor", extent);
  const auto smaller_campaign = read_numbers<std::int32_t>(group.get(), "smaller_campaign", extent);
  const auto days = read_numbers<std::int32_t>(group.get(), "days_counted", extent);
  const std::size_t points = design.points.size();
  const auto at = read_numbers<std::uint8_t>(group.get(), "applies", {claim.size(), points});
  std::vector<Expectation> rows;
  for (std::size_t i = 0; i < claim.size(); ++i) {
    Expectation row{claim[i],
                    compare[i],
                    measure[i],
                    per[i],
                    {larger[i], larger_campaign[i]},
                    {smaller[i], smaller_campaign[i]},
                    days[i],
                    {}};
    for (std::uint32_t point = 0; point < points; ++point) {
      if (at[i * points + point] != 0) row.points.push_back(point);
    }
    expect_sound(row, design);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace rapport
