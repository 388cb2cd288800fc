/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Ballots in memory, as every counting rule receives them: a table with one row a ballot and one
 * answer an option.
 *
 * 1. A ballot of weight w behaves as w equal voters; weights are whole numbers and their sum is at
 *    most 10^12, so that no product of the counting rules leaves 128 bits.
 * 2. A ballot of weight 0 and a ballot without any answer are kept in the record (*invalid*), not
 *    in the count.
 * 3. An answer is a number from 0 to 65534 or TQ_BALLOTS_NONE. Among ranks NONE is the largest, so
 *    an option that is not ranked lies below all that are, and equal to the others that are not.
 * 4. Where ranks are needed and scores were given, a higher score is a better rank and what has no
 *    score counts as 0.
 * 5. An option that has withdrawn keeps its index and its name, so that these are those of the
 *    file; no ballot ranks it, and it is neither elected nor put out nor compared.
 *
 * A row takes two bytes an option: 300,000 ballots of 50 options need 30 MB. */
#include "tally/ballots.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"

#include <string.h>

TqBallots *
tq_ballots_new (TqBallotsKind kind)
{
  TqBallots *ballots = g_new0 (TqBallots, 1);
  ballots->kind = kind;
  ballots->names = g_ptr_array_new_with_free_func (g_free);
  ballots->cells = g_array_new (FALSE, FALSE, sizeof (guint16));
  ballots->weights = g_array_new (FALSE, FALSE, sizeof (gint64));
  ballots->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  ballots->invalid = g_array_new (FALSE, FALSE, sizeof (TqInvalid));
  ballots->ratios = g_array_new (FALSE, FALSE, sizeof (TqRatio));
  ballots->max_score = -1;
  ballots->dots = -1;
  ballots->threshold = -1;
  ballots->default_option = -1;
  return ballots;
}

void
tq_ballots_free (TqBallots *ballots)
{
  if (ballots == NULL)
    return;
  g_ptr_array_unref (ballots->names);
  g_array_unref (ballots->cells);
  g_array_unref (ballots->weights);
  g_array_unref (ballots->lines);
  g_array_unref (ballots->invalid);
  g_array_unref (ballots->ratios);
  g_free (ballots->quorum_text);
  g_free (ballots);
}

/* The answers of a ballot, one an option. */
const guint16 *
tq_ballots_get_row (const TqBallots *ballots, guint index)
{
  return &g_array_index (ballots->cells, guint16, (gsize) index * ballots->n_options);
}

gint64
tq_ballots_get_weight (const TqBallots *ballots, guint index)
{
  return g_array_index (ballots->weights, gint64, index);
}

const char *
tq_ballots_get_name (const TqBallots *ballots, guint option)
{
  return g_ptr_array_index (ballots->names, option);
}

static gboolean
set_name_fault (const char *found, const char *expected, GError **error)
{
  /* Translators: what stands in the file, what should stand there. */
  g_set_error (error, TQ_ERROR, TQ_ERROR_FORMAT, _ ("found %s; expected %s."), found, expected);
  return FALSE;
}

/* Adds the name of an option, exactly as it was published: another program's names must be found
 * again in our result. Raises TQ_ERROR_FORMAT for a name that is empty, longer than a line, no text
 * in UTF-8 or that of another option; the caller adds the place. */
gboolean
tq_ballots_add_name (TqBallots *ballots, const char *name, GError **error)
{
  const char *bad = NULL;
  if (!g_utf8_validate (name, -1, &bad)) {
    g_autofree char *found = g_strdup_printf (_ ("the byte 0x%02X"), (guint) (guchar) *bad);
    return set_name_fault (found, _ ("text in UTF-8"), error);
  }
  if (*name == '\0' || strlen (name) > TQ_TEXT_LINE_MAX)
    return set_name_fault (*name == '\0' ? _ ("an empty name") : _ ("a name that is too long"),
                           _ ("a name of 1 to 1000 bytes"),
                           error);
  for (const char *p = name; *p != '\0'; p++)
    if ((guchar) *p < 0x20 || *p == 0x7f)
      return set_name_fault (_ ("a control character in a name"), _ ("letters"), error);
  for (guint i = 0; i < ballots->names->len; i++) {
    if (strcmp (tq_ballots_get_name (ballots, i), name) != 0)
      continue;
    g_autofree char *found = g_strdup_printf (_ ("“%s” a second time"), name);
    return set_name_fault (found, _ ("a name of its own for every option"), error);
  }
  g_ptr_array_add (ballots->names, g_strdup (name));
  return TRUE;
}

static gboolean
is_empty (const guint16 *cells, guint n)
{
  for (guint i = 0; i < n; i++)
    if (cells[i] != TQ_BALLOTS_NONE)
      return FALSE;
  return TRUE;
}

/* Keeps a ballot in the record that does not count. Raises TQ_ERROR_OVERFLOW where there are more
 * than can be kept. */
gboolean
tq_ballots_add_invalid (TqBallots *ballots,
                        gint64 weight,
                        guint line,
                        TqInvalidReason reason,
                        GError **error)
{
  const TqInvalid invalid = { line, weight, reason };
  if (ballots->invalid->len >= TQ_BALLOTS_CELLS_MAX / 8) {
    g_set_error_literal (error,
                         TQ_ERROR,
                         TQ_ERROR_OVERFLOW,
                         _ ("found more ballots than can be counted; expected fewer."));
    return FALSE;
  }
  g_array_append_val (ballots->invalid, invalid);
  return TRUE;
}

