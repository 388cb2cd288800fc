/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "service/book.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void tq_checks_verify_async (TqBook *book, GAsyncReadyCallback done, gpointer user_data);
gboolean tq_checks_verify_finish (GAsyncResult *result,
                                  TqVerification *out_found,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tq_checks_back_up_async (TqBook *book,
                              const char *path,
                              GAsyncReadyCallback done,
                              gpointer user_data);
gboolean tq_checks_back_up_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
