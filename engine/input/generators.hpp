// Generated networks, one function each; people are numbered from 0.
//
// Each takes a specification, the luck of the network and who does the work, on which nothing of
// the network depends, and gives a network without labels.
// All throw Failure(bad_data) when the numbers do not fit together.
#pragma once

#include "core/crew.hpp"
#include "core/random.hpp"
#include "network/network.hpp"
#include "parameters/scenario.hpp"

namespace rapport {

/// Erdos-Renyi G(n, m): round(people x mean_degree / 2) ties, every set of them equally likely.
Network random_network(const NetworkSpec& spec, const Draws& draws, const Crew& crew);

/// Planted partition: communities of equal size (give or take one) with consecutive numbers,
/// round(within_share x ties) ties inside them and the others between two of them.
/// With a single community all ties are inside.
Network communities_network(const NetworkSpec& spec, const Draws& draws, const Crew& crew);

/// Throws Failure when the mean degree is not below the number of people.
void require_degree_below_people(const NetworkSpec& spec);

/// Barabasi-Albert: each newcomer ties itself to mean_degree / 2 people in proportion to degree.
Network scale_free_network(const NetworkSpec& spec, const Draws& draws, const Crew& crew);

/// Watts-Strogatz: a ring lattice of even mean_degree, each tie rewired with probability rewiring.
/// Either end or both may move (igraph's way), where the original moves one; the share is the same.
Network small_world_network(const NetworkSpec& spec, const Draws& draws, const Crew& crew);

/// Random regular graph: everyone has exactly mean_degree ties.
Network regular_network(const NetworkSpec& spec, const Draws& draws, const Crew& crew);

/// Person p is tied to p - 1 and p + 1, the last one to person 0.
Network ring_network(const NetworkSpec& spec, const Draws& draws, const Crew& crew);

/// A ring without the tie that closes it.
Network path_network(const NetworkSpec& spec, const Draws& draws, const Crew& crew);

/// Person 0 is tied to everyone else, and there is no other tie.
Network star_network(const NetworkSpec& spec, const Draws& draws, const Crew& crew);

/// Everyone is tied to everyone.
Network complete_network(const NetworkSpec& spec, const Draws& draws, const Crew& crew);

}  // namespace rapport
