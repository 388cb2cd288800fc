/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "people/office.h"
#include "people/party.h"
#include "service/book.h"
#include "work/work.h"

G_BEGIN_DECLS

gboolean tq_people_add_party (TqBook *book,
                              TqDay day,
                              const TqParty *draft,
                              gint64 *out_event,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_people_leave (TqBook *book, TqDay day, gint64 party, const char *reason, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_people_add_group (TqBook *book,
                              TqDay day,
                              const TqPartyGroup *draft,
                              gint64 *out_event,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_people_start_office (TqBook *book,
                                 TqDay day,
                                 const TqOffice *draft,
                                 gint64 *out_event,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean
tq_people_end_office (TqBook *book, TqDay day, gint64 office, const char *reason, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_people_set (TqBook *book, TqDay day, const char *key, const char *value, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_people_add_work_kind (TqBook *book,
                                  TqDay day,
                                  const TqWorkKind *draft,
                                  gint64 *out_event,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_people_add_work (TqBook *book,
                             TqDay day,
                             const TqWork *lines,
                             gsize n_lines,
                             gint64 *out_event,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
