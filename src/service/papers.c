/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "service/papers.h"

#include "base/error.h"
#include "base/i18n.h"
#include "exchange/pdf.h"
#include "reports/language.h"
#include "service/paper-builders.h"

#include <string.h>

/* Every paper of the road, in the order in which it is walked. */
static const struct {
  const char *name;
  const char *title;
  TqPaperBuilder build;
} papers[] = {
  { "closing", N_ ("Closing sheet"), tq_paper_build_closing },
  { "statement", N_ ("Open statement"), tq_paper_build_statement },
  { "vigilance", N_ ("Report of the vigilance commission"), tq_paper_build_vigilance },
  { "notice", N_ ("Notice of assembly"), tq_paper_build_notice },
  { "roll", N_ ("Attendance list"), tq_paper_build_roll },
  { "proposals", N_ ("Proposals"), tq_paper_build_proposals },
  { "consultation", N_ ("Consultation sheet"), tq_paper_build_consultation },
  { "comparison", N_ ("Comparison of versions"), tq_paper_build_comparison },
  { "minutes", N_ ("Minutes"), tq_paper_build_minutes },
  { "mandate", N_ ("Mandate"), tq_paper_build_mandate },
  { "execution", N_ ("Execution sheet"), tq_paper_build_execution },
  { "report-back", N_ ("Report-back"), tq_paper_build_report_back },
  { "slips", N_ ("Slips for the families"), tq_paper_build_slip },
  { "recall", N_ ("Recall"), tq_paper_build_recall },
  { "reopening", N_ ("Re-opening"), tq_paper_build_reopening },
};

/* The names of the papers; ends with NULL. */
const char *const *
tq_papers_get_names (void)
{
  static const char *names[G_N_ELEMENTS (papers) + 1];
  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    names[i] = papers[i].name;
  return names;
}

/* What a paper is called, in the language of the interface; NULL for an unknown name. */
const char *
tq_papers_get_title (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    if (strcmp (papers[i].name, name) == 0)
      return _ (papers[i].title);
  return NULL;
}

static TqPaperBuilder
find_builder (const char *name, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    if (strcmp (papers[i].name, name) == 0)
      return papers[i].build;
  g_autofree char *all = g_strjoinv (", ", (char **) (guintptr) tq_papers_get_names ());
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_NOT_FOUND,
               _ ("There is no paper “%s”. There are: %s."),
               name,
               all);
  return NULL;
}

/* Builds a paper from a case, in the language of the order (transfer full). Raises
 * TQ_ERROR_NOT_FOUND for an unknown paper and for one whose step was not made yet. */
TqDocument *
tq_papers_build (TqBook *book, gint64 of_case, const TqPaperOrder *order, GError **error)
{
  g_auto (TqPaperDesk) desk = { 0 };
  TqPaperBuilder build = find_builder (order->name, error);
  if (build == NULL || !tq_paper_desk_open (&desk, book, of_case, order, error))
    return NULL;
  g_auto (TqLanguageScope) scope = tq_language_enter (desk.head.language);
  TqDocument *document = build (&desk, error);
  if (document == NULL && error != NULL && *error == NULL)
    g_set_error_literal (
      error,
      TQ_ERROR,
      TQ_ERROR_NOT_FOUND,
      _ ("There is no such paper yet: the step that it belongs to was not made."));
  return document;
}

/* Builds a paper and writes it as PDF. */
gboolean
tq_papers_write_pdf (TqBook *book,
                     gint64 of_case,
                     const TqPaperOrder *order,
                     GOutputStream *out,
                     GError **error)
{
  g_autoptr (TqDocument) document = tq_papers_build (book, of_case, order, error);
  return document != NULL && tq_pdf_write (document, tq_book_get_now (book), out, NULL, error);
}

