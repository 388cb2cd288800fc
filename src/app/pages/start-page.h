/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What a window shows while no book is open. */
#define TQ_TYPE_START_PAGE (tq_start_page_get_type ())
G_DECLARE_FINAL_TYPE (TqStartPage, tq_start_page, TQ, START_PAGE, AdwBin)

void tq_start_page_refresh (TqStartPage *page);

G_END_DECLS
