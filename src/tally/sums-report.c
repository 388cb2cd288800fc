/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Writes the counts that add up sums: plurality, approval, score, dots and STAR. */
#include "base/i18n.h"
#include "tally/approval.h"
#include "tally/dots.h"
#include "tally/plurality.h"
#include "tally/ranked-report.h"
#include "tally/score.h"
#include "tally/star.h"

#include <inttypes.h>

static void
add_sums (const TqRankedJob *job, const char *title, const TqSums *sums, gboolean with_voters)
{
  tq_step_log_add_line (job->log, "\n%s", title);
  for (guint i = 0; i < sums->n; i++) {
    if (job->record->ballots->withdrawn[i])
      continue;
    g_autofree char *amount =
      with_voters
        ? g_strdup_printf (_ ("%" PRId64 " from %" PRId64), sums->sums[i], sums->voters[i])
        : g_strdup_printf ("%" PRId64, sums->sums[i]);
    tq_step_log_add_amount (job->log, tq_ballots_get_name (job->record->ballots, i), amount);
  }
}

static void
write_sums (const TqRankedJob *job, const TqSums *sums, const char *voters_key)
{
  tq_step_log_write_numbers (job->log, "sums", sums->sums, sums->n);
  if (voters_key != NULL)
    tq_step_log_write_numbers (job->log, voters_key, sums->voters, sums->n);
}

static void
write_seats (const TqRankedJob *job)
{
  tq_json_writer_add_int (job->log->json, "seats", job->seats);
  tq_step_log_add_line (job->log, _ ("Seats: %u"), job->seats);
}

void
tq_ranked_report_plurality (const TqRankedJob *job)
{
  g_auto (TqSums) sums = { 0 };
  tq_plurality_count (job->record, job->seats, &sums);
  tq_step_log_write_head (job->log, job->rule, job->path, job->record);
  write_seats (job);
  write_sums (job, &sums, NULL);
  add_sums (job, _ ("First choices:"), &sums, FALSE);
  tq_step_log_write_end (job->log, job->record, "winners");
}

void
tq_ranked_report_approval (const TqRankedJob *job)
{
  g_auto (TqSums) sums = { 0 };
  const gint64 threshold = tq_approval_get_threshold (job->record->ballots);
  tq_approval_count (job->record, job->seats, &sums);
  tq_step_log_write_head (job->log, job->rule, job->path, job->record);
  write_seats (job);
  if (threshold > 0) {
    tq_json_writer_add_int (job->log->json, "approval_threshold", threshold);
    tq_step_log_add_line (job->log, _ ("Approved from a score of %" PRId64), threshold);
  }
  write_sums (job, &sums, NULL);
  add_sums (job, _ ("Approvals:"), &sums, FALSE);
  tq_step_log_write_end (job->log, job->record, "winners");
}

void
tq_ranked_report_score (const TqRankedJob *job)
{
  g_auto (TqSums) sums = { 0 };
  tq_score_count (job->record, job->seats, &sums);
  tq_step_log_write_head (job->log, job->rule, job->path, job->record);
  write_seats (job);
  write_sums (job, &sums, "scorers");
  add_sums (job, _ ("Sums of scores, and how many scored the option:"), &sums, TRUE);
  tq_step_log_write_end (job->log, job->record, "winners");
}

void
tq_ranked_report_dots (const TqRankedJob *job)
{
  g_auto (TqSums) sums = { 0 };
  tq_dots_count (job->record, job->seats, &sums);
  tq_step_log_write_head (job->log, job->rule, job->path, job->record);
  write_seats (job);
  write_sums (job, &sums, "voters");
  add_sums (job, _ ("Dots, and how many voters gave the option any:"), &sums, TRUE);
  tq_step_log_write_end (job->log, job->record, "winners");
}

static void
add_runoff (const TqRankedJob *job, const TqStar *star)
{
  if (star->finalists->len < 2)
    return;
  tq_step_log_add_line (job->log, "\n%s", _ ("Runoff, voters who score one above the other:"));
  for (guint i = 0; i < 2; i++) {
    const char *name = tq_ballots_get_name (job->record->ballots, tq_set_get (star->finalists, i));
    g_autofree char *amount = g_strdup_printf ("%" PRId64, star->runoff[i]);
    tq_step_log_add_amount (job->log, name, amount);
  }
}

void
tq_ranked_report_star (const TqRankedJob *job)
{
  g_auto (TqStar) star = { 0 };
  tq_star_count (job->record, &star);
  tq_step_log_write_head (job->log, job->rule, job->path, job->record);
  write_sums (job, &star.sums, "scorers");
  tq_step_log_write_numbers (job->log, "top_scores", star.tops, star.sums.n);
  tq_step_log_write_matrix (job->log, "pairwise", &star.pairwise);
  tq_step_log_write_set (job->log, "finalists", star.finalists);
  if (star.finalists->len == 2)
    tq_step_log_write_numbers (job->log, "runoff", star.runoff, 2);
  add_sums (job, _ ("Sums of scores, and how many scored the option:"), &star.sums, TRUE);
  add_runoff (job, &star);
  tq_step_log_write_end (job->log, job->record, "winners");
}
