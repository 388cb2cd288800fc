/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Charts of accounts that come with the program, in files anybody can read and change.
 *
 * A chart is a text of lines of five columns with a tab between them: code, kind, role (or empty),
 * the full name in English, the full name in Spanish. Lines that begin with # are notes, and so is
 * the heading line that begins with "code". */
#include "ledger/chart.h"

#include "base/error.h"
#include "base/i18n.h"
#include "ledger/account.h"

#include <string.h>

enum {
  COLUMN_CODE,
  COLUMN_KIND,
  COLUMN_ROLE,
  COLUMN_ENGLISH,
  COLUMN_SPANISH,
  N_COLUMNS,
};

static gboolean
append_line (TqStore *store, const TqAct *act, GStrv columns, gboolean spanish, GError **error)
{
  TqAct further;
  TqAccountKind kind;
  if (!tq_account_kind_parse (columns[COLUMN_KIND], &kind, error))
    return FALSE;
  tq_act_init (&further, act->actor, act->instant, act->day);
  const TqAccount draft = { .code = *columns[COLUMN_CODE] != '\0' ? columns[COLUMN_CODE] : NULL,
                            .full_name = columns[spanish ? COLUMN_SPANISH : COLUMN_ENGLISH],
                            .kind = kind,
                            .role = *columns[COLUMN_ROLE] != '\0' ? columns[COLUMN_ROLE] : NULL };
  return tq_account_append (store, &further, &draft, NULL, error);
}

/* Adds the accounts of a chart file with their names in *language* ("es", else English). Raises
 * TQ_ERROR_FORMAT with the line. */
gboolean
tq_chart_append_file (TqStore *store,
                      const TqAct *act,
                      const char *path,
                      const char *language,
                      GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) fault = NULL;
  if (!g_file_get_contents (path, &text, NULL, &fault)) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_NOT_FOUND,
                 _ ("Cannot read the chart of accounts: %s."),
                 fault->message);
    return FALSE;
  }
  const gboolean spanish = g_str_has_prefix (language, "es");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    const char *line = g_strchomp (lines[i]);
    if (*line == '#' || *line == '\0' || g_str_has_prefix (line, "code\t"))
      continue;
    g_auto (GStrv) columns = g_strsplit (line, "\t", -1);
    if (g_strv_length (columns) != N_COLUMNS) {
      g_set_error (
        error,
        TQ_ERROR,
        TQ_ERROR_FORMAT,
        _ ("%s:%u: found %u columns, expected five: code, kind, role, English name, Spanish name."),
        path,
        i + 1,
        g_strv_length (columns));
      return FALSE;
    }
    if (!append_line (store, act, columns, spanish, error)) {
      g_prefix_error (error, "%s:%u: ", path, i + 1);
      return FALSE;
    }
  }
  return TRUE;
}
