/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "assembly/case.h"
#include "assembly/need.h"
#include "assembly/result.h"
#include "ledger/commodity.h"
#include "ledger/period.h"
#include "people/party.h"
#include "reports/papers-accounts.h"
#include "reports/papers-call.h"
#include "reports/papers-carrying-out.h"
#include "reports/papers-minutes.h"
#include "reports/papers-proposal.h"
#include "service/papers.h"

G_BEGIN_DECLS

/* What lies on the desk while a paper is filled in from a case; texts that are made on the way are
 * kept until the paper is built. */
typedef struct {
  TqBook *book; /* borrowed */
  TqStore *store;
  TqCase *c;
  GPtrArray *parties; /* of TqParty: who decides, in order */
  GPtrArray *groups;  /* of TqPartyGroup */
  TqCommodity *currency;
  TqMeans means;
  gboolean has_means;
  GPtrArray *kept;
  TqPaperHead head;
  const TqPaperOrder *order;
} TqPaperDesk;

/* One paper: fills in its input and builds it. */
typedef TqDocument *(*TqPaperBuilder) (TqPaperDesk *desk, GError **error);

gboolean tq_paper_desk_open (TqPaperDesk *desk,
                             TqBook *book,
                             gint64 of_case,
                             const TqPaperOrder *order,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tq_paper_desk_clear (TqPaperDesk *desk);
const char *tq_paper_desk_keep (TqPaperDesk *desk, char *text);
gpointer tq_paper_desk_keep_memory (TqPaperDesk *desk, gsize n, gsize size);
const char *const *tq_paper_desk_keep_words (TqPaperDesk *desk, const char *text);
gconstpointer tq_paper_desk_choose (TqPaperDesk *desk, const GPtrArray *records, GError **error);
gboolean
tq_paper_desk_set_event (TqPaperDesk *desk, gint64 event, GError **error) G_GNUC_WARN_UNUSED_RESULT;
const TqParty *tq_paper_desk_get_party (TqPaperDesk *desk, gint64 key);
const char *tq_paper_desk_get_group (TqPaperDesk *desk, gint64 key);
const char *tq_paper_desk_get_proposal (TqPaperDesk *desk, gint64 key);
const TqPaperMember *tq_paper_desk_list_members (TqPaperDesk *desk, const TqRoll *roll);
const TqPaperObjection *
tq_paper_desk_list_objections (TqPaperDesk *desk, gint64 proposal, guint *out_n);
const char *tq_paper_desk_get_seal_letters (TqPaperDesk *desk, const TqSeal **out_seal);
gboolean tq_paper_desk_load_role (TqPaperDesk *desk,
                                  const char *role,
                                  TqDay day,
                                  gint64 *out_minor,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TqPaperDesk, tq_paper_desk_clear)

G_END_DECLS
