// Work on many things in parts whose results stand in the order of the things, whoever did which.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "core/crew.hpp"

namespace rapport {

/// How many parts `things` are cut into: few enough for what is kept for each, each with at least
/// `least` things; one without a crew.
inline std::size_t worthwhile_parts(const Crew* crew, std::size_t things, std::size_t least) {
  constexpr std::size_t most = 64;
  return crew ? std::clamp(things / least, std::size_t{1}, most) : 1;
}

/// Does the parts alone or by the crew.
template <class Work>
void do_parts(const Crew* crew, std::size_t parts, const Work& work) {
  if (crew && parts > 1) {
    (*crew)(parts, work);
  } else {
    work_alone(parts, work);
  }
}

/// Calls work(begin, end, output) for stretches of [0, things) and append(all, output) for their
/// outputs in that order; one part alone puts out into `all` itself.
template <class Output, class Work, class Append>
void put_out_in_order(const Crew* crew, std::size_t things, std::size_t least, Output& all,
                      const Work& work, const Append& append) {
  const std::size_t parts = worthwhile_parts(crew, things, least);
  if (parts == 1) return work(std::size_t{0}, things, all);
  std::vector<Output> outputs(parts);
  do_parts(crew, parts, [&](std::size_t part) {
    work(things * part / parts, things * (part + 1) / parts, outputs[part]);
  });
  for (const Output& output : outputs) append(all, output);
}

/// For outputs that are lists.
template <class T>
void append_list(std::vector<T>& all, const std::vector<T>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

}  // namespace rapport
