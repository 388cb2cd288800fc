/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/error.h"
#include "base/text.h"

/* Two people who type the same name get the same bytes. */
static void
test_line (void)
{
  static const struct {
    const char *typed, *kept;
  } rows[] = {
    { "", "" },
    { "Caja", "Caja" },
    { "  Caja chica \t", "Caja chica" },
    { "In\xcc\x83igo", "Iñigo" },   /* n and a combining tilde */
    { "Jose\xcc\x81", "José" },     /* e and a combining acute */
    { "\xe2\x84\xab", "\xc3\x85" }, /* the ångström sign is an Å */
    { "ﬁn", "ﬁn" },                 /* a ligature is kept: it is what was written */
    { "Ñandú — «caja» 日本 🌽", "Ñandú — «caja» 日本 🌽" },
    { "a  b", "a  b" }, /* blanks inside are kept */
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *kept = tq_text_normalize_line (rows[i].typed, &error);
    g_assert_no_error (error);
    g_assert_cmpstr (kept, ==, rows[i].kept);
    g_assert_true (tq_text_is_canonical (kept, strlen (kept)));
  }
}

/* Words of an objection are kept exactly, with their lines and their outer blanks. */
static void
test_body (void)
{
  g_autofree char *kept = tq_text_normalize_body ("  uno\n\n dos \n", NULL);
  g_assert_cmpstr (kept, ==, "  uno\n\n dos \n");
}

/* Whatever the eye does not see is refused, by name. */
static void
test_refused (void)
{
  static const struct {
    const char *text, *named;
  } rows[] = {
    { "a\x01z", "U+0001" },
    { "a\tz", "U+0009" },
    { "a\rz", "U+000D" },
    { "a\x1b[31m", "U+001B" },
    { "a\x7fz", "U+007F" },
    { "a\xc2\x85z", "U+0085" },
    { "100\xe2\x80\xae"
      "00.1",
      "U+202E" },
    { "\xe2\x81\xa6z", "U+2066" },
    { "a\xe2\x80\x8fz", "U+200F" },
    { "\xef\xbb\xbf"
      "Caja",
      "U+FEFF" },
    { "a\xe2\x80\xa8z", "U+2028" },
    { "caf\xe9", "byte 4" },
    { "\xff", "byte 1" },
    { "a\xed\xa0\x80", "byte 2" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GError) body_error = NULL;
    g_assert_null (tq_text_normalize_line (rows[i].text, &error));
    g_assert_error (error, TQ_ERROR, TQ_ERROR_INVALID);
    g_assert_nonnull (strstr (error->message, rows[i].named));
    g_assert_null (tq_text_normalize_body (rows[i].text, &body_error));
    g_assert_error (body_error, TQ_ERROR, TQ_ERROR_INVALID);
    g_assert_false (tq_text_is_canonical (rows[i].text, strlen (rows[i].text)));
  }
  g_autoptr (GError) error = NULL;
  g_assert_null (tq_text_normalize_line ("two\nlines", &error));
  g_assert_error (error, TQ_ERROR, TQ_ERROR_INVALID);
}

/* The longest text fits, one byte more does not; length counts what is kept, not what was typed. */
static void
test_length (void)
{
  g_autofree char *fits = g_strnfill (TQ_TEXT_LINE_MAX, 'x');
  g_autofree char *padded = g_strconcat ("  ", fits, "  ", NULL);
  g_autofree char *longer = g_strconcat (fits, "x", NULL);
  g_autofree char *kept = tq_text_normalize_line (padded, NULL);
  g_autoptr (GError) error = NULL;
  g_assert_cmpstr (kept, ==, fits);
  g_assert_null (tq_text_normalize_line (longer, &error));
  g_assert_error (error, TQ_ERROR, TQ_ERROR_INVALID);
  g_autofree char *body = g_strnfill (TQ_TEXT_BODY_MAX, 'x');
  g_autofree char *larger = g_strconcat (body, "x", NULL);
  g_autofree char *kept_body = tq_text_normalize_body (body, NULL);
  g_assert_cmpuint (strlen (kept_body), ==, TQ_TEXT_BODY_MAX);
  g_assert_null (tq_text_normalize_body (larger, NULL));
  g_assert_true (tq_text_is_canonical (body, TQ_TEXT_BODY_MAX));
  g_assert_false (tq_text_is_canonical (larger, TQ_TEXT_BODY_MAX + 1));
}

/* Stored bytes that are not what this module would have stored are seen. */
static void
test_canonical (void)
{
  g_assert_true (tq_text_is_canonical ("dos\nlíneas", strlen ("dos\nlíneas")));
  g_assert_false (tq_text_is_canonical ("Jose\xcc\x81", 6));
  g_assert_false (tq_text_is_canonical ("a\0b", 3));
  g_assert_false (tq_text_is_canonical ("abc", 2));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/text/line", test_line);
  g_test_add_func ("/base/text/body", test_body);
  g_test_add_func ("/base/text/refused", test_refused);
  g_test_add_func ("/base/text/length", test_length);
  g_test_add_func ("/base/text/canonical", test_canonical);
  return g_test_run ();
}
