/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "app/window.h"

G_BEGIN_DECLS

void tq_entry_actions_add (TqWindow *window);
void tq_entry_actions_forget (TqWindow *window);
void tq_entry_actions_update (TqWindow *window);

G_END_DECLS
