/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "reports/document.h"

/* The papers of the coffee co-operative of 23 families, as samples. */
#define N_STORY_PAPERS 16u

const char *story_paper_get_name (guint index);
TqDocument *story_paper_build (guint index, const char *language, gboolean large_type);
