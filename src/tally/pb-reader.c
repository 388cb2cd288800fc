/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Reads .pb, the format of Pabulib (pabulib.org): three sections META, PROJECTS and VOTES, each a
 * table with semicolons whose first line names the columns.
 *
 *     META                          PROJECTS                      VOTES
 *     key;value                     project_id;cost;name          voter_id;vote;points
 *     budget;1200.50                7;800;School roof             F1;7,12;3,2
 *     vote_type;cumulative          12;400.5;Water pump           F2;12;5
 *
 * 1. Read: budget, vote_type, max_length, num_projects, num_votes; project_id, cost, name;
 *    voter_id, vote, points, weight. Other keys and columns are passed over.
 * 2. Amounts may have decimals; the election counts in the smallest unit that any of them needs.
 * 3. num_projects and num_votes must be right where they are given: that is how a file that was
 *    cut off is noticed.
 * 4. Whatever else breaks the format ends with "FILE:LINE: what was found, what was expected". A
 *    ballot that is well written and cannot count (empty, of weight 0, two projects where one may
 *    be chosen) is put on record as invalid.
 * 5. Streaming: only ids, names and the grouped ballots are kept. */
#include "tally/pb-reader.h"

#include "base/i18n.h"
#include "tally/line-reader.h"
#include "tally/name-table.h"
#include "tally/pb-row.h"

#include <string.h>

#define ID_BYTES_MAX 200u
#define NAME_BYTES_MAX 4000u

typedef enum {
  BEFORE,
  META,
  PROJECTS,
  VOTES
} Section;

typedef struct {
  TqLineReader *lines;
  TqPbRow row;
  Section section;
  gboolean has_header;
  TqElection *election;
  TqPbAmount budget;
  gboolean has_budget, has_vote_type;
  gint64 max_length, num_projects, num_votes; /* -1: not given */
  TqNameTable *ids;
  TqNameTable *voters;
  GArray *costs; /* TqPbAmount */
  gint id_column, cost_column, name_column;
  gint voter_column, vote_column, points_column, weight_column;
  guint header_columns;
  guint rows; /* of this section */
  guint16 *projects;
  guint32 *points;
  guint32 *seen; /* by project: the row that named it last */
} Reader;

/* A function-like macro, for only a literal lets the compiler check the arguments of a sentence. */
#define FAIL(reader, error, ...) tq_line_reader_set_error ((reader)->lines, error, __VA_ARGS__)

static gboolean
read_vote_type (Reader *reader, const char *text, GError **error)
{
  static const char *const words[] = { "approval", "choose-1", "cumulative", "ordinal", "scoring" };
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (text, words[i]) == 0) {
      reader->election->vote_type = (TqVoteType) i;
      reader->has_vote_type = TRUE;
      return TRUE;
    }
  return FAIL (reader,
               error,
               _ ("found the vote type “%s”, expected approval, choose-1, cumulative, ordinal or "
                  "scoring."),
               text);
}

static gboolean
read_meta_number (Reader *reader, const char *key, const char *text, gint64 *value, GError **error)
{
  if (*value >= 0)
    return FAIL (reader, error, _ ("found the key “%s” a second time, expected it once."), key);
  if (!tq_pb_whole_parse (text, G_MAXINT32, value))
    return FAIL (reader,
                 error,
                 _ ("found “%s” as the value of “%s”, expected a whole number."),
                 text,
                 key);
  return TRUE;
}

static gboolean
read_meta_row (Reader *reader, GError **error)
{
  const char *key = tq_pb_row_get (&reader->row, 0);
  const char *value = tq_pb_row_get (&reader->row, 1);
  if (g_str_equal (key, "budget")) {
    if (reader->has_budget)
      return FAIL (reader, error, _ ("found the key “%s” a second time, expected it once."), key);
    if (!tq_pb_amount_parse (value, &reader->budget))
      return FAIL (reader,
                   error,
                   _ ("found the budget “%s”, expected an amount such as 1200 or 1200.50."),
                   value);
    reader->has_budget = TRUE;
  } else if (g_str_equal (key, "vote_type")) {
    if (reader->has_vote_type)
      return FAIL (reader, error, _ ("found the key “%s” a second time, expected it once."), key);
    return read_vote_type (reader, value, error);
  } else if (g_str_equal (key, "max_length")) {
    return read_meta_number (reader, key, value, &reader->max_length, error);
  } else if (g_str_equal (key, "num_projects")) {
    return read_meta_number (reader, key, value, &reader->num_projects, error);
  } else if (g_str_equal (key, "num_votes")) {
    return read_meta_number (reader, key, value, &reader->num_votes, error);
  }
  return TRUE;
}

