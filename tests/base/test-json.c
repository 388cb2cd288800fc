/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/error.h"
#include "base/json-cursor.h"
#include "base/json-reader.h"
#include "base/json-writer.h"

#include <glib/gstdio.h>
#include <string.h>

#define LIMIT 100000u

static TqJson *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  TqJson *json = tq_json_read (text, strlen (text), LIMIT, &error);
  g_assert_no_error (error);
  g_assert_nonnull (json);
  return json;
}

/* Every type is told apart, and texts and numbers come out as they were meant and written. */
static void
test_types (void)
{
  g_autoptr (TqJson) json =
    read_text ("\xef\xbb\xbf [ {}, [], \"a\\u00f1\\n\", -1.50e+2, true, false, null ]\n");
  const TqJsonType types[] = { TQ_JSON_OBJECT, TQ_JSON_ARRAY, TQ_JSON_STRING, TQ_JSON_NUMBER,
                               TQ_JSON_BOOL,   TQ_JSON_BOOL,  TQ_JSON_NULL };
  const char *texts[] = { NULL, NULL, "a\xc3\xb1\n", "-1.50e+2", NULL, NULL, NULL };
  TqJsonIter iter;
  TqJsonNode item;
  guint i = 0;
  tq_json_iter_init (&iter, tq_json_get_root (json));
  for (; tq_json_iter_next (&iter, NULL, &item); i++) {
    g_assert_cmpint (tq_json_node_get_type (item), ==, types[i]);
    g_assert_cmpstr (tq_json_node_get_text (item), ==, texts[i]);
    if (types[i] == TQ_JSON_BOOL)
      g_assert_cmpint (tq_json_node_get_bool (item), ==, i == 4);
  }
  g_assert_cmpuint (i, ==, G_N_ELEMENTS (types));
  g_assert_cmpuint (tq_json_node_get_count (tq_json_get_root (json)), ==, i);
}

/* Members keep their order, are found by name, and a nested value does not hide the next one. */
static void
test_members (void)
{
  g_autoptr (TqJson) json =
    read_text ("{\"z\": {\"x\": [1, [2], {\"z\": 3}]}, \"a\": \"A\", \"m\": 7}");
  const TqJsonNode root = tq_json_get_root (json);
  const char *names[] = { "z", "a", "m" };
  const char *name = NULL;
  TqJsonIter iter;
  tq_json_iter_init (&iter, root);
  for (guint i = 0; tq_json_iter_next (&iter, &name, NULL); i++)
    g_assert_cmpstr (name, ==, names[i]);
  g_assert_cmpstr (tq_json_node_get_text (tq_json_node_find (root, "a")), ==, "A");
  g_assert_cmpstr (tq_json_node_get_text (tq_json_node_find (root, "m")), ==, "7");
  g_assert_cmpuint (tq_json_node_get_count (tq_json_node_find (tq_json_node_find (root, "z"), "x")),
                    ==,
                    3);
  g_assert_null (tq_json_node_find (root, "x").json);
}

/* The line of a value is that of the file, whatever an escape or a number at a line's end does, and
 * in whatever order it is asked for. */
static void
test_lines (void)
{
  g_autoptr (TqJson) json =
    read_text ("{\n\"a\": \"1\\n2\\u000a3\",\n\"b\": [\n1,\n2\n],\n\"c\": 3\n}\n");
  const TqJsonNode root = tq_json_get_root (json);
  g_assert_cmpuint (tq_json_node_get_line (tq_json_node_find (root, "c")), ==, 7);
  g_assert_cmpuint (tq_json_node_get_line (tq_json_node_find (root, "b")), ==, 3);
  g_assert_cmpuint (tq_json_node_get_line (tq_json_node_find (root, "c")), ==, 7);
  g_assert_cmpuint (tq_json_node_get_line (root), ==, 1);
  g_autoptr (GError) error = NULL;
  tq_json_node_set_error (tq_json_node_find (root, "c"), &error, "so %d", 1);
  g_assert_error (error, TQ_ERROR, TQ_ERROR_FORMAT);
  g_assert_cmpstr (error->message, ==, "7: so 1");
}

