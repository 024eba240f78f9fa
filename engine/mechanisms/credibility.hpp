// Credibility: who speaks, by whose word an expert, and how carefully the message is written.
#pragma once

#include "encounter/rules.hpp"
#include "parameters/scenario.hpp"

namespace rapport {

/// Log-odds that the sender's name adds to an invitation's: less for one who calls itself an expert
/// and for a brand, more for one whom others recommend (claims 62, 67, 83, 87).
float credibility_logit(Expertise expertise, Voice voice, const Parameters& parameters);

}  // namespace rapport
