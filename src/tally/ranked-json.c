/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Ballots from a JSON file: one object with
 *
 *     "options"             names, one an option; the options count from 0 in this order
 *     and one of
 *     "ballots"             a list of [count, [rank of option 0, rank of option 1, …]]: smaller is
 *                           better, equal is a tie, null is not ranked
 *     "score_ballots"       a list of [count, [score of option 0, …]]; null counts as 0
 *     "dot_ballots"         the same with dots
 *     "approval_ballots"    a list of [count, [indexes of the approved options]]
 *
 * and, where the rule asks for it:
 *
 *     "seats"               how many are elected
 *     "max_score"           the highest score of an option, or the most dots on one
 *     "dots_per_voter"      the dots of a voter ("dots_per_person" is the same)
 *     "approval_threshold"  the score from which an option is approved
 *     "default_option"      index of the option "keep talking" (debian)
 *     "quorum"              voters who must prefer an option to it, a decimal or a ratio
 *     "majority_ratio"      a list with one ratio an option ("1", "3", "3/2")
 *     "majority_test"       "at least" or "strictly greater"
 *
 * 1. The count of a ballot is its weight: [3, …] stands for three voters with the same answers, or
 *    for one of weight 3.
 * 2. Other members ("title", "source", "expected" …) are for people and passed over; none of the
 *    members above may stand twice.
 * 3. Ranks and scores are whole numbers from 0 to 65534; every ballot has one answer an option. */
#include "tally/ranked-json.h"

#include "base/error.h"
#include "base/i18n.h"
#include "tally/json-source.h"

#include <string.h>

typedef struct {
  TqJsonSource source;
  TqBallots *ballots;
  gboolean has_ballots;
  guint64 seen; /* one bit a member of the table */
  guint16 row[TQ_BALLOTS_OPTIONS_MAX];
} Reader;

typedef gboolean (*ReadFunc) (Reader *reader, GError **error);

typedef struct {
  const char *key;
  ReadFunc read;
} Member;

static gboolean
begin_list (Reader *reader, GError **error)
{
  if (reader->source.event != TQ_JSON_EVENT_BEGIN_ARRAY)
    return tq_json_source_set_fault (&reader->source, _ ("a list in square brackets"), error);
  return TRUE;
}

static gboolean
add_option (Reader *reader, GError **error)
{
  TqBallots *ballots = reader->ballots;
  if (reader->source.event != TQ_JSON_EVENT_STRING)
    return tq_json_source_set_fault (&reader->source, _ ("the name of an option"), error);
  if (ballots->names->len == TQ_BALLOTS_OPTIONS_MAX)
    return tq_json_source_set_fault (&reader->source, _ ("at most 500 options"), error);
  if (tq_ballots_add_name (ballots, reader->source.cursor.text, error))
    return TRUE;
  g_prefix_error (error, "%s:%u: ", reader->source.path, reader->source.cursor.line);
  return FALSE;
}

static gboolean
read_options (Reader *reader, GError **error)
{
  TqBallots *ballots = reader->ballots;
  if (!begin_list (reader, error))
    return FALSE;
  for (;;) {
    if (!tq_json_source_next (&reader->source, error))
      return FALSE;
    if (reader->source.event == TQ_JSON_EVENT_END_ARRAY)
      break;
    if (!add_option (reader, error))
      return FALSE;
  }
  if (ballots->names->len == 0)
    return tq_json_source_set_fault (&reader->source, _ ("at least one option"), error);
  if (ballots->n_options != 0 && ballots->n_options != ballots->names->len)
    return tq_json_source_set_fault (&reader->source,
                                     _ ("as many options as every ballot has answers"),
                                     error);
  ballots->n_options = ballots->names->len;
  return TRUE;
}

