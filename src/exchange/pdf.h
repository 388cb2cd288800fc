/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "reports/document.h"

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean tq_pdf_write (const TqDocument *document,
                       gint64 created,
                       GOutputStream *out,
                       GCancellable *cancellable,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
