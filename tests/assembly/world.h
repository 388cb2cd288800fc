/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "assembly/acts.h"
#include "assembly/agenda.h"
#include "assembly/members.h"
#include "assembly/need.h"
#include "assembly/opening.h"
#include "assembly/result.h"
#include "assembly/split.h"
#include "base/error.h"
#include "store/transaction.h"

/* A book in memory with accounts, families and groups, in which a test lives a case. */
typedef struct {
  TqStore *store;
  TqDay today;
  gint64 currency;
  gint64 of_case;      /* the case that acts go to */
  GHashTable *parties; /* code -> event */
  GHashTable *groups;  /* code -> event */
} World;

/* One family of the roster: its code, its name, and what it delivered in hundredths of a quintal.
 * */
typedef struct {
  const char *code;
  const char *name;
  gint64 quantity;
} Family;

World *world_new (const Family *families, gsize n, const char *const *groups);
void world_free (World *world);
void world_date (World *world, const char *day);
gint64 world_party (World *world, const char *code);
gint64 world_group (World *world, const char *code);
gint64 world_account (World *world, const char *name);
void world_set (World *world, const char *key, const char *value);
gint64
world_post (World *world, const char *debit, const char *credit, const char *party, gint64 amount);
gint64 world_seal (World *world, const char *through);
gint64 world_open_case (World *world,
                        TqCaseKind kind,
                        const char *title,
                        const char *from,
                        const char *through);
gint64 world_do (World *world, TqDoing doing, gpointer draft);
void world_refuse (World *world, TqDoing doing, gpointer draft, int code, const char *words);
gint64 world_note (World *world, TqDoing doing, gint64 refers, const char *words);
void world_roll (World *world, const Family *families, gsize n);
void world_notice (World *world, const char *given, const char *assembly);
TqCase *world_load (World *world);
gint64 world_balance (World *world, const char *role);
void world_verify (World *world);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (World, world_free)
