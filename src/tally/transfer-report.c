/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Writes the counts that move ballots from one option to the next: instant runoff and STV. */
#include "base/i18n.h"
#include "tally/irv.h"
#include "tally/pairwise.h"
#include "tally/ranked-report.h"
#include "tally/stv.h"

#include <inttypes.h>

static void
add_round (const TqRankedJob *job, const TqIrv *irv, guint index)
{
  const gint64 *votes = g_ptr_array_index (irv->rounds, index);
  const TqBallots *ballots = job->record->ballots;
  tq_step_log_add_line (job->log, "%s", "");
  tq_step_log_add_line (job->log, _ ("Round %u:"), index + 1);
  for (guint i = 0; i < irv->n; i++) {
    if (votes[i] == TQ_IRV_OUT)
      continue;
    g_autofree char *amount = g_strdup_printf ("%" PRId64, votes[i]);
    tq_step_log_add_amount (job->log, tq_ballots_get_name (ballots, i), amount);
  }
  tq_step_log_add_line (job->log,
                        _ ("  Ballots that count for nobody any more: %" PRId64),
                        votes[irv->n]);
  if (index < irv->excluded->len)
    tq_step_log_add_line (job->log,
                          _ ("  Nobody has more than half. Put out: “%s”"),
                          tq_ballots_get_name (ballots, tq_set_get (irv->excluded, index)));
}

void
tq_ranked_report_irv (const TqRankedJob *job)
{
  g_auto (TqIrv) irv = { 0 };
  tq_irv_count (job->record, &irv);
  tq_step_log_write_head (job->log, job->rule, job->path, job->record);
  tq_json_writer_begin_array (job->log->json, "rounds");
  for (guint i = 0; i < irv.rounds->len; i++) {
    tq_step_log_write_numbers (job->log, NULL, g_ptr_array_index (irv.rounds, i), irv.n + 1);
    add_round (job, &irv, i);
  }
  tq_json_writer_end_array (job->log->json);
  tq_step_log_write_set (job->log, "excluded", irv.excluded);
  tq_step_log_write_end (job->log, job->record, "winners");
}

/* What a stage did, in the words of the format. */
static char *
dup_action (const TqStv *stv, const TqStvStage *stage)
{
  switch (stage->action) {
  case TQ_STV_SURPLUS:
    return g_strdup_printf ("surplus of %u", stage->candidate);
  case TQ_STV_EXCLUSION:
    return g_strdup_printf ("exclusion of %u", stage->candidate);
  case TQ_STV_FIRST_PREFERENCES:
  default:
    return g_strdup_printf ("first preferences, quota %" PRId64, stv->quota);
  }
}

static void
add_stage_title (const TqRankedJob *job, const TqStvStage *stage, guint number)
{
  const char *name = tq_ballots_get_name (job->record->ballots, stage->candidate);
  switch (stage->action) {
  case TQ_STV_SURPLUS:
    tq_step_log_add_line (job->log, "%s", "");
    tq_step_log_add_line (job->log, _ ("Stage %u: the surplus of “%s” moves on"), number, name);
    break;
  case TQ_STV_EXCLUSION:
    tq_step_log_add_line (job->log, "%s", "");
    tq_step_log_add_line (job->log, _ ("Stage %u: “%s” is excluded"), number, name);
    break;
  case TQ_STV_FIRST_PREFERENCES:
  default:
    tq_step_log_add_line (job->log, "%s", "");
    tq_step_log_add_line (job->log, _ ("Stage %u: first preferences"), number);
    break;
  }
}

static char *
dup_votes (gint64 units)
{
  return g_strdup_printf ("%" PRId64 ".%05" PRId64, units / TQ_STV_UNIT, units % TQ_STV_UNIT);
}

static void
write_stage (const TqRankedJob *job, const TqStv *stv, guint index)
{
  const TqStvStage *stage = tq_stv_get_stage (stv, index);
  const TqBallots *ballots = job->record->ballots;
  TqJsonWriter *json = job->log->json;
  g_autofree char *action = dup_action (stv, stage);
  g_autofree char *spent = dup_votes (stage->spent);
  g_autoptr (GArray) elected = tq_set_new ();
  g_array_append_vals (elected, stv->elected->data, stage->n_elected);
  tq_json_writer_begin_object (json, NULL);
  tq_json_writer_add_text (json, "action", action);
  tq_step_log_write_numbers (job->log, "votes", stage->votes, stv->n);
  tq_json_writer_add_int (json, "non_transferable", stage->spent);
  tq_step_log_write_set (job->log, "elected_so_far", elected);
  tq_json_writer_end_object (json);
  add_stage_title (job, stage, index + 1);
  for (guint i = 0; i < stv->n; i++) {
    if (ballots->withdrawn[i])
      continue;
    g_autofree char *votes = dup_votes (stage->votes[i]);
    tq_step_log_add_amount (job->log, tq_ballots_get_name (ballots, i), votes);
  }
  tq_step_log_add_amount (job->log, _ ("(cannot move on, and fractions cut off)"), spent);
  const guint before = index > 0 ? tq_stv_get_stage (stv, index - 1)->n_elected : 0;
  for (guint i = before; i < stage->n_elected; i++)
    tq_step_log_add_line (job->log,
                          _ ("  Reaches the quota: “%s”"),
                          tq_ballots_get_name (ballots, tq_set_get (stv->elected, i)));
}

void
tq_ranked_report_stv (const TqRankedJob *job)
{
  g_auto (TqStv) stv = { 0 };
  g_autoptr (GArray) filled = tq_set_new ();
  tq_stv_count (job->record, job->seats, &stv);
  tq_step_log_write_head (job->log, job->rule, job->path, job->record);
  tq_json_writer_add_int (job->log->json, "seats", job->seats);
  tq_json_writer_add_int (job->log->json, "quota", stv.quota);
  tq_step_log_add_line (job->log, _ ("Seats: %u"), job->seats);
  tq_step_log_add_line (job->log,
                        _ ("Quota: %" PRId64 " / (%u + 1), whole part, + 1 = "
                           "%" PRId64),
                        job->record->counted,
                        job->seats,
                        stv.quota);
  tq_json_writer_begin_array (job->log->json, "stages");
  for (guint i = 0; i < stv.stages->len; i++)
    write_stage (job, &stv, i);
  tq_json_writer_end_array (job->log->json);
  for (guint i = stv.n_by_quota; i < stv.elected->len; i++) {
    const guint candidate = tq_set_get (stv.elected, i);
    g_array_append_val (filled, candidate);
    tq_step_log_add_line (job->log,
                          _ ("As many continue as seats are left, so this one has a seat: “%s”"),
                          tq_ballots_get_name (job->record->ballots, candidate));
  }
  tq_step_log_write_set (job->log, "filled", filled);
  tq_step_log_write_set (job->log, "winners", stv.elected);
  tq_step_log_write_end (job->log, job->record, "elected");
}
