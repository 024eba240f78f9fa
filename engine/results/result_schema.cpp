#include "results/result_schema.hpp"

#include <algorithm>
#include <cctype>

namespace rapport::schema {

std::vector<std::string> parameter_variables(const std::vector<std::string>& dotted) {
  std::vector<std::string> variables;
  for (const std::string& name : dotted) {
    std::string variable = "parameter";
    bool gap = true;
    for (const char letter : name) {
      const bool kept = std::isalnum(static_cast<unsigned char>(letter)) != 0 &&
                        static_cast<unsigned char>(letter) < 128;
      if (kept && gap) variable += '_';
      if (kept) variable += letter;
      gap = !kept;
    }
    const std::string stem = variable;
    for (int count = 2; std::find(variables.begin(), variables.end(), variable) != variables.end();
         ++count) {
      variable = stem + '_' + std::to_string(count);
    }
    variables.push_back(variable);
  }
  return variables;
}

std::string_view unit_in_file(std::string_view unit) {
  if (unit == "hours") return "hour";
  if (unit == "days") return "day";
  return unit;
}

}  // namespace rapport::schema
