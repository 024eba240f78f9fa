// Declares the rules that the registry lists; each is defined in the file named after its
// mechanism.
#pragma once

#include "encounter/batch.hpp"
#include "encounter/rules.hpp"

namespace rapport {

void refuse_by_privacy(Batch&, const Rules&);        // privacy.cpp
void mind_anonymous_looks(Batch&, const Rules&);     // privacy.cpp
void refuse_where_blocked(Batch&, const Rules&);     // exit_ladder.cpp
void deliver_by_platform(Batch&, const Rules&);      // platform.cpp
void pay_attention(Batch&, const Rules&);            // attention.cpp
void ignore_where_muted(Batch&, const Rules&);       // exit_ladder.cpp
void look_up_market(Batch&, const Rules&);           // in_market.cpp
void weigh_relevance(Batch&, const Rules&);          // relevance.cpp
void weigh_merit(Batch&, const Rules&);              // merit.cpp
void weigh_pressure(Batch&, const Rules&);           // pressure.cpp
void answer_invitation(Batch&, const Rules&);        // acceptance.cpp
void answer_message(Batch&, const Rules&);           // reply.cpp
void decide_purchase(Batch&, const Rules&);          // purchase.cpp
void decide_how_long_to_stay(Batch&, const Rules&);  // churn.cpp
void move_trust(Batch&, const Rules&);               // trust.cpp
void move_annoyance(Batch&, const Rules&);           // annoyance.cpp
void shut_out(Batch&, const Rules&);                 // exit_ladder.cpp
void break_off_when_betrayed(Batch&, const Rules&);  // exit_ladder.cpp
void hear_news(Batch&, const Rules&);                // word_of_mouth.cpp
void share_experience(Batch&, const Rules&);         // word_of_mouth.cpp
void compete_for_attention(Batch&, const Rules&);    // rivalry.cpp
void crowd_together(Batch&, const Rules&);           // rivalry.cpp
void weigh_answer(Batch&, const Rules&);             // complaint.cpp
void relieve(Batch&, const Rules&);                  // complaint.cpp
void complain(Batch&, const Rules&);                 // complaint.cpp
void return_thanks(Batch&, const Rules&);            // reciprocity.cpp
void praise_in_return(Batch&, const Rules&);         // reciprocity.cpp
void drift_interests(Batch&, const Rules&);          // topic_drift.cpp
void stumble_over_errors(Batch&, const Rules&);      // credibility.cpp
void respond_to_post(Batch&, const Rules&);          // feed.cpp
void find_out(Batch&, const Rules&);                 // deception.cpp
void lose_faith(Batch&, const Rules&);               // deception.cpp
void harden(Batch&, const Rules&);                   // opinion_hardening.cpp
void suspect_motive(Batch&, const Rules&);           // suspicion.cpp
void skim_until_let_in(Batch&, const Rules&);        // permission.cpp
void hold_back(Batch&, const Rules&);                // norms.cpp
void follow_a_name(Batch&, const Rules&);            // brand_pull.cpp

}  // namespace rapport
