/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "service/road-value.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/money.h"
#include "ledger/account.h"
#include "ledger/period.h"
#include "people/party.h"
#include "service/road.h"

#include <string.h>

/* Reads a whole number that is not negative. Raises TQ_ERROR_INVALID. */
gboolean
tq_road_value_parse_number (const char *text, gint64 *out_number, GError **error)
{
  if (g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, out_number, NULL))
    return TRUE;
  g_set_error (error, TQ_ERROR, TQ_ERROR_INVALID, _ ("“%s” is not a whole number."), text);
  return FALSE;
}

/* The newest proposal of the case with this letter, or an event number. */
static gboolean
find_proposal (const TqRoadReader *reader, const char *text, gint64 *out_event, GError **error)
{
  for (guint i = reader->c != NULL ? reader->c->proposals->len : 0; i > 0; i--) {
    const TqProposal *proposal = g_ptr_array_index (reader->c->proposals, i - 1);
    if (strcmp (proposal->label, text) == 0) {
      *out_event = proposal->record.event;
      return TRUE;
    }
  }
  if (tq_road_value_parse_number (text, out_event, NULL))
    return TRUE;
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_NOT_FOUND,
               _ ("There is no proposal “%s” in this case."),
               text);
  return FALSE;
}

static gboolean
find_seal (const TqRoadReader *reader, const char *text, gint64 *out_event, GError **error)
{
  gint64 number = 0;
  g_autoptr (GArray) seals = tq_period_load_seals (tq_book_get_store (reader->book), error);
  if (seals == NULL)
    return FALSE;
  const gboolean last = strcmp (text, "last") == 0;
  if (!last && !tq_road_value_parse_number (text, &number, error))
    return FALSE;
  for (guint i = seals->len; i > 0; i--) {
    const TqSeal *seal = &g_array_index (seals, TqSeal, i - 1);
    if (last || seal->number == number) {
      *out_event = seal->event;
      return TRUE;
    }
  }
  g_set_error_literal (error,
                       TQ_ERROR,
                       TQ_ERROR_NOT_FOUND,
                       _ ("There is no such seal. Close and seal the period first."));
  return FALSE;
}

static gboolean
find_party (const TqRoadReader *reader, const char *code, gint64 *out_event, GError **error)
{
  g_autoptr (TqParty) party = tq_party_load_by_code (tq_book_get_store (reader->book), code, error);
  if (party == NULL)
    return FALSE;
  *out_event = party->event;
  return TRUE;
}

static gboolean
find_group (const TqRoadReader *reader, const char *code, gint64 *out_event, GError **error)
{
  g_autoptr (TqPartyGroup) group =
    tq_party_group_load_by_code (tq_book_get_store (reader->book), code, error);
  if (group == NULL)
    return FALSE;
  *out_event = group->event;
  return TRUE;
}

static gboolean
find_account (const TqRoadReader *reader, const char *name, gint64 *out_event, GError **error)
{
  g_autoptr (TqAccount) account =
    tq_account_load_by_name (tq_book_get_store (reader->book), name, error);
  if (account == NULL)
    return FALSE;
  *out_event = account->event;
  return TRUE;
}

/* A reference by the name that people use; which one depends on the field. */
static gboolean
parse_reference (const TqRoadReader *reader,
                 const char *column,
                 const char *text,
                 gint64 *out_event,
                 GError **error)
{
  static const struct {
    const char *column;
    gboolean (*find) (const TqRoadReader *reader,
                      const char *text,
                      gint64 *out_event,
                      GError **error);
  } finders[] = {
    { "party", find_party },          { "paid_by", find_party },
    { "group", find_group },          { "of_group", find_group },
    { "party_group", find_group },    { "account", find_account },
    { "from_account", find_account }, { "proposal", find_proposal },
    { "version_of", find_proposal },  { "seal", find_seal },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (finders); i++)
    if (strcmp (finders[i].column, column) == 0)
      return finders[i].find (reader, text, out_event, error);
  return tq_road_value_parse_number (text, out_event, error);
}

static gboolean
parse_choice (const TqField *field, const char *text, int *out_choice, GError **error)
{
  for (int i = 0; field->names[i] != NULL; i++) {
    if (strcmp (field->names[i], text) == 0) {
      *out_choice = i;
      return TRUE;
    }
  }
  g_autofree char *all = g_strjoinv (", ", (char **) (guintptr) field->names);
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_INVALID,
               _ ("“%s” cannot be “%s”. It can be: %s."),
               field->column,
               text,
               all);
  return FALSE;
}

static gboolean
set_field (const TqRoadReader *reader,
           gpointer record,
           const TqField *field,
           const char *text,
           GError **error)
{
  guint8 *place = (guint8 *) record + field->offset;
  gint64 *number = (gint64 *) (gpointer) place;
  switch (field->type) {
  case TQ_FIELD_COUNT:
    return tq_road_value_parse_number (text, number, error);
  case TQ_FIELD_AMOUNT:
    return tq_money_parse (text,
                           strcmp (field->column, "quantity") == 0 ? 3 : reader->digits,
                           number,
                           error);
  case TQ_FIELD_REF:
    return parse_reference (reader, field->column, text, number, error);
  case TQ_FIELD_DAY:
    return tq_day_parse (text, (TqDay *) (gpointer) place, error);
  case TQ_FIELD_CHOICE:
    return parse_choice (field, text, (int *) (gpointer) place, error);
  case TQ_FIELD_LINE:
  case TQ_FIELD_BODY:
  default:
    g_free (*(char **) (gpointer) place);
    *(char **) (gpointer) place = g_strdup (text);
    return TRUE;
  }
}

/* The name of a field as a person writes it: "group" for party_group, with hyphens (transfer full).
 * */
char *
tq_road_dup_field_name (const TqField *field)
{
  const char *column = strcmp (field->column, "party_group") == 0 ? "group" : field->column;
  return g_strdelimit (g_strdup (column), "_", '-');
}

/* The field of this name that a person fills in; "-" and "_" are the same. */
static const TqField *
find_field (const TqCaseRecordKind *kind, const char *name)
{
  g_autofree char *wanted = g_strdelimit (g_strdup (name), "_", '-');
  for (const TqField *field = kind->fields; field->column != NULL; field++) {
    g_autofree char *offered = tq_road_dup_field_name (field);
    if (!field->derived && (strcmp (offered, wanted) == 0 || strcmp (field->column, name) == 0))
      return field;
  }
  return NULL;
}

/* Sets the field of *record* with this name from what a person wrote. Raises TQ_ERROR_INVALID for
 * an unknown field or a value not of its kind, TQ_ERROR_NOT_FOUND for a name that nobody has. */
gboolean
tq_road_value_set (const TqRoadReader *reader,
                   gpointer record,
                   const TqCaseRecordKind *kind,
                   const char *name,
                   const char *text,
                   GError **error)
{
  const TqField *field = find_field (kind, name);
  if (field == NULL) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_INVALID,
                 _ ("There is nothing called “%s” to fill in here."),
                 name);
    return FALSE;
  }
  if (set_field (reader, record, field, text, error))
    return TRUE;
  g_prefix_error (error, "%s: ", name);
  return FALSE;
}
