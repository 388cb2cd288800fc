/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The road of a decision, from closed books to money used as agreed and back to the assembly that
 * agreed it. The table below is the road: from which station, by which act, with which outcome, to
 * which station, and what must hold. Nothing else moves a case.
 *
 * 1. Only a person moves a case: every row is an act that somebody writes down; no row is a clock.
 * 2. An act without a row from the present station is refused, with the acts that are possible now.
 * 3. An act whose need is not met is refused, with the sentence that says what is missing.
 * 4. A station that a kind of case does not need is passed by a row with a need, not by code: a
 *    change of the rules has no accounts to close and no lines to carry out.
 * 5. The federation's station 9b has its place among the states; rows that lead there come with the
 *    federation. */
#include "assembly/road-table.h"

#include "assembly/need.h"
#include "base/error.h"
#include "base/i18n.h"

/* Short names keep the table readable. */
#define FROM(state) TQ_STATE_##state
#define BY(doing) TQ_DO_##doing
#define WHEN(outcome) TQ_OUTCOME_##outcome
#define TO(state) TQ_STATE_##state
#define NEEDS(need) TQ_NEED_##need

static const TqTransition transitions[] = {
  /* 0 OPEN: the period is named */
  { FROM (OPEN), BY (COUNT), WHEN (ANY), TO (SAME), NEEDS (ACCOUNTS) },
  { FROM (OPEN), BY (CLOSE), WHEN (SURPLUS), TO (CLOSED), NEEDS (COUNTED) },
  { FROM (OPEN), BY (CLOSE), WHEN (SHORTFALL), TO (SHORTFALL), NEEDS (COUNTED) },
  { FROM (OPEN), BY (NOTICE), WHEN (ANY), TO (CONVOKED), NEEDS (NO_ACCOUNTS) },

  /* 1 CLOSED and 1b SHORTFALL: counted by two, sealed */
  { FROM (CLOSED), BY (COUNT), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (CLOSED), BY (CLOSE), WHEN (SURPLUS), TO (SAME), NEEDS (COUNTED) },
  { FROM (CLOSED), BY (CLOSE), WHEN (SHORTFALL), TO (SHORTFALL), NEEDS (COUNTED) },
  { FROM (CLOSED), BY (REVIEW), WHEN (ANY), TO (REVIEWED), NEEDS (NOTHING) },
  { FROM (CLOSED), BY (NOTICE), WHEN (ANY), TO (CONVOKED), NEEDS (NOTHING) },
  { FROM (SHORTFALL), BY (COUNT), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (SHORTFALL), BY (CLOSE), WHEN (SURPLUS), TO (CLOSED), NEEDS (COUNTED) },
  { FROM (SHORTFALL), BY (CLOSE), WHEN (SHORTFALL), TO (SAME), NEEDS (COUNTED) },
  { FROM (SHORTFALL), BY (REVIEW), WHEN (ANY), TO (REVIEWED), NEEDS (NOTHING) },
  { FROM (SHORTFALL), BY (NOTICE), WHEN (ANY), TO (CONVOKED), NEEDS (NOTHING) },

  /* 2 REVIEWED: never a silent veto */
  { FROM (REVIEWED), BY (COUNT), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (REVIEWED), BY (CLOSE), WHEN (SURPLUS), TO (CLOSED), NEEDS (COUNTED) },
  { FROM (REVIEWED), BY (CLOSE), WHEN (SHORTFALL), TO (SHORTFALL), NEEDS (COUNTED) },
  { FROM (REVIEWED), BY (REVIEW), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (REVIEWED), BY (NOTICE), WHEN (ANY), TO (CONVOKED), NEEDS (NOTHING) },

  /* 3 CONVOKED and 3b NO_QUORUM: only "inform" and "second call" */
  { FROM (CONVOKED), BY (REVIEW), WHEN (ANY), TO (SAME), NEEDS (ACCOUNTS) },
  { FROM (CONVOKED), BY (NOTICE), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (CONVOKED), BY (ROLL), WHEN (QUORUM), TO (PRESENTED), NEEDS (NOTICE) },
  { FROM (CONVOKED), BY (ROLL), WHEN (NO_QUORUM), TO (NO_QUORUM), NEEDS (NOTICE) },
  { FROM (NO_QUORUM), BY (READ), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (NO_QUORUM), BY (MINUTES), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (NO_QUORUM), BY (NOTICE), WHEN (ANY), TO (CONVOKED), NEEDS (NOTHING) },

  /* 4 PRESENTED: shown, read, asked, answered, accepted or given back */
  { FROM (PRESENTED), BY (READ), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (PRESENTED), BY (QUESTION), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (PRESENTED), BY (ACCOUNTS), WHEN (ACCEPTED), TO (SAME), NEEDS (READ) },
  { FROM (PRESENTED), BY (ACCOUNTS), WHEN (RETURNED), TO (CLOSED), NEEDS (READ) },
  { FROM (PRESENTED), BY (MINUTES), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (PRESENTED), BY (PROPOSE), WHEN (ANY), TO (PROPOSING), NEEDS (ACCEPTED) },
  { FROM (PRESENTED), BY (ROUND), WHEN (ANY), TO (CONSULTING), NEEDS (READY_PROPOSAL) },
  { FROM (PRESENTED), BY (TALK_HERE), WHEN (ANY), TO (DECIDING), NEEDS (READY_PROPOSAL) },

  /* 5 PROPOSING: anyone, in the order spoken */
  { FROM (PROPOSING), BY (QUESTION), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (PROPOSING), BY (PROPOSE), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (PROPOSING), BY (WITHDRAW), WHEN (ANY), TO (SAME), NEEDS (PROPOSAL) },
  { FROM (PROPOSING), BY (OBJECT), WHEN (ANY), TO (SAME), NEEDS (PROPOSAL) },
  { FROM (PROPOSING), BY (ANSWER), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (PROPOSING), BY (MINUTES), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (PROPOSING), BY (ROUND), WHEN (ANY), TO (CONSULTING), NEEDS (PROPOSAL) },
  { FROM (PROPOSING), BY (TALK_HERE), WHEN (ANY), TO (DECIDING), NEEDS (PROPOSAL) },

  /* 6 CONSULTING: every barrio or community answers in its own words */
  { FROM (CONSULTING), BY (WORD), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (CONSULTING), BY (POSITION), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (CONSULTING), BY (OBJECT), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (CONSULTING), BY (ANSWER), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (CONSULTING), BY (MINUTES), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (CONSULTING), BY (GATHER), WHEN (ANY), TO (HARMONISING), NEEDS (ALL_HEARD) },
  { FROM (CONSULTING), BY (NOT_HEARD), WHEN (ANY), TO (HARMONISING), NEEDS (SOMEBODY_UNHEARD) },

  /* 7 HARMONISING: a new version and another round, or on to the assembly */
  { FROM (HARMONISING), BY (WORD), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (HARMONISING), BY (PROPOSE), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (HARMONISING), BY (WITHDRAW), WHEN (ANY), TO (SAME), NEEDS (PROPOSAL) },
  { FROM (HARMONISING), BY (OBJECT), WHEN (ANY), TO (SAME), NEEDS (PROPOSAL) },
  { FROM (HARMONISING), BY (ANSWER), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (HARMONISING), BY (MINUTES), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (HARMONISING), BY (ROUND), WHEN (ANY), TO (CONSULTING), NEEDS (PROPOSAL) },
  { FROM (HARMONISING), BY (NOTICE), WHEN (ANY), TO (SAME), NEEDS (PROPOSAL) },
  { FROM (HARMONISING), BY (ROLL), WHEN (QUORUM), TO (DECIDING), NEEDS (NOTICE) },
  { FROM (HARMONISING), BY (ROLL), WHEN (NO_QUORUM), TO (SAME), NEEDS (NOTICE) },
  { FROM (HARMONISING), BY (TALK_HERE), WHEN (ANY), TO (DECIDING), NEEDS (QUORUM_TODAY) },

  /* 8 DECIDING: "does anyone not agree?" */
  { FROM (DECIDING), BY (READ), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (DECIDING), BY (QUESTION), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (DECIDING), BY (POSITION), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (DECIDING), BY (OBJECT), WHEN (ANY), TO (SAME), NEEDS (PROPOSAL) },
  { FROM (DECIDING), BY (ANSWER), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (DECIDING), BY (WITHDRAW), WHEN (ANY), TO (SAME), NEEDS (PROPOSAL) },
  { FROM (DECIDING), BY (AGREE), WHEN (ANY), TO (SAME), NEEDS (NO_STOP) },
  { FROM (DECIDING), BY (VOTE), WHEN (ANY), TO (SAME), NEEDS (ROUNDS) },
  { FROM (DECIDING), BY (KEEP_TALKING), WHEN (ANY), TO (HARMONISING), NEEDS (NOTHING) },
  { FROM (DECIDING), BY (PUT_OFF), WHEN (ANY), TO (CONVOKED), NEEDS (NOTHING) },
  { FROM (DECIDING), BY (MINUTES), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (DECIDING), BY (DECIDE), WHEN (ANY), TO (DECIDED), NEEDS (ADOPTED) },

  /* 9 DECIDED and 10 MANDATED: who, until when, with what tolerance */
  { FROM (DECIDED), BY (MINUTES), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (DECIDED), BY (MANDATE), WHEN (EVERY_LINE), TO (MANDATED), NEEDS (NOTHING) },
  { FROM (DECIDED), BY (MANDATE), WHEN (SOME_LINES), TO (SAME), NEEDS (NOTHING) },
  { FROM (DECIDED), BY (PAY), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (DECIDED), BY (FINISH), WHEN (ANY), TO (FINISHED), NEEDS (NO_LINES) },
  { FROM (MANDATED), BY (MINUTES), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (MANDATED), BY (MANDATE), WHEN (EVERY_LINE), TO (SAME), NEEDS (NOTHING) },
  { FROM (MANDATED), BY (PAY), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (MANDATED), BY (ACCEPT), WHEN (ANY), TO (EXECUTING), NEEDS (NOTHING) },

  /* 11 EXECUTING and 11b BLOCKED: every payment names its line */
  { FROM (EXECUTING), BY (PAY), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (EXECUTING), BY (MANDATE), WHEN (EVERY_LINE), TO (SAME), NEEDS (NOTHING) },
  { FROM (EXECUTING), BY (ACCEPT), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (EXECUTING), BY (MINUTES), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (EXECUTING), BY (BLOCK), WHEN (ANY), TO (BLOCKED), NEEDS (NOTHING) },
  { FROM (EXECUTING), BY (NOTICE), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (EXECUTING), BY (ROLL), WHEN (QUORUM), TO (SAME), NEEDS (NOTICE) },
  { FROM (EXECUTING), BY (ROLL), WHEN (NO_QUORUM), TO (SAME), NEEDS (NOTICE) },
  { FROM (EXECUTING), BY (REPORT), WHEN (ANY), TO (REPORTED), NEEDS (REPORT_ASSEMBLY) },
  { FROM (EXECUTING), BY (REOPEN), WHEN (ANY), TO (REOPENED), NEEDS (UNCARRIED) },
  { FROM (BLOCKED), BY (PAY), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (BLOCKED), BY (MINUTES), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (BLOCKED), BY (UNBLOCK), WHEN (ANY), TO (EXECUTING), NEEDS (NOTHING) },
  { FROM (BLOCKED), BY (NOTICE), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (BLOCKED), BY (ROLL), WHEN (QUORUM), TO (SAME), NEEDS (NOTICE) },
  { FROM (BLOCKED), BY (ROLL), WHEN (NO_QUORUM), TO (SAME), NEEDS (NOTICE) },
  { FROM (BLOCKED), BY (REPORT), WHEN (ANY), TO (REPORTED), NEEDS (REPORT_ASSEMBLY) },
  { FROM (BLOCKED), BY (REOPEN), WHEN (ANY), TO (REOPENED), NEEDS (UNCARRIED) },

  /* 12 REPORTED and 13 FINISHED */
  { FROM (REPORTED), BY (PAY), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (REPORTED), BY (MINUTES), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (REPORTED), BY (MORE_TIME), WHEN (ANY), TO (EXECUTING), NEEDS (NOTHING) },
  { FROM (REPORTED), BY (REOPEN), WHEN (ANY), TO (REOPENED), NEEDS (UNCARRIED) },
  { FROM (REPORTED), BY (FINISH), WHEN (ANY), TO (FINISHED), NEEDS (SETTLED) },
  { FROM (FINISHED), BY (MINUTES), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (FINISHED), BY (LINK), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (FINISHED), BY (AGENDA), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },

  /* R REOPENED: the new case goes to an assembly, the old one carries out what stays */
  { FROM (REOPENED), BY (NOTICE), WHEN (ANY), TO (CONVOKED), NEEDS (UNDECIDED) },
  { FROM (REOPENED), BY (ROLL), WHEN (QUORUM), TO (SAME), NEEDS (NOTICE) },
  { FROM (REOPENED), BY (ROLL), WHEN (NO_QUORUM), TO (SAME), NEEDS (NOTICE) },
  { FROM (REOPENED), BY (NOTICE), WHEN (ANY), TO (SAME), NEEDS (DECISION) },
  { FROM (REOPENED), BY (PAY), WHEN (ANY), TO (SAME), NEEDS (DECISION) },
  { FROM (REOPENED), BY (MINUTES), WHEN (ANY), TO (SAME), NEEDS (ROLL) },
  { FROM (REOPENED), BY (REPORT), WHEN (ANY), TO (REPORTED), NEEDS (REPORT_ASSEMBLY) },

  /* PAUSED: back to the same station */
  { FROM (PAUSED), BY (RESUME), WHEN (ANY), TO (PREVIOUS), NEEDS (NOTHING) },
};

