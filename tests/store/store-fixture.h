/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* What the tests of store/ share: a folder of their own and one kind of event, "test.note/1", whose
 * body is a key and a value and whose derived row is one of the table "setting". */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

#define NOTE "test.note/1"

extern const TqEventKind test_kinds[];

char *test_make_folder (void) G_GNUC_WARN_UNUSED_RESULT;
void test_remove_folder (char *folder);
gboolean
test_note (TqStore *store, const char *key, const char *value, gint64 *out_seq, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
TqStore *
test_new_book (const char *folder, const char *name, guint notes) G_GNUC_WARN_UNUSED_RESULT;
void test_alter (const char *path, const char *sql);

G_END_DECLS
