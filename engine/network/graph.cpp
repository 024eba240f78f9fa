#include "network/graph.hpp"

#include "core/contract.hpp"

namespace rapport {

Graph::Graph(SharedArray<std::uint64_t> offsets, SharedArray<std::uint32_t> targets)
    : offsets_(std::move(offsets)), targets_(std::move(targets)) {
  RAPPORT_EXPECTS(!offsets_.empty() && offsets_[offsets_.size() - 1] == targets_.size());
}

}  // namespace rapport
