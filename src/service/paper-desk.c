/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "service/paper-desk.h"

#include "base/error.h"
#include "base/i18n.h"
#include "ledger/account.h"
#include "ledger/balance.h"

#include <string.h>

void
tq_paper_desk_clear (TqPaperDesk *desk)
{
  g_clear_pointer (&desk->c, tq_case_free);
  g_clear_pointer (&desk->parties, g_ptr_array_unref);
  g_clear_pointer (&desk->groups, g_ptr_array_unref);
  g_clear_pointer (&desk->currency, tq_commodity_free);
  if (desk->has_means)
    tq_means_clear (&desk->means);
  g_clear_pointer (&desk->kept, g_ptr_array_unref);
}

static TqPaperSize
load_size (TqStore *store, TqDay day)
{
  g_autofree char *size = tq_setting_find (store, "paper-size", day, NULL);
  return g_strcmp0 (size, "a4") == 0 ? TQ_PAPER_A4 : TQ_PAPER_LETTER;
}

/* Lays out what every paper of the case needs; the caller clears the desk. */
gboolean
tq_paper_desk_open (TqPaperDesk *desk,
                    TqBook *book,
                    gint64 of_case,
                    const TqPaperOrder *order,
                    GError **error)
{
  const TqCooperative *cooperative = tq_book_get_cooperative (book);
  const gboolean persons = strcmp (cooperative->unit, "person") == 0;
  desk->book = book;
  desk->store = tq_book_get_store (book);
  desk->order = order;
  desk->kept = g_ptr_array_new_with_free_func (g_free);
  desk->c = tq_case_load (desk->store, of_case, error);
  if (desk->c == NULL)
    return FALSE;
  desk->parties = tq_party_load_all (desk->store,
                                     persons ? TQ_PARTY_PERSON : TQ_PARTY_FAMILY,
                                     desk->c->through,
                                     error);
  desk->groups = desk->parties != NULL ? tq_party_group_load_all (desk->store, error) : NULL;
  desk->currency =
    desk->groups != NULL ? tq_commodity_load (desk->store, cooperative->currency, error) : NULL;
  if (desk->currency == NULL)
    return FALSE;
  desk->has_means = tq_means_load (desk->store, desk->c, &desk->means, NULL);
  desk->head =
    (TqPaperHead){ .book = cooperative->name,
                   .language = order->language != NULL ? order->language : cooperative->language,
                   .currency = desk->currency->symbol,
                   .size = load_size (desk->store, desk->c->through),
                   .large_type = order->large_type,
                   .by_person = persons };
  return TRUE;
}

/* Keeps a text until the paper is built. */
const char *
tq_paper_desk_keep (TqPaperDesk *desk, char *text)
{
  g_ptr_array_add (desk->kept, text);
  return text;
}

/* Zeroed memory for *n* items, kept until the paper is built. */
gpointer
tq_paper_desk_keep_memory (TqPaperDesk *desk, gsize n, gsize size)
{
  gpointer memory = g_malloc0_n (n + 1, size);
  g_ptr_array_add (desk->kept, memory);
  return memory;
}

/* One text as a list of one; an empty list where there is none. */
const char *const *
tq_paper_desk_keep_words (TqPaperDesk *desk, const char *text)
{
  const char **words = tq_paper_desk_keep_memory (desk, 1, sizeof (char *));
  if (text != NULL && *text != '\0')
    words[0] = text;
  return words;
}

/* The record that the order asks for, the newest where it names none. Raises TQ_ERROR_NOT_FOUND. */
gconstpointer
tq_paper_desk_choose (TqPaperDesk *desk, const GPtrArray *records, GError **error)
{
  const guint number = desk->order->number;
  if (number <= records->len && records->len > 0)
    return g_ptr_array_index (records, number > 0 ? number - 1 : records->len - 1);
  g_set_error_literal (error,
                       TQ_ERROR,
                       TQ_ERROR_NOT_FOUND,
                       _ ("There is no such paper yet: the step that it belongs to was not made."));
  return NULL;
}

/* The event whose number and letters the paper carries. */
gboolean
tq_paper_desk_set_event (TqPaperDesk *desk, gint64 event, GError **error)
{
  char *letters = tq_book_build_slip (desk->book, event, error);
  if (letters == NULL)
    return FALSE;
  desk->head.event = event;
  desk->head.letters = tq_paper_desk_keep (desk, letters);
  return TRUE;
}

