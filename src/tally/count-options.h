/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "tally/ties.h"

G_BEGIN_DECLS

/* What the person who asks for a count may choose. Owns nothing. */
typedef struct {
  const TqTieRule *ties; /* NULL: the cheapest first */
  guint seats;           /* places to fill; 0: as the file says */
  const char *increment; /* step of Add1, "1" or "0.5"; NULL: share-completion.c chooses */
} TqCountOptions;

G_END_DECLS
