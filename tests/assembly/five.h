/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "world.h"

/* Five families of two barrios, Arriba (A1, A2, A3) and Centro (C1, C2), and what most tests do
 * with them. */
extern const Family five[5];

World *five_new (void);
gint64 five_propose (World *world, const char *label, gint64 amount);
void five_open_rules_case (World *world);
void five_close_surplus (World *world, gint64 amount);
void five_meet (World *world);
void five_agree (World *world, gint64 proposal);
void five_give_mandate (World *world, gint64 tolerance);
void five_pay (World *world, gint64 amount, gint64 paid_by);
void five_expect_mark (World *world, guint index, TqMarkKind kind, gint64 amount);
