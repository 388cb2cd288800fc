/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "run-text.h"

#include "json-compare.h"
#include "surplus/allocation-file.h"
#include "surplus/allocation-json.h"

#include <string.h>

static char *
with_quotes (const char *text)
{
  return g_strdelimit (g_strdup (text), "'", '"');
}

/* What the allocation prints, or NULL with an error. */
static GString *
print_text (const char *text, GError **error)
{
  g_autofree char *quoted = with_quotes (text);
  g_autoptr (TqAllocationFile) file =
    tq_allocation_file_read ("case", quoted, strlen (quoted), error);
  if (file == NULL)
    return NULL;
  g_autoptr (TqAllocation) allocation = tq_allocation_file_run (file, error);
  if (allocation == NULL)
    return NULL;
  GString *out = g_string_new (NULL);
  g_assert_true (tq_allocation_json_write (allocation, file->by_years, out, error));
  return out;
}

TqJson *
run_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) out = print_text (text, &error);
  g_assert_no_error (error);
  TqJson *json = tq_json_read (out->str, out->len, TQ_ALLOCATION_FILE_MAX, &error);
  g_assert_no_error (error);
  return json;
}

char *
refuse_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (print_text (text, &error));
  g_assert_nonnull (error);
  return g_strdup (error->message);
}

void
assert_json (TqJsonNode found, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *quoted = with_quotes (expected);
  g_autoptr (TqJson) json = tq_json_read (quoted, strlen (quoted), 1u << 20, &error);
  g_assert_no_error (error);
  g_assert_nonnull (found.json);
  g_autofree char *difference = compare_json ("", tq_json_get_root (json), found);
  g_assert_cmpstr (difference, ==, NULL);
}
