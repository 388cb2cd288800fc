/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "base/ratio.h"
#include "surplus/allocation-journal.h"

G_BEGIN_DECLS

/* A member leaves: what the member holds becomes a debt that is paid in yearly instalments. */
typedef struct {
  guint line; /* of the file it was read from, or 0 */
  char *id;
  char *label;
  char *member;
  GStrv accounts;
  TqRatio deduction_rate;
  gint64 set_off_minor; /* what the member owes */
  guint instalments;
  TqRatio interest_rate; /* a year, on what is still owed */
} TqExit;

typedef struct {
  gint64 opening_minor;
  gint64 principal_minor;
  gint64 interest_minor;
} TqInstalment;

typedef struct {
  const TqExit *step; /* not owned */
  gint64 equity_minor;
  gint64 deduction_minor;
  gint64 owed_minor;
  TqInstalment *schedule; /* one for each instalment; not posted */
} TqExitResult;

TqExit *tq_exit_new (const char *id, const char *label, const char *member, GStrv accounts)
  G_GNUC_WARN_UNUSED_RESULT;
void tq_exit_free (TqExit *step);
TqExitResult *tq_exit_run (const TqExit *step,
                           const TqAllocationAccounts *accounts,
                           TqAllocationJournal *journal,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tq_exit_result_free (TqExitResult *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqExit, tq_exit_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqExitResult, tq_exit_result_free)

G_END_DECLS
