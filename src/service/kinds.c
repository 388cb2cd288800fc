/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "service/kinds.h"

#include "assembly/kinds.h"
#include "ledger/account.h"
#include "ledger/commodity.h"
#include "ledger/entry.h"
#include "ledger/import.h"
#include "ledger/period.h"
#include "people/cooperative.h"
#include "people/office.h"
#include "people/party.h"
#include "work/work.h"

/* Names and versions are for ever: a kind that changes gets a new number and the old one stays. */
static const TqEventKind own_kinds[] = {
  { "book.open/1", tq_cooperative_apply },
  { "setting.set/1", tq_setting_apply },
  { "group.add/1", tq_party_group_apply },
  { "party.add/1", tq_party_apply },
  { "party.leave/1", tq_party_apply_leaving },
  { "office.start/1", tq_office_apply },
  { "office.end/1", tq_office_apply_end },
  { "commodity.add/1", tq_commodity_apply },
  { "account.add/1", tq_account_apply },
  { "account.edit/1", tq_account_apply_edit },
  { "account.close/1", tq_account_apply_close },
  { "entry.post/1", tq_entry_apply },
  { "import.add/1", tq_import_apply },
  { "period.seal/1", tq_period_apply_seal },
  { "work.kind/1", tq_work_kind_apply },
  { "work.add/1", tq_work_apply },
  { NULL, NULL },
};

static gpointer
join_kinds (gpointer data)
{
  GArray *all = g_array_new (TRUE, TRUE, sizeof (TqEventKind));
  const TqEventKind *const lists[] = { own_kinds, tq_assembly_kinds };
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (const TqEventKind *kind = lists[i]; kind->name != NULL; kind++)
      g_array_append_vals (all, kind, 1);
  return g_array_free (all, FALSE);
}

/* Every kind of event that a book may hold, joined once from the folders that own them. */
const TqEventKind *
tq_kinds_get_all (void)
{
  static GOnce once = G_ONCE_INIT;
  return g_once (&once, join_kinds, NULL);
}