/* Who decides, by key; NULL for none. */
const TqParty *
tq_paper_desk_get_party (TqPaperDesk *desk, gint64 key)
{
  for (guint i = 0; i < desk->parties->len; i++) {
    const TqParty *party = g_ptr_array_index (desk->parties, i);
    if (party->event == key)
      return party;
  }
  return NULL;
}

/* The name of a group, "" for none. */
const char *
tq_paper_desk_get_group (TqPaperDesk *desk, gint64 key)
{
  for (guint i = 0; i < desk->groups->len; i++) {
    const TqPartyGroup *group = g_ptr_array_index (desk->groups, i);
    if (group->event == key)
      return group->name;
  }
  return "";
}

/* The letter of a proposal, "" for none. */
const char *
tq_paper_desk_get_proposal (TqPaperDesk *desk, gint64 key)
{
  const TqProposal *proposal = tq_case_find_record (desk->c->proposals, key);
  return proposal != NULL ? proposal->label : "";
}

static TqPaperPresence
find_presence (const TqRoll *roll, gint64 party)
{
  for (guint i = 0; roll != NULL && i < roll->lines->len; i++) {
    const TqRollLine *line = g_ptr_array_index (roll->lines, i);
    if (line->party == party)
      return line->presence == TQ_PRESENCE_EXCUSED ? TQ_PAPER_EXCUSED : TQ_PAPER_PRESENT;
  }
  return TQ_PAPER_ABSENT;
}

/* Everybody who decides, with how they took part in *roll* (nullable). */
const TqPaperMember *
tq_paper_desk_list_members (TqPaperDesk *desk, const TqRoll *roll)
{
  TqPaperMember *members =
    tq_paper_desk_keep_memory (desk, desk->parties->len, sizeof (TqPaperMember));
  for (guint i = 0; i < desk->parties->len; i++) {
    const TqParty *party = g_ptr_array_index (desk->parties, i);
    members[i] = (TqPaperMember){ party->code,
                                  party->name,
                                  tq_paper_desk_get_group (desk, party->group),
                                  find_presence (roll, party->event) };
  }
  return members;
}

/* The objections to a proposal, word for word; 0 for all of the case. */
const TqPaperObjection *
tq_paper_desk_list_objections (TqPaperDesk *desk, gint64 proposal, guint *out_n)
{
  guint n = 0;
  const GPtrArray *all = desk->c->objections;
  TqPaperObjection *list = tq_paper_desk_keep_memory (desk, all->len, sizeof (TqPaperObjection));
  for (guint i = 0; i < all->len; i++) {
    const TqObjection *objection = g_ptr_array_index (all, i);
    const TqObjectionAnswer *answer = tq_case_find_answer (desk->c, objection->record.event);
    if (proposal != 0 && objection->proposal != proposal)
      continue;
    list[n++] = (TqPaperObjection){ objection->whose,
                                    objection->reason,
                                    *objection->remedy != '\0' ? objection->remedy : NULL,
                                    answer != NULL ? answer->words : NULL,
                                    objection->asks == TQ_ASKS_STOP };
  }
  *out_n = n;
  return list;
}

/* The letters of the seal that closed the period, NULL where there is none; *out_seal* (nullable).
 * */
const char *
tq_paper_desk_get_seal_letters (TqPaperDesk *desk, const TqSeal **out_seal)
{
  const TqClose *close = tq_case_get_last (desk->c->closes);
  g_autoptr (GArray) seals = close != NULL ? tq_period_load_seals (desk->store, NULL) : NULL;
  for (guint i = 0; seals != NULL && i < seals->len; i++) {
    const TqSeal *seal = &g_array_index (seals, TqSeal, i);
    if (seal->event != close->seal)
      continue;
    if (out_seal != NULL) {
      TqSeal *copy = tq_paper_desk_keep_memory (desk, 1, sizeof (TqSeal));
      *copy = *seal;
      *out_seal = copy;
    }
    return tq_paper_desk_keep (desk, tq_digest_to_letters (&seal->digest, TQ_SEAL_LETTERS));
  }
  return NULL;
}

/* What the account with a role holds on a day, debits minus credits; 0 where no account has it. */
gboolean
tq_paper_desk_load_role (TqPaperDesk *desk,
                         const char *role,
                         TqDay day,
                         gint64 *out_minor,
                         GError **error)
{
  g_autoptr (TqAccount) account = tq_account_load_by_role (desk->store, role, NULL);
  *out_minor = 0;
  return account == NULL || tq_balance_load_account (desk->store,
                                                     account->event,
                                                     desk->currency->event,
                                                     day,
                                                     out_minor,
                                                     error);
}
