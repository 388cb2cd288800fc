/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "cli/batch.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/json-reader.h"
#include "cli/posting-text.h"
#include "cli/session.h"

#include <errno.h>
#include <string.h>

#define LINE_MAX_BYTES ((gsize) 1000000)

static gboolean
find_text (TqJsonNode object,
           const char *key,
           gboolean needed,
           const char **out_text,
           GError **error)
{
  const TqJsonNode node = tq_json_node_find (object, key);
  *out_text = NULL;
  if (node.json == NULL && !needed)
    return TRUE;
  if (node.json == NULL) {
    g_set_error (error, TQ_ERROR, TQ_ERROR_FORMAT, _ ("“%s” is missing."), key);
    return FALSE;
  }
  if (tq_json_node_get_type (node) != TQ_JSON_STRING) {
    g_set_error (error, TQ_ERROR, TQ_ERROR_FORMAT, _ ("“%s” is not a text in quotes."), key);
    return FALSE;
  }
  *out_text = tq_json_node_get_text (node);
  return TRUE;
}

static gboolean
add_posting (TqPostingText *entry, TqJsonNode node, GError **error)
{
  const char *account, *amount, *party, *commodity;
  if (tq_json_node_get_type (node) != TQ_JSON_OBJECT) {
    g_set_error_literal (error,
                         TQ_ERROR,
                         TQ_ERROR_FORMAT,
                         _ ("A posting is an object with “account” and “amount”."));
    return FALSE;
  }
  if (!find_text (node, "account", TRUE, &account, error) ||
      !find_text (node, "amount", TRUE, &amount, error) ||
      !find_text (node, "party", FALSE, &party, error) ||
      !find_text (node, "commodity", FALSE, &commodity, error))
    return FALSE;
  g_autofree char *holder =
    party != NULL ? g_strdup_printf ("%s@%s", account, party) : g_strdup (account);
  g_autofree char *full =
    commodity != NULL ? g_strdup_printf ("%s %s", amount, commodity) : g_strdup (amount);
  return tq_posting_text_add_parts (entry, holder, full, error);
}

static gboolean
read_entry (TqBook *book, TqJsonNode root, TqPostingText *entry, GError **error)
{
  TqDay day;
  TqJsonIter iter;
  TqJsonNode node;
  const char *date, *text, *reference;
  if (tq_json_node_get_type (root) != TQ_JSON_OBJECT) {
    g_set_error_literal (error,
                         TQ_ERROR,
                         TQ_ERROR_FORMAT,
                         _ ("A line is one object with “date”, “text” and “postings”."));
    return FALSE;
  }
  if (!find_text (root, "date", TRUE, &date, error) || !tq_day_parse (date, &day, error) ||
      !find_text (root, "text", TRUE, &text, error) ||
      !find_text (root, "reference", FALSE, &reference, error))
    return FALSE;
  tq_posting_text_start (entry, book, day, text, reference);
  const TqJsonNode postings = tq_json_node_find (root, "postings");
  if (postings.json == NULL || tq_json_node_get_type (postings) != TQ_JSON_ARRAY) {
    g_set_error_literal (error,
                         TQ_ERROR,
                         TQ_ERROR_FORMAT,
                         _ ("“postings” is missing or not a list."));
    return FALSE;
  }
  tq_json_iter_init (&iter, postings);
  while (tq_json_iter_next (&iter, NULL, &node))
    if (!add_posting (entry, node, error))
      return FALSE;
  return TRUE;
}

/* One line as JSON (transfer full). The reader tells the line within what it was given, which is
 * always the same here: the caller's own number of the line stands in its place. */
static TqJson *
read_line (const char *line, gsize length, GError **error)
{
  g_autoptr (GError) fault = NULL;
  TqJson *json = tq_json_read (line, length, LINE_MAX_BYTES, &fault);
  if (json == NULL) {
    const char *message = fault->message + strspn (fault->message, "0123456789");
    g_set_error_literal (error,
                         fault->domain,
                         fault->code,
                         g_str_has_prefix (message, ": ") ? message + 2 : message);
  }
  return json;
}

static gboolean
post_line (TqCli *cli, TqBook *book, const char *line, gsize length, GError **error)
{
  gint64 event = 0;
  g_auto (TqPostingText) entry = { 0 };
  g_autoptr (TqJson) json = read_line (line, length, error);
  if (json == NULL || !read_entry (book, tq_json_get_root (json), &entry, error) ||
      !tq_posting_text_post (&entry, &event, error))
    return FALSE;
  (void) fprintf (cli->out, "posted %" PRId64 "\n", event);
  if (fflush (cli->out) == 0)
    return TRUE;
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_STORE,
               _ ("The result cannot be written: %s."),
               g_strerror (errno));
  return FALSE;
}

static gboolean
post_lines (TqCli *cli, TqBook *book, FILE *in, const char *path, GError **error)
{
  char *line = NULL;
  size_t size = 0;
  gboolean done = TRUE;
  for (guint number = 1; done; number++) {
    const gssize length = getline (&line, &size, in);
    if (length < 0)
      break;
    if (strspn (line, " \t\r\n") == (gsize) length)
      continue;
    done = post_line (cli, book, line, (gsize) length, error);
    if (!done)
      g_prefix_error (error, "%s:%u: ", path, number);
  }
  free (line);
  return done;
}

/* Posts the entries of a file, one a line, each in a transaction of its own and acknowledged after
 * its commit; the first line that is refused stops it, with its number. "-" is standard input. */
gboolean
tq_batch_post (TqCli *cli, const char *path, GError **error)
{
  const gboolean standard = strcmp (path, "-") == 0;
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_WRITE, error);
  if (book == NULL)
    return FALSE;
  FILE *in = standard ? stdin : fopen (path, "rbe");
  if (in == NULL) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_NOT_FOUND,
                 _ ("Cannot read “%s”: %s."),
                 path,
                 g_strerror (errno));
    return FALSE;
  }
  const gboolean done = post_lines (cli, book, in, standard ? "-" : path, error);
  if (!standard)
    (void) fclose (in);
  return done;
}
