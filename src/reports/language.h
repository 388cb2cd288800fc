/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include <glib.h>
#include <locale.h>

G_BEGIN_DECLS

/* While it lives, messages are looked up in another language than that of the interface. */
typedef struct {
  char *previous;
  locale_t own;
  locale_t before;
} TqLanguageScope;

TqLanguageScope tq_language_enter (const char *language) G_GNUC_WARN_UNUSED_RESULT;
void tq_language_leave (TqLanguageScope *scope);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TqLanguageScope, tq_language_leave)

G_END_DECLS
