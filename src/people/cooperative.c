/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The co-operative and its settings: who decides (family or person), quorum, notice, majority,
 * steps of payment, language of the papers. Everything that differs between places is a setting.
 *
 * 1. A book has one co-operative, named by its second event at the latest.
 * 2. A setting holds from a day on; what was decided under the old one stays decided under it. Of
 *    two that hold from the same day the later one counts.
 * 3. Only keys listed below exist. Their values are checked when they are set. */
#include "people/cooperative.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/ratio.h"
#include "base/text.h"
#include "store/statement.h"

#include <string.h>

static const char insert_book_sql[] =
  "INSERT INTO book (event, name, currency, unit, year_start_month, year_start_day, language, practice) "
  "VALUES (:event, :name, :currency, :unit, :month, :day, :language, :practice)";
static const char count_books_sql[] = "SELECT count (*) FROM book";
static const char load_book_sql[] =
  "SELECT name, currency, unit, year_start_month, year_start_day, language, practice FROM book LIMIT 1";
static const char insert_setting_sql[] =
  "INSERT INTO setting (event, key, value, valid_from) VALUES (:event, :key, :value, :from)";
static const char find_setting_sql[] =
  "SELECT value FROM setting WHERE key = :key AND valid_from <= :day ORDER BY valid_from DESC, event DESC LIMIT 1";

typedef enum {
  SETTING_INTEGER,
  SETTING_RATIO,
  SETTING_TEXT,
} SettingKind;

typedef struct {
  const char *key;
  SettingKind kind;
  const char *initial;
  const char *help;
} Setting;

static const Setting settings[] = {
  { "voice-age", SETTING_INTEGER, "18", N_ ("from what age a person may speak") },
  { "quorum-first",
    SETTING_RATIO,
    "1/2",
    N_ ("on the first call: more than this part of the roll") },
  { "quorum-second",
    SETTING_RATIO,
    "0",
    N_ ("on a later call: at least this part; 0 is whoever attends") },
  { "notice-days-min", SETTING_INTEGER, "8", N_ ("fewest days between notice and assembly") },
  { "notice-days-max", SETTING_INTEGER, "15", N_ ("most days between notice and assembly") },
  { "majority", SETTING_RATIO, "2/3", N_ ("of those present, where agreement was not reached") },
  { "rounds-before-vote",
    SETTING_INTEGER,
    "2",
    N_ ("rounds without agreement before a vote may be asked for") },
  { "payment-step",
    SETTING_INTEGER,
    "1",
    N_ ("smallest payment to a family, in the smallest unit of money") },
  { "tolerance",
    SETTING_INTEGER,
    "0",
    N_ ("what a line may be exceeded by, in the smallest unit of money") },
  { "reopen-share",
    SETTING_RATIO,
    "1/5",
    N_ ("part of the families who may ask to open a decision again") },
  { "call-share", SETTING_RATIO, "1/5", N_ ("part of the families who may call an assembly") },
  { "remainder-role",
    SETTING_TEXT,
    "reserve",
    N_ ("role of the account that takes what does not divide") },
  { "vigilance-office",
    SETTING_TEXT,
    "vigilance",
    N_ ("title of the office that watches and never pays") },
  { "type-size", SETTING_INTEGER, "11", N_ ("size of the type on papers, in points") },
  { "paper-size", SETTING_TEXT, "letter", N_ ("letter or a4") },
};

static const Setting *
find_known (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
    if (strcmp (settings[i].key, key) == 0)
      return &settings[i];
  return NULL;
}

void
tq_cooperative_free (TqCooperative *cooperative)
{
  g_free (cooperative->name);
  g_free (cooperative->unit);
  g_free (cooperative->language);
  g_free (cooperative);
}

