/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TQ_TYPE_APPLICATION (tq_application_get_type ())
G_DECLARE_FINAL_TYPE (TqApplication, tq_application, TQ, APPLICATION, AdwApplication)

TqApplication *tq_application_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
