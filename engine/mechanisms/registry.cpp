#include "mechanisms/registry.hpp"

#include <array>

#include "mechanisms/rule_functions.hpp"

namespace rapport {
namespace {

template <std::size_t N>
using Steps = std::array<RuleStep, N>;

constexpr Steps<1> platform = {{{Step::gate, deliver_by_platform}}};
constexpr Steps<2> privacy = {
    {{Step::gate, refuse_by_privacy}, {Step::appraise, mind_anonymous_looks}}};
constexpr Steps<2> rivalry = {
    {{Step::deliver, compete_for_attention}, {Step::appraise, crowd_together}}};
constexpr Steps<1> attention = {{{Step::deliver, pay_attention}}};
constexpr Steps<1> in_market = {{{Step::appraise, look_up_market}}};
constexpr Steps<1> relevance = {{{Step::appraise, weigh_relevance}}};
constexpr Steps<1> merit = {{{Step::appraise, weigh_merit}}};
constexpr Steps<1> pressure = {{{Step::appraise, weigh_pressure}}};
constexpr Steps<1> acceptance = {{{Step::respond, answer_invitation}}};
constexpr Steps<1> reply = {{{Step::respond, answer_message}}};
constexpr Steps<1> purchase = {{{Step::respond, decide_purchase}}};
constexpr Steps<1> churn = {{{Step::respond, decide_how_long_to_stay}}};
constexpr Steps<1> trust = {{{Step::feel, move_trust}}};
constexpr Steps<1> annoyance = {{{Step::feel, move_annoyance}}};
constexpr Steps<4> exit_ladder = {{{Step::gate, refuse_where_blocked},
                                   {Step::deliver, ignore_where_muted},
                                   {Step::feel, shut_out},
                                   {Step::feel, break_off_when_betrayed}}};
constexpr Steps<2> word_of_mouth = {{{Step::feel, hear_news}, {Step::talk, share_experience}}};
constexpr Steps<3> complaint = {
    {{Step::appraise, weigh_answer}, {Step::feel, relieve}, {Step::talk, complain}}};
constexpr Steps<2> reciprocity = {{{Step::feel, return_thanks}, {Step::talk, praise_in_return}}};
constexpr Steps<1> topic_drift = {{{Step::appraise, drift_interests}}};
constexpr Steps<1> credibility = {{{Step::appraise, stumble_over_errors}}};
constexpr Steps<1> feed = {{{Step::respond, respond_to_post}}};
constexpr Steps<2> deception = {{{Step::appraise, find_out}, {Step::feel, lose_faith}}};
constexpr Steps<1> suspicion = {{{Step::appraise, suspect_motive}}};
constexpr Steps<1> permission = {{{Step::appraise, skim_until_let_in}}};
constexpr Steps<1> norms = {{{Step::talk, hold_back}}};
constexpr Steps<1> brand_pull = {{{Step::respond, follow_a_name}}};
constexpr Steps<1> opinion_hardening = {{{Step::feel, harden}}};

constexpr auto rows = std::to_array<MechanismRow>({
    {"platform", "limits invitations, restricts after reports, lowers deliverability",
     "invitations_per_week in 7 days; reports_to_restrict in 30 days restrict; P(delivered) falls "
     "from 1 to 0 as the share of reported messages goes from complaint_target to complaint_block",
     "platform help (B), Google, Yahoo 2024 (B/C), vendors (C)", platform},
    {"privacy", "closed people are reached by connections alone, restricted ones refuse a share",
     "P(refused) = refusal for restricted people, 1 for closed people; after an anonymous look a "
     "message intrudes by min(1, i + anonymous_look)",
     "seed claims 77, 85 (S)", privacy},
    {"rivalry", "other senders' messages compete for attention and make the next one more annoying",
     "N + rivals' messages of the day; recent + spill x rivals' recent contacts",
     "seed claims 17, 86, 106, 127 (S)", rivalry},
    {"attention", "a message competes with others and is not always read",
     "P(read) = visibility (1 - A) E[min(b, 1 + N) / (1 + N)], N ~ Poisson(load)",
     "Gomez-Rodriguez 2014, Hodas & Lerman 2012 (A)", attention},
    {"in-market", "people search for the product now and then, and may come back by themselves",
     "epochs of w days, in market with probability pi; P(remembered) = T0 + (T - T0) 2^(-days / h)",
     "seed claim N3 (S), Dawes 95:5 (B), Leone 1995 (A)", in_market},
    {"topic-drift", "what communities care for comes and goes, so that insight ages",
     "x(t) = x + strength (w(phase + t / period) - w(phase)) / 2, w a triangle wave, for each "
     "community and topic",
     "seed claims 23, 24, 69 (S)", topic_drift},
    {"relevance", "how far a message meets the person's interests", "r = x[topic]",
     "seed claim 8 (S)", relevance},
    {"merit", "what a message is worth to the person", "m = r (value + surprise (1 + bonus))",
     "seed claim 56 (S), Falk 2007 (A)", merit},
    {"pressure", "how hard a message sells, or betrays a confidence",
     "s = pitch (1 - in market) (1 - T), times connected_factor for a connection, times "
     "disclosed_factor for an advert, + breach",
     "seed claim 7 (S), Eisend & Tarrahi 2021 (A)", pressure},
    {"acceptance", "whether an invitation is accepted",
     "logit p = a + b_m m + b_T T + ln(multiplier) [mutual] + ln(multiplier) [introduced] + b_q "
     "(profile - 1/2) - b_A A - b_s s",
     "Mosleh, Eckles & Rand 2025 (A)", acceptance},
    {"reply", "whether an unasked message is answered",
     "logit p = a(in market) + b_T T - b_A A; for an InMail a + b_m m + b_T T - b_A A - b_s s",
     "seed claims N1, N3 (S), vendors (C)", reply},
    {"purchase", "whether a person in the market buys", "P = p0 + (1 - p0) T fit",
     "seed claims N3, 46, 54 (S)", purchase},
    {"churn", "customers leave, less readily while the customer stays who referred them",
     "P(still a customer after d days) = 2^(-d / half_life_days), d counted referred_factor-fold "
     "while the referrer is one",
     "Dawes 95:5 (B), Van den Bulte, Bayer, Skiera & Schmitt 2018 (A)", churn},
    {"trust", "builds slowly with merit, is destroyed quickly by pressure",
     "T += g m credit (cap - T); T -= l s T; T - T0 halves in half_life_days, T0 = min(prior, "
     "cap)",
     "Slovic 1993, Poortinga & Pidgeon 2004 (A), Burt 2002 (A)", trust},
    {"annoyance", "grows with intrusion, fades within weeks",
     "A += a intrusiveness (1 - m) (1 + crowding recent) (1 - A); A halves in half_life_days",
     "Kronrod & Huber 2019, Schmidt & Eisend 2015 (A)", annoyance},
    {"exit-ladder",
     "annoyed people mute, block or report the sender, betrayed connections break off",
     "hazard logistic((A - theta) / tau); P(report) = report_after_decline 2^(-days / h) when "
     "invited after a decline; P(breaks off) = betrayal breach T",
     "seed claims 21, 100, N8 (S), platform help (B)", exit_ladder},
    {"word-of-mouth", "strong experiences are told to neighbours, bad ones more readily",
     "P(share) = share_probability talkativeness strength, times negative_multiplier if bad; heard "
     "with hear_probability",
     "Vosoughi 2018, Juul & Ugander 2021, Front. Psychol. 2023 (A)", word_of_mouth},
    {"complaint", "bad experiences are voiced in public, seen while open, and put right by answers",
     "P(voiced) = voiced talkativeness strength; a neighbour sees it with visibility 2^(-days / h) "
     "a day; an answer is worth 2^(-days waited / h)",
     "TARP (C), Huang, HBR 2018 (B/C), Schweitzer 2006, de Matos 2007 (A)", complaint},
    {"reciprocity", "thanks raise trust up to a bound, and move some to praise the sender",
     "T += gain max(0, bound - T), times repeat if thanked before; P(praise) = advocacy "
     "talkativeness T, once",
     "seed claims 109-111 (S)", reciprocity},
    {"credibility", "who speaks, by whose word an expert, and how carefully the message is written",
     "logit p of an invitation + recommended, + endorsed, - claimed, - brand; a misspelt name "
     "takes "
     "error_cost of the merit",
     "seed claims 62, 67, 83, 87, 104 (S)", credibility},
    {"suspicion", "of a sender with a bad name people suspect the motive, until they trust it",
     "m *= 1 - bad_name (1 - T)", "seed claim 136 (S), Eisend & Tarrahi 2021 (A)", suspicion},
    {"permission", "what is written to connections is skimmed until they open the next channel",
     "m *= skimmed where T <= permission.trust", "seed claim 81 (S)", permission},
    {"feed", "shows posts to some of the audience, and to more of it those that gain response",
     "P(shown) = organic_reach 2^(-day / h) / clutter, and times amplification min(1, response / "
     "good_response) on the next day; P(response) = response_probability m (1 - s); P(follow) = "
     "follow_probability m (1 - s)",
     "seed claims 70, 75, 84, 105-107 (S), press (C)", feed},
    {"brand-pull", "a name that people know makes an audience of its own",
     "P(a stranger who reads a post follows) = pull r, beside the feed's", "seed claim 40 (S)",
     brand_pull},
    {"norms", "in some communities people do not vent, with a slip now and then",
     "P(holds back) = min(1, 2u restraint) (1 - slip) for what is bad, u drawn by community",
     "seed claims 115, 116 (S)", norms},
    {"opinion-hardening", "views are plastic while they form, and set with age and every contact",
     "a change of trust counts floor + (1 - floor) 2^(-n / half_contacts - d / half_days) after n "
     "messages read, d days after the first encounter",
     "Schmidt & Eisend 2015, Poortinga & Pidgeon 2004 (A), seed claims 25, 125 (S)",
     opinion_hardening},
    // Last: what a person who was deceived still trusts is cut at the ceiling, however formed the
    // view.
    {"deception", "who finds out that it was deceived never trusts as before",
     "who finds out: m = 0, s = 1; ceiling *= ceiling_factor, T = min(T, ceiling); follows no "
     "longer and is no longer connected",
     "Schweitzer, Hershey & Bradlow 2006 (A)", deception},
});

}  // namespace

std::span<const MechanismRow> mechanism_rows() {
  return rows;
}

}  // namespace rapport
