/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Reads one pot and its proposals from JSON:
 *
 *     { "pot_cents": 1200000, "unit": 100,
 *       "options": ["reserve", "school"],
 *       "voters": [ {"name": "F1", "weight": 1, "split": [50, 50]} ] }
 *
 * 1. unit is what every split sums to; a split of nothing but zeros is no proposal. A weight that
 *    is left out is 1.
 * 2. Each split is checked where it stands and only its numbers are kept. Where voters stand before
 *    unit or options, the file is read a second time for them. Other members are passed over.
 * 3. What breaks the format ends with "FILE:LINE: what was found, what was expected". */
#include "tally/pot-json.h"

#include "base/error.h"
#include "base/i18n.h"
#include "tally/json-source.h"
#include "tally/name-table.h"

#include <inttypes.h>
#include <string.h>

#define NAME_BYTES_MAX 1000u

typedef struct {
  TqJsonSource source;
  TqPot *pot;
  gboolean has_pot, has_unit, has_options, has_voters;
  gboolean is_second; /* reading the file again, for the voters alone */
  gboolean postponed; /* the voters to the second time */
  TqNameTable *voters;
  guint32 *parts;
  guint read; /* voters */
} Reader;

/* What is known of one voter while the object is read. */
typedef struct {
  char *name;
  guint line;
  gint64 weight;
  gboolean has_weight, has_split;
  gint64 sum;
} Voter;

static gboolean
fail (Reader *reader, const char *expected, GError **error)
{
  return tq_json_source_set_fault (&reader->source, expected, error);
}

static gboolean
fail_at (Reader *reader, const char *found, const char *expected, GError **error)
{
  return tq_json_source_set_fault_at (&reader->source, found, expected, error);
}

static gboolean
next (Reader *reader, GError **error)
{
  return tq_json_source_next (&reader->source, error);
}

/* Reads the value of a member that must stand once; *expected* is marked with N_. */
static gboolean
read_whole_once (Reader *reader,
                 gboolean *has,
                 gint64 max,
                 const char *expected,
                 gint64 *out_value,
                 GError **error)
{
  if (*has)
    return fail (reader, _ ("each member once"), error);
  *has = TRUE;
  return tq_json_source_get_whole (&reader->source, max, expected, out_value, error);
}

static gboolean
read_name (Reader *reader, const char *expected, GError **error)
{
  if (reader->source.event != TQ_JSON_EVENT_STRING || reader->source.cursor.length == 0 ||
      reader->source.cursor.length > NAME_BYTES_MAX)
    return fail (reader, expected, error);
  return TRUE;
}

static gboolean
read_options (Reader *reader, GError **error)
{
  g_autoptr (TqNameTable) names = tq_name_table_new ();
  if (reader->has_options)
    return fail (reader, _ ("each member once"), error);
  reader->has_options = TRUE;
  if (reader->source.event != TQ_JSON_EVENT_BEGIN_ARRAY)
    return fail (reader, _ ("a list of the uses between which the pot is divided"), error);
  while (TRUE) {
    if (!next (reader, error))
      return FALSE;
    if (reader->source.event == TQ_JSON_EVENT_END_ARRAY)
      break;
    if (!read_name (reader, _ ("the name of a use"), error))
      return FALSE;
    if (reader->pot->names->len == TQ_POT_OPTIONS_MAX)
      return fail (reader, _ ("at most 500 uses"), error);
    if (!tq_name_table_add (names, reader->source.cursor.text, reader->source.cursor.length))
      return fail (reader, _ ("a name that no other use has"), error);
    g_ptr_array_add (reader->pot->names, tq_json_source_dup_text (&reader->source));
  }
  if (reader->pot->names->len == 0)
    return fail (reader, _ ("at least one use"), error);
  reader->parts = g_new (guint32, reader->pot->names->len);
  return TRUE;
}

