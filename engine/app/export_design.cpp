#include "app/export_design.hpp"

#include "app/whole_file.hpp"
#include "core/failure.hpp"
#include "input/design_file.hpp"

namespace rapport {

namespace po = boost::program_options;

void add_export_option(po::options_description& options) {
  options.add_options()("export-design", po::value<std::string>()->value_name("CSV"),
                        "write the design points of the sweep into this file");
}

void export_design(const po::variables_map& values, const Design& design) {
  if (values.count("export-design") == 0) return;
  const std::string path = values["export-design"].as<std::string>();
  if (design.parameters.empty()) {
    throw Failure(ExitCode::usage,
                  "--export-design without a design (the scenario has no [sweep]); leave it out");
  }
  DesignTable table{design.parameters, {}};
  for (std::size_t axis = 0; axis < design.parameters.size(); ++axis) {
    auto& column = table.columns.emplace_back();
    for (const auto& point : design.points) column.push_back(point[axis]);
  }
  write_whole(path, design_file_text(table));
}

}  // namespace rapport
