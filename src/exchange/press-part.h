/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "exchange/press.h"

G_BEGIN_DECLS

void tq_press_set_figures (PangoLayout *layout);
double tq_press_get_table_lead (TqPress *press, const TqTable *table);
void tq_press_draw_drawing (TqPress *press, TqDrawing drawing, double x, double y, double side);
void tq_press_draw_code (TqPress *press, const char *payload, double x, double y, double side);

G_END_DECLS
