#include "app/parameter_listing.hpp"

#include "input/row_value.hpp"

namespace rapport {
namespace {

std::string_view kind_name(ValueKind kind) {
  switch (kind) {
    case ValueKind::number:
      return "number";
    case ValueKind::integer:
      return "integer";
    case ValueKind::flag:
      return "flag";
    case ValueKind::choice:
      return "choice";
    case ValueKind::text:
      return "text";
    case ValueKind::list:
      return "list";
  }
  return "";
}

bool is_numeric(const ParameterRow& row) {
  return row.kind == ValueKind::number || row.kind == ValueKind::integer;
}

std::string default_text(const ParameterRow& row, double value) {
  if (is_numeric(row)) return plain_number(value);
  if (row.kind == ValueKind::flag) return value != 0 ? "true" : "false";
  if (row.kind == ValueKind::choice) {
    return std::string(split_choices(row.choices)[static_cast<std::size_t>(value)]);
  }
  return "-";
}

nlohmann::ordered_json default_json(const ParameterRow& row, double value) {
  if (is_numeric(row)) return value;
  if (row.kind == ValueKind::flag) return value != 0;
  if (row.kind == ValueKind::choice) return default_text(row, value);
  return nullptr;
}

}  // namespace

std::vector<std::string> parameter_head() {
  return {"NAME", "SEED SET", "BENCHMARK", "ALLOWED", "MEANING", "SOURCE"};
}

std::vector<std::string> parameter_cells(const ParameterRow& row, const std::string& name) {
  std::string allowed = allowed_values(row);
  if (allowed.empty()) allowed = kind_name(row.kind);
  return {name,
          default_text(row, row.seed_default),
          default_text(row, row.benchmark_default),
          allowed,
          std::string(row.meaning),
          std::string(row.source)};
}

nlohmann::ordered_json parameter_json(const ParameterRow& row, const std::string& name) {
  nlohmann::ordered_json json{{"name", name},
                              {"kind", kind_name(row.kind)},
                              {"unit", row.unit},
                              {"seed_default", default_json(row, row.seed_default)},
                              {"benchmark_default", default_json(row, row.benchmark_default)}};
  if (is_numeric(row)) {
    json["low"] = row.low;
    json["high"] = row.high;
  }
  if (row.kind == ValueKind::choice) json["choices"] = split_choices(row.choices);
  json["meaning"] = row.meaning;
  json["source"] = row.source;
  return json;
}

}  // namespace rapport
