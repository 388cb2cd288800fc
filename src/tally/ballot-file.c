/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* A published ballot file: the ballots of one decision with the rule and the outcome, so that
 * anybody can recount them with this program or another. One JSON object:
 *
 *     "rule"       the name of the rule, as in "tally RULE FILE"
 *     "ties"       "cheapest" (unless it is said), "id" or "lot"
 *     "lot"        with "lot": the list of all names in the order in which they were drawn
 *     "increment"  the step of Add1 (optional)
 *     "outcome"    the object that "tally" printed, or a part of it
 *     and the ballots: the members that "tally" reads for the rule ("options" and "ballots",
 *     "voters" and "pot_cents", "agree" and "object" …), or "pabulib", the whole text of a .pb
 *     file.
 *
 * 1. The ballots are counted again by the rule and the lot order of the file; nothing in "outcome"
 *    takes part in the count.
 * 2. Every member of "outcome" must be in the recount with the same value, item by item and in the
 *    same order; numbers are compared as they are written. Only "file" is passed over.
 * 3. "outcome" must say who won: "winners", "elected", "adopted", "selected", "shares" or "minor",
 *    whichever the rule has. What else it says may be left out.
 * 4. The first difference, in the order of "outcome", is named with its place. */
#include "tally/ballot-file.h"

#include "base/error.h"
#include "base/i18n.h"
#include "tally/json-source.h"

#include <stdio.h>
#include <string.h>

#define OUTCOME_BYTES_MAX (32u << 20)

typedef struct {
  TqJsonSource source;
  TqBallotFile *file;
  char *ties;
  GString *lot; /* (nullable) names, one a line */
  gsize start;  /* bytes of the outcome */
  gsize end;
} Reader;

/* A walk through an outcome and its recount, with the place where it stands. */
typedef struct {
  const TqBallotFile *file;
  GString *place;
  guint compared;
} Walk;

void
tq_ballot_file_clear (TqBallotFile *file)
{
  g_clear_pointer (&file->path, g_free);
  g_clear_pointer (&file->rule, g_free);
  g_clear_pointer (&file->increment, g_free);
  g_clear_pointer (&file->pabulib, g_free);
  g_clear_pointer (&file->ties, tq_tie_rule_free);
  g_clear_pointer (&file->outcome, tq_json_free);
}

static gboolean
read_text (Reader *reader, char **out_text, GError **error)
{
  TqJsonSource *source = &reader->source;
  if (*out_text != NULL)
    return tq_json_source_set_fault (source, _ ("each member once"), error);
  if (source->event != TQ_JSON_EVENT_STRING)
    return tq_json_source_set_fault (source, _ ("a text in double quotes"), error);
  *out_text = tq_json_source_dup_text (source);
  return TRUE;
}

static gboolean
read_lot (Reader *reader, GError **error)
{
  TqJsonSource *source = &reader->source;
  if (source->event != TQ_JSON_EVENT_BEGIN_ARRAY)
    return tq_json_source_set_fault (source, _ ("a list in square brackets"), error);
  if (reader->lot == NULL)
    reader->lot = g_string_new (NULL);
  for (;;) {
    if (!tq_json_source_next (source, error))
      return FALSE;
    if (source->event == TQ_JSON_EVENT_END_ARRAY)
      return TRUE;
    if (source->event != TQ_JSON_EVENT_STRING || strchr (source->cursor.text, '\n') != NULL)
      return tq_json_source_set_fault (source, _ ("the name of an option"), error);
    g_string_append (reader->lot, source->cursor.text);
    g_string_append_c (reader->lot, '\n');
  }
}

static gboolean
read_outcome (Reader *reader, GError **error)
{
  TqJsonSource *source = &reader->source;
  if (source->event != TQ_JSON_EVENT_BEGIN_OBJECT)
    return tq_json_source_set_fault (source, _ ("an object in curly brackets"), error);
  if (reader->end > 0)
    return tq_json_source_set_fault (source, _ ("each member once"), error);
  reader->start = source->cursor.start;
  reader->file->outcome_line = source->cursor.line;
  if (!tq_json_source_skip (source, error))
    return FALSE;
  reader->end = source->cursor.at;
  return TRUE;
}

