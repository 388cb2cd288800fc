/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Ballots from a .blt file, the common form of preferential elections:
 *
 *     5 3                  candidates, seats
 *     -2 -4                who has withdrawn (optional)
 *     42 1 2 0             42 ballots: first candidate 1, then candidate 2; ends with 0
 *     7 3 1=5 0            7 ballots: first candidate 3, then 1 and 5 in the same place
 *     0                    the end of the ballots
 *     "Chas Booth"         a name for every candidate, with or without the quotes
 *     "Leith, ward 13"     a title (optional)
 *
 * 1. Candidates count from 1 in the file and from 0 in the count. A candidate stands at most once
 *    on a ballot; all that are not on it are not ranked.
 * 2. A ballot stands on one line. Blank lines, blanks at either end of a line, CRLF and a byte
 *    order mark are passed over; all else is a fault, with its line and what was expected there.
 * 3. Who has withdrawn is passed over on every ballot, as if the paper had been printed without
 *    that name; a ballot that names nobody else is kept as invalid. Candidates keep the numbers of
 *    the file.
 * 4. What a place with several candidates means is the rule's own: see the comment of each.
 *
 * The file is read one character at a time, so its size does not matter; a line of ten million
 * numbers ends at the first candidate that stands twice. */
#include "tally/blt-reader.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#define TOKEN_MAX 40u
#define END_OF_LINE '\n'

/* The file at a place in it. The file is closed by its owner. */
typedef struct {
  FILE *file;
  const char *path;
  guint line;
  int next; /* the character that comes next, or EOF */
  char token[TOKEN_MAX + 1];
} Source;

typedef FILE OpenFile;

static void
close_file (OpenFile *file)
{
  (void) fclose (file);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OpenFile, close_file)

static gboolean
set_fault (const Source *source, const char *found, const char *expected, GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (found, -1);
  /* Translators: the file, the line, what stands there, what should stand there. */
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_FORMAT,
               _ ("%s:%u: found %s; expected %s."),
               source->path,
               source->line,
               valid,
               expected);
  return FALSE;
}

/* What stands at the source where no token could be read: the end of the line or of the file. */
static const char *
describe_end (const Source *source)
{
  return source->next == EOF ? _ ("the end of the file") : _ ("the end of the line");
}

static gboolean
set_token_fault (const Source *source, const char *expected, GError **error)
{
  if (source->token[0] == '\0')
    return set_fault (source, describe_end (source), expected, error);
  g_autofree char *found = g_strdup_printf ("“%s”", source->token);
  return set_fault (source, found, expected, error);
}

static void
advance (Source *source)
{
  source->next = getc_unlocked (source->file);
}

static gboolean
is_blank (int c)
{
  return c == ' ' || c == '\t' || c == '\r';
}

/* Reads the next word of the line into source->token; empty at the end of the line. It ends before
 * an equals sign, which is a word of its own where it comes first. A longer word is cut, which no
 * number survives. */
static void
read_token (Source *source)
{
  gsize length = 0;
  while (is_blank (source->next))
    advance (source);
  while (source->next != EOF && source->next != END_OF_LINE && !is_blank (source->next)) {
    if (length == TOKEN_MAX)
      break;
    if (source->next == '=' && length > 0)
      break;
    source->token[length++] = (char) (source->next == '\0' ? '?' : source->next);
    advance (source);
    if (source->token[0] == '=')
      break;
  }
  source->token[length] = '\0';
}

/* Goes to the next line that is not blank; FALSE at the end of the file. */
static gboolean
skip_lines (Source *source)
{
  while (is_blank (source->next) || source->next == END_OF_LINE) {
    source->line += source->next == END_OF_LINE ? 1 : 0;
    advance (source);
  }
  return source->next != EOF;
}

/* The whole number from 0 to *max* that *digits* are, -1 where they are none. */
static gint64
parse_whole (const char *digits, gint64 max)
{
  gint64 value = 0;
  const char *digit = digits;
  for (; g_ascii_isdigit (*digit) && value <= max; digit++)
    value = value * 10 + (*digit - '0');
  return *digits == '\0' || *digit != '\0' || value > max ? -1 : value;
}

/* Reads a whole number from 0 to *max*. *expected* says what was looked for, marked with N_: to
 * translate it costs more than to read a number. */
static gboolean
read_number (Source *source, gint64 max, const char *expected, gint64 *out_value, GError **error)
{
  read_token (source);
  const gint64 value = parse_whole (source->token, max);
  if (value < 0)
    return set_token_fault (source, _ (expected), error);
  *out_value = value;
  return TRUE;
}

