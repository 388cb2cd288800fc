/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "base/json-reader.h"
#include "base/ratio.h"
#include "surplus/expression.h"

G_BEGIN_DECLS

gboolean tq_fields_check (TqJsonNode object,
                          const char *const *known,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean
tq_fields_expect (TqJsonNode node, TqJsonType type, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_fields_find (TqJsonNode object, const char *key, TqJsonNode *out_value);
gboolean tq_fields_need (TqJsonNode object, const char *key, TqJsonNode *out_value, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_fields_get_text (TqJsonNode node,
                             const char **out_text,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_fields_set_text (TqJsonNode object, const char *key, char **inout_text, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_fields_get_amount (TqJsonNode node, gint64 least, gint64 *out_value, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_fields_get_ratio (TqJsonNode node, gboolean part, TqRatio *out_ratio, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_fields_get_choice (TqJsonNode node,
                               const char *const *choices,
                               guint *out_index,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_fields_get_rounding (TqJsonNode object,
                                 TqRound *inout_rounding,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
TqExpression *tq_fields_get_expression (TqJsonNode node, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_fields_set_expression (TqJsonNode object,
                                   const char *key,
                                   TqExpression **inout_expression,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
