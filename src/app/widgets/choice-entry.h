/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A field with a list below it of what fits the words so far. Properties: "text", "label" (its name
 * for a screen reader), "hint". */
#define TQ_TYPE_CHOICE_ENTRY (tq_choice_entry_get_type ())
G_DECLARE_FINAL_TYPE (TqChoiceEntry, tq_choice_entry, TQ, CHOICE_ENTRY, AdwBin)

void tq_choice_entry_set_choices (TqChoiceEntry *self, const char *const *choices);

G_END_DECLS
