#include "app/export_design.hpp"

#include <cerrno>
#include <fstream>

#include "core/failure.hpp"
#include "input/design_file.hpp"
#include "results/output_file.hpp"

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
  expect_place_for(path);
  errno = 0;
  std::ofstream file(path, std::ios::binary);
  if (!file) throw cannot_create(path, errno);
  file << design_file_text(table);
  file.close();
  if (!file) throw Failure(ExitCode::input_output, path + ": cannot be written; make room for it");
}

}  // namespace rapport