/* What may happen at every station that is neither paused nor finished. */
static const TqTransition everywhere[] = {
  { FROM (SAME), BY (PAUSE), WHEN (ANY), TO (PAUSED), NEEDS (NOTHING) },
  { FROM (SAME), BY (RECALL), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (SAME), BY (AGENDA), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
  { FROM (SAME), BY (LINK), WHEN (ANY), TO (SAME), NEEDS (NOTHING) },
};

static const char *const state_names[] = {
  "open",      "closed",     "shortfall",   "reviewed", "convoked", "no-quorum", "presented",
  "proposing", "consulting", "harmonising", "deciding", "decided",  "waiting",   "mandated",
  "executing", "blocked",    "reported",    "finished", "reopened", "paused",
};

static const char *const state_titles[] = {
  N_ ("Period open"),  N_ ("Period closed"), N_ ("Closed with a shortfall"),
  N_ ("Reviewed"),     N_ ("Convoked"),      N_ ("No quorum"),
  N_ ("Presented"),    N_ ("Proposing"),     N_ ("Consulting"),
  N_ ("Harmonising"),  N_ ("Deciding"),      N_ ("Decided"),
  N_ ("Waiting"),      N_ ("Mandated"),      N_ ("Carrying out"),
  N_ ("Blocked"),      N_ ("Reported"),      N_ ("Finished"),
  N_ ("Opened again"), N_ ("Paused"),
};

static const struct {
  const char *name;
  const char *title;
} doings[TQ_N_DOINGS] = {
  [TQ_DO_COUNT] = { "count", N_ ("Count the cash and the stock") },
  [TQ_DO_CLOSE] = { "close", N_ ("Close the period") },
  [TQ_DO_REVIEW] = { "review", N_ ("Write the finding of the vigilance commission") },
  [TQ_DO_NOTICE] = { "notice", N_ ("Give notice of an assembly") },
  [TQ_DO_ROLL] = { "roll", N_ ("Call the roll") },
  [TQ_DO_READ] = { "read", N_ ("Show and read the statement") },
  [TQ_DO_QUESTION] = { "question", N_ ("Note a question or its answer") },
  [TQ_DO_ACCOUNTS] = { "accounts", N_ ("Accept the accounts or give them back") },
  [TQ_DO_PROPOSE] = { "propose", N_ ("Write down a proposal or a new version") },
  [TQ_DO_WITHDRAW] = { "withdraw", N_ ("Withdraw a proposal") },
  [TQ_DO_ROUND] = { "round", N_ ("Send the proposals to the groups") },
  [TQ_DO_TALK_HERE] = { "talk-here", N_ ("Talk it over in this assembly") },
  [TQ_DO_WORD] = { "word", N_ ("Write down the word of a group") },
  [TQ_DO_GATHER] = { "gather", N_ ("Bring the words together") },
  [TQ_DO_NOT_HEARD] = { "not-heard", N_ ("Accept the list of groups not yet heard") },
  [TQ_DO_POSITION] = { "position", N_ ("Write down the position of a family") },
  [TQ_DO_OBJECT] = { "object", N_ ("Write down an objection") },
  [TQ_DO_ANSWER] = { "answer", N_ ("Answer an objection") },
  [TQ_DO_AGREE] = { "agree", N_ ("Record the agreement") },
  [TQ_DO_VOTE] = { "vote", N_ ("Record a vote") },
  [TQ_DO_KEEP_TALKING] = { "keep-talking", N_ ("Keep talking") },
  [TQ_DO_PUT_OFF] = { "put-off", N_ ("Put it off to another assembly") },
  [TQ_DO_DECIDE] = { "decide", N_ ("Record the decision") },
  [TQ_DO_MINUTES] = { "minutes", N_ ("Write the minutes") },
  [TQ_DO_MANDATE] = { "mandate", N_ ("Give a mandate") },
  [TQ_DO_ACCEPT] = { "accept", N_ ("Accept the mandate") },
  [TQ_DO_PAY] = { "pay", N_ ("Pay on a line of the decision") },
  [TQ_DO_BLOCK] = { "block", N_ ("Say that a line cannot go on") },
  [TQ_DO_UNBLOCK] = { "unblock", N_ ("Say that the line can go on") },
  [TQ_DO_REPORT] = { "report", N_ ("Report back to the assembly") },
  [TQ_DO_MORE_TIME] = { "more-time", N_ ("Give more time") },
  [TQ_DO_FINISH] = { "finish", N_ ("Close the case") },
  [TQ_DO_REOPEN] = { "reopen", N_ ("Open again what is not carried out") },
  [TQ_DO_PAUSE] = { "pause", N_ ("Pause the case") },
  [TQ_DO_RESUME] = { "resume", N_ ("Take the case up again") },
  [TQ_DO_RECALL] = { "recall", N_ ("Record a recall") },
  [TQ_DO_AGENDA] = { "agenda", N_ ("Put a matter on the agenda") },
  [TQ_DO_LINK] = { "link", N_ ("Link a mark to the agreement that dealt with it") },
};

/* The rows of the road, without those that hold at every station. */
const TqTransition *
tq_road_get_table (gsize *out_n)
{
  *out_n = G_N_ELEMENTS (transitions);
  return transitions;
}

/* The stored name of a station. */
const char *
tq_state_get_name (TqState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (state_names), "");
  return state_names[state];
}

