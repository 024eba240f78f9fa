// How well the parameters behind a result are founded: each with the grade of its source.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "results/design.hpp"

namespace rapport {

/// Grades of sources as `rapport list parameters` states them, the best first.
enum class Grade : std::uint8_t {
  published,  // A: peer-reviewed, or a working paper
  platform,   // B: the platform's own documentation
  press,      // C: vendors or press
  estimate,   // D: an estimate, or from memory
  claim,      // S: what the scenario's author was told
  derived,    // X: follows from the model or from other rows
  chosen,     // set by the scenario
};
inline constexpr std::size_t grades = 7;

struct ParameterEvidence {
  std::string name;   // "market.in_market_share"
  std::string value;  // as the design keeps it
  std::string_view unit;
  std::string_view meaning;
  std::string_view source;
  Grade grade{};
};

struct Evidence {
  std::vector<ParameterEvidence> parameters;  // in table order
  std::array<std::size_t, grades> count{};    // of parameters, by grade
  std::vector<std::string> mechanisms_off;
};

/// Of the parameters that the design names; empty for early files, which name none. Values that are
/// not those of the design's set of defaults were chosen by the scenario, and so were swept ones.
Evidence evidence_of(const Design& design);

/// "A", "B", "C", "D", "S", "X", "-".
std::string_view letter(Grade grade);
/// "published research".
std::string_view word(Grade grade);

/// How well the parameters are founded, in one sentence.
std::string evidence_sentence(const Evidence& evidence);

}  // namespace rapport
