/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* How ties are broken, and the record of each tie. A tie is never broken in silence.
 *
 * 1. The order of the rules: the method's own (a lower cost, more votes, an earlier stage); then a
 *    lot order that was drawn and stored before the count; then nothing: the assembly decides.
 * 2. A lot order is a text file with one name a line, the first wins. It is read before the count,
 *    it must name every option, and none twice; names beyond the options do no harm, so that one
 *    list serves several counts.
 * 3. Names are compared as bytes of UTF-8, which is the order of their code points. Comparing ids
 *    ("10" before "2") is for checking against reference files only, hence never the default.
 * 4. The record of a tie: the step of the count (from 1), everything that was tied, what was
 *    picked, and what broke the tie. A count that needed the assembly says so on its own line.
 *
 * Stored form: the JSON list "ties" of {step, tied, picked, broken_by}. */
#include "tally/ties.h"

#include "base/error.h"
#include "base/i18n.h"

#include <string.h>

#define LOT_BYTES_MAX (1u << 20)

struct _TqTieRule {
  TqTiePolicy policy;
  char *path;
  GHashTable *places; /* name → place in the lot order, from 1 */
};

typedef struct {
  guint step;
  char *picked;
  GPtrArray *tied;
  TqTieBreaker broken_by;
} Tie;

struct _TqTieLog {
  GArray *ties;
};

void
tq_tie_rule_free (TqTieRule *rule)
{
  g_free (rule->path);
  g_clear_pointer (&rule->places, g_hash_table_unref);
  g_free (rule);
}

static gboolean
add_lot_lines (TqTieRule *rule, char *contents, GError **error)
{
  guint line_number = 0;
  char *next = contents;
  while (next != NULL) {
    char *line = next;
    char *end = strchr (line, '\n');
    next = end != NULL ? end + 1 : NULL;
    if (end != NULL)
      *end = '\0';
    line_number++;
    g_strstrip (line);
    if (*line == '\0')
      continue;
    const guint place = g_hash_table_size (rule->places) + 1;
    if (!g_hash_table_insert (rule->places, g_strdup (line), GUINT_TO_POINTER (place))) {
      g_set_error (error,
                   TQ_ERROR,
                   TQ_ERROR_FORMAT,
                   _ ("%s:%u: found “%s” a second time, expected each name once in the lot order."),
                   rule->path,
                   line_number,
                   line);
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean
load_lot (TqTieRule *rule, GError **error)
{
  g_autofree char *contents = NULL;
  gsize length = 0;
  g_autoptr (GError) local = NULL;
  if (!g_file_get_contents (rule->path, &contents, &length, &local)) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_NOT_FOUND,
                 _ ("The lot order “%s” cannot be read: %s"),
                 rule->path,
                 local->message);
    return FALSE;
  }
  if (length > LOT_BYTES_MAX || !g_utf8_validate (contents, (gssize) length, NULL)) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_FORMAT,
                 _ ("%s:1: found something else than a list of names in UTF-8 of at most 1 MiB, "
                    "expected one name a line."),
                 rule->path);
    return FALSE;
  }
  return add_lot_lines (rule,
                        g_str_has_prefix (contents, "\xEF\xBB\xBF") ? contents + 3 : contents,
                        error);
}

/* Reads "cheapest", "id" or "lot:FILE" (transfer full). Raises TQ_ERROR_INVALID for another word,
 * TQ_ERROR_NOT_FOUND or TQ_ERROR_FORMAT for the file of the lot order. */
TqTieRule *
tq_tie_rule_parse (const char *text, GError **error)
{
  g_return_val_if_fail (text != NULL, NULL);
  g_autoptr (TqTieRule) rule = g_new0 (TqTieRule, 1);
  if (g_str_equal (text, "cheapest"))
    rule->policy = TQ_TIES_CHEAPEST;
  else if (g_str_equal (text, "id"))
    rule->policy = TQ_TIES_ID;
  else if (g_str_has_prefix (text, "lot:") && text[4] != '\0') {
    rule->policy = TQ_TIES_LOT;
    rule->path = g_strdup (text + 4);
    rule->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    if (!load_lot (rule, error))
      return NULL;
  } else {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_INVALID,
                 _ ("“%s” is not a way to break ties. Write cheapest, id or lot:FILE."),
                 text);
    return NULL;
  }
  return g_steal_pointer (&rule);
}

/* A lot order from *names*, one a line, which stand in the file *origin* (transfer full). Raises
 * TQ_ERROR_FORMAT for a name that stands twice. */
TqTieRule *
tq_tie_rule_new_lot (const char *origin, const char *names, GError **error)
{
  g_return_val_if_fail (origin != NULL && names != NULL, NULL);
  g_autofree char *lines = g_strdup (names);
  g_autoptr (TqTieRule) rule = g_new0 (TqTieRule, 1);
  rule->policy = TQ_TIES_LOT;
  rule->path = g_strdup (origin);
  rule->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!add_lot_lines (rule, lines, error))
    return NULL;
  return g_steal_pointer (&rule);
}