/* Reads one list of answers, one an option, into reader->row; its bracket was read. */
static gboolean
read_answers (Reader *reader, GError **error)
{
  TqJsonSource *source = &reader->source;
  const guint most =
    reader->ballots->n_options > 0 ? reader->ballots->n_options : TQ_BALLOTS_OPTIONS_MAX;
  guint n = 0;
  for (;; n++) {
    gint64 value = TQ_BALLOTS_NONE;
    if (!tq_json_source_next (source, error))
      return FALSE;
    if (source->event == TQ_JSON_EVENT_END_ARRAY)
      break;
    if (n == most)
      return tq_json_source_set_fault (source, _ ("one answer an option and no more"), error);
    if (source->event != TQ_JSON_EVENT_NULL &&
        !tq_json_source_get_whole (source,
                                   TQ_BALLOTS_VALUE_MAX,
                                   N_ ("a whole number from 0 to 65534, or null"),
                                   &value,
                                   error))
      return FALSE;
    reader->row[n] = (guint16) value;
  }
  if (n == 0 || (reader->ballots->n_options > 0 && n != most))
    return tq_json_source_set_fault (source, _ ("one answer for every option"), error);
  reader->ballots->n_options = n;
  return TRUE;
}

/* Reads a list of indexes of options into reader->row, as scores 0 and 1. */
static gboolean
read_set (Reader *reader, GError **error)
{
  TqJsonSource *source = &reader->source;
  const guint n = reader->ballots->n_options;
  if (n == 0)
    return tq_json_source_set_fault (source, _ ("“options” before the sets"), error);
  for (guint i = 0; i < n; i++)
    reader->row[i] = TQ_BALLOTS_NONE;
  for (;;) {
    gint64 option = 0;
    if (!tq_json_source_next (source, error))
      return FALSE;
    if (source->event == TQ_JSON_EVENT_END_ARRAY)
      return TRUE;
    if (!tq_json_source_get_whole (source, n - 1, N_ ("the index of an option"), &option, error))
      return FALSE;
    if (reader->row[option] != TQ_BALLOTS_NONE)
      return tq_json_source_set_fault (source, _ ("each option once on a ballot"), error);
    reader->row[option] = 1;
  }
}

/* Reads [count, [answers]]; its first bracket was read. */
static gboolean
read_ballot (Reader *reader, ReadFunc read_row, GError **error)
{
  TqJsonSource *source = &reader->source;
  gint64 weight = 0;
  const guint line = source->cursor.line;
  if (!tq_json_source_next (source, error) ||
      !tq_json_source_get_whole (source,
                                 TQ_BALLOTS_WEIGHT_MAX,
                                 N_ ("how many ballots are alike, at most 1000000000000"),
                                 &weight,
                                 error))
    return FALSE;
  if (!tq_json_source_next (source, error) || !begin_list (reader, error) ||
      !read_row (reader, error))
    return FALSE;
  if (!tq_json_source_next (source, error))
    return FALSE;
  if (source->event != TQ_JSON_EVENT_END_ARRAY)
    return tq_json_source_set_fault (source, _ ("“]” after the answers of a ballot"), error);
  if (tq_ballots_add (reader->ballots, weight, reader->row, line, error))
    return TRUE;
  g_prefix_error (error, "%s:%u: ", source->path, line);
  return FALSE;
}

static gboolean
read_ballots (Reader *reader, TqBallotsKind kind, ReadFunc read_row, GError **error)
{
  TqJsonSource *source = &reader->source;
  if (reader->has_ballots)
    return tq_json_source_set_fault (source, _ ("one list of ballots and no second"), error);
  reader->has_ballots = TRUE;
  reader->ballots->kind = kind;
  if (!begin_list (reader, error))
    return FALSE;
  for (;;) {
    if (!tq_json_source_next (source, error))
      return FALSE;
    if (source->event == TQ_JSON_EVENT_END_ARRAY)
      return TRUE;
    if (source->event != TQ_JSON_EVENT_BEGIN_ARRAY)
      return tq_json_source_set_fault (source, _ ("a ballot: [count, [answers]]"), error);
    if (!read_ballot (reader, read_row, error))
      return FALSE;
  }
}

static gboolean
read_ranked (Reader *reader, GError **error)
{
  return read_ballots (reader, TQ_BALLOTS_RANKED, read_answers, error);
}