/* The translated name of a station. */
const char *
tq_state_get_title (TqState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (state_titles), "");
  return _ (state_titles[state]);
}

/* The station with a stored name. */
gboolean
tq_state_find (const char *name, TqState *out_state)
{
  for (guint i = 0; i < G_N_ELEMENTS (state_names); i++)
    if (g_str_equal (state_names[i], name)) {
      *out_state = (TqState) i;
      return TRUE;
    }
  return FALSE;
}

/* The stored name of an act. */
const char *
tq_doing_get_name (TqDoing doing)
{
  g_return_val_if_fail (doing < TQ_N_DOINGS, "");
  return doings[doing].name;
}

/* What an act is, in words for a button or a list (translated). */
const char *
tq_doing_get_title (TqDoing doing)
{
  g_return_val_if_fail (doing < TQ_N_DOINGS, "");
  return _ (doings[doing].title);
}

/* The act with a stored name. */
gboolean
tq_doing_find (const char *name, TqDoing *out_doing)
{
  for (guint i = 0; i < TQ_N_DOINGS; i++)
    if (g_str_equal (doings[i].name, name)) {
      *out_doing = (TqDoing) i;
      return TRUE;
    }
  return FALSE;
}

/* The row from the case's station by this act and outcome; with ANY, the first row of the act whose
 * need is met, else the first row of the act. */