/* A whole number is read to the last of its 64 bits; a fraction, an exponent and more are refused.
 * */
static void
test_integers (void)
{
  const struct {
    const char *text;
    gboolean good;
    gint64 value;
  } rows[] = {
    { "[0]", TRUE, 0 },
    { "[-0]", TRUE, 0 },
    { "[9223372036854775807]", TRUE, G_MAXINT64 },
    { "[-9223372036854775808]", TRUE, G_MININT64 },
    { "[9223372036854775808]", FALSE, 0 },
    { "[-9223372036854775809]", FALSE, 0 },
    { "[1.0]", FALSE, 0 },
    { "[1e3]", FALSE, 0 },
    { "[\"1\"]", FALSE, 0 },
    { "[true]", FALSE, 0 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TqJson) json = read_text (rows[i].text);
    g_autoptr (GError) error = NULL;
    TqJsonIter iter;
    TqJsonNode item;
    gint64 value = 77;
    tq_json_iter_init (&iter, tq_json_get_root (json));
    g_assert_true (tq_json_iter_next (&iter, NULL, &item));
    g_assert_cmpint (tq_json_node_get_int64 (item, &value, &error), ==, rows[i].good);
    g_assert_cmpint (value, ==, rows[i].good ? rows[i].value : 77);
    if (!rows[i].good)
      g_assert_error (error, TQ_ERROR, TQ_ERROR_FORMAT);
  }
}

/* What is not strict JSON is refused, at its line, with what stood there and what should. */
static void
test_refusals (void)
{
  const struct {
    const char *text;
    const char *message;
  } rows[] = {
    { "", "1: found the end of the file; expected a value." },
    { "\xef\xbb\xbf", "1: found the end of the file; expected a value." },
    { "[1,\n2", "2: found the end of the file; expected “,” or a closing bracket." },
    { "[1,]", "1: found “]”; expected a value." },
    { "[,1]", "1: found “,”; expected a value or “]”." },
    { "{\"a\":1,}", "1: found “}”; expected a name in double quotes." },
    { "{a:1}", "1: found “a”; expected a name in double quotes or “}”." },
    { "{\"a\" 1}", "1: found “1”; expected “:”." },
    { "{\"a\":\n}", "2: found “}”; expected a value." },
    { "[1}", "1: found “}”; expected “,” or a closing bracket." },
    { "{} {}", "1: found “{”; expected the end of the file." },
    { "[] x", "1: found “x”; expected the end of the file." },
    { "nul", "1: found “n”; expected a value." },
    { "NaN", "1: found “N”; expected a value." },
    { "'a'", "1: found “'”; expected a value." },
    { "[01]", "1: found “0”; expected a number without leading zeros." },
    { "[-]", "1: found “]”; expected a digit." },
    { "[1.]", "1: found “]”; expected a digit." },
    { "[.5]", "1: found “.”; expected a value or “]”." },
    { "[1e]", "1: found “]”; expected a digit." },
    { "[+1]", "1: found “+”; expected a value or “]”." },
    { "[\"a", "1: found the end of the file; expected a double quote that ends the text." },
    { "[\"a\nb\"]", "1: found U+000A; expected text without control characters." },
    { "[\"\\x41\"]", "1: found “\\x41\"]”; expected an escape that JSON allows." },
    { "[\"\\u0000\"]", "1: found “\\u0000”; expected an escape that JSON allows." },
    { "[\"\\ud800x\"]", "1: found “\\ud800”; expected an escape that JSON allows." },
    { "[\"\\udc00\"]", "1: found “\\udc00”; expected an escape that JSON allows." },
    { "[\n\"\xff\"]", "2: found the byte 0xFF; expected text in UTF-8." },
    { "/* */ []", "1: found “/”; expected a value." },
    { "{\"b\":1,\n\"a\":2,\n\"b\":3}", "3: found the name “b” a second time; expected it once." },
    { "{\"b\":1,\"\\u0062\":3}", "1: found the name “b” a second time; expected it once." },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_test_message ("%s", rows[i].message);
    g_assert_null (tq_json_read (rows[i].text, strlen (rows[i].text), LIMIT, &error));
    g_assert_error (error, TQ_ERROR, TQ_ERROR_FORMAT);
    g_assert_cmpstr (error->message, ==, rows[i].message);
  }
}