static gboolean
read_scored (Reader *reader, GError **error)
{
  return read_ballots (reader, TQ_BALLOTS_SCORED, read_answers, error);
}

static gboolean
read_approvals (Reader *reader, GError **error)
{
  reader->ballots->threshold = 1;
  return read_ballots (reader, TQ_BALLOTS_SCORED, read_set, error);
}

static gboolean
read_limit (Reader *reader, gint64 *out_value, GError **error)
{
  return tq_json_source_get_whole (&reader->source,
                                   TQ_BALLOTS_VALUE_MAX,
                                   N_ ("a whole number from 0 to 65534"),
                                   out_value,
                                   error);
}

static gboolean
read_seats (Reader *reader, GError **error)
{
  return read_limit (reader, &reader->ballots->seats, error);
}

static gboolean
read_max_score (Reader *reader, GError **error)
{
  return read_limit (reader, &reader->ballots->max_score, error);
}

static gboolean
read_dots (Reader *reader, GError **error)
{
  return read_limit (reader, &reader->ballots->dots, error);
}

static gboolean
read_threshold (Reader *reader, GError **error)
{
  if (!read_limit (reader, &reader->ballots->threshold, error))
    return FALSE;
  if (reader->ballots->threshold == 0)
    return tq_json_source_set_fault (&reader->source, _ ("a score above 0"), error);
  return TRUE;
}

static gboolean
read_default_option (Reader *reader, GError **error)
{
  if (reader->source.event == TQ_JSON_EVENT_NULL)
    return TRUE;
  return tq_json_source_get_whole (&reader->source,
                                   TQ_BALLOTS_OPTIONS_MAX - 1,
                                   N_ ("the index of an option"),
                                   &reader->ballots->default_option,
                                   error);
}

static gboolean
is_exact (const Reader *reader)
{
  return reader->source.event == TQ_JSON_EVENT_NUMBER ||
         reader->source.event == TQ_JSON_EVENT_STRING;
}

static gboolean
read_quorum (Reader *reader, GError **error)
{
  if (reader->source.event == TQ_JSON_EVENT_NULL)
    return TRUE;
  gint64 quorum = -1;
  g_autofree char *text = is_exact (reader) ? tq_json_source_dup_text (&reader->source) : NULL;
  mpq_t value;
  mpq_init (value);
  const gboolean done = text != NULL && tq_mpq_parse (text, value, NULL) &&
                        tq_mpq_round (value, TQ_ROUND_CEIL, &quorum, NULL) && quorum >= 0;
  mpq_clear (value);
  if (!done)
    return tq_json_source_set_fault (&reader->source,
                                     _ ("a quorum: a number of voters that is not negative"),
                                     error);
  reader->ballots->quorum = quorum;
  reader->ballots->quorum_text = g_steal_pointer (&text);
  return TRUE;
}

static gboolean
read_ratios (Reader *reader, GError **error)
{
  if (!begin_list (reader, error))
    return FALSE;
  for (;;) {
    TqRatio ratio = { 0, 1 };
    if (!tq_json_source_next (&reader->source, error))
      return FALSE;
    if (reader->source.event == TQ_JSON_EVENT_END_ARRAY)
      return TRUE;
    if (reader->ballots->ratios->len == TQ_BALLOTS_OPTIONS_MAX)
      return tq_json_source_set_fault (&reader->source, _ ("one ratio an option"), error);
    g_autofree char *text = is_exact (reader) ? tq_json_source_dup_text (&reader->source) : NULL;
    if (text == NULL || !tq_ratio_parse (text, &ratio, NULL) || ratio.num <= 0)
      return tq_json_source_set_fault (&reader->source, _ ("a ratio above 0, like \"3/2\""), error);
    g_array_append_val (reader->ballots->ratios, ratio);
  }
}

