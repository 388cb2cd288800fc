/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "base/json-reader.h"

/* What the tests against reference outcomes share. */
char *tq_reference_find_folder (const char *name);
void tq_reference_assert_same (TqJsonNode expected, TqJsonNode got);