/* The policy; a *rule* of NULL is the default, cheapest. */
TqTiePolicy
tq_tie_rule_get_policy (const TqTieRule *rule)
{
  return rule != NULL ? rule->policy : TQ_TIES_CHEAPEST;
}

/* The names under a pointer that is not const, which GLib's sort asks for. */
typedef struct {
  const char *const *names;
} Names;

static int
compare_names (gconstpointer a, gconstpointer b, gpointer data)
{
  const Names *names = data;
  const guint left = *(const guint *) a;
  const guint right = *(const guint *) b;
  const int order = strcmp (names->names[left], names->names[right]);
  return order != 0 ? order : (left > right) - (left < right);
}

/* Gives each of *count* names its place, a smaller one wins: the place in the lot order where one
 * was drawn, else the order of the names by code points. Raises TQ_ERROR_INVALID where the lot
 * order leaves a name out. */
gboolean
tq_tie_rule_rank (const TqTieRule *rule,
                  const char *const *names,
                  guint count,
                  guint *out_ranks,
                  GError **error)
{
  if (tq_tie_rule_get_policy (rule) == TQ_TIES_LOT) {
    for (guint i = 0; i < count; i++) {
      out_ranks[i] = GPOINTER_TO_UINT (g_hash_table_lookup (rule->places, names[i]));
      if (out_ranks[i] == 0) {
        g_set_error (error,
                     TQ_ERROR,
                     TQ_ERROR_INVALID,
                     _ ("The lot order “%s” does not name “%s”. It must name every option."),
                     rule->path,
                     names[i]);
        return FALSE;
      }
    }
    return TRUE;
  }
  g_autofree guint *sorted = g_new (guint, count);
  for (guint i = 0; i < count; i++)
    sorted[i] = i;
  Names data = { names };
  g_qsort_with_data (sorted, (gint) count, sizeof *sorted, compare_names, &data);
  for (guint i = 0; i < count; i++)
    out_ranks[sorted[i]] = i + 1;
  return TRUE;
}

static void
clear_tie (gpointer data)
{
  Tie *tie = data;
  g_free (tie->picked);
  g_ptr_array_unref (tie->tied);
}

TqTieLog *
tq_tie_log_new (void)
{
  TqTieLog *log = g_new0 (TqTieLog, 1);
  log->ties = g_array_new (FALSE, FALSE, sizeof (Tie));
  g_array_set_clear_func (log->ties, clear_tie);
  return log;
}

void
tq_tie_log_free (TqTieLog *log)
{
  g_array_unref (log->ties);
  g_free (log);
}

/* Begins the record of a tie at *step* (from 1): *picked* went through, or was put out, because of
 * *broken_by*; NULL where nothing broke it. tq_tie_log_add_tied () follows for all that were tied.
 * */
void
tq_tie_log_begin (TqTieLog *log, guint step, const char *picked, TqTieBreaker broken_by)
{
  const Tie tie = { step, g_strdup (picked), g_ptr_array_new_with_free_func (g_free), broken_by };
  g_array_append_val (log->ties, tie);
}

void
tq_tie_log_add_tied (TqTieLog *log, const char *name)
{
  g_return_if_fail (log->ties->len > 0);
  g_ptr_array_add (g_array_index (log->ties, Tie, log->ties->len - 1).tied, g_strdup (name));
}

guint
tq_tie_log_get_count (const TqTieLog *log)
{
  return log->ties->len;
}

/* Whether a tie was met that only the assembly can break. */
gboolean
tq_tie_log_is_open (const TqTieLog *log)
{
  for (guint i = 0; i < log->ties->len; i++)
    if (g_array_index (log->ties, Tie, i).broken_by == TQ_TIE_BY_ASSEMBLY)
      return TRUE;
  return FALSE;
}

static const char *
get_breaker_word (TqTieBreaker breaker)
{
  static const char *const words[] = {
    [TQ_TIE_BY_COST] = "cost",
    [TQ_TIE_BY_VOTES] = "votes",
    [TQ_TIE_BY_ID] = "id",
    [TQ_TIE_BY_LOT] = "lot",
    [TQ_TIE_BY_LISTING] = "listing",
    [TQ_TIE_BY_EARLIER_STAGE] = "earlier_stage",
    [TQ_TIE_BY_HEAD_TO_HEAD] = "head_to_head",
    [TQ_TIE_BY_SUM] = "sum",
    [TQ_TIE_BY_TOP_SCORES] = "top_scores",
    [TQ_TIE_BY_NO_EFFECT] = "no_effect",
    [TQ_TIE_BY_ASSEMBLY] = "assembly",
  };
  return words[breaker];
}