static gboolean
read_majority_test (Reader *reader, GError **error)
{
  const char *text = reader->source.event == TQ_JSON_EVENT_STRING ? reader->source.cursor.text : "";
  const gboolean at_least = strcmp (text, "at least") == 0;
  reader->ballots->strict_ratios = strcmp (text, "strictly greater") == 0 ||
                                   strcmp (text, "strict") == 0 || strcmp (text, "greater") == 0 ||
                                   strcmp (text, "more than") == 0;
  if (at_least || reader->ballots->strict_ratios)
    return TRUE;
  return tq_json_source_set_fault (&reader->source,
                                   _ ("\"at least\" or \"strictly greater\""),
                                   error);
}

static const Member members[] = {
  { "options", read_options },
  { "ballots", read_ranked },
  { "score_ballots", read_scored },
  { "dot_ballots", read_scored },
  { "approval_ballots", read_approvals },
  { "seats", read_seats },
  { "max_score", read_max_score },
  { "dots_per_voter", read_dots },
  { "dots_per_person", read_dots },
  { "approval_threshold", read_threshold },
  { "default_option", read_default_option },
  { "quorum", read_quorum },
  { "majority_ratio", read_ratios },
  { "majority_test", read_majority_test },
};

static gboolean
read_member (gpointer data, GError **error)
{
  Reader *reader = data;
  TqJsonSource *source = &reader->source;
  for (guint i = 0; i < G_N_ELEMENTS (members); i++) {
    if (strcmp (source->cursor.text, members[i].key) != 0)
      continue;
    if ((reader->seen & (G_GUINT64_CONSTANT (1) << i)) != 0)
      return tq_json_source_set_fault (source, _ ("each member once"), error);
    reader->seen |= G_GUINT64_CONSTANT (1) << i;
    return tq_json_source_next (source, error) && members[i].read (reader, error);
  }
  return tq_json_source_next (source, error) && tq_json_source_skip (source, error);
}

/* What can be known only at the end of the file. */
static gboolean
check_whole (Reader *reader, GError **error)
{
  const TqBallots *ballots = reader->ballots;
  const TqJsonSource *source = &reader->source;
  const char *end = _ ("the end of the file");
  if (ballots->names->len == 0)
    return tq_json_source_set_fault_at (source, end, _ ("the member “options”"), error);
  if (!reader->has_ballots)
    return tq_json_source_set_fault_at (source,
                                        end,
                                        _ ("the member “ballots” or “score_ballots”"),
                                        error);
  if (ballots->default_option >= ballots->n_options)
    return tq_json_source_set_fault_at (source,
                                        _ ("a default option that is not in the list"),
                                        _ ("the index of an option"),
                                        error);
  if (ballots->ratios->len != 0 && ballots->ratios->len != ballots->n_options)
    return tq_json_source_set_fault_at (source,
                                        _ ("another number of majority ratios than of options"),
                                        _ ("one ratio an option"),
                                        error);
  if (ballots->seats > ballots->n_options)
    return tq_json_source_set_fault_at (source,
                                        _ ("more seats than options"),
                                        _ ("at most one seat an option"),
                                        error);
  return TRUE;
}

static gboolean
read_file (Reader *reader, GError **error)
{
  return tq_json_source_read_members (&reader->source, read_member, reader, error) &&
         tq_json_source_next (&reader->source, error) && check_whole (reader, error);
}

/* Reads the file at *path* (transfer full). Raises TQ_ERROR_FORMAT or TQ_ERROR_OVERFLOW with the
 * place, TQ_ERROR_NOT_FOUND or TQ_ERROR_STORE where the file cannot be read. */
TqBallots *
tq_ranked_json_load_file (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_autofree Reader *reader = g_new0 (Reader, 1);
  g_autoptr (TqBallots) ballots = tq_ballots_new (TQ_BALLOTS_RANKED);
  reader->ballots = ballots;
  const gboolean done =
    tq_json_source_open (&reader->source, path, error) && read_file (reader, error);
  tq_json_source_clear (&reader->source);
  if (!done)
    return NULL;
  if (ballots->kind == TQ_BALLOTS_SCORED)
    tq_ballots_enforce_limits (ballots);
  return g_steal_pointer (&ballots);
}