/* Adds a ballot with n_options answers, or keeps it as invalid. Raises TQ_ERROR_OVERFLOW where the
 * file holds more than can be counted. */
gboolean
tq_ballots_add (TqBallots *ballots, gint64 weight, const guint16 *cells, guint line, GError **error)
{
  g_return_val_if_fail (weight >= 0 && ballots->n_options > 0, FALSE);
  if (weight == 0)
    return tq_ballots_add_invalid (ballots, weight, line, TQ_INVALID_WEIGHT_ZERO, error);
  if (is_empty (cells, ballots->n_options))
    return tq_ballots_add_invalid (ballots, weight, line, TQ_INVALID_EMPTY, error);
  if (weight > TQ_BALLOTS_WEIGHT_MAX - ballots->total) {
    g_set_error_literal (
      error,
      TQ_ERROR,
      TQ_ERROR_OVERFLOW,
      _ ("found weights that add up to more than 1000000000000; expected a smaller sum."));
    return FALSE;
  }
  if (ballots->n_options > TQ_BALLOTS_CELLS_MAX - ballots->cells->len) {
    g_set_error_literal (error,
                         TQ_ERROR,
                         TQ_ERROR_OVERFLOW,
                         _ ("found more ballots than can be counted; expected fewer."));
    return FALSE;
  }
  ballots->total += weight;
  g_array_append_vals (ballots->cells, cells, ballots->n_options);
  g_array_append_val (ballots->weights, weight);
  g_array_append_val (ballots->lines, line);
  return TRUE;
}

static gboolean
is_above_limits (const TqBallots *ballots, const guint16 *cells, TqInvalidReason *out_reason)
{
  gint64 sum = 0;
  for (guint i = 0; i < ballots->n_options; i++) {
    const guint16 cell = cells[i] != TQ_BALLOTS_NONE ? cells[i] : 0;
    sum += cell;
    if (ballots->max_score >= 0 && cell > ballots->max_score) {
      *out_reason = TQ_INVALID_SCORE_TOO_HIGH;
      return TRUE;
    }
  }
  *out_reason = TQ_INVALID_TOO_MANY_DOTS;
  return ballots->dots >= 0 && sum > ballots->dots;
}

/* Moves the scored ballots that break the highest score or the number of dots, both known only when
 * the whole file was read, to the invalid ones. */
void
tq_ballots_enforce_limits (TqBallots *ballots)
{
  const gsize size = ballots->n_options * sizeof (guint16);
  guint kept = 0;
  for (guint i = 0; i < ballots->weights->len; i++) {
    TqInvalid invalid = { g_array_index (ballots->lines, guint, i),
                          tq_ballots_get_weight (ballots, i),
                          TQ_INVALID_EMPTY };
    if (is_above_limits (ballots, tq_ballots_get_row (ballots, i), &invalid.reason)) {
      ballots->total -= invalid.weight;
      g_array_append_val (ballots->invalid, invalid);
      continue;
    }
    memmove (ballots->cells->data + kept * size, ballots->cells->data + i * size, size);
    g_array_index (ballots->weights, gint64, kept) = invalid.weight;
    g_array_index (ballots->lines, guint, kept) = invalid.line;
    kept++;
  }
  g_array_set_size (ballots->weights, kept);
  g_array_set_size (ballots->lines, kept);
  g_array_set_size (ballots->cells, kept * ballots->n_options);
}

/* The highest score allowed, or the highest on any ballot where the file does not say. */
gint64
tq_ballots_get_top_score (const TqBallots *scored)
{
  guint highest = 0;
  if (scored->max_score >= 0)
    return scored->max_score;
  for (guint i = 0; i < scored->cells->len; i++) {
    const guint16 cell = g_array_index (scored->cells, guint16, i);
    if (cell != TQ_BALLOTS_NONE)
      highest = MAX (highest, cell);
  }
  return highest;
}

/* The same ballots read as rankings (transfer full): see invariant 4. */
TqBallots *
tq_ballots_new_ranked_from_scores (const TqBallots *scored)
{
  g_return_val_if_fail (scored->kind == TQ_BALLOTS_SCORED && scored->n_withdrawn == 0, NULL);
  TqBallots *ranked = tq_ballots_new (TQ_BALLOTS_RANKED);
  const guint highest = (guint) tq_ballots_get_top_score (scored);
  ranked->n_options = scored->n_options;
  ranked->total = scored->total;
  ranked->seats = scored->seats;
  ranked->default_option = scored->default_option;
  ranked->quorum = scored->quorum;
  ranked->quorum_text = g_strdup (scored->quorum_text);
  ranked->strict_ratios = scored->strict_ratios;
  for (guint i = 0; i < scored->names->len; i++)
    g_ptr_array_add (ranked->names, g_strdup (tq_ballots_get_name (scored, i)));
  g_array_append_vals (ranked->weights, scored->weights->data, scored->weights->len);
  g_array_append_vals (ranked->lines, scored->lines->data, scored->lines->len);
  g_array_append_vals (ranked->invalid, scored->invalid->data, scored->invalid->len);
  g_array_append_vals (ranked->ratios, scored->ratios->data, scored->ratios->len);
  g_array_set_size (ranked->cells, scored->cells->len);
  for (guint i = 0; i < scored->cells->len; i++) {
    const guint16 cell = g_array_index (scored->cells, guint16, i);
    const guint score = cell == TQ_BALLOTS_NONE ? 0 : cell;
    g_array_index (ranked->cells, guint16, i) = (guint16) (highest - score);
  }
  return ranked;
}