/* Names the co-operative: the act with which a book begins. */
gboolean
tq_cooperative_append (TqStore *store, const TqAct *act, const TqCooperative *draft, GError **error)
{
  g_auto (TqEncoder) fields = { NULL };
  g_autofree char *name = tq_text_normalize_line (draft->name, error);
  g_autofree char *language = name != NULL ? tq_text_normalize_line (draft->language, error) : NULL;
  if (language == NULL)
    return FALSE;
  if (*name == '\0') {
    g_set_error_literal (error, TQ_ERROR, TQ_ERROR_INVALID, _ ("The co-operative needs a name."));
    return FALSE;
  }
  tq_encoder_start (&fields);
  tq_encoder_put_text (&fields, name);
  tq_encoder_put_int (&fields, draft->currency);
  tq_encoder_put_text (&fields, draft->unit);
  tq_encoder_put_int (&fields, draft->year_start_month);
  tq_encoder_put_int (&fields, draft->year_start_day);
  tq_encoder_put_text (&fields, language);
  tq_encoder_put_int (&fields, draft->practice ? 1 : 0);
  return tq_event_append (store, "book.open/1", act, &fields, NULL, error);
}

/* Apply function of "book.open/1". */
gboolean
tq_cooperative_apply (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error)
{
  gint64 books = 0;
  g_autofree char *name = tq_decoder_dup_text (body);
  const gint64 currency = tq_decoder_get_int (body);
  g_autofree char *unit = tq_decoder_dup_text (body);
  const gint64 month = tq_decoder_get_int (body);
  const gint64 day = tq_decoder_get_int (body);
  g_autofree char *language = tq_decoder_dup_text (body);
  const gint64 practice = tq_decoder_get_int (body);
  if (!tq_statement_find_int (store, count_books_sql, TQ_BINDINGS (TQ_END), &books, error))
    return FALSE;
  if (books > 0) {
    g_set_error_literal (error,
                         TQ_ERROR,
                         TQ_ERROR_CONFLICT,
                         _ ("This book has its co-operative already."));
    return FALSE;
  }
  return tq_statement_execute (store,
                               insert_book_sql,
                               TQ_BINDINGS (TQ_INT (":event", event->seq),
                                            TQ_TEXT (":name", name),
                                            TQ_INT (":currency", currency),
                                            TQ_TEXT (":unit", unit),
                                            TQ_INT (":month", month),
                                            TQ_INT (":day", day),
                                            TQ_TEXT (":language", language),
                                            TQ_INT (":practice", practice)),
                               error);
}

/* The co-operative of the book (transfer full). Raises TQ_ERROR_NOT_FOUND in an empty book. */
TqCooperative *
tq_cooperative_load (TqStore *store, GError **error)
{
  gboolean row = FALSE;
  g_autoptr (TqStatement) statement =
    tq_statement_query (store, load_book_sql, TQ_BINDINGS (TQ_END), error);
  if (statement == NULL || !tq_statement_step (statement, &row, error))
    return NULL;
  if (!row) {
    g_set_error_literal (error,
                         TQ_ERROR,
                         TQ_ERROR_NOT_FOUND,
                         _ ("This book has no co-operative yet."));
    return NULL;
  }
  TqCooperative *cooperative = g_new0 (TqCooperative, 1);
  cooperative->name = g_strdup (tq_statement_get_text (statement, 0));
  cooperative->currency = tq_statement_get_int (statement, 1);
  cooperative->unit = g_strdup (tq_statement_get_text (statement, 2));
  cooperative->year_start_month = (int) tq_statement_get_int (statement, 3);
  cooperative->year_start_day = (int) tq_statement_get_int (statement, 4);
  cooperative->language = g_strdup (tq_statement_get_text (statement, 5));
  cooperative->practice = tq_statement_get_int (statement, 6) != 0;
  return cooperative;
}

static gboolean
check_setting (const char *key, const char *value, GError **error)
{
  const Setting *setting = find_known (key);
  TqRatio ratio;
  gint64 number;
  if (setting == NULL) {
    g_set_error (error, TQ_ERROR, TQ_ERROR_INVALID, _ ("There is no setting “%s”."), key);
    return FALSE;
  }
  switch (setting->kind) {
  case SETTING_INTEGER:
    if (g_ascii_string_to_signed (value, 10, 0, 1000000000, &number, NULL))
      return TRUE;
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_INVALID,
                 _ ("The setting “%s” is a whole number; “%s” is not."),
                 key,
                 value);
    return FALSE;
  case SETTING_RATIO:
    if (!tq_ratio_parse (value, &ratio, error))
      return FALSE;
    if (tq_ratio_compare (ratio, (TqRatio){ 0, 1 }) >= 0 &&
        tq_ratio_compare (ratio, (TqRatio){ 1, 1 }) <= 0)
      return TRUE;
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_INVALID,
                 _ ("The setting “%s” lies between 0 and 1; “%s” does not."),
                 key,
                 value);
    return FALSE;
  case SETTING_TEXT:
  default:
    return TRUE;
  }
}

