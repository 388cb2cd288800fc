/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "service/people.h"

/* The arguments of an act that takes one key and one text. */
typedef struct {
  gint64 key;
  const char *text;
} KeyAndText;

static gboolean
add_party (TqStore *store, const TqAct *act, gpointer data, gint64 *out_event, GError **error)
{
  return tq_party_append (store, act, data, out_event, error);
}

/* Adds a family or a person. */
gboolean
tq_people_add_party (TqBook *book,
                     TqDay day,
                     const TqParty *draft,
                     gint64 *out_event,
                     GError **error)
{
  TqParty copy = *draft;
  return tq_book_perform (book, day, add_party, &copy, out_event, error);
}

static gboolean
leave (TqStore *store, const TqAct *act, gpointer data, gint64 *out_event, GError **error)
{
  const KeyAndText *args = data;
  return tq_party_append_leaving (store, act, args->key, args->text, error);
}

/* Records that a family or person left on *day*. */
gboolean
tq_people_leave (TqBook *book, TqDay day, gint64 party, const char *reason, GError **error)
{
  KeyAndText args = { party, reason };
  return tq_book_perform (book, day, leave, &args, NULL, error);
}

static gboolean
add_group (TqStore *store, const TqAct *act, gpointer data, gint64 *out_event, GError **error)
{
  return tq_party_group_append (store, act, data, out_event, error);
}

/* Adds a barrio, a community or another group. */
gboolean
tq_people_add_group (TqBook *book,
                     TqDay day,
                     const TqPartyGroup *draft,
                     gint64 *out_event,
                     GError **error)
{
  TqPartyGroup copy = *draft;
  return tq_book_perform (book, day, add_group, &copy, out_event, error);
}

static gboolean
start_office (TqStore *store, const TqAct *act, gpointer data, gint64 *out_event, GError **error)
{
  return tq_office_append (store, act, data, out_event, error);
}

/* Names somebody to an office. */
gboolean
tq_people_start_office (TqBook *book,
                        TqDay day,
                        const TqOffice *draft,
                        gint64 *out_event,
                        GError **error)
{
  TqOffice copy = *draft;
  return tq_book_perform (book, day, start_office, &copy, out_event, error);
}

static gboolean
end_office (TqStore *store, const TqAct *act, gpointer data, gint64 *out_event, GError **error)
{
  const KeyAndText *args = data;
  return tq_office_append_end (store, act, args->key, args->text, error);
}

/* Ends an office on *day*. */
gboolean
tq_people_end_office (TqBook *book, TqDay day, gint64 office, const char *reason, GError **error)
{
  KeyAndText args = { office, reason };
  return tq_book_perform (book, day, end_office, &args, NULL, error);
}

typedef struct {
  const char *key;
  const char *value;
} SettingArgs;

static gboolean
set (TqStore *store, const TqAct *act, gpointer data, gint64 *out_event, GError **error)
{
  const SettingArgs *args = data;
  return tq_setting_append (store, act, args->key, args->value, act->day, error);
}

/* Sets a setting of the co-operative from *day* on. */
gboolean
tq_people_set (TqBook *book, TqDay day, const char *key, const char *value, GError **error)
{
  SettingArgs args = { key, value };
  return tq_book_perform (book, day, set, &args, NULL, error);
}

static gboolean
add_work_kind (TqStore *store, const TqAct *act, gpointer data, gint64 *out_event, GError **error)
{
  return tq_work_kind_append (store, act, data, out_event, error);
}

/* Adds a kind of work. */
gboolean
tq_people_add_work_kind (TqBook *book,
                         TqDay day,
                         const TqWorkKind *draft,
                         gint64 *out_event,
                         GError **error)
{
  TqWorkKind copy = *draft;
  return tq_book_perform (book, day, add_work_kind, &copy, out_event, error);
}

typedef struct {
  const TqWork *lines;
  gsize n_lines;
} WorkArgs;

static gboolean
add_work (TqStore *store, const TqAct *act, gpointer data, gint64 *out_event, GError **error)
{
  const WorkArgs *args = data;
  return tq_work_append (store, act, args->lines, args->n_lines, out_event, error);
}

/* Writes the lines of one work party in one act. */
gboolean
tq_people_add_work (TqBook *book,
                    TqDay day,
                    const TqWork *lines,
                    gsize n_lines,
                    gint64 *out_event,
                    GError **error)
{
  WorkArgs args = { lines, n_lines };
  return tq_book_perform (book, day, add_work, &args, out_event, error);
}
