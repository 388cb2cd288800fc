/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Writes JSON that any other program reads: two blanks a level or none at all, names and texts with
 * the escapes of RFC 8259 and otherwise as they are, whole numbers as numbers, exact ratios as text
 * ("1/3"), so that no reader turns them into an approximation. */
#include "base/json-writer.h"

#include <string.h>

#define DEPTH_MAX 64u

/* Begins a value at the end of *out*, which must outlive the writer. */
void
tq_json_writer_start (TqJsonWriter *writer, GString *out, gboolean pretty)
{
  *writer = (TqJsonWriter){ .out = out, .pretty = pretty };
}

static void
add_quoted (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++) {
    static const char plain[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";
    const char *found = strchr (plain, *p);
    if (found != NULL) {
      g_string_append_c (out, '\\');
      g_string_append_c (out, letters[found - plain]);
    } else if ((guchar) *p < 0x20 || *p == 0x7f) {
      g_string_append_printf (out, "\\u%04x", (guint) (guchar) *p);
    } else {
      g_string_append_c (out, *p);
    }
  }
  g_string_append_c (out, '"');
}

static void
add_line (TqJsonWriter *writer)
{
  if (!writer->pretty)
    return;
  g_string_append_c (writer->out, '\n');
  for (guint i = 0; i < writer->depth; i++)
    g_string_append (writer->out, "  ");
}

/* What stands between the value before and this one: comma, new line, name. */
static void
begin_value (TqJsonWriter *writer, const char *key)
{
  const guint64 bit = writer->depth > 0 ? G_GUINT64_CONSTANT (1) << (writer->depth - 1) : 0;
  g_assert ((key != NULL) == ((writer->in_object & bit) != 0));
  if (writer->depth > 0) {
    if ((writer->has_member & bit) != 0)
      g_string_append_c (writer->out, ',');
    writer->has_member |= bit;
    add_line (writer);
  }
  if (key == NULL)
    return;
  add_quoted (writer->out, key);
  g_string_append (writer->out, writer->pretty ? ": " : ":");
}

static void
begin (TqJsonWriter *writer, const char *key, gboolean object)
{
  begin_value (writer, key);
  g_assert (writer->depth < DEPTH_MAX);
  const guint64 bit = G_GUINT64_CONSTANT (1) << writer->depth;
  writer->in_object = object ? writer->in_object | bit : writer->in_object & ~bit;
  writer->has_member &= ~bit;
  writer->depth++;
  g_string_append_c (writer->out, object ? '{' : '[');
}

static void
end (TqJsonWriter *writer, gboolean object)
{
  g_assert (writer->depth > 0);
  writer->depth--;
  const guint64 bit = G_GUINT64_CONSTANT (1) << writer->depth;
  g_assert (object == ((writer->in_object & bit) != 0));
  if ((writer->has_member & bit) != 0)
    add_line (writer);
  g_string_append_c (writer->out, object ? '}' : ']');
}

void
tq_json_writer_begin_object (TqJsonWriter *writer, const char *key)
{
  begin (writer, key, TRUE);
}

void
tq_json_writer_end_object (TqJsonWriter *writer)
{
  end (writer, TRUE);
}

void
tq_json_writer_begin_array (TqJsonWriter *writer, const char *key)
{
  begin (writer, key, FALSE);
}

void
tq_json_writer_end_array (TqJsonWriter *writer)
{
  end (writer, FALSE);
}

/* A text in UTF-8; null where *text* is NULL. */
void
tq_json_writer_add_text (TqJsonWriter *writer, const char *key, const char *text)
{
  begin_value (writer, key);
  if (text != NULL)
    add_quoted (writer->out, text);
  else
    g_string_append (writer->out, "null");
}

void
tq_json_writer_add_int (TqJsonWriter *writer, const char *key, gint64 value)
{
  begin_value (writer, key);
  g_string_append_printf (writer->out, "%" G_GINT64_FORMAT, value);
}

/* An exact ratio as text: "1/3", or "5" for a whole number. */
void
tq_json_writer_add_ratio (TqJsonWriter *writer, const char *key, TqRatio value)
{
  g_autofree char *text = tq_ratio_to_string (value);
  tq_json_writer_add_text (writer, key, text);
}

void
tq_json_writer_add_mpq (TqJsonWriter *writer, const char *key, mpq_srcptr value)
{
  g_autofree char *text = tq_mpq_to_string (value);
  tq_json_writer_add_text (writer, key, text);
}

void
tq_json_writer_add_bool (TqJsonWriter *writer, const char *key, gboolean value)
{
  begin_value (writer, key);
  g_string_append (writer->out, value ? "true" : "false");
}

void
tq_json_writer_add_null (TqJsonWriter *writer, const char *key)
{
  tq_json_writer_add_text (writer, key, NULL);
}

/* Ends the text with a line feed; everything that was begun must have been ended. */
void
tq_json_writer_finish (TqJsonWriter *writer)
{
  g_assert (writer->depth == 0);
  g_string_append_c (writer->out, '\n');
}
