/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Acts of the road as a person writes them down: every field of a record by its name, as text, in a
 * window, on the command line or in a file; the record's own table says what each is.
 *
 * 1. A name stands for what people say, not for an event number: a family by its code, an account
 *    by its name or code, a group by its code, a proposal by its letter.
 * 2. A line for families may say "families=all" or "families=A7,A8", and with the basis of kilos
 *    "work=CODE": its shares then come from the people and from the register of work of the period.
 * 3. Nothing is written before tq_road_draft_perform (), which is one act in one transaction. */
#include "service/road.h"

#include "assembly/step.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/money.h"
#include "ledger/account.h"
#include "ledger/commodity.h"
#include "ledger/period.h"
#include "people/party.h"
#include "service/road-value.h"
#include "work/work.h"

#include <string.h>

struct _TqRoadDraft {
  TqBook *book; /* borrowed */
  TqCase *c;
  TqDoing doing;
  const TqCaseRecordKind *kind;
  gpointer record;
  guint digits; /* of the book's currency */
};

void
tq_road_draft_free (TqRoadDraft *draft)
{
  g_clear_pointer (&draft->c, tq_case_free);
  g_clear_pointer (&draft->record, tq_case_record_free);
  g_free (draft);
}

/* The record that an act writes. */
const TqCaseRecordKind *
tq_road_get_record_kind (TqDoing doing)
{
  return tq_step_get_kind (doing)->record;
}

/* The name under which a list of a record is written; NULL after the last. */
const char *
tq_road_get_list_name (const TqCaseRecordKind *kind, guint index)
{
  static const struct {
    const TqCaseRecordKind *kind;
    const char *name;
  } names[] = {
    { &tq_notice_line_kind, "lines" },     { &tq_roll_line_kind, "lines" },
    { &tq_reader_kind, "readers" },        { &tq_proposal_line_kind, "lines" },
    { &tq_proposal_share_kind, "shares" }, { &tq_proposal_change_kind, "changes" },
    { &tq_round_group_kind, "groups" },    { &tq_word_position_kind, "positions" },
    { &tq_decision_line_kind, "lines" },   { &tq_decision_share_kind, "shares" },
    { &tq_minutes_item_kind, "items" },    { &tq_mandate_person_kind, "persons" },
    { &tq_report_line_kind, "lines" },     { &tq_report_move_kind, "moves" },
    { &tq_reopening_line_kind, "lines" },
  };
  const TqCaseRecordKind *list = index < TQ_RECORD_MAX_LISTS ? kind->lists[index].kind : NULL;
  for (gsize i = 0; list != NULL && i < G_N_ELEMENTS (names); i++)
    if (names[i].kind == list)
      return names[i].name;
  return NULL;
}

/* A mandate that says nothing else has the tolerance that the co-operative set for itself. */
static gboolean
set_usual_tolerance (TqRoadDraft *draft, GError **error)
{
  TqMandate *mandate = draft->record;
  return tq_setting_load_int (tq_book_get_store (draft->book),
                              "tolerance",
                              TQ_DAY_MAX - 1,
                              &mandate->tolerance_minor,
                              error);
}

/* Begins an act on a case (transfer full); with case 0 a payment that no assembly agreed to. Raises
 * TQ_ERROR_NOT_FOUND for an unknown case. */
TqRoadDraft *
tq_road_draft_new (TqBook *book, gint64 of_case, TqDoing doing, GError **error)
{
  TqStore *store = tq_book_get_store (book);
  g_return_val_if_fail (of_case != 0 || doing == TQ_DO_PAY, NULL);
  g_autoptr (TqCase) c = of_case != 0 ? tq_case_load (store, of_case, error) : NULL;
  if (of_case != 0 && c == NULL)
    return NULL;
  g_autoptr (TqCommodity) currency =
    tq_commodity_load (store, tq_book_get_cooperative (book)->currency, error);
  if (currency == NULL)
    return NULL;
  TqRoadDraft *draft = g_new0 (TqRoadDraft, 1);
  draft->book = book;
  draft->c = g_steal_pointer (&c);
  draft->doing = doing;
  draft->kind = tq_road_get_record_kind (doing);
  draft->record = tq_case_record_new (draft->kind);
  draft->digits = currency->digits;
  if (doing == TQ_DO_MANDATE && !set_usual_tolerance (draft, error)) {
    tq_road_draft_free (draft);
    return NULL;
  }
  return draft;
}