static gboolean
read_member (gpointer data, GError **error)
{
  Reader *reader = data;
  g_autofree char *key = tq_json_source_dup_text (&reader->source);
  if (!tq_json_source_next (&reader->source, error))
    return FALSE;
  if (strcmp (key, "rule") == 0)
    return read_text (reader, &reader->file->rule, error);
  if (strcmp (key, "increment") == 0)
    return read_text (reader, &reader->file->increment, error);
  if (strcmp (key, "pabulib") == 0)
    return read_text (reader, &reader->file->pabulib, error);
  if (strcmp (key, "ties") == 0)
    return read_text (reader, &reader->ties, error);
  if (strcmp (key, "lot") == 0)
    return read_lot (reader, error);
  if (strcmp (key, "outcome") == 0)
    return read_outcome (reader, error);
  return tq_json_source_skip (&reader->source, error);
}

static gboolean
read_members (Reader *reader, GError **error)
{
  TqJsonSource *source = &reader->source;
  if (!tq_json_source_read_members (source, read_member, reader, error) ||
      !tq_json_source_next (source, error))
    return FALSE;
  const char *end = _ ("the end of the file");
  if (reader->file->rule == NULL)
    return tq_json_source_set_fault_at (source, end, _ ("the member “rule”"), error);
  if (reader->end == 0)
    return tq_json_source_set_fault_at (source, end, _ ("the member “outcome”"), error);
  return TRUE;
}

static gboolean
set_ties (Reader *reader, GError **error)
{
  if (reader->ties == NULL)
    return TRUE;
  if (strcmp (reader->ties, "lot") != 0) {
    reader->file->ties = tq_tie_rule_parse (reader->ties, error);
  } else if (reader->lot != NULL) {
    g_autofree char *origin = g_strdup_printf ("%s (lot)", reader->file->path);
    reader->file->ties = tq_tie_rule_new_lot (origin, reader->lot->str, error);
  } else {
    return tq_json_source_set_fault_at (&reader->source,
                                        _ ("the end of the file"),
                                        _ ("the member “lot”"),
                                        error);
  }
  return reader->file->ties != NULL;
}

/* Reads the outcome once more, as a tree: the stream has changed the bytes that it read. */
static gboolean
load_outcome (Reader *reader, GError **error)
{
  g_autofree char *contents = NULL;
  gsize length = 0;
  if (!g_file_get_contents (reader->file->path, &contents, &length, error))
    return FALSE;
  if (length < reader->end)
    return tq_json_source_set_fault_at (&reader->source,
                                        _ ("the end of the file"),
                                        _ ("the member “outcome”"),
                                        error);
  reader->file->outcome =
    tq_json_read (contents + reader->start, reader->end - reader->start, OUTCOME_BYTES_MAX, error);
  if (reader->file->outcome == NULL)
    g_prefix_error (error, "%s:%u: ", reader->file->path, reader->file->outcome_line);
  return reader->file->outcome != NULL;
}

/* Reads the file at *path*, all but its ballots. Raises TQ_ERROR_FORMAT with the place. Clear
 * *file* in either case. */
gboolean
tq_ballot_file_load (TqBallotFile *file, const char *path, GError **error)
{
  *file = (TqBallotFile){ .path = g_strdup (path) };
  Reader reader = { .file = file };
  const gboolean done = tq_json_source_open (&reader.source, path, error) &&
                        read_members (&reader, error) && set_ties (&reader, error) &&
                        load_outcome (&reader, error);
  tq_json_source_clear (&reader.source);
  g_free (reader.ties);
  if (reader.lot != NULL)
    g_string_free (reader.lot, TRUE);
  return done;
}

/* A value for a message (transfer full). */
static char *
dup_value (TqJsonNode node)
{
  if (node.json == NULL)
    return g_strdup (_ ("nothing"));
  switch (tq_json_node_get_type (node)) {
  case TQ_JSON_STRING:
    return g_strdup_printf ("“%.80s”", tq_json_node_get_text (node));
  case TQ_JSON_NUMBER:
    return g_strdup_printf ("%.80s", tq_json_node_get_text (node));
  case TQ_JSON_BOOL:
    return g_strdup (tq_json_node_get_bool (node) ? "true" : "false");
  case TQ_JSON_NULL:
    return g_strdup ("null");
  case TQ_JSON_ARRAY:
    return g_strdup_printf (
      ngettext_ ("a list of %u item", "a list of %u items", tq_json_node_get_count (node)),
      tq_json_node_get_count (node));
  case TQ_JSON_OBJECT:
  default:
    return g_strdup (_ ("an object"));
  }
}

