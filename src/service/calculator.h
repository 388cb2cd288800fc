/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What may be chosen for a count; NULL and 0 mean: as the file or the rule says. */
typedef struct {
  const char *ties; /* (nullable) "cheapest", "id" or "lot:FILE" */
  guint seats;
  const char *increment; /* (nullable) step of Add1 in units of the currency */
} TqCalculatorOptions;

gboolean tq_calculator_has_rule (const char *rule);
gboolean tq_calculator_tally (const char *rule,
                              const char *path,
                              const TqCalculatorOptions *options,
                              GString *json,
                              GString *text,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_calculator_check_ballots (const char *path,
                                      GString *json,
                                      GString *text,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_calculator_allocate (const char *path, GString *json, GString *text, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
