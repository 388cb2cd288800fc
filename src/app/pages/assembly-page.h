/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "app/pages/page.h"

G_BEGIN_DECLS

#define TQ_TYPE_ASSEMBLY_PAGE (tq_assembly_page_get_type ())
G_DECLARE_FINAL_TYPE (TqAssemblyPage, tq_assembly_page, TQ, ASSEMBLY_PAGE, TqPage)

G_END_DECLS
