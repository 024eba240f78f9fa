#include "input/network_igraph.hpp"

#include <fmt/format.h>

#include "core/failure.hpp"

namespace rapport {
namespace {

/// igraph's handlers are plain functions without user data, so what they record must live beside
/// them. Both members belong to whoever holds the mutex.
struct IgraphState {
  std::mutex mutex;
  std::string reason;
};

IgraphState& igraph_state() {
  static IgraphState state;
  return state;
}

/// Keeps the innermost reason; the default handler would abort the program.
void record_error(const char* reason, const char* /*file*/, int /*line*/, igraph_error_t /*code*/) {
  igraph_state().reason = reason;  // first, because the reason may be among what is freed
  IGRAPH_FINALLY_FREE();
}

}  // namespace

IgraphSession::IgraphSession(std::uint64_t seed) : lock_(igraph_state().mutex) {
  igraph_state().reason.clear();
  former_error_handler_ = igraph_set_error_handler(record_error);
  former_warning_handler_ = igraph_set_warning_handler(igraph_warning_handler_ignore);
  former_attributes_ = igraph_set_attribute_table(&igraph_cattribute_table);
  // Not the default Mersenne Twister: igraph seeds that with 32 bits only.
  check(igraph_rng_init(&rng_, &igraph_rngtype_pcg64), "cannot start igraph's random numbers");
  check(igraph_rng_seed(&rng_, seed), "cannot seed igraph's random numbers");
  former_rng_ = *igraph_rng_default();
  igraph_rng_set_default(&rng_);
}

IgraphSession::~IgraphSession() {
  igraph_rng_set_default(&former_rng_);
  igraph_rng_destroy(&rng_);
  igraph_set_attribute_table(former_attributes_);
  igraph_set_warning_handler(former_warning_handler_);
  igraph_set_error_handler(former_error_handler_);
}

void IgraphSession::check(igraph_error_t code, const std::string& what) const {
  if (code == IGRAPH_SUCCESS) return;
  const std::string& reason = igraph_state().reason;
  throw Failure(ExitCode::bad_data,
                fmt::format("{} ({})", what, reason.empty() ? igraph_strerror(code) : reason));
}

std::vector<Tie> ties_of(const igraph_t& graph) {
  const igraph_integer_t count = igraph_ecount(&graph);
  std::vector<Tie> ties;
  ties.reserve(static_cast<std::size_t>(count));
  for (igraph_integer_t tie = 0; tie < count; ++tie) {
    ties.emplace_back(static_cast<std::uint32_t>(IGRAPH_FROM(&graph, tie)),
                      static_cast<std::uint32_t>(IGRAPH_TO(&graph, tie)));
  }
  return ties;
}

}  // namespace rapport