static const TqTransition *
find_row (const TqCase *c, TqDoing doing, TqOutcome outcome)
{
  const TqState state = tq_need_get_state (c);
  const TqTransition *first = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (transitions); i++) {
    const TqTransition *row = &transitions[i];
    if (row->from != state || row->doing != doing ||
        (outcome != TQ_OUTCOME_ANY && row->outcome != TQ_OUTCOME_ANY && row->outcome != outcome))
      continue;
    if (tq_need_is_met (row->need, c))
      return row;
    first = first != NULL ? first : row;
  }
  for (gsize i = 0; i < G_N_ELEMENTS (everywhere) && first == NULL; i++)
    if (everywhere[i].doing == doing && state != TQ_STATE_PAUSED && state != TQ_STATE_FINISHED)
      first = &everywhere[i];
  return first;
}

static char *
describe_refusal (const TqCase *c, TqDoing doing)
{
  g_autoptr (GString) possible = g_string_new (NULL);
  for (guint i = 0; i < TQ_N_DOINGS; i++) {
    const TqTransition *row = find_row (c, (TqDoing) i, TQ_OUTCOME_ANY);
    if (row == NULL || !tq_need_is_met (row->need, c))
      continue;
    g_string_append (possible, possible->len > 0 ? ", " : "");
    g_string_append_printf (possible, _ ("“%s”"), tq_doing_get_title ((TqDoing) i));
  }
  return g_strdup_printf (
    /* Translators: an act, the station of the case, and the list of the acts that are possible. */
    _ ("“%s” is not possible while the case stands at “%s”. Possible now: %s."),
    tq_doing_get_title (doing),
    tq_state_get_title (tq_need_get_state (c)),
    possible->str);
}

/* Whether *doing* is possible now; *out_why* (nullable) says in a sentence why not (transfer
 * full). */
gboolean
tq_road_can (const TqCase *c, TqDoing doing, char **out_why)
{
  const TqTransition *row = find_row (c, doing, TQ_OUTCOME_ANY);
  if (row != NULL && tq_need_is_met (row->need, c))
    return TRUE;
  if (out_why != NULL)
    *out_why = row != NULL ? g_strdup (tq_need_get_why (row->need)) : describe_refusal (c, doing);
  return FALSE;
}

/* Where *doing* with *outcome* leads from here. Raises TQ_ERROR_FORBIDDEN with the reason. */
gboolean
tq_road_find (const TqCase *c, TqDoing doing, TqOutcome outcome, TqState *out_to, GError **error)
{
  const TqTransition *row = find_row (c, doing, outcome);
  if (row != NULL && tq_need_is_met (row->need, c)) {
    *out_to = row->to;
    return TRUE;
  }
  g_autofree char *why =
    row != NULL ? g_strdup (tq_need_get_why (row->need)) : describe_refusal (c, doing);
  g_set_error_literal (error, TQ_ERROR, TQ_ERROR_FORBIDDEN, why);
  return FALSE;
}