static gboolean
set_by_name (TqRoadDraft *draft,
             gpointer record,
             const TqCaseRecordKind *kind,
             const char *name,
             const char *text,
             GError **error)
{
  const TqRoadReader reader = { draft->book, draft->c, draft->digits };
  return tq_road_value_set (&reader, record, kind, name, text, error);
}

/* Sets one field of the act. Raises TQ_ERROR_INVALID for an unknown field or a value not of its
 * kind. */
gboolean
tq_road_draft_set (TqRoadDraft *draft, const char *field, const char *text, GError **error)
{
  return set_by_name (draft, draft->record, draft->kind, field, text, error);
}

static GPtrArray **
find_list (TqRoadDraft *draft, const char *name, const TqCaseRecordKind **out_kind)
{
  for (guint i = 0; i < TQ_RECORD_MAX_LISTS && draft->kind->lists[i].kind != NULL; i++) {
    if (g_strcmp0 (tq_road_get_list_name (draft->kind, i), name) != 0)
      continue;
    *out_kind = draft->kind->lists[i].kind;
    return (GPtrArray **) (gpointer) ((guint8 *) draft->record + draft->kind->lists[i].offset);
  }
  return NULL;
}

/* What an item of a line for families says beside its fields (rule 2). */
typedef struct {
  char *families;
  char *work;
} ShareWords;

static void
share_words_clear (ShareWords *words)
{
  g_free (words->families);
  g_free (words->work);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ShareWords, share_words_clear)

static gboolean
add_share (TqRoadDraft *draft,
           gint64 line,
           const TqParty *party,
           const TqWorkKind *work,
           GError **error)
{
  TqProposal *proposal = draft->record;
  gint64 quantity = 1;
  if (work != NULL && !tq_work_load_sum (tq_book_get_store (draft->book),
                                         party->event,
                                         work->event,
                                         draft->c->starts,
                                         draft->c->through,
                                         &quantity,
                                         error))
    return FALSE;
  TqProposalShare *share = tq_case_record_add (&proposal->shares, &tq_proposal_share_kind);
  share->of_line = line;
  share->party = party->event;
  share->quantity = quantity;
  return TRUE;
}

