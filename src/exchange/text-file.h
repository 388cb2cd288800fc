/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "base/digest.h"

G_BEGIN_DECLS

#define TQ_TEXT_FILE_LINE_MAX 65536u /* bytes of one line of a file of others */

/* Reads a text file line by line with a fixed buffer, from its start or from any offset. A stack
 * value, used with g_auto (TqTextFile). */
typedef struct {
  int fd;
  char *name; /* of the file, without its folder, as messages give it */
  gint64 size;
  char *buffer;
  gsize start; /* bytes of the buffer that were handed out */
  gsize end;   /* bytes of the buffer that were read */
  gint64 buffer_offset;
  gint64 line_offset; /* of the line last handed out */
  gint64 line;        /* its number, from 1 */
  char *cut;          /* where its end stands, and the byte that stood there */
  char cut_byte;
  TqHasher hasher;
  gboolean hashing;
} TqTextFile;

gboolean
tq_text_file_open (TqTextFile *file, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tq_text_file_clear (TqTextFile *file);
gboolean
tq_text_file_next (TqTextFile *file, char **out_line, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tq_text_file_seek (TqTextFile *file, gint64 offset, gint64 line);
void tq_text_file_finish_digest (TqTextFile *file, TqDigest *out_digest);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TqTextFile, tq_text_file_clear)

G_END_DECLS
