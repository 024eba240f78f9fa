#include "input/network_foreign.hpp"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fmt/format.h>
#include <memory>

#include "core/failure.hpp"
#include "input/network_bytes.hpp"
#include "input/network_igraph.hpp"
#include "input/pajek_mistakes.hpp"

namespace rapport {
namespace {

/// igraph needs about ten times the size of the text in memory; larger networks come as text.
constexpr std::size_t largest_foreign = std::size_t{2} << 30;

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

bool ends_with_or_gz(const std::string& name, const std::string& ending) {
  return name.ends_with(ending) || name.ends_with(ending + ".gz");
}

igraph_error_t parse(igraph_t& graph, std::FILE* text, NetworkFormat format) {
  switch (format) {
    case NetworkFormat::pajek:
      return igraph_read_graph_pajek(&graph, text);
    case NetworkFormat::graphml:
      return igraph_read_graph_graphml(&graph, text, 0);
    case NetworkFormat::gml:
      return igraph_read_graph_gml(&graph, text);
    case NetworkFormat::text:
      break;
  }
  return IGRAPH_EINVAL;
}

const char* name_of(NetworkFormat format) {
  switch (format) {
    case NetworkFormat::pajek:
      return "Pajek";
    case NetworkFormat::graphml:
      return "GraphML";
    case NetworkFormat::gml:
      return "GML";
    case NetworkFormat::text:
      break;
  }
  return "text";
}

/// Vertex attribute that holds the ids: Pajek's labels and GraphML's ids are called "id", in GML
/// "label" is optional and "id" a number.
std::vector<std::string> labels_of(const igraph_t& graph, NetworkFormat format) {
  const bool by_label = format == NetworkFormat::gml &&
                        igraph_cattribute_has_attr(&graph, IGRAPH_ATTRIBUTE_VERTEX, "label");
  const char* const attribute = by_label ? "label" : "id";
  const bool has_ids = igraph_cattribute_has_attr(&graph, IGRAPH_ATTRIBUTE_VERTEX, attribute);
  igraph_attribute_type_t type = IGRAPH_ATTRIBUTE_UNSPECIFIED;
  if (has_ids) igraph_cattribute_table.gettype(&graph, &type, IGRAPH_ATTRIBUTE_VERTEX, attribute);
  std::vector<std::string> labels;
  for (igraph_integer_t v = 0; v < igraph_vcount(&graph); ++v) {
    if (type == IGRAPH_ATTRIBUTE_STRING) {
      labels.emplace_back(igraph_cattribute_VAS(&graph, attribute, v));
    } else if (type == IGRAPH_ATTRIBUTE_NUMERIC) {
      labels.push_back(fmt::format("{}", igraph_cattribute_VAN(&graph, attribute, v)));
    } else {
      labels.push_back(std::to_string(v + 1));  // Pajek without labels counts from 1
    }
  }
  return labels;
}

std::vector<float> strength_of(const igraph_t& graph, const std::string& path) {
  igraph_attribute_type_t type = IGRAPH_ATTRIBUTE_UNSPECIFIED;
  if (igraph_cattribute_has_attr(&graph, IGRAPH_ATTRIBUTE_EDGE, "weight")) {
    igraph_cattribute_table.gettype(&graph, &type, IGRAPH_ATTRIBUTE_EDGE, "weight");
  }
  std::vector<float> strength;
  if (type != IGRAPH_ATTRIBUTE_NUMERIC) return strength;
  for (igraph_integer_t tie = 0; tie < igraph_ecount(&graph); ++tie) {
    const double weight = igraph_cattribute_EAN(&graph, "weight", tie);
    if (!std::isfinite(weight)) {
      throw Failure(
          ExitCode::bad_data,
          fmt::format("{}: error: tie {} has no weight though others have one; give every "
                      "tie a weight or none",
                      path, tie + 1));
    }
    strength.push_back(static_cast<float>(weight));
  }
  return strength;
}

/// Pajek states the number of people beforehand, and igraph makes room for so many at once.
void require_honest_size(const std::string& path, const std::string& text) {
  const std::size_t found = lower(text.substr(0, std::size_t{1} << 16)).find("*vertices");
  if (found == std::string::npos) return;
  const double people = std::strtod(text.c_str() + found + 9, nullptr);
  constexpr double harmless = 1e6;
  if (people <= std::max(harmless, static_cast<double>(text.size()))) return;
  throw Failure(
      ExitCode::bad_data,
      fmt::format("{}: error: {} vertices in a file of {} bytes (nearly all of them could "
                  "not have a tie); correct the line *Vertices",
                  path, people, text.size()));
}

}  // namespace

NetworkFormat format_of(const std::string& path) {
  const std::string name = lower(path);
  if (ends_with_or_gz(name, ".net") || ends_with_or_gz(name, ".paj")) return NetworkFormat::pajek;
  if (ends_with_or_gz(name, ".graphml")) return NetworkFormat::graphml;
  if (ends_with_or_gz(name, ".gml")) return NetworkFormat::gml;
  // No tie begins with these, so a file under another name is still understood.
  std::string start(256, '\0');
  start.resize(NetworkBytes(path).read(start.data(), start.size()));
  start = lower(start);
  const std::size_t first = start.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string::npos) return NetworkFormat::text;
  if (start[first] == '<') return NetworkFormat::graphml;
  if (start.compare(first, 9, "*vertices") == 0 || start.compare(first, 8, "*network") == 0) {
    return NetworkFormat::pajek;
  }
  return NetworkFormat::text;
}

NamedTies read_foreign(const std::string& path, NetworkFormat format) {
  std::string text = read_whole(path, largest_foreign);
  if (text.empty()) {
    throw Failure(ExitCode::bad_data,
                  fmt::format("{}: error: the file is empty; give a list of ties", path));
  }
  if (format == NetworkFormat::pajek) require_honest_size(path, text);
  const auto close = [](std::FILE* file) { std::fclose(file); };
  const std::unique_ptr<std::FILE, decltype(close)> stream(fmemopen(text.data(), text.size(), "rb"),
                                                           close);
  if (!stream) {
    throw Failure(ExitCode::input_output,
                  fmt::format("{}: error: reading failed ({})", path, std::strerror(errno)));
  }
  const IgraphSession session(0);  // a reader draws nothing
  igraph_t graph;
  const igraph_error_t code = parse(graph, stream.get(), format);
  if (code != IGRAPH_SUCCESS && format == NetworkFormat::pajek) expect_known_vertices(path, text);
  session.check(
      code, fmt::format("{}: error: this is no {} file that can be read", path, name_of(format)));
  const IgraphOwner owner(graph);
  NamedTies result;
  result.ties = ties_of(graph);
  result.labels = labels_of(graph, format);
  result.strength = strength_of(graph, path);
  return result;
}

}  // namespace rapport