static gboolean
read_project_row (Reader *reader, GError **error)
{
  const char *id = tq_pb_row_get (&reader->row, reader->id_column);
  const char *cost = tq_pb_row_get (&reader->row, reader->cost_column);
  const char *name = tq_pb_row_get (&reader->row, reader->name_column);
  TqPbAmount amount;
  if (*id == '\0' || strlen (id) > ID_BYTES_MAX)
    return FAIL (reader,
                 error,
                 _ ("found a project id of %u bytes, expected one of 1 to %u."),
                 (guint) strlen (id),
                 ID_BYTES_MAX);
  if (strlen (name) > NAME_BYTES_MAX)
    return FAIL (reader,
                 error,
                 _ ("found a name of %u bytes, expected at most %u."),
                 (guint) strlen (name),
                 NAME_BYTES_MAX);
  if (!tq_pb_amount_parse (cost, &amount))
    return FAIL (reader,
                 error,
                 _ ("found the cost “%s” of project “%s”, expected an amount such as 1200 or "
                    "1200.50."),
                 cost,
                 id);
  if (reader->election->projects->len == TQ_ELECTION_PROJECTS_MAX)
    return FAIL (reader,
                 error,
                 _ ("found more than %u projects, expected fewer."),
                 TQ_ELECTION_PROJECTS_MAX);
  if (!tq_name_table_add (reader->ids, id, strlen (id)))
    return FAIL (reader, error, _ ("found project “%s” a second time, expected each id once."), id);
  tq_election_add_project (reader->election, id, name, 0);
  g_array_append_val (reader->costs, amount);
  return TRUE;
}

static gboolean
add_choice (Reader *reader, guint count, const char *id, gsize length, GError **error)
{
  const guint32 project = tq_name_table_find (reader->ids, id, length);
  if (project == TQ_NAME_NONE)
    return FAIL (reader,
                 error,
                 _ ("found a vote for “%.*s”, expected the id of a project listed above."),
                 (int) MIN (length, ID_BYTES_MAX),
                 id);
  if (reader->seen[project] == reader->rows)
    return FAIL (reader,
                 error,
                 _ ("found “%.*s” twice on one ballot, expected each project once."),
                 (int) length,
                 id);
  reader->seen[project] = reader->rows;
  reader->projects[count] = (guint16) project;
  return TRUE;
}

/* Cuts at commas; each piece without blanks around it. */
static const char *
next_piece (const char *text, const char **out_piece, gsize *out_length)
{
  while (*text == ' ')
    text++;
  const char *end = text + strcspn (text, ",");
  gsize length = (gsize) (end - text);
  while (length > 0 && text[length - 1] == ' ')
    length--;
  *out_piece = text;
  *out_length = length;
  return *end == ',' ? end + 1 : NULL;
}

/* Reads the ids of one ballot into reader->projects. The ids differ, so that there are never more
 * than projects. */
static gboolean
read_choices (Reader *reader, const char *text, guint *out_count, GError **error)
{
  guint count = 0;
  for (const char *next = *text != '\0' ? text : NULL; next != NULL; count++) {
    const char *piece = NULL;
    gsize length = 0;
    next = next_piece (next, &piece, &length);
    if (!add_choice (reader, count, piece, length, error))
      return FALSE;
  }
  *out_count = count;
  return TRUE;
}

static gboolean
set_points_count (const Reader *reader, const char *text, guint count, GError **error)
{
  return FAIL (reader,
               error,
               _ ("found the points “%.100s” for %u projects, expected one number for each."),
               text,
               count);
}

