/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The step log: what a count did, complete in JSON so that another program can recount it, and as
 * text that a person can follow on paper. JSON speaks English in every language; the text is
 * translated.
 *
 * Every result has "rule", "file", "ballots" (the voters counted), "invalid" (a list of {line,
 * ballots, reason}), "names", "ties" and "decided", and "withdrawn" (a list of indexes) where
 * anybody has; what else it has is the rule's own. Options are indexes from 0 in JSON, and numbers
 * from 1 in the text. */
#include "tally/step-log.h"

#include "base/i18n.h"

#include <inttypes.h>
#include <string.h>

/* Begins the object of a result. *json* and *text* are (nullable) and must outlive the log. */
void
tq_step_log_start (TqStepLog *log, TqJsonWriter *json, GString *text)
{
  *log = (TqStepLog){ .json = json, .text = text };
  if (json == NULL) {
    log->nowhere = g_string_new (NULL);
    log->json = &log->nowhere_writer;
    tq_json_writer_start (log->json, log->nowhere, FALSE);
  }
  tq_json_writer_begin_object (log->json, NULL);
}

void
tq_step_log_finish (TqStepLog *log)
{
  tq_json_writer_end_object (log->json);
}

void
tq_step_log_clear (TqStepLog *log)
{
  if (log->nowhere != NULL)
    g_string_free (log->nowhere, TRUE);
  log->nowhere = NULL;
}

/* Begins a list that stands on one line. */
static gboolean
begin_row (TqStepLog *log, const char *key)
{
  const gboolean pretty = log->json->pretty;
  tq_json_writer_begin_array (log->json, key);
  log->json->pretty = FALSE;
  return pretty;
}

static void
end_row (TqStepLog *log, gboolean pretty)
{
  tq_json_writer_end_array (log->json);
  log->json->pretty = pretty;
}

/* A list of whole numbers; negative ones become null: an option that is out. */
void
tq_step_log_write_numbers (TqStepLog *log, const char *key, const gint64 *values, guint n)
{
  const gboolean pretty = begin_row (log, key);
  for (guint i = 0; i < n; i++) {
    if (values[i] < 0)
      tq_json_writer_add_null (log->json, NULL);
    else
      tq_json_writer_add_int (log->json, NULL, values[i]);
  }
  end_row (log, pretty);
}

void
tq_step_log_write_set (TqStepLog *log, const char *key, const GArray *set)
{
  const gboolean pretty = begin_row (log, key);
  for (guint i = 0; i < set->len; i++)
    tq_json_writer_add_int (log->json, NULL, tq_set_get (set, i));
  end_row (log, pretty);
}

void
tq_step_log_write_matrix (TqStepLog *log, const char *key, const TqMatrix *matrix)
{
  tq_json_writer_begin_array (log->json, key);
  for (guint i = 0; i < matrix->n; i++)
    tq_step_log_write_numbers (log, NULL, matrix->cells + (gsize) i * matrix->n, matrix->n);
  tq_json_writer_end_array (log->json);
}

void
tq_step_log_write_names (TqStepLog *log, const TqBallots *ballots)
{
  tq_json_writer_begin_array (log->json, "names");
  for (guint i = 0; i < ballots->names->len; i++)
    tq_json_writer_add_text (log->json, NULL, tq_ballots_get_name (ballots, i));
  tq_json_writer_end_array (log->json);
}

static const char *
get_reason_word (TqInvalidReason reason)
{
  static const char *const words[] = {
    [TQ_INVALID_WEIGHT_ZERO] = "weight_zero",     [TQ_INVALID_EMPTY] = "empty",
    [TQ_INVALID_EQUAL_FIRST] = "equal_first",     [TQ_INVALID_SCORE_TOO_HIGH] = "score_too_high",
    [TQ_INVALID_TOO_MANY_DOTS] = "too_many_dots", [TQ_INVALID_BLANK] = "blank",
    [TQ_INVALID_ALL_WITHDRAWN] = "all_withdrawn",
  };
  return words[reason];
}

static const char *
get_reason_text (TqInvalidReason reason)
{
  static const char *const texts[] = {
    [TQ_INVALID_WEIGHT_ZERO] = N_ ("its weight is zero"),
    [TQ_INVALID_EMPTY] = N_ ("nothing is marked on it"),
    [TQ_INVALID_EQUAL_FIRST] = N_ ("several options share the first place"),
    [TQ_INVALID_SCORE_TOO_HIGH] = N_ ("a score is higher than allowed"),
    [TQ_INVALID_TOO_MANY_DOTS] = N_ ("it spends more dots than a voter has"),
    [TQ_INVALID_BLANK] = N_ ("blank or invalid"),
    [TQ_INVALID_ALL_WITHDRAWN] = N_ ("it names only who has withdrawn"),
  };
  return _ (texts[reason]);
}

static void
add_invalid_line (TqStepLog *log, const TqInvalid *item)
{
  const char *reason = get_reason_text (item->reason);
  if (item->line > 0)
    tq_step_log_add_line (log,
                          _ ("Not counted, line %u, ballots: %" PRId64 "; %s."),
                          item->line,
                          item->weight,
                          reason);
  else
    tq_step_log_add_line (log, _ ("Not counted, ballots: %" PRId64 "; %s."), item->weight, reason);
}