/* A NUL byte is refused with its line, whatever stands after it. */
static void
test_nul (void)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (tq_json_read ("[\n\"a\0b\"]", 8, LIMIT, &error));
  g_assert_error (error, TQ_ERROR, TQ_ERROR_FORMAT);
  g_assert_cmpstr (error->message, ==, "2: found the byte 0x00; expected text in UTF-8.");
}

/* Surrogate pairs become one character. */
static void
test_surrogates (void)
{
  g_autoptr (TqJson) json = read_text ("\"\\ud83d\\ude00\\\"\\/\"");
  g_assert_cmpstr (tq_json_node_get_text (tq_json_get_root (json)), ==, "\xf0\x9f\x98\x80\"/");
}

static char *
nest (guint depth)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < depth; i++)
    g_string_append_c (text, '[');
  for (guint i = 0; i < depth; i++)
    g_string_append_c (text, ']');
  return g_string_free (text, FALSE);
}

/* Brackets nest 64 deep and no deeper; a size beyond the caller's limit is refused. */
static void
test_limits (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *deep = nest (TQ_JSON_DEPTH_MAX);
  g_autofree char *deeper = nest (TQ_JSON_DEPTH_MAX + 1);
  g_autoptr (TqJson) json = read_text (deep);
  g_assert_null (tq_json_read (deeper, strlen (deeper), LIMIT, &error));
  g_assert_error (error, TQ_ERROR, TQ_ERROR_FORMAT);
  g_clear_error (&error);
  g_autoptr (TqJson) fits = tq_json_read ("[1]", 3, 3, &error);
  g_assert_no_error (error);
  g_assert_nonnull (fits);
  g_assert_null (tq_json_read ("[1] ", 4, 3, &error));
  g_assert_error (error, TQ_ERROR, TQ_ERROR_OVERFLOW);
}

/* A file's fault names the file and the line; a file that is not there is told as such. */
static void
test_load_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  const int fd = g_file_open_tmp ("tequio-XXXXXX.json", &path, &error);
  g_assert_no_error (error);
  g_assert_true (g_close (fd, NULL));
  g_assert_true (g_file_set_contents (path, "[\n1 2]", -1, NULL));
  g_assert_null (tq_json_reader_load_file (path, LIMIT, &error));
  g_autofree char *wanted =
    g_strdup_printf ("%s:2: found “2”; expected “,” or a closing bracket.", path);
  g_assert_error (error, TQ_ERROR, TQ_ERROR_FORMAT);
  g_assert_cmpstr (error->message, ==, wanted);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path, "[12]\n", -1, NULL));
  g_autoptr (TqJson) json = tq_json_reader_load_file (path, 5, &error);
  g_assert_no_error (error);
  g_assert_nonnull (json);
  g_assert_null (tq_json_reader_load_file (path, 4, &error));
  g_assert_error (error, TQ_ERROR, TQ_ERROR_OVERFLOW);
  g_clear_error (&error);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_null (tq_json_reader_load_file (path, LIMIT, &error));
  g_assert_error (error, TQ_ERROR, TQ_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (tq_json_reader_load_file ("/", LIMIT, &error));
  g_assert_error (error, TQ_ERROR, TQ_ERROR_STORE);
}

