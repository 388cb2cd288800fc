/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "service/book.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The papers of a case, each to be opened or saved. They are looked for when they are first seen.
 * */
#define TQ_TYPE_PAPERS_VIEW (tq_papers_view_get_type ())
G_DECLARE_FINAL_TYPE (TqPapersView, tq_papers_view, TQ, PAPERS_VIEW, AdwBin)

void tq_papers_view_show (TqPapersView *view, TqBook *book, gint64 of_case);

G_END_DECLS