static gboolean
read_points (Reader *reader, const char *text, guint count, GError **error)
{
  guint given = 0;
  for (const char *next = *text != '\0' ? text : NULL; next != NULL; given++) {
    const char *piece = NULL;
    gsize length = 0;
    next = next_piece (next, &piece, &length);
    if (given == count)
      return set_points_count (reader, text, count, error);
    gint64 points = 0;
    char word[16] = "";
    if (length < sizeof word)
      memcpy (word, piece, length);
    if (!tq_pb_whole_parse (word, TQ_ELECTION_POINTS_MAX, &points))
      return FAIL (reader,
                   error,
                   _ ("found “%.*s” as points, expected a whole number from 0 to %u."),
                   (int) MIN (length, ID_BYTES_MAX),
                   piece,
                   TQ_ELECTION_POINTS_MAX);
    reader->points[given] = (guint32) points;
  }
  if (given < count)
    return set_points_count (reader, text, count, error);
  return TRUE;
}

static gboolean
read_weight (Reader *reader, gint64 *out_weight, GError **error)
{
  const char *text = tq_pb_row_get (&reader->row, reader->weight_column);
  if (!tq_pb_whole_parse (text, TQ_ELECTION_WEIGHT_MAX, out_weight))
    return FAIL (reader, error, _ ("found the weight “%s”, expected a whole number from 0."), text);
  return TRUE;
}

static const char *
find_invalid_reason (const Reader *reader, guint count, gint64 weight)
{
  if (count == 0)
    return "empty";
  if (weight == 0)
    return "weight_zero";
  if (count > 1 && reader->election->vote_type == TQ_VOTE_CHOOSE_ONE)
    return "more_than_one";
  return NULL;
}

static gboolean
add_ballot (Reader *reader, const char *voter, guint count, gint64 weight, GError **error)
{
  TqElection *election = reader->election;
  const char *reason = find_invalid_reason (reader, count, weight);
  if (reason != NULL) {
    tq_election_add_invalid (election, voter, tq_line_reader_get_number (reader->lines), reason);
    return TRUE;
  }
  if (weight > TQ_ELECTION_WEIGHT_MAX - election->weight ||
      count > TQ_ELECTION_ENTRIES_MAX - election->entry_project->len)
    return FAIL (reader,
                 error,
                 _ ("found more votes than can be counted at once, expected fewer."));
  tq_election_add_ballot (election,
                          reader->projects,
                          reader->points_column >= 0 ? reader->points : NULL,
                          count,
                          weight);
  return TRUE;
}

static gboolean
read_vote_row (Reader *reader, GError **error)
{
  const char *voter = tq_pb_row_get (&reader->row, reader->voter_column);
  guint count = 0;
  gint64 weight = 1;
  if (*voter == '\0' || strlen (voter) > ID_BYTES_MAX)
    return FAIL (reader,
                 error,
                 _ ("found a voter id of %u bytes, expected one of 1 to %u."),
                 (guint) strlen (voter),
                 ID_BYTES_MAX);
  if (!tq_name_table_add (reader->voters, voter, strlen (voter)))
    return FAIL (reader,
                 error,
                 _ ("found voter “%s” a second time, expected each id once."),
                 voter);
  if (reader->row.count <= (guint) MAX (reader->vote_column, reader->points_column))
    return FAIL (reader,
                 error,
                 _ ("found %u columns, expected %u as in the line that names them."),
                 reader->row.count,
                 reader->header_columns);
  if (!read_choices (reader, tq_pb_row_get (&reader->row, reader->vote_column), &count, error))
    return FALSE;
  if (reader->points_column >= 0 &&
      !read_points (reader, tq_pb_row_get (&reader->row, reader->points_column), count, error))
    return FALSE;
  if (reader->weight_column >= 0 && !read_weight (reader, &weight, error))
    return FALSE;
  return add_ballot (reader, voter, count, weight, error);
}