/* Writes the member "ties" of the open object. */
void
tq_tie_log_write_json (const TqTieLog *log, TqJsonWriter *writer)
{
  tq_json_writer_begin_array (writer, "ties");
  for (guint i = 0; i < log->ties->len; i++) {
    const Tie *tie = &g_array_index (log->ties, Tie, i);
    tq_json_writer_begin_object (writer, NULL);
    tq_json_writer_add_int (writer, "step", tie->step);
    tq_json_writer_begin_array (writer, "tied");
    for (guint j = 0; j < tie->tied->len; j++)
      tq_json_writer_add_text (writer, NULL, g_ptr_array_index (tie->tied, j));
    tq_json_writer_end_array (writer);
    if (tie->picked != NULL)
      tq_json_writer_add_text (writer, "picked", tie->picked);
    else
      tq_json_writer_add_null (writer, "picked");
    tq_json_writer_add_text (writer, "broken_by", get_breaker_word (tie->broken_by));
    tq_json_writer_end_object (writer);
  }
  tq_json_writer_end_array (writer);
}

/* The sentence for a tie that nothing broke: the assembly decides, where there is anything to
 * decide. */
static void
add_open_sentence (const Tie *tie, const char *tied, GString *text)
{
  if (tie->broken_by == TQ_TIE_BY_LISTING)
    g_string_append_printf (
      text,
      _ ("Step %u: tied %s. “%s” goes first because it is listed before the others."),
      tie->step,
      tied,
      tie->picked);
  else if (tie->broken_by == TQ_TIE_BY_NO_EFFECT)
    g_string_append_printf (text,
                            _ ("Step %u: tied %s. Whichever goes first, the outcome is the same."),
                            tie->step,
                            tied);
  else if (tie->picked != NULL)
    g_string_append_printf (
      text,
      _ (
        "Step %u: tied %s to the end, and no lot was drawn before the count. The count goes on as if the lot had fallen on “%s”; the assembly decides."),
      tie->step,
      tied,
      tie->picked);
  else
    g_string_append_printf (
      text,
      _ ("Step %u: tied %s, and no lot was drawn before the count. The assembly decides."),
      tie->step,
      tied);
}

/* One whole sentence per way to break a tie. */
static void
add_sentence (const Tie *tie, const char *tied, GString *text)
{
  const guint step = tie->step;
  const char *picked = tie->picked;
  switch (tie->broken_by) {
  case TQ_TIE_BY_COST:
    g_string_append_printf (text,
                            _ ("Step %u: tied %s. “%s” goes first because it costs less."),
                            step,
                            tied,
                            picked);
    break;
  case TQ_TIE_BY_VOTES:
    g_string_append_printf (text,
                            _ ("Step %u: tied %s. “%s” goes first because it has more votes."),
                            step,
                            tied,
                            picked);
    break;
  case TQ_TIE_BY_ID:
    g_string_append_printf (text,
                            _ ("Step %u: tied %s. “%s” goes first by the order of the names."),
                            step,
                            tied,
                            picked);
    break;
  case TQ_TIE_BY_LOT:
    g_string_append_printf (text,
                            _ ("Step %u: tied %s. The lot drawn before the count decided: “%s”."),
                            step,
                            tied,
                            picked);
    break;
  case TQ_TIE_BY_EARLIER_STAGE:
    g_string_append_printf (
      text,
      _ ("Step %u: tied %s. The last earlier stage where they differ decided: “%s”."),
      step,
      tied,
      picked);
    break;
  case TQ_TIE_BY_HEAD_TO_HEAD:
    g_string_append_printf (text,
                            _ ("Step %u: tied %s. Comparing one against the other decided: “%s”."),
                            step,
                            tied,
                            picked);
    break;
  case TQ_TIE_BY_SUM:
    g_string_append_printf (text,
                            _ ("Step %u: tied %s. The higher sum decided: “%s”."),
                            step,
                            tied,
                            picked);
    break;
  case TQ_TIE_BY_TOP_SCORES:
    g_string_append_printf (text,
                            _ ("Step %u: tied %s. The number of highest scores decided: “%s”."),
                            step,
                            tied,
                            picked);
    break;
  case TQ_TIE_BY_LISTING:
  case TQ_TIE_BY_NO_EFFECT:
  case TQ_TIE_BY_ASSEMBLY:
  default:
    add_open_sentence (tie, tied, text);
    break;
  }
  g_string_append_c (text, '\n');
}

/* Appends a line a tie; nothing where there was none. */
void
tq_tie_log_write_text (const TqTieLog *log, GString *text)
{
  for (guint i = 0; i < log->ties->len; i++) {
    const Tie *tie = &g_array_index (log->ties, Tie, i);
    g_autoptr (GString) tied = g_string_new (NULL);
    for (guint j = 0; j < tie->tied->len; j++) {
      g_string_append (tied, j > 0 ? ", " : "");
      g_string_append_printf (tied, _ ("“%s”"), (const char *) g_ptr_array_index (tie->tied, j));
    }
    add_sentence (tie, tied->str, text);
  }
}
