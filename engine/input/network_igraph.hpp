// The one door to igraph: serialised, seeded, and its errors turned into failures.
#pragma once

#include <cstdint>
#include <igraph/igraph.h>
#include <mutex>
#include <string>
#include <vector>

#include "network/graph.hpp"

namespace rapport {

/// Holds igraph for one piece of work. Debian's build is not thread-safe, so sessions wait for one
/// another; a thread must not open a second one inside the first. While it lives, igraph draws from
/// a PCG64 seeded with `seed`, ignores warnings and keeps attributes of files.
class IgraphSession {
 public:
  explicit IgraphSession(std::uint64_t seed);
  ~IgraphSession();
  IgraphSession(const IgraphSession&) = delete;
  IgraphSession& operator=(const IgraphSession&) = delete;

  /// Throws Failure(bad_data) "`what` (igraph's reason)" unless `code` is success.
  void check(igraph_error_t code, const std::string& what) const;

 private:
  std::unique_lock<std::mutex> lock_;
  igraph_rng_t rng_{};
  igraph_rng_t former_rng_{};
  igraph_error_handler_t* former_error_handler_ = nullptr;
  igraph_warning_handler_t* former_warning_handler_ = nullptr;
  igraph_attribute_table_t* former_attributes_ = nullptr;
};

/// Destroys an igraph graph that was built successfully.
class IgraphOwner {
 public:
  explicit IgraphOwner(igraph_t& graph) : graph_(graph) {}
  ~IgraphOwner() { igraph_destroy(&graph_); }
  IgraphOwner(const IgraphOwner&) = delete;
  IgraphOwner& operator=(const IgraphOwner&) = delete;

 private:
  igraph_t& graph_;
};

/// The ties of an igraph graph in the order of its edges.
std::vector<Tie> ties_of(const igraph_t& graph);

}  // namespace rapport
