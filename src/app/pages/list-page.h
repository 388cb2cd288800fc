/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "app/pages/page.h"
#include "service/lazy-list.h"

G_BEGIN_DECLS

const char *tq_list_page_choose_view (TqLazyList *list, gboolean narrowed);

G_END_DECLS
