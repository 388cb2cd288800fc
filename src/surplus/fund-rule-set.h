/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

gboolean tq_fund_rule_set_append (TqStore *store,
                                  const TqAct *act,
                                  const char *path,
                                  const char *language,
                                  GPtrArray *left_out,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
