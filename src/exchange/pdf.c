/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* A document as a PDF file: fonts embedded, text that can be searched, an outline of its headings.
 * The instant of its making is an argument, so that two runs give the same bytes. */
#include "exchange/pdf.h"

#include "base/error.h"
#include "base/i18n.h"
#include "exchange/press.h"

#include <cairo-pdf.h>

typedef struct {
  GOutputStream *out;
  GCancellable *cancellable;
  GError *error;
} Sink;

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  Sink *sink = closure;
  if (sink->error == NULL &&
      g_output_stream_write_all (sink->out, data, length, NULL, sink->cancellable, &sink->error))
    return CAIRO_STATUS_SUCCESS;
  return CAIRO_STATUS_WRITE_ERROR;
}

static void
set_metadata (cairo_surface_t *surface, const TqDocument *document, gint64 created)
{
  g_autoptr (GDateTime) instant = g_date_time_new_from_unix_utc (created);
  g_autofree char *when =
    instant != NULL ? g_date_time_format (instant, "%Y-%m-%dT%H:%M:%SZ") : NULL;
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, document->title);
  if (document->book != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, document->book);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Tequio");
  if (when != NULL) {
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, when);
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, when);
  }
}

/* Counts the pages; a document that must be one page is set smaller, down to a size that can still
 * be read, until it is. */
static void
start_press (TqPress *press, const TqDocument *document, cairo_surface_t *surface)
{
  const double least = 9.0;
  double scale = 1.0;
  tq_press_start (press, document, surface, scale);
  tq_press_run (press, FALSE);
  while (document->one_page && press->pages > 1 && press->size * 0.95 >= least) {
    tq_press_finish (press);
    scale *= 0.95;
    tq_press_start (press, document, surface, scale);
    tq_press_run (press, FALSE);
  }
}

/* Writes *document* to *out*. *created* is seconds since 1970. Raises the error of the stream, or
 * TQ_ERROR_STORE where cairo cannot make the file. */
gboolean
tq_pdf_write (const TqDocument *document,
              gint64 created,
              GOutputStream *out,
              GCancellable *cancellable,
              GError **error)
{
  g_return_val_if_fail (document != NULL && G_IS_OUTPUT_STREAM (out), FALSE);
  Sink sink = { out, cancellable, NULL };
  TqPress press;
  const gboolean a4 = document->size == TQ_PAPER_A4;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb,
                                                                  &sink,
                                                                  a4 ? 595.276 : 612.0,
                                                                  a4 ? 841.89 : 792.0);
  set_metadata (surface, document, created);
  start_press (&press, document, surface);
  tq_press_run (&press, TRUE);
  tq_press_finish (&press);
  cairo_surface_finish (surface);
  const cairo_status_t status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (sink.error != NULL) {
    g_propagate_error (error, sink.error);
    return FALSE;
  }
  if (status != CAIRO_STATUS_SUCCESS) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_STORE,
                 _ ("The paper could not be made: %s. Check the free space and try again."),
                 cairo_status_to_string (status));
    return FALSE;
  }
  return TRUE;
}
