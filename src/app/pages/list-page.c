/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "app/pages/list-page.h"

/* Which child of its stack a page with a list shows: an empty list says why it is empty. */
const char *
tq_list_page_choose_view (TqLazyList *list, gboolean narrowed)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (list)) > 0)
    return "list";
  if (tq_lazy_list_is_loading (list))
    return "loading";
  if (tq_lazy_list_get_fault (list) != NULL)
    return "fault";
  return narrowed ? "not-found" : "empty";
}
