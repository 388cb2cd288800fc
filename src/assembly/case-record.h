/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef struct _TqCaseRecordKind TqCaseRecordKind;

/* The head of every record of the road. A loaded record owns its texts and lists; in a draft on the
 * stack they are borrowed. */
typedef struct {
  const TqCaseRecordKind *kind; /* NULL in a draft on the stack */
  gint64 event;                 /* its key, 0 while it is a draft */
  gint64 line;                  /* from 1 in a list, else 0 */
  TqDay day;                    /* of the act */
  const char *actor;            /* who wrote it down */
} TqCaseRecord;

typedef enum {
  TQ_FIELD_LINE,   /* const char *: one line */
  TQ_FIELD_BODY,   /* const char *: any number of lines, word for word */
  TQ_FIELD_COUNT,  /* gint64 from 0 to 10^9 */
  TQ_FIELD_AMOUNT, /* gint64 minor units */
  TQ_FIELD_REF,    /* gint64 event, 0 for none */
  TQ_FIELD_DAY,    /* TqDay, TQ_DAY_NONE for none */
  TQ_FIELD_CHOICE, /* int, an index of names */
} TqFieldType;

/* One field of a record: a column, a place in the struct, a place in the body of the event. */
typedef struct { /* NOLINT(clang-analyzer-optin.performance.Padding): in the order of reading */
  const char *column;
  TqFieldType type;
  gsize offset;
  const char *needed;       /* (nullable): what to say where an obligatory field is empty */
  const char *const *names; /* of a choice, ends with NULL */
  gboolean derived;         /* computed by the apply function: in the table, not in the body */
} TqField;

/* A list of records that one record holds: a GPtrArray * at *offset*. */
typedef struct {
  const TqCaseRecordKind *kind;
  gsize offset;
} TqCaseRecordList;

#define TQ_RECORD_MAX_LISTS 4

struct _TqCaseRecordKind {
  gsize size;
  const TqField *fields; /* in the order of the columns; ends with a NULL column */
  const char *insert_sql;
  const char *select_sql; /* :case, by event and line */
  TqCaseRecordList lists[TQ_RECORD_MAX_LISTS];
};

/* The two statements of a table: one row an event, and one row a line of an event. */
#define TQ_RECORD_SQL(table, columns, values)                                                      \
  "INSERT INTO " table " (event, of_case, " columns ") VALUES (:event, :case, " values ")",        \
    "SELECT t.event, 0, a.day, a.actor, " columns " FROM " table                                   \
    " AS t JOIN act AS a ON a.event = t.event WHERE t.of_case IS :case ORDER BY t.event"
#define TQ_RECORD_LINE_SQL(table, columns, values)                                                 \
  "INSERT INTO " table " (event, line, of_case, " columns                                          \
  ") VALUES (:event, :line, :case, " values ")",                                                   \
    "SELECT t.event, t.line, a.day, a.actor, " columns " FROM " table                              \
    " AS t JOIN act AS a ON a.event = t.event WHERE t.of_case IS :case ORDER BY t.event, t.line"
#define TQ_FIELDS_END                                                                              \
  {                                                                                                \
    NULL, TQ_FIELD_LINE, 0, NULL, NULL, FALSE                                                      \
  }

gpointer tq_case_record_new (const TqCaseRecordKind *kind) G_GNUC_WARN_UNUSED_RESULT;
gpointer tq_case_record_add (GPtrArray **list, const TqCaseRecordKind *kind);
void tq_case_record_free (gpointer record);
void tq_case_record_clear (const TqCaseRecordKind *kind, gpointer record);

gboolean tq_case_record_encode (const TqCaseRecordKind *kind,
                                gconstpointer record,
                                TqEncoder *encoder,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
gpointer
tq_case_record_decode (const TqCaseRecordKind *kind, TqDecoder *decoder) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_case_record_insert (TqStore *store,
                                const TqEvent *event,
                                gint64 of_case,
                                gpointer record,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *tq_case_record_load_all (TqStore *store,
                                    const TqCaseRecordKind *kind,
                                    gint64 of_case,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
