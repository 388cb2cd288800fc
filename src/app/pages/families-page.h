/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "app/pages/page.h"

G_BEGIN_DECLS

#define TQ_TYPE_FAMILIES_PAGE (tq_families_page_get_type ())
G_DECLARE_FINAL_TYPE (TqFamiliesPage, tq_families_page, TQ, FAMILIES_PAGE, TqPage)

G_END_DECLS