static gboolean
find_column (Reader *reader, const char *name, gint *out_column, GError **error)
{
  *out_column = tq_pb_row_find (&reader->row, name);
  if (*out_column >= 0)
    return TRUE;
  return FAIL (reader,
               error,
               _ ("found the columns “%s” and so on without “%s”, expected a line that names the "
                  "columns, “%s” among them."),
               tq_pb_row_get (&reader->row, 0),
               name,
               name);
}

static gboolean
read_header (Reader *reader, GError **error)
{
  reader->has_header = TRUE;
  reader->header_columns = reader->row.count;
  gint unused = 0;
  switch (reader->section) {
  case PROJECTS:
    reader->name_column = tq_pb_row_find (&reader->row, "name");
    return find_column (reader, "project_id", &reader->id_column, error) &&
           find_column (reader, "cost", &reader->cost_column, error);
  case VOTES:
    reader->points_column = tq_pb_row_find (&reader->row, "points");
    reader->weight_column = tq_pb_row_find (&reader->row, "weight");
    if ((reader->election->vote_type == TQ_VOTE_CUMULATIVE ||
         reader->election->vote_type == TQ_VOTE_SCORING) &&
        !find_column (reader, "points", &reader->points_column, error))
      return FALSE;
    return find_column (reader, "voter_id", &reader->voter_column, error) &&
           find_column (reader, "vote", &reader->vote_column, error);
  case BEFORE:
  case META:
  default:
    return find_column (reader, "key", &unused, error);
  }
}

/* Brings all amounts to the smallest unit that any of them needs. */
static gboolean
scale_money (Reader *reader, GError **error)
{
  TqElection *election = reader->election;
  guint digits = reader->budget.decimals;
  for (guint i = 0; i < reader->costs->len; i++)
    digits = MAX (digits, g_array_index (reader->costs, TqPbAmount, i).decimals);
  election->digits = digits;
  __int128 sum = 0;
  for (guint i = 0; i <= reader->costs->len; i++) {
    const gboolean is_budget = i == reader->costs->len;
    const TqPbAmount amount =
      is_budget ? reader->budget : g_array_index (reader->costs, TqPbAmount, i);
    __int128 scaled = amount.digits_value;
    for (guint j = amount.decimals; j < digits; j++)
      scaled *= 10;
    sum += scaled;
    if (sum > (__int128) 1000 * TQ_ELECTION_MONEY_MAX || scaled > TQ_ELECTION_MONEY_MAX)
      return FAIL (reader,
                   error,
                   _ ("found amounts too large to be counted exactly in units of 10^-%u, expected "
                      "smaller ones."),
                   digits);
    if (is_budget)
      election->budget = (gint64) scaled;
    else
      g_array_index (election->projects, TqProject, i).cost = (gint64) scaled;
  }
  return TRUE;
}

static gboolean
end_meta (Reader *reader, GError **error)
{
  if (!reader->has_budget)
    return FAIL (reader, error, _ ("found no key “%s” in META, expected one."), "budget");
  if (!reader->has_vote_type)
    return FAIL (reader, error, _ ("found no key “%s” in META, expected one."), "vote_type");
  return TRUE;
}

static gboolean
end_projects (Reader *reader, GError **error)
{
  const guint count = reader->election->projects->len;
  if (count == 0)
    return FAIL (reader, error, _ ("found no project, expected at least one."));
  if (reader->num_projects >= 0 && reader->num_projects != count)
    return FAIL (reader,
                 error,
                 _ ("found %u projects, expected %u as META says."),
                 count,
                 (guint) reader->num_projects);
  reader->election->max_length = reader->max_length >= 0 ? (guint) reader->max_length : count;
  reader->projects = g_new (guint16, count);
  reader->points = g_new (guint32, count);
  reader->seen = g_new0 (guint32, count);
  return scale_money (reader, error);
}

static gboolean
end_votes (Reader *reader, GError **error)
{
  if (reader->num_votes >= 0 && reader->num_votes != reader->rows)
    return FAIL (reader,
                 error,
                 _ ("found %u votes, expected %u as META says. Was the file cut off?"),
                 reader->rows,
                 (guint) reader->num_votes);
  if (reader->election->ballots == 0)
    return FAIL (reader, error, _ ("found no ballot that counts, expected at least one."));
  return TRUE;
}