static gboolean
set_difference (const Walk *walk, TqJsonNode published, TqJsonNode recounted, GError **error)
{
  g_autofree char *said = dup_value (published);
  g_autofree char *found = dup_value (recounted);
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_CORRUPT,
               _ ("%s:%u: the published outcome differs from the recount: “%s” is %s, and the "
                  "ballots give %s. Ask for the original ballots."),
               walk->file->path,
               walk->file->outcome_line + tq_json_node_get_line (published) - 1,
               walk->place->str,
               said,
               found);
  return FALSE;
}

static gboolean
is_same_value (TqJsonNode published, TqJsonNode recounted)
{
  const TqJsonType type = tq_json_node_get_type (published);
  if (type != tq_json_node_get_type (recounted))
    return FALSE;
  if (type == TQ_JSON_STRING || type == TQ_JSON_NUMBER)
    return strcmp (tq_json_node_get_text (published), tq_json_node_get_text (recounted)) == 0;
  if (type == TQ_JSON_BOOL)
    return tq_json_node_get_bool (published) == tq_json_node_get_bool (recounted);
  if (type == TQ_JSON_ARRAY)
    return tq_json_node_get_count (published) == tq_json_node_get_count (recounted);
  return TRUE;
}

/* Compares two values and all that they hold; the depth is the reader's limit. */
/* NOLINTNEXTLINE(misc-no-recursion) */
static gboolean
compare (Walk *walk, TqJsonNode published, TqJsonNode recounted, GError **error)
{
  TqJsonIter iter, other;
  TqJsonNode value, counterpart = { NULL, 0 };
  const char *key = NULL;
  const gsize length = walk->place->len;
  guint index = 0;
  if (recounted.json == NULL || !is_same_value (published, recounted))
    return set_difference (walk, published, recounted, error);
  walk->compared++;
  tq_json_iter_init (&iter, published);
  tq_json_iter_init (&other, recounted);
  while (tq_json_iter_next (&iter, &key, &value)) {
    if (key == NULL) {
      if (!tq_json_iter_next (&other, NULL, &counterpart))
        return set_difference (walk, published, recounted, error);
      g_string_append_printf (walk->place, "[%u]", index++);
    } else {
      counterpart = tq_json_node_find (recounted, key);
      g_string_append_printf (walk->place, ".%s", key);
    }
    const gboolean passed = length == strlen ("outcome") && g_strcmp0 (key, "file") == 0;
    if (!passed && !compare (walk, value, counterpart, error))
      return FALSE;
    g_string_truncate (walk->place, length);
  }
  return TRUE;
}

/* Compares the outcome of *file* with a *recount*. Raises TQ_ERROR_CORRUPT at the first difference,
 * TQ_ERROR_FORMAT where the outcome does not say who won. */
gboolean
tq_ballot_file_compare (const TqBallotFile *file,
                        TqJson *recount,
                        guint *out_compared,
                        GError **error)
{
  static const char *const deciding[] = { "winners",  "elected", "adopted",
                                          "selected", "shares",  "minor" };
  const TqJsonNode root = tq_json_get_root (file->outcome);
  const TqJsonNode counted = tq_json_get_root (recount);
  g_autoptr (GString) place = g_string_new ("outcome");
  Walk walk = { file, place, 0 };
  const char *missing = NULL;
  gboolean decides = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (deciding); i++) {
    if (tq_json_node_find (counted, deciding[i]).json == NULL)
      continue;
    missing = deciding[i];
    decides = decides || tq_json_node_find (root, deciding[i]).json != NULL;
  }
  if (missing != NULL && !decides) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_FORMAT,
                 _ ("%s:%u: found an outcome that does not say who won; expected “%s” in it."),
                 file->path,
                 file->outcome_line,
                 missing);
    return FALSE;
  }
  if (!compare (&walk, root, counted, error))
    return FALSE;
  *out_compared = walk.compared;
  return TRUE;
}