static gboolean
read_line_end (Source *source, GError **error)
{
  read_token (source);
  if (source->token[0] != '\0')
    return set_token_fault (source, _ ("the end of the line"), error);
  return TRUE;
}

static gboolean
read_header (Source *source, TqBallots *ballots, GError **error)
{
  gint64 candidates = 0, seats = 0;
  if (!skip_lines (source))
    return set_fault (source,
                      _ ("an empty file"),
                      _ ("the number of candidates and of seats"),
                      error);
  if (!read_number (source,
                    TQ_BALLOTS_OPTIONS_MAX,
                    N_ ("the number of candidates, from 1 to 500"),
                    &candidates,
                    error))
    return FALSE;
  if (candidates == 0)
    return set_token_fault (source, _ ("the number of candidates, from 1 to 500"), error);
  if (!read_number (source,
                    candidates,
                    N_ ("the number of seats, from 1 to the number of candidates"),
                    &seats,
                    error))
    return FALSE;
  if (seats == 0)
    return set_token_fault (source,
                            _ ("the number of seats, from 1 to the number of candidates"),
                            error);
  ballots->n_options = (guint) candidates;
  ballots->seats = seats;
  return read_line_end (source, error);
}

static gboolean
set_twice (const Source *source, gint64 candidate, const char *expected, GError **error)
{
  g_autofree char *found = g_strdup_printf (_ ("candidate %d a second time"), (int) candidate);
  return set_fault (source, found, expected, error);
}

/* Reads who has withdrawn, where the line that comes next begins with a minus sign. */
static gboolean
read_withdrawn (Source *source, TqBallots *ballots, GError **error)
{
  if (!skip_lines (source) || source->next != '-')
    return TRUE;
  for (;;) {
    read_token (source);
    if (source->token[0] == '\0')
      break;
    const gint64 candidate =
      source->token[0] == '-' ? parse_whole (source->token + 1, ballots->n_options) : -1;
    if (candidate <= 0)
      return set_token_fault (source,
                              _ ("a minus sign and the number of a candidate who has withdrawn"),
                              error);
    if (ballots->withdrawn[candidate - 1])
      return set_twice (source, candidate, _ ("each number once"), error);
    ballots->withdrawn[candidate - 1] = TRUE;
    ballots->n_withdrawn++;
  }
  if (ballots->n_withdrawn == ballots->n_options)
    return set_fault (source,
                      _ ("that all candidates have withdrawn"),
                      _ ("at least one who stands"),
                      error);
  return TRUE;
}

/* Reads the preferences of one ballot up to its 0 into *cells*. */
static gboolean
read_preferences (Source *source, guint n, guint16 *cells, GError **error)
{
  gboolean equal = FALSE; /* an equals sign came before */
  for (guint i = 0; i < n; i++)
    cells[i] = TQ_BALLOTS_NONE;
  for (guint16 rank = 1;;) {
    gint64 candidate = 0;
    if (!read_number (source,
                      n,
                      N_ ("the number of a candidate, or 0 at the end of the ballot"),
                      &candidate,
                      error))
      return FALSE;
    if (candidate == 0 && equal)
      return set_token_fault (source, _ ("the number of a candidate after “=”"), error);
    if (candidate == 0)
      return read_line_end (source, error);
    if (cells[candidate - 1] != TQ_BALLOTS_NONE)
      return set_twice (source, candidate, _ ("each candidate once on a ballot"), error);
    cells[candidate - 1] = rank;
    equal = source->next == '=';
    if (equal)
      advance (source);
    else
      rank++;
  }
}

/* Takes who has withdrawn off a ballot; TRUE where it named nobody else. */
static gboolean
pass_over_withdrawn (const TqBallots *ballots, guint16 *cells)
{
  guint passed = 0, left = 0;
  if (ballots->n_withdrawn == 0)
    return FALSE;
  for (guint i = 0; i < ballots->n_options; i++) {
    if (cells[i] == TQ_BALLOTS_NONE)
      continue;
    if (ballots->withdrawn[i]) {
      cells[i] = TQ_BALLOTS_NONE;
      passed++;
    } else {
      left++;
    }
  }
  return passed > 0 && left == 0;
}

