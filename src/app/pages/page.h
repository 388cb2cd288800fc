/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "service/book.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What every page of the window is. Properties, set in its .ui: "title", "icon-name", "searchable";
 * "book" is set by the window. */
#define TQ_TYPE_PAGE (tq_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (TqPage, tq_page, TQ, PAGE, AdwBin)

struct _TqPageClass {
  AdwBinClass parent_class;
  /* The page shows another book (nullable). */
  void (*book_changed) (TqPage *page, TqBook *book);
  /* Something is looked for; "" for nothing. */
  void (*words_changed) (TqPage *page, const char *words);
};

const char *tq_page_get_title (TqPage *page);
const char *tq_page_get_icon_name (TqPage *page);
gboolean tq_page_is_searchable (TqPage *page);
TqBook *tq_page_get_book (TqPage *page);
void tq_page_set_book (TqPage *page, TqBook *book);
void tq_page_search (TqPage *page, const char *words);

G_END_DECLS
