/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "store/event.h"

/* Every kind of event that a book may hold; ends with a NULL name. */
const TqEventKind *tq_kinds_get_all (void);