/* Reads a split into reader->parts. */
static gboolean
read_split (Reader *reader, Voter *voter, GError **error)
{
  const guint options = reader->pot->names->len;
  guint count = 0;
  if (voter->has_split)
    return fail (reader, _ ("each member once"), error);
  voter->has_split = TRUE;
  if (reader->source.event != TQ_JSON_EVENT_BEGIN_ARRAY)
    return fail (reader, _ ("a list with one number for each use"), error);
  while (TRUE) {
    gint64 part = 0;
    if (!next (reader, error))
      return FALSE;
    if (reader->source.event == TQ_JSON_EVENT_END_ARRAY)
      break;
    if (count == options)
      return fail (reader, _ ("no more numbers than there are uses"), error);
    if (!tq_json_source_get_whole (&reader->source,
                                   reader->pot->unit,
                                   N_ ("a whole number from 0 to the unit"),
                                   &part,
                                   error))
      return FALSE;
    reader->parts[count++] = (guint32) part;
    voter->sum += part;
  }
  if (count < options)
    return fail (reader, _ ("one number for each use"), error);
  if (voter->sum != 0 && voter->sum != reader->pot->unit) {
    g_autofree char *found = g_strdup_printf (_ ("a split that sums to %" PRId64), voter->sum);
    g_autofree char *expected = g_strdup_printf (_ ("a sum of %" PRId64), reader->pot->unit);
    return fail_at (reader, found, expected, error);
  }
  return TRUE;
}

static gboolean
read_voter_name (Reader *reader, Voter *voter, GError **error)
{
  if (voter->name != NULL)
    return fail (reader, _ ("each member once"), error);
  if (!read_name (reader, _ ("the name of a voter"), error))
    return FALSE;
  if (!tq_name_table_add (reader->voters, reader->source.cursor.text, reader->source.cursor.length))
    return fail (reader, _ ("a name that no other voter has"), error);
  voter->name = tq_json_source_dup_text (&reader->source);
  return TRUE;
}

static gboolean
read_voter_members (Reader *reader, Voter *voter, GError **error)
{
  while (TRUE) {
    if (!next (reader, error))
      return FALSE;
    if (reader->source.event == TQ_JSON_EVENT_END_OBJECT)
      return TRUE;
    const char *key = reader->source.cursor.text;
    const gboolean is_name = g_str_equal (key, "name");
    const gboolean is_weight = g_str_equal (key, "weight");
    const gboolean is_split = g_str_equal (key, "split");
    if (!next (reader, error))
      return FALSE;
    gboolean done = FALSE;
    if (is_name)
      done = read_voter_name (reader, voter, error);
    else if (is_weight)
      done = read_whole_once (reader,
                              &voter->has_weight,
                              TQ_POT_WEIGHT_MAX,
                              N_ ("a weight: a whole number from 0 to 1000000000"),
                              &voter->weight,
                              error);
    else if (is_split)
      done = read_split (reader, voter, error);
    else
      done = tq_json_source_skip (&reader->source, error);
    if (!done)
      return FALSE;
  }
}

static gboolean
add_voter (Reader *reader, Voter *voter, GError **error)
{
  TqPot *pot = reader->pot;
  g_autofree char *number = g_strdup_printf ("%u", reader->read);
  const char *name = voter->name != NULL ? voter->name : number;
  if (!voter->has_split)
    return fail_at (reader, _ ("a voter without “split”"), _ ("one number for each use"), error);
  if (voter->weight == 0) {
    tq_pot_add_invalid (pot, name, voter->line, "weight_zero");
    return TRUE;
  }
  if (voter->sum == 0) {
    tq_pot_add_invalid (pot, name, voter->line, "empty");
    return TRUE;
  }
  if (voter->weight > TQ_POT_WEIGHT_MAX - pot->weight ||
      pot->splits->len > TQ_POT_SPLITS_MAX - pot->names->len)
    return fail_at (reader,
                    _ ("more voters or weight than can be counted at once"),
                    _ ("a weight of at most 1000000000 together"),
                    error);
  tq_pot_add_split (pot, reader->parts, voter->weight);
  return TRUE;
}

static gboolean
read_voter (Reader *reader, GError **error)
{
  Voter voter = { .weight = 1, .line = reader->source.cursor.line };
  if (reader->source.event != TQ_JSON_EVENT_BEGIN_OBJECT)
    return fail (reader, _ ("a voter in curly brackets"), error);
  reader->read++;
  const gboolean done =
    read_voter_members (reader, &voter, error) && add_voter (reader, &voter, error);
  g_free (voter.name);
  return done;
}

