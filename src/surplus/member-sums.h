/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "surplus/allocation.h"

G_BEGIN_DECLS

typedef struct {
  const char *name; /* of the form, not owned */
  gint64 amount_minor;
} TqMemberPart;

/* What one member gets in a year, out of all splits; negative for a loss. */
typedef struct {
  const char *member; /* not owned */
  gint64 gross_minor;
  GArray *parts; /* of TqMemberPart */
} TqMemberSum;

GArray *
tq_member_sums_build (const TqAllocationResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
