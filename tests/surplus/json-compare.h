/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "base/json-reader.h"

/* The first place at which two values differ, as "a.b[2]: 1 and 2" (transfer full); NULL where they
 * are the same: members in any order, items in theirs, numbers as they are written. */
char *compare_json (const char *place, TqJsonNode expected, TqJsonNode found);