/* Words that a person can mistake: refused when they are set, and not where an older book has them
 * (a paper is then of the size it begins with). */
static gboolean
check_choice (const char *key, const char *value, GError **error)
{
  if (strcmp (key, "paper-size") != 0 || strcmp (value, "letter") == 0 || strcmp (value, "a4") == 0)
    return TRUE;
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_INVALID,
               _ ("The setting “%s” is letter or a4; “%s” is neither."),
               key,
               value);
  return FALSE;
}

/* Sets *key* to *value* from a day on. Raises TQ_ERROR_INVALID for an unknown key or a value not of
 * its kind. */
gboolean
tq_setting_append (TqStore *store,
                   const TqAct *act,
                   const char *key,
                   const char *value,
                   TqDay valid_from,
                   GError **error)
{
  g_auto (TqEncoder) fields = { NULL };
  g_autofree char *stored = tq_text_normalize_line (value, error);
  if (stored == NULL || !check_setting (key, stored, error) || !check_choice (key, stored, error))
    return FALSE;
  tq_encoder_start (&fields);
  tq_encoder_put_text (&fields, key);
  tq_encoder_put_text (&fields, stored);
  tq_encoder_put_int (&fields, valid_from);
  return tq_event_append (store, "setting.set/1", act, &fields, NULL, error);
}

/* Apply function of "setting.set/1". */
gboolean
tq_setting_apply (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error)
{
  g_autofree char *key = tq_decoder_dup_text (body);
  g_autofree char *value = tq_decoder_dup_text (body);
  const TqDay from = tq_decoder_get_day (body);
  return check_setting (key, value, error) &&
         tq_statement_execute (store,
                               insert_setting_sql,
                               TQ_BINDINGS (TQ_INT (":event", event->seq),
                                            TQ_TEXT (":key", key),
                                            TQ_TEXT (":value", value),
                                            TQ_INT (":from", from)),
                               error);
}

/* The value with which a new co-operative begins; NULL for an unknown key. */
const char *
tq_setting_get_default (const char *key)
{
  const Setting *setting = find_known (key);
  return setting != NULL ? setting->initial : NULL;
}

/* The settings that there are, by their index from 0; FALSE after the last. *out_help* is
 * translated. */
gboolean
tq_setting_get_known (guint index, const char **out_key, const char **out_help)
{
  if (index >= G_N_ELEMENTS (settings))
    return FALSE;
  *out_key = settings[index].key;
  *out_help = _ (settings[index].help);
  return TRUE;
}

/* What *key* is on *day* (transfer full): what was set, else the initial value. */
char *
tq_setting_find (TqStore *store, const char *key, TqDay day, GError **error)
{
  gboolean row = FALSE;
  const char *initial = tq_setting_get_default (key);
  g_return_val_if_fail (initial != NULL, NULL);
  g_autoptr (TqStatement) statement =
    tq_statement_query (store,
                        find_setting_sql,
                        TQ_BINDINGS (TQ_TEXT (":key", key), TQ_INT (":day", day)),
                        error);
  if (statement == NULL || !tq_statement_step (statement, &row, error))
    return NULL;
  return g_strdup (row ? tq_statement_get_text (statement, 0) : initial);
}

/* The same for a setting that is a whole number. */
gboolean
tq_setting_load_int (TqStore *store, const char *key, TqDay day, gint64 *out_value, GError **error)
{
  g_autofree char *value = tq_setting_find (store, key, day, error);
  if (value == NULL)
    return FALSE;
  *out_value = g_ascii_strtoll (value, NULL, 10);
  return TRUE;
}
