/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "service/book.h"

#define TQ_STORY_DAY 20500 /* 2026-02-16 */

TqBook *tq_story_create (const char *path, const char *language, guint extra_entries);
gint64 tq_story_clock (void);
char *tq_story_new_path (void);
void tq_story_remove (char *path);
void tq_story_post_plain (TqBook *book, const char *text);
void tq_story_seal (TqBook *book, TqDay through);
gint64 tq_story_find_account (TqBook *book, const char *role);