/* Writes the member "invalid" and its lines of text. */
void
tq_step_log_write_invalid (TqStepLog *log, const GArray *invalid)
{
  tq_json_writer_begin_array (log->json, "invalid");
  for (guint i = 0; i < invalid->len; i++) {
    const TqInvalid *item = &g_array_index (invalid, TqInvalid, i);
    const gboolean pretty = log->json->pretty;
    tq_json_writer_begin_object (log->json, NULL);
    log->json->pretty = FALSE;
    if (item->line > 0)
      tq_json_writer_add_int (log->json, "line", item->line);
    tq_json_writer_add_int (log->json, "ballots", item->weight);
    tq_json_writer_add_text (log->json, "reason", get_reason_word (item->reason));
    tq_json_writer_end_object (log->json);
    log->json->pretty = pretty;
    add_invalid_line (log, item);
  }
  tq_json_writer_end_array (log->json);
}

/* Writes who takes no part, where anybody has withdrawn. */
static void
write_withdrawn (TqStepLog *log, const TqBallots *ballots)
{
  g_autoptr (GArray) withdrawn = tq_set_new ();
  for (guint i = 0; i < ballots->n_options; i++)
    if (ballots->withdrawn[i])
      g_array_append_val (withdrawn, i);
  if (withdrawn->len == 0)
    return;
  g_autofree char *names = tq_step_log_join_names (ballots, withdrawn);
  tq_step_log_write_set (log, "withdrawn", withdrawn);
  tq_step_log_add_line (log, _ ("Withdrawn before the count: %s"), names);
}

/* Writes what every result begins with. */
void
tq_step_log_write_head (TqStepLog *log, const char *rule, const char *path, const TqRecord *record)
{
  tq_json_writer_add_text (log->json, "rule", rule);
  tq_json_writer_add_text (log->json, "file", path);
  tq_json_writer_add_int (log->json, "ballots", record->counted);
  tq_step_log_add_line (log, _ ("Rule: %s"), rule);
  tq_step_log_add_line (log, _ ("File: %s"), path);
  tq_step_log_add_line (log, _ ("Ballots counted: %" PRId64), record->counted);
  tq_step_log_write_invalid (log, record->invalid);
  tq_step_log_write_names (log, record->ballots);
  tq_step_log_add_line (log, "%s", "");
  tq_step_log_add_line (log, "%s", _ ("Options:"));
  for (guint i = 0; i < record->ballots->names->len; i++)
    tq_step_log_add_line (log, "%4u. %s", i + 1, tq_ballots_get_name (record->ballots, i));
  write_withdrawn (log, record->ballots);
}

/* Writes the winners, the ties and whether all is decided. */
void
tq_step_log_write_end (TqStepLog *log, const TqRecord *record, const char *winners_key)
{
  const gboolean decided = tq_record_is_decided (record);
  tq_step_log_write_set (log, winners_key, record->winners);
  tq_tie_log_write_json (record->ties, log->json);
  tq_json_writer_add_bool (log->json, "decided", decided);
  if (tq_tie_log_get_count (record->ties) > 0) {
    tq_step_log_add_line (log, "%s", "");
    tq_step_log_add_line (log, "%s", _ ("Ties:"));
    if (log->text != NULL)
      tq_tie_log_write_text (record->ties, log->text);
  }
  tq_step_log_add_line (log, "%s", "");
  if (!decided)
    tq_step_log_add_line (log,
                          "%s",
                          _ ("A tie is left to the assembly. What follows holds only with it."));
  for (guint i = 0; i < record->winners->len; i++)
    tq_step_log_add_line (log,
                          _ ("Elected: “%s”"),
                          tq_ballots_get_name (record->ballots, tq_set_get (record->winners, i)));
}

/* Adds a line of text, where text was asked for. */
void
tq_step_log_add_line (TqStepLog *log, const char *format, ...)
{
  va_list arguments;
  if (log->text == NULL)
    return;
  va_start (arguments, format);
  g_string_append_vprintf (log->text, format, arguments);
  va_end (arguments);
  g_string_append_c (log->text, '\n');
}

/* Adds a square table whose rows and columns are the options' numbers. */
void
tq_step_log_add_table (TqStepLog *log, const char *title, const TqMatrix *matrix)
{
  gint64 most = matrix->n;
  int width = 2;
  if (log->text == NULL)
    return;
  for (gsize i = 0; i < (gsize) matrix->n * matrix->n; i++)
    most = MAX (most, matrix->cells[i]);
  for (; most >= 10; most /= 10)
    width++;
  tq_step_log_add_line (log, "\n%s", title);
  g_string_append_printf (log->text, "%*s", 6, "");
  for (guint column = 0; column < matrix->n; column++)
    g_string_append_printf (log->text, "%*u", width, column + 1);
  g_string_append_c (log->text, '\n');
  for (guint row = 0; row < matrix->n; row++) {
    g_string_append_printf (log->text, "%5u:", row + 1);
    for (guint column = 0; column < matrix->n; column++) {
      if (row == column)
        g_string_append_printf (log->text, "%*s", width, "-");
      else
        g_string_append_printf (log->text, "%*" PRId64, width, tq_matrix_get (matrix, row, column));
    }
    g_string_append_c (log->text, '\n');
  }
}

/* Adds a line with an amount on the right of a name. */
void
tq_step_log_add_amount (TqStepLog *log, const char *name, const char *amount)
{
  const glong length = g_utf8_strlen (name, -1);
  const int gap = length < 44 ? (int) (44 - length) : 1;
  tq_step_log_add_line (log, "  %s%*s%16s", name, gap, "", amount);
}

/* “A”, “B” (transfer full). */
char *
tq_step_log_join_names (const TqBallots *ballots, const GArray *set)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  for (guint i = 0; i < set->len; i++) {
    g_string_append (joined, i > 0 ? ", " : "");
    g_string_append_printf (joined, _ ("“%s”"), tq_ballots_get_name (ballots, tq_set_get (set, i)));
  }
  return g_string_free (g_steal_pointer (&joined), FALSE);
}
