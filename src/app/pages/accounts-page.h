/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "app/pages/page.h"

G_BEGIN_DECLS

#define TQ_TYPE_ACCOUNTS_PAGE (tq_accounts_page_get_type ())
G_DECLARE_FINAL_TYPE (TqAccountsPage, tq_accounts_page, TQ, ACCOUNTS_PAGE, TqPage)

G_END_DECLS
