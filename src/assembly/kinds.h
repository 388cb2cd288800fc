/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "store/event.h"

G_BEGIN_DECLS

/* The kinds of event of assembly/ and of the stored rules of surplus/; ends with a NULL name. */
extern const TqEventKind tq_assembly_kinds[];

G_END_DECLS
