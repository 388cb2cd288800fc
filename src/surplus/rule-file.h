/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "base/json-reader.h"
#include "surplus/rule.h"

G_BEGIN_DECLS

/* The fields of a rule; a file of rule sets adds its own (see rule-set.c). */
#define TQ_RULE_FIELDS                                                                             \
  "id", "label", "mandatory", "pool", "kind", "base", "rate", "round", "amount", "target",         \
    "current", "tiers", "max", "min_check", "when", "overflow_to", "to_pool", "dr", "cr"

TqSurplusRule *
tq_rule_file_read (TqJsonNode node, const char *label, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