/* Events come one by one, with the line and the number as written, and no tree is built. */
static void
test_cursor (void)
{
  char bytes[] = "{\"a\":\n[10, \"x\"]}";
  const TqJsonEvent events[] = {
    TQ_JSON_EVENT_BEGIN_OBJECT, TQ_JSON_EVENT_KEY,    TQ_JSON_EVENT_BEGIN_ARRAY,
    TQ_JSON_EVENT_NUMBER,       TQ_JSON_EVENT_STRING, TQ_JSON_EVENT_END_ARRAY,
    TQ_JSON_EVENT_END_OBJECT,   TQ_JSON_EVENT_END,
  };
  g_autoptr (GError) error = NULL;
  TqJsonCursor cursor;
  g_assert_true (tq_json_cursor_start (&cursor, bytes, strlen (bytes), &error));
  for (guint i = 0; i < G_N_ELEMENTS (events); i++) {
    TqJsonEvent event = TQ_JSON_EVENT_NULL;
    g_assert_true (tq_json_cursor_next (&cursor, &event, &error));
    g_assert_cmpint (event, ==, events[i]);
    if (event == TQ_JSON_EVENT_NUMBER)
      g_assert_true (cursor.length == 2 && memcmp (cursor.text, "10", 2) == 0);
    if (event == TQ_JSON_EVENT_STRING)
      g_assert_cmpstr (cursor.text, ==, "x");
    g_assert_cmpuint (cursor.line, ==, i < 2 ? 1u : 2u);
  }
}

static void
write_sample (GString *out, gboolean pretty)
{
  TqJsonWriter writer;
  tq_json_writer_start (&writer, out, pretty);
  tq_json_writer_begin_object (&writer, NULL);
  tq_json_writer_add_text (&writer, "q\"", "a\\\n\x01\xc3\xb1/");
  tq_json_writer_begin_array (&writer, "list");
  tq_json_writer_add_int (&writer, NULL, G_MININT64);
  tq_json_writer_add_ratio (&writer, NULL, (TqRatio){ -1, 3 });
  tq_json_writer_add_bool (&writer, NULL, TRUE);
  tq_json_writer_begin_array (&writer, NULL);
  tq_json_writer_end_array (&writer);
  tq_json_writer_begin_object (&writer, NULL);
  tq_json_writer_end_object (&writer);
  tq_json_writer_end_array (&writer);
  tq_json_writer_add_null (&writer, "none");
  tq_json_writer_end_object (&writer);
  tq_json_writer_finish (&writer);
}

/* The writer's two shapes, byte for byte, and what it writes is read again as it was. */
static void
test_writer (void)
{
  g_autoptr (GString) compact = g_string_new (NULL);
  g_autoptr (GString) pretty = g_string_new (NULL);
  write_sample (compact, FALSE);
  write_sample (pretty, TRUE);
  g_assert_cmpstr (compact->str,
                   ==,
                   "{\"q\\\"\":\"a\\\\\\n\\u0001\xc3\xb1/\",\"list\":[-9223372036854775808,"
                   "\"-1/3\",true,[],{}],\"none\":null}\n");
  g_assert_cmpstr (pretty->str,
                   ==,
                   "{\n  \"q\\\"\": \"a\\\\\\n\\u0001\xc3\xb1/\",\n  \"list\": [\n"
                   "    -9223372036854775808,\n    \"-1/3\",\n    true,\n    [],\n    {}\n  ],\n"
                   "  \"none\": null\n}\n");
  g_autoptr (TqJson) json = read_text (pretty->str);
  g_assert_cmpstr (tq_json_node_get_text (tq_json_node_find (tq_json_get_root (json), "q\"")),
                   ==,
                   "a\\\n\x01\xc3\xb1/");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/json/types", test_types);
  g_test_add_func ("/base/json/members", test_members);
  g_test_add_func ("/base/json/lines", test_lines);
  g_test_add_func ("/base/json/integers", test_integers);
  g_test_add_func ("/base/json/refusals", test_refusals);
  g_test_add_func ("/base/json/nul", test_nul);
  g_test_add_func ("/base/json/surrogates", test_surrogates);
  g_test_add_func ("/base/json/limits", test_limits);
  g_test_add_func ("/base/json/load-file", test_load_file);
  g_test_add_func ("/base/json/cursor", test_cursor);
  g_test_add_func ("/base/json/writer", test_writer);
  return g_test_run ();
}
