/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Money is a gint64 count of minor units; its currency gives the number of digits (0 to 9). */
#define TQ_MONEY_LIMIT G_GINT64_CONSTANT (100000000000000) /* 10^14 minor units on a posting */
#define TQ_MONEY_MAX_DIGITS 9u

gboolean tq_money_add (gint64 a_minor, gint64 b_minor, gint64 *out_minor, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_money_sub (gint64 a_minor, gint64 b_minor, gint64 *out_minor, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_money_mul (gint64 a_minor, gint64 factor, gint64 *out_minor, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gint64 tq_money_scale (guint digits);

gboolean tq_money_parse (const char *text, guint digits, gint64 *out_minor, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_money_parse_local (const char *text, guint digits, gint64 *out_minor, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
char *tq_money_to_string (gint64 amount_minor, guint digits) G_GNUC_WARN_UNUSED_RESULT;
char *tq_money_to_local_string (gint64 amount_minor, guint digits) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