static gboolean
write_file (TqBook *book,
            gint64 of_case,
            const TqPaperOrder *order,
            const char *folder,
            const char *file,
            guint *count,
            GError **error)
{
  g_autoptr (GError) missing = NULL;
  g_autoptr (TqDocument) document = tq_papers_build (book, of_case, order, &missing);
  if (document == NULL && g_error_matches (missing, TQ_ERROR, TQ_ERROR_NOT_FOUND))
    return TRUE;
  if (document == NULL) {
    g_propagate_error (error, g_steal_pointer (&missing));
    return FALSE;
  }
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) out =
    g_file_replace (target, NULL, FALSE, G_FILE_CREATE_NONE, NULL, error);
  if (out == NULL ||
      !tq_pdf_write (document, tq_book_get_now (book), G_OUTPUT_STREAM (out), NULL, error) ||
      !g_output_stream_close (G_OUTPUT_STREAM (out), NULL, error))
    return FALSE;
  (*count)++;
  return TRUE;
}

/* How many there are of a paper: one for every record it stands for. */
static guint
count_papers (const TqCase *c, const char *name)
{
  const struct {
    const char *name;
    guint n;
  } counts[] = { { "notice", c->notices->len },      { "roll", c->rolls->len },
                 { "minutes", c->minutes->len },     { "vigilance", c->reviews->len },
                 { "consultation", c->rounds->len }, { "mandate", c->mandates->len },
                 { "report-back", c->reports->len }, { "recall", c->recalls->len },
                 { "reopening", c->reopenings->len } };
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    if (strcmp (counts[i].name, name) == 0)
      return counts[i].n;
  return 1;
}

/* One paper for each of *codes* (groups, or none), and for each number. */
static gboolean
write_kind (TqBook *book,
            const TqCase *c,
            TqPaperOrder *order,
            GPtrArray *codes,
            const char *folder,
            guint *count,
            GError **error)
{
  const guint n = count_papers (c, order->name);
  for (guint number = 1; number <= n; number++) {
    order->number = number;
    for (guint i = 0; i < codes->len; i++) {
      const char *code = g_ptr_array_index (codes, i);
      order->group = strcmp (order->name, "consultation") == 0 ? code : NULL;
      g_autofree char *file =
        g_strdup_printf ("%s-%u%s%s.pdf", order->name, number, *code != '\0' ? "-" : "", code);
      if (!write_file (book, c->event, order, folder, file, count, error))
        return FALSE;
    }
  }
  return TRUE;
}

static GPtrArray *
list_codes (TqBook *book, const char *name, GError **error)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  TqStore *store = tq_book_get_store (book);
  if (strcmp (name, "consultation") == 0) {
    g_autoptr (GPtrArray) groups = tq_party_group_load_all (store, error);
    for (guint i = 0; groups != NULL && i < groups->len; i++)
      g_ptr_array_add (codes,
                       g_strdup (((const TqPartyGroup *) g_ptr_array_index (groups, i))->code));
    return groups != NULL ? g_steal_pointer (&codes) : NULL;
  }
  g_ptr_array_add (codes, g_strdup (""));
  return g_steal_pointer (&codes);
}

/* Writes every paper of a case that there is by now into a folder, which is made where it is
 * missing. */
gboolean
tq_papers_write_all (TqBook *book,
                     gint64 of_case,
                     const TqPaperOrder *order,
                     const char *folder,
                     guint *out_count,
                     GError **error)
{
  g_autoptr (TqCase) c = tq_case_load (tq_book_get_store (book), of_case, error);
  *out_count = 0;
  if (c == NULL)
    return FALSE;
  if (g_mkdir_with_parents (folder, 0755) != 0) {
    g_set_error (error, TQ_ERROR, TQ_ERROR_STORE, _ ("Cannot make the folder “%s”."), folder);
    return FALSE;
  }
  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++) {
    TqPaperOrder one = *order;
    one.name = papers[i].name;
    g_autoptr (GPtrArray) codes = list_codes (book, one.name, error);
    if (codes == NULL || !write_kind (book, c, &one, codes, folder, out_count, error))
      return FALSE;
  }
  return TRUE;
}
