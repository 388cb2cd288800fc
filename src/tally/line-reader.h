/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TQ_LINE_BYTES_MAX (1u << 20)

/* Reads a text file line by line, whatever its length, in a constant amount of memory. */
typedef struct _TqLineReader TqLineReader;

TqLineReader *tq_line_reader_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tq_line_reader_free (TqLineReader *reader);
gboolean tq_line_reader_next (TqLineReader *reader,
                              char **out_line,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
guint tq_line_reader_get_number (const TqLineReader *reader);
gboolean
tq_line_reader_set_error (const TqLineReader *reader, GError **error, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqLineReader, tq_line_reader_free)

G_END_DECLS
