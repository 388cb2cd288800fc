/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "reports/flow.h"

G_BEGIN_DECLS

void tq_flow_text_write (const TqFlow *flow, GString *out);

G_END_DECLS
