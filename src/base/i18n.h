/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include <glib.h>
#include <inttypes.h>

/* As <glib/gi18n-lib.h>, whose macros cast a const away and so cannot stand our warnings. */
#define _(String) g_dgettext (GETTEXT_PACKAGE, String)
#define N_(String) (String)
#define C_(Context, String) g_dpgettext (GETTEXT_PACKAGE, Context "\004" String, sizeof (Context))
#define ngettext_(Singular, Plural, Count) g_dngettext (GETTEXT_PACKAGE, Singular, Plural, Count)