static gboolean
read_voters (Reader *reader, GError **error)
{
  if (reader->has_voters)
    return fail (reader, _ ("each member once"), error);
  reader->has_voters = TRUE;
  if (!reader->has_options || !reader->has_unit) {
    reader->postponed = TRUE;
    return tq_json_source_skip (&reader->source, error);
  }
  if (reader->source.event != TQ_JSON_EVENT_BEGIN_ARRAY)
    return fail (reader, _ ("a list of voters"), error);
  while (TRUE) {
    if (!next (reader, error))
      return FALSE;
    if (reader->source.event == TQ_JSON_EVENT_END_ARRAY)
      return TRUE;
    if (!read_voter (reader, error))
      return FALSE;
  }
}

static gboolean
read_unit (Reader *reader, GError **error)
{
  const char *expected = N_ ("a unit: a whole number from 1 to 1000000000");
  if (!read_whole_once (reader,
                        &reader->has_unit,
                        TQ_POT_UNIT_MAX,
                        expected,
                        &reader->pot->unit,
                        error))
    return FALSE;
  return reader->pot->unit > 0 || fail (reader, _ (expected), error);
}

static gboolean
read_member (gpointer data, GError **error)
{
  Reader *reader = data;
  const char *key = reader->source.cursor.text;
  const gboolean is_pot = g_str_equal (key, "pot_cents");
  const gboolean is_unit = g_str_equal (key, "unit");
  const gboolean is_options = g_str_equal (key, "options");
  const gboolean is_voters = g_str_equal (key, "voters");
  if (!next (reader, error))
    return FALSE;
  if (reader->is_second && !is_voters)
    return tq_json_source_skip (&reader->source, error);
  if (is_pot)
    return read_whole_once (reader,
                            &reader->has_pot,
                            TQ_POT_MONEY_MAX,
                            N_ ("a pot: a whole number of the smallest unit of money, at most "
                                "1000000000000000"),
                            &reader->pot->pot,
                            error);
  if (is_unit)
    return read_unit (reader, error);
  if (is_options)
    return read_options (reader, error);
  if (is_voters)
    return read_voters (reader, error);
  return tq_json_source_skip (&reader->source, error);
}

static gboolean
read_members (Reader *reader, GError **error)
{
  if (!tq_json_source_read_members (&reader->source, read_member, reader, error))
    return FALSE;
  if (!reader->has_pot || !reader->has_unit || !reader->has_options || !reader->has_voters)
    return fail (reader, _ ("the members “pot_cents”, “unit”, “options” and “voters”"), error);
  return next (reader, error);
}

static gboolean
read_all (Reader *reader, const char *path, GError **error)
{
  if (!tq_json_source_open (&reader->source, path, error) || !read_members (reader, error))
    return FALSE;
  if (reader->postponed) {
    reader->is_second = TRUE;
    reader->has_voters = FALSE;
    tq_json_source_clear (&reader->source);
    if (!tq_json_source_open (&reader->source, path, error) || !read_members (reader, error))
      return FALSE;
  }
  if (reader->pot->weight == 0)
    return fail_at (reader,
                    _ ("no proposal that counts"),
                    _ ("at least one with a weight and a split"),
                    error);
  return TRUE;
}

/* Reads the pot at *path* (transfer full). Raises TQ_ERROR_FORMAT with file and line,
 * TQ_ERROR_NOT_FOUND or TQ_ERROR_STORE. */
TqPot *
tq_pot_load_file (const char *path, GError **error)
{
  g_autoptr (TqPot) pot = tq_pot_new ();
  g_autoptr (TqNameTable) voters = tq_name_table_new ();
  Reader reader = { .pot = pot, .voters = voters };
  const gboolean done = read_all (&reader, path, error);
  tq_json_source_clear (&reader.source);
  g_free (reader.parts);
  return done ? g_steal_pointer (&pot) : NULL;
}
