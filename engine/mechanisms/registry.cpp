#include "mechanisms/registry.hpp"

#include <array>

#include "mechanisms/rule_functions.hpp"

namespace rapport {
namespace {

template <std::size_t N>
using Steps = std::array<RuleStep, N>;

constexpr Steps<1> platform = {{{Step::gate, deliver_by_platform}}};
constexpr Steps<1> privacy = {{{Step::gate, refuse_by_privacy}}};
constexpr Steps<1> attention = {{{Step::deliver, pay_attention}}};
constexpr Steps<1> in_market = {{{Step::appraise, look_up_market}}};
constexpr Steps<1> relevance = {{{Step::appraise, weigh_relevance}}};
constexpr Steps<1> merit = {{{Step::appraise, weigh_merit}}};
constexpr Steps<1> pressure = {{{Step::appraise, weigh_pressure}}};
constexpr Steps<1> acceptance = {{{Step::respond, answer_invitation}}};
constexpr Steps<1> reply = {{{Step::respond, answer_message}}};
constexpr Steps<1> purchase = {{{Step::respond, decide_purchase}}};
constexpr Steps<1> trust = {{{Step::feel, move_trust}}};
constexpr Steps<1> annoyance = {{{Step::feel, move_annoyance}}};
constexpr Steps<3> exit_ladder = {{{Step::gate, refuse_where_blocked},
                                   {Step::deliver, ignore_where_muted},
                                   {Step::feel, shut_out}}};
constexpr Steps<2> word_of_mouth = {{{Step::feel, hear_news}, {Step::talk, share_experience}}};

constexpr auto rows = std::to_array<MechanismRow>({
    {"platform", "limits invitations, restricts after reports, lowers deliverability",
     "at most 100 invitations in 7 days; 5 reports restrict; complaint rate 0.1 % to 0.3 %",
     "platform help (B), vendors (C)", platform},
    {"privacy", "closed people are reached by connections alone, restricted ones refuse a share",
     "P(refused) = refusal for restricted people, 1 for closed people", "seed claim 77 (S)",
     privacy},
    {"attention", "a message competes with others and is not always read",
     "P(read) = visibility (1 - A) E[min(b, 1 + N) / (1 + N)], N ~ Poisson(load)",
     "Gomez-Rodriguez 2014, Hodas & Lerman 2012 (A)", attention},
    {"in-market", "people search for the product now and then, and may come back by themselves",
     "epochs of w days, in market with probability pi; P(remembered) = T 2^(-days / h)",
     "seed claim N3 (S), Dawes 95:5 (B)", in_market},
    {"relevance", "how far a message meets the person's interests", "r = x[topic]",
     "seed claim 8 (S)", relevance},
    {"merit", "what a message is worth to the person", "m = r (value + surprise (1 + bonus))",
     "seed claim 56 (S), Falk 2007 (A)", merit},
    {"pressure", "how hard a message sells", "s = pitch (1 - in market) (1 - T)",
     "seed claim 7 (S), Eisend & Tarrahi 2021 (A)", pressure},
    {"acceptance", "whether an invitation is accepted",
     "logit p = a + b_m m + b_T T + ln 1.35 [mutual] + b_q (profile - 1/2) - b_A A - b_s s",
     "Mosleh, Eckles & Rand 2025 (A)", acceptance},
    {"reply", "whether an unasked message is answered", "logit p = a(in market) + b_T T - b_A A",
     "seed claims N1, N3 (S)", reply},
    {"purchase", "whether a person in the market buys", "P = p0 + (1 - p0) T fit",
     "Schmitt 2011, Van den Bulte 2018 (A)", purchase},
    {"trust", "builds slowly with merit, is destroyed quickly by pressure",
     "T += g m (1 - T); T -= l s T; half-life 26 weeks toward the prior",
     "Slovic 1993, Poortinga & Pidgeon 2004 (A)", trust},
    {"annoyance", "grows with intrusion, fades within weeks",
     "A += a intrusiveness (1 - m) (1 + crowding recent) (1 - A); half-life 3 weeks",
     "Kronrod & Huber 2019, Schmidt & Eisend 2015 (A)", annoyance},
    {"exit-ladder", "annoyed people mute, block or report the sender",
     "hazard logistic((A - theta) / tau); report 0.5 x 2^(-days / 14) when invited after a decline",
     "seed claims 21, N8 (S), platform help (B)", exit_ladder},
    {"word-of-mouth", "strong experiences are told to neighbours, bad ones more readily",
     "P(share) = share_probability talkativeness strength (1.7 if bad); heard with probability q",
     "Vosoughi 2018, Juul & Ugander 2021 (A)", word_of_mouth},
});

}  // namespace

std::span<const MechanismRow> mechanism_rows() {
  return rows;
}

}  // namespace rapport