static gboolean
add_ballot (Source *source, TqBallots *ballots, gint64 weight, guint16 *cells, GError **error)
{
  const gboolean nobody = pass_over_withdrawn (ballots, cells) && weight > 0;
  if (nobody
        ? tq_ballots_add_invalid (ballots, weight, source->line, TQ_INVALID_ALL_WITHDRAWN, error)
        : tq_ballots_add (ballots, weight, cells, source->line, error))
    return TRUE;
  g_prefix_error (error, "%s:%u: ", source->path, source->line);
  return FALSE;
}

/* Reads one ballot; *out_end* is TRUE for the line "0" after the last one. */
static gboolean
read_ballot (Source *source, TqBallots *ballots, guint16 *cells, gboolean *out_end, GError **error)
{
  gint64 weight = 0;
  if (!skip_lines (source))
    return set_fault (source,
                      _ ("the end of the file"),
                      _ ("a ballot, or the line “0” that ends the ballots"),
                      error);
  if (!read_number (source,
                    TQ_BALLOTS_WEIGHT_MAX,
                    N_ ("how many ballots are alike, at most 1000000000000"),
                    &weight,
                    error))
    return FALSE;
  while (is_blank (source->next))
    advance (source);
  *out_end = weight == 0 && (source->next == END_OF_LINE || source->next == EOF);
  if (*out_end)
    return TRUE;
  if (!read_preferences (source, ballots->n_options, cells, error))
    return FALSE;
  return add_ballot (source, ballots, weight, cells, error);
}

/* Reads one line of text (transfer full), without its outer quotes. */
static char *
read_text (Source *source, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  while (source->next != EOF && source->next != END_OF_LINE) {
    if (source->next == '\0' || text->len > TQ_TEXT_LINE_MAX + 2) {
      set_fault (source, _ ("a name that is too long"), _ ("a name of 1 to 1000 bytes"), error);
      return NULL;
    }
    g_string_append_c (text, (char) source->next);
    advance (source);
  }
  g_strstrip (text->str);
  const gsize length = strlen (text->str);
  const gboolean quoted = length >= 2 && text->str[0] == '"' && text->str[length - 1] == '"';
  if (text->str[0] == '"' && !quoted) {
    set_fault (source, text->str, _ ("a double quote that ends the text"), error);
    return NULL;
  }
  return quoted ? g_strndup (text->str + 1, length - 2) : g_strdup (text->str);
}

static gboolean
read_names (Source *source, TqBallots *ballots, GError **error)
{
  while (ballots->names->len < ballots->n_options) {
    if (!skip_lines (source))
      return set_fault (source, _ ("the end of the file"), _ ("a name for every candidate"), error);
    g_autofree char *name = read_text (source, error);
    if (name == NULL)
      return FALSE;
    if (!tq_ballots_add_name (ballots, name, error)) {
      g_prefix_error (error, "%s:%u: ", source->path, source->line);
      return FALSE;
    }
  }
  if (skip_lines (source)) {
    g_autofree char *title = read_text (source, error);
    if (title == NULL)
      return FALSE;
  }
  if (skip_lines (source)) {
    read_token (source);
    return set_token_fault (source, _ ("the end of the file"), error);
  }
  return TRUE;
}

static gboolean
read_source (Source *source, TqBallots *ballots, GError **error)
{
  gboolean end = FALSE;
  guint16 cells[TQ_BALLOTS_OPTIONS_MAX];
  if (!read_header (source, ballots, error) || !read_withdrawn (source, ballots, error))
    return FALSE;
  while (!end)
    if (!read_ballot (source, ballots, cells, &end, error))
      return FALSE;
  return read_names (source, ballots, error);
}

/* Passes over a byte order mark. */
static void
skip_mark (Source *source)
{
  static const int mark[] = { 0xef, 0xbb, 0xbf };
  advance (source);
  for (guint i = 0; i < G_N_ELEMENTS (mark) && source->next == mark[i]; i++)
    advance (source);
}

/* Reads the file at *path* (transfer full). Raises TQ_ERROR_FORMAT or TQ_ERROR_OVERFLOW with the
 * place, TQ_ERROR_NOT_FOUND or TQ_ERROR_STORE where the file cannot be read. */
TqBallots *
tq_blt_load_file (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_autoptr (TqBallots) ballots = tq_ballots_new (TQ_BALLOTS_RANKED);
  g_autoptr (OpenFile) file = fopen (path, "rbe");
  Source source = { .file = file, .path = path, .line = 1 };
  if (file != NULL)
    skip_mark (&source);
  if (file == NULL || ferror (file)) {
    tq_error_set_unreadable (error, path, errno);
    return NULL;
  }
  if (!read_source (&source, ballots, error))
    return NULL;
  return g_steal_pointer (&ballots);
}
