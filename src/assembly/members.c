/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Who decides: the families or the persons of the co-operative, as its book says. Parts of them are
 * compared by whole numbers: count * den against members * num. */
#include "assembly/members.h"

#include "base/error.h"
#include "base/i18n.h"
#include "people/cooperative.h"
#include "people/office.h"
#include "people/party.h"

static gboolean
load_kind (TqStore *store, TqPartyKind *out_kind, GError **error)
{
  g_autoptr (TqCooperative) cooperative = tq_cooperative_load (store, error);
  if (cooperative == NULL)
    return FALSE;
  *out_kind = g_str_equal (cooperative->unit, "person") ? TQ_PARTY_PERSON : TQ_PARTY_FAMILY;
  return TRUE;
}

/* How many decide on *day*, of the whole co-operative or, where it is not 0, of a group. */
gboolean
tq_members_count (TqStore *store, TqDay day, gint64 group, gint64 *out_count, GError **error)
{
  TqPartyKind kind;
  gint64 count = 0;
  if (!load_kind (store, &kind, error))
    return FALSE;
  g_autoptr (GPtrArray) parties = tq_party_load_all (store, kind, day, error);
  if (parties == NULL)
    return FALSE;
  for (guint i = 0; i < parties->len; i++) {
    const TqParty *party = g_ptr_array_index (parties, i);
    count += group == 0 || party->group == group ? 1 : 0;
  }
  *out_count = count;
  return TRUE;
}

/* Whether *party* is one of those who decide on *day*. Raises TQ_ERROR_INVALID, naming it. */
gboolean
tq_members_check (TqStore *store, gint64 party, TqDay day, GError **error)
{
  TqPartyKind kind;
  g_autoptr (TqParty) found = tq_party_load (store, party, error);
  if (found == NULL || !load_kind (store, &kind, error))
    return FALSE;
  if (found->kind == kind && found->joined <= day &&
      (found->left == TQ_DAY_NONE || found->left > day))
    return TRUE;
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_INVALID,
               _ ("“%s” is not one of those who decide on this day."),
               found->name);
  return FALSE;
}

/* A setting that is a part of those who decide. */
gboolean
tq_members_load_share (TqStore *store,
                       const char *key,
                       TqDay day,
                       TqRatio *out_share,
                       GError **error)
{
  g_autofree char *value = tq_setting_find (store, key, day, error);
  return value != NULL && tq_ratio_parse (value, out_share, error);
}

/* The least count that is *more_than* the share of *members*, or at least the share; at least 1. */
gint64
tq_members_get_needed (TqRatio share, gint64 members, gboolean more_than)
{
  const __int128 product = (__int128) members * share.num;
  const __int128 whole = product / share.den;
  const gboolean exact = product % share.den == 0;
  const gint64 needed = (gint64) whole + (more_than || !exact ? 1 : 0);
  return MAX (needed, 1);
}

/* Whether *count* is at least the share of *members*. */
gboolean
tq_members_is_at_least (gint64 count, TqRatio share, gint64 members)
{
  return (__int128) count * share.den >= (__int128) members * share.num;
}

/* Whether *party* itself, family or person, holds the office whose title is the setting's. */
gboolean
tq_members_holds_office (TqStore *store,
                         gint64 party,
                         const char *setting,
                         TqDay day,
                         gboolean *out_holds,
                         GError **error)
{
  g_autofree char *title = tq_setting_find (store, setting, day, error);
  g_autoptr (GPtrArray) offices = title != NULL ? tq_office_load_all (store, day, error) : NULL;
  if (offices == NULL)
    return FALSE;
  *out_holds = FALSE;
  for (guint i = 0; i < offices->len; i++) {
    const TqOffice *office = g_ptr_array_index (offices, i);
    if (office->holder == party && g_str_equal (office->title, title))
      *out_holds = TRUE;
  }
  return TRUE;
}
