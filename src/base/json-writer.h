/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "base/ratio.h"

G_BEGIN_DECLS

/* Writes one JSON value to the end of a GString. A stack value; g_auto is not needed: it owns
 * nothing. In an object every value is named by *key*; in an array and at the top *key* is NULL. */
typedef struct {
  GString *out;
  gboolean pretty;
  guint depth;
  guint64 in_object;  /* one bit a level */
  guint64 has_member; /* one bit a level */
} TqJsonWriter;

void tq_json_writer_start (TqJsonWriter *writer, GString *out, gboolean pretty);
void tq_json_writer_begin_object (TqJsonWriter *writer, const char *key);
void tq_json_writer_end_object (TqJsonWriter *writer);
void tq_json_writer_begin_array (TqJsonWriter *writer, const char *key);
void tq_json_writer_end_array (TqJsonWriter *writer);
void tq_json_writer_add_text (TqJsonWriter *writer, const char *key, const char *text);
void tq_json_writer_add_int (TqJsonWriter *writer, const char *key, gint64 value);
void tq_json_writer_add_ratio (TqJsonWriter *writer, const char *key, TqRatio value);
void tq_json_writer_add_mpq (TqJsonWriter *writer, const char *key, mpq_srcptr value);
void tq_json_writer_add_bool (TqJsonWriter *writer, const char *key, gboolean value);
void tq_json_writer_add_null (TqJsonWriter *writer, const char *key);
void tq_json_writer_finish (TqJsonWriter *writer);

G_END_DECLS