static gboolean
add_shares (TqRoadDraft *draft, gint64 line, const ShareWords *words, GError **error)
{
  TqStore *store = tq_book_get_store (draft->book);
  const gboolean all = words->families == NULL || strcmp (words->families, "all") == 0;
  const TqPartyKind unit = strcmp (tq_book_get_cooperative (draft->book)->unit, "person") == 0
                             ? TQ_PARTY_PERSON
                             : TQ_PARTY_FAMILY;
  g_autoptr (TqWorkKind) work =
    words->work != NULL ? tq_work_kind_load_by_code (store, words->work, error) : NULL;
  if (words->work != NULL && work == NULL)
    return FALSE;
  if (all) {
    g_autoptr (GPtrArray) parties = tq_party_load_all (store, unit, draft->c->through, error);
    for (guint i = 0; parties != NULL && i < parties->len; i++)
      if (!add_share (draft, line, g_ptr_array_index (parties, i), work, error))
        return FALSE;
    return parties != NULL;
  }
  g_auto (GStrv) codes = g_strsplit (words->families, ",", -1);
  for (gsize i = 0; codes[i] != NULL; i++) {
    g_autoptr (TqParty) party = tq_party_load_by_code (store, g_strstrip (codes[i]), error);
    if (party == NULL || !add_share (draft, line, party, work, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
set_item_part (TqRoadDraft *draft,
               gpointer record,
               const TqCaseRecordKind *kind,
               const char *part,
               ShareWords *words,
               GError **error)
{
  const char *equals = strchr (part, '=');
  if (equals == NULL) {
    g_set_error (error, TQ_ERROR, TQ_ERROR_INVALID, _ ("“%s” is not NAME=VALUE."), part);
    return FALSE;
  }
  g_autofree char *name = g_strstrip (g_strndup (part, (gsize) (equals - part)));
  if (kind == &tq_proposal_line_kind && strcmp (name, "families") == 0) {
    words->families = g_strdup (equals + 1);
    return TRUE;
  }
  if (kind == &tq_proposal_line_kind && strcmp (name, "work") == 0) {
    words->work = g_strdup (equals + 1);
    return TRUE;
  }
  return set_by_name (draft, record, kind, name, equals + 1, error);
}

static gboolean
finish_item (TqRoadDraft *draft,
             gpointer record,
             const TqCaseRecordKind *kind,
             guint number,
             const ShareWords *words,
             GError **error)
{
  const TqProposalLine *line = record;
  if (kind != &tq_proposal_line_kind || line->line_kind != TQ_LINE_KIND_FAMILIES ||
      (words->families == NULL && words->work == NULL && line->basis == TQ_BASIS_LIST))
    return TRUE;
  return add_shares (draft, number, words, error);
}

/* Adds one item from its parts, each NAME=VALUE. */
static gboolean
add_item (TqRoadDraft *draft, const char *list, char **parts, GError **error)
{
  const TqCaseRecordKind *kind = NULL;
  g_auto (ShareWords) words = { NULL, NULL };
  GPtrArray **target = find_list (draft, list, &kind);
  if (target == NULL) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_INVALID,
                 _ ("There is no list “%s” to fill in here."),
                 list);
    return FALSE;
  }
  gpointer record = tq_case_record_add (target, kind);
  for (gsize i = 0; parts[i] != NULL; i++) {
    if (*parts[i] != '\0' && !set_item_part (draft, record, kind, parts[i], &words, error)) {
      g_prefix_error (error, "%s: ", list);
      return FALSE;
    }
  }
  return finish_item (draft, record, kind, (*target)->len, &words, error);
}

/* The families that "party=all" means, as codes; or those that commas part (transfer full). */
static GStrv
list_parties (TqRoadDraft *draft, const char *value, GError **error)
{
  if (strcmp (value, "all") != 0)
    return g_strsplit (value, ",", -1);
  const gboolean persons = strcmp (tq_book_get_cooperative (draft->book)->unit, "person") == 0;
  g_autoptr (GPtrArray) parties = tq_party_load_all (tq_book_get_store (draft->book),
                                                     persons ? TQ_PARTY_PERSON : TQ_PARTY_FAMILY,
                                                     draft->c->through,
                                                     error);
  if (parties == NULL)
    return NULL;
  GStrv codes = g_new0 (char *, parties->len + 1);
  for (guint i = 0; i < parties->len; i++)
    codes[i] = g_strdup (((const TqParty *) g_ptr_array_index (parties, i))->code);
  return codes;
}

/* Adds an item to a list of the act, written "NAME=VALUE; NAME=VALUE"; a semicolon of a value is
 * written twice. "party=A1,A2" and "party=all" add an item for each. */
gboolean
tq_road_draft_add (TqRoadDraft *draft, const char *list, const char *item, GError **error)
{
  gsize party = G_MAXSIZE;
  g_autoptr (GString) text = g_string_new (item);
  g_string_replace (text, ";;", "\x1f", 0);
  g_auto (GStrv) parts = g_strsplit (text->str, ";", -1);
  for (gsize i = 0; parts[i] != NULL; i++) {
    g_strchug (g_strdelimit (parts[i], "\x1f", ';'));
    if (g_str_has_prefix (parts[i], "party="))
      party = i;
  }
  if (party == G_MAXSIZE)
    return add_item (draft, list, parts, error);
  g_auto (GStrv) codes = list_parties (draft, parts[party] + strlen ("party="), error);
  for (gsize i = 0; codes != NULL && codes[i] != NULL; i++) {
    g_free (parts[party]);
    parts[party] = g_strdup_printf ("party=%s", g_strstrip (codes[i]));
    if (!add_item (draft, list, parts, error))
      return FALSE;
  }
  return codes != NULL;
}

static gboolean
set_json_item (TqRoadDraft *draft, const char *list, TqJsonNode item, GError **error)
{
  TqJsonIter iter;
  TqJsonNode value;
  const char *key;
  g_autoptr (GString) text = g_string_new (NULL);
  if (tq_json_node_get_type (item) != TQ_JSON_OBJECT)
    return tq_json_node_set_error (item, error, _ ("an item of “%s” is not an object"), list);
  tq_json_iter_init (&iter, item);
  while (tq_json_iter_next (&iter, &key, &value)) {
    g_autoptr (GString) escaped = g_string_new (tq_json_node_get_text (value));
    g_string_replace (escaped, ";", ";;", 0);
    g_string_append_printf (text, "%s%s=%s", text->len > 0 ? ";" : "", key, escaped->str);
  }
  return tq_road_draft_add (draft, list, text->str, error);
}

/* Fills the act in from a JSON object: texts, numbers as texts or whole numbers, lists of objects.
 * */
gboolean
tq_road_draft_set_json (TqRoadDraft *draft, TqJsonNode object, GError **error)
{
  TqJsonIter iter;
  TqJsonNode value, item;
  const char *key;
  if (tq_json_node_get_type (object) != TQ_JSON_OBJECT)
    return tq_json_node_set_error (object, error, _ ("an object was expected"));
  tq_json_iter_init (&iter, object);
  while (tq_json_iter_next (&iter, &key, &value)) {
    if (tq_json_node_get_type (value) != TQ_JSON_ARRAY) {
      if (!tq_road_draft_set (draft, key, tq_json_node_get_text (value), error))
        return FALSE;
      continue;
    }
    TqJsonIter items;
    tq_json_iter_init (&items, value);
    while (tq_json_iter_next (&items, NULL, &item))
      if (!set_json_item (draft, key, item, error))
        return FALSE;
  }
  return TRUE;
}

static gboolean
perform (TqStore *store, const TqAct *act, gpointer data, gint64 *out_event, GError **error)
{
  TqRoadDraft *draft = data;
  if (draft->c == NULL)
    return tq_payment_append_outside (store, act, draft->record, out_event, error);
  return tq_step_append (store,
                         act,
                         draft->doing,
                         draft->c->event,
                         draft->record,
                         out_event,
                         error);
}

/* Performs the act. Raises TQ_ERROR_FORBIDDEN where the road says no, with what is possible now. */
gboolean
tq_road_draft_perform (TqRoadDraft *draft, TqDay day, gint64 *out_event, GError **error)
{
  return tq_book_perform (draft->book, day, perform, draft, out_event, error);
}

static gboolean
open_case (TqStore *store, const TqAct *act, gpointer data, gint64 *out_event, GError **error)
{
  return tq_case_append (store, act, data, out_event, error);
}

/* Opens a case. */
gboolean
tq_road_open_case (TqBook *book,
                   TqDay day,
                   const TqCaseDraft *draft,
                   gint64 *out_event,
                   GError **error)
{
  TqCaseDraft copy = *draft;
  return tq_book_perform (book, day, open_case, &copy, out_event, error);
}

/* The case with this number; where none is given, the only one that is not finished, or the newest
 * where all are. */
gboolean
tq_road_find_case (TqBook *book, const char *number, gint64 *out_case, GError **error)
{
  gint64 found = 0;
  guint n_open = 0;
  if (number != NULL)
    return tq_road_value_parse_number (number, out_case, error);
  g_autoptr (GPtrArray) cases = tq_case_load_list (tq_book_get_store (book), error);
  if (cases == NULL)
    return FALSE;
  for (guint i = 0; i < cases->len; i++) {
    const TqCaseSummary *summary = g_ptr_array_index (cases, i);
    if (summary->state == TQ_STATE_FINISHED)
      continue;
    n_open++;
    found = summary->event;
  }
  if (n_open == 0 && cases->len > 0) {
    const TqCaseSummary *newest = g_ptr_array_index (cases, cases->len - 1);
    found = newest->event;
  }
  if (found != 0 && n_open <= 1) {
    *out_case = found;
    return TRUE;
  }
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_INVALID,
               n_open == 0 ? _ ("No case is under way. Open one with “assembly open”.")
                           : _ ("Several cases are under way. Say which: --case NUMBER."));
  return FALSE;
}

/* Where a case stands. */
gboolean
tq_road_load_state (TqBook *book, gint64 of_case, TqState *out_state, GError **error)
{
  g_autoptr (TqCase) c = tq_case_load (tq_book_get_store (book), of_case, error);
  if (c == NULL)
    return FALSE;
  *out_state = c->state;
  return TRUE;
}