/* The section that *line* begins, BEFORE for any other line. */
static Section
find_section (const char *line)
{
  static const char
    *const words[] = { [META] = "META", [PROJECTS] = "PROJECTS", [VOTES] = "VOTES" };
  for (guint i = META; i <= VOTES; i++) {
    const gsize length = strlen (words[i]);
    if (g_ascii_strncasecmp (line, words[i], length) == 0 &&
        line[length + strspn (line + length, "; ")] == '\0')
      return (Section) i;
  }
  return BEFORE;
}

static gboolean
begin_section (Reader *reader, Section section, GError **error)
{
  static const char *const words[] = { "META", "META", "PROJECTS", "VOTES" };
  const Section expected = (Section) (MIN (reader->section, PROJECTS) + 1);
  if (section != expected || reader->section == VOTES)
    return FAIL (reader,
                 error,
                 _ ("found the section %s, expected META, PROJECTS and VOTES once each in this "
                    "order."),
                 words[section]);
  if ((section == PROJECTS && !end_meta (reader, error)) ||
      (section == VOTES && !end_projects (reader, error)))
    return FALSE;
  reader->section = section;
  reader->has_header = FALSE;
  reader->rows = 0;
  return TRUE;
}

static gboolean
read_row (Reader *reader, char *line, GError **error)
{
  if (!tq_pb_row_split (&reader->row, line, reader->lines, error))
    return FALSE;
  if (!reader->has_header)
    return read_header (reader, error);
  reader->rows++;
  if (reader->section == META)
    return read_meta_row (reader, error);
  if (reader->row.count > reader->header_columns)
    return FAIL (reader,
                 error,
                 _ ("found %u columns, expected %u as in the line that names them."),
                 reader->row.count,
                 reader->header_columns);
  return reader->section == PROJECTS ? read_project_row (reader, error)
                                     : read_vote_row (reader, error);
}

static gboolean
read_all (Reader *reader, GError **error)
{
  char *line = NULL;
  while (TRUE) {
    if (!tq_line_reader_next (reader->lines, &line, error))
      return FALSE;
    if (line == NULL)
      break;
    if (line[strspn (line, " \t;")] == '\0')
      continue;
    const Section section = find_section (line);
    if (section != BEFORE) {
      if (!begin_section (reader, section, error))
        return FALSE;
    } else if (reader->section == BEFORE) {
      return FAIL (reader, error, _ ("found “%.40s”, expected the line META."), line);
    } else if (!read_row (reader, line, error)) {
      return FALSE;
    }
  }
  if (reader->section != VOTES)
    return FAIL (reader,
                 error,
                 _ ("found the end of the file, expected the sections META, PROJECTS and VOTES."));
  return end_votes (reader, error);
}

/* Reads the election at *path* (transfer full). Raises TQ_ERROR_FORMAT with file and line,
 * TQ_ERROR_NOT_FOUND or TQ_ERROR_STORE. */
TqElection *
tq_pb_load_file (const char *path, GError **error)
{
  g_autoptr (TqLineReader) lines = tq_line_reader_open (path, error);
  if (lines == NULL)
    return NULL;
  g_autoptr (TqElection) election = tq_election_new (TQ_VOTE_APPROVAL);
  g_autoptr (TqNameTable) ids = tq_name_table_new ();
  g_autoptr (TqNameTable) voters = tq_name_table_new ();
  g_autoptr (GArray) costs = g_array_new (FALSE, FALSE, sizeof (TqPbAmount));
  g_autofree Reader *reader = g_new0 (Reader, 1);
  reader->lines = lines;
  reader->election = election;
  reader->ids = ids;
  reader->voters = voters;
  reader->costs = costs;
  reader->max_length = reader->num_projects = reader->num_votes = -1;
  const gboolean done = read_all (reader, error);
  g_free (reader->projects);
  g_free (reader->points);
  g_free (reader->seen);
  return done ? g_steal_pointer (&election) : NULL;
}
