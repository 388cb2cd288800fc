/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* What a verification found. */
typedef struct {
  gint64 events;          /* how many were read */
  gint64 first_bad_event; /* 0 where the chain is whole; what comes before it can be trusted */
  char *fault;            /* (nullable): a sentence; NULL for a sound book */
  gint64 blanked;         /* contact data that was blanked on request */
  gint64 clock_jumps;     /* labels that go back or more than 400 days ahead: told, not refused */
} TqVerification;

/* Called now and then with the events done and the events there are. FALSE cancels. */
typedef gboolean (*TqVerifyProgress) (gint64 done, gint64 total, gpointer user_data);

/* Called on the replayed book before the replay (begin) and at its end, so that what a replay may
 * gather in memory is written. */
typedef struct {
  void (*begin) (TqStore *replay);
  gboolean (*end) (TqStore *replay, GError **error);
} TqReplayHooks;

void tq_verification_clear (TqVerification *verification);
gboolean tq_verify_store (TqStore *store,
                          const TqReplayHooks *hooks,
                          TqVerifyProgress progress,
                          gpointer user_data,
                          TqVerification *out_found,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TqVerification, tq_verification_clear)

G_END_DECLS
