/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Writes the counts that compare options two by two: Schulze, ranked pairs, Debian. */
#include "base/i18n.h"
#include "tally/debian.h"
#include "tally/ranked-pairs.h"
#include "tally/ranked-report.h"
#include "tally/schulze.h"

#include <inttypes.h>

static void
write_pairwise (const TqRankedJob *job, const TqMatrix *pairwise)
{
  tq_step_log_write_matrix (job->log, "pairwise", pairwise);
  tq_step_log_add_table (job->log, _ ("Voters who rank the row above the column:"), pairwise);
}

void
tq_ranked_report_schulze (const TqRankedJob *job)
{
  g_auto (TqSchulze) schulze = { 0 };
  tq_schulze_count (job->record, &schulze);
  tq_step_log_write_head (job->log, job->rule, job->path, job->record);
  write_pairwise (job, &schulze.pairwise);
  tq_step_log_write_matrix (job->log, "strongest_paths", &schulze.paths);
  tq_step_log_add_table (job->log,
                         _ ("Strongest path from the row to the column (0: none):"),
                         &schulze.paths);
  tq_step_log_write_set (job->log, "order", schulze.order);
  tq_step_log_add_line (job->log, "\n%s", _ ("Order, and how many others the option beats:"));
  for (guint i = 0; i < schulze.order->len; i++) {
    const guint option = tq_set_get (schulze.order, i);
    g_autofree char *amount = g_strdup_printf ("%u", schulze.beats[option]);
    tq_step_log_add_amount (job->log, tq_ballots_get_name (job->record->ballots, option), amount);
  }
  tq_step_log_write_end (job->log, job->record, "winners");
}

static void
write_defeat (const TqRankedJob *job, const TqDefeat *defeat)
{
  TqJsonWriter *json = job->log->json;
  const TqBallots *ballots = job->record->ballots;
  const gboolean pretty = json->pretty;
  tq_json_writer_begin_object (json, NULL);
  json->pretty = FALSE;
  tq_json_writer_add_int (json, "winner", defeat->winner);
  tq_json_writer_add_int (json, "loser", defeat->loser);
  tq_json_writer_add_int (json, "for", defeat->wins);
  tq_json_writer_add_int (json, "against", defeat->losses);
  tq_json_writer_add_bool (json, "locked", defeat->locked);
  tq_json_writer_end_object (json);
  json->pretty = pretty;
  tq_step_log_add_line (job->log,
                        defeat->locked ? _ ("“%s” over “%s”, %" PRId64 " to %" PRId64 ": locked")
                                       : _ ("“%s” over “%s”, %" PRId64 " to %" PRId64
                                            ": passed over, it would stand in a circle"),
                        tq_ballots_get_name (ballots, defeat->winner),
                        tq_ballots_get_name (ballots, defeat->loser),
                        defeat->wins,
                        defeat->losses);
}

void
tq_ranked_report_ranked_pairs (const TqRankedJob *job)
{
  g_auto (TqRankedPairs) pairs = { 0 };
  tq_ranked_pairs_count (job->record, &pairs);
  tq_step_log_write_head (job->log, job->rule, job->path, job->record);
  write_pairwise (job, &pairs.pairwise);
  tq_step_log_add_line (job->log, "\n%s", _ ("Defeats, the clearest first:"));
  tq_json_writer_begin_array (job->log->json, "defeats");
  for (guint i = 0; i < pairs.defeats->len; i++)
    write_defeat (job, &g_array_index (pairs.defeats, TqDefeat, i));
  tq_json_writer_end_array (job->log->json);
  tq_json_writer_add_int (job->log->json, "equal_strength_pairs", pairs.equal_pairs);
  tq_step_log_write_end (job->log, job->record, "winners");
}

static void
add_debian_tests (const TqRankedJob *job, const TqDebian *debian)
{
  const TqBallots *ballots = job->record->ballots;
  const guint other = (guint) ballots->default_option;
  const TqRatio one = { 1, 1 };
  tq_step_log_add_line (job->log, "%s", "");
  tq_step_log_add_line (job->log,
                        _ ("Against the default option “%s” (quorum %" PRId64 "):"),
                        tq_ballots_get_name (ballots, other),
                        ballots->quorum);
  for (guint i = 0; i < ballots->n_options; i++) {
    if (i == other)
      continue;
    const TqRatio ratio =
      ballots->ratios->len > 0 ? g_array_index (ballots->ratios, TqRatio, i) : one;
    g_autofree char *needed = tq_ratio_to_string (ratio);
    const char *verdict = _ ("stays");
    if (tq_set_contains (debian->dropped_quorum, i))
      verdict = _ ("dropped, the quorum is missed");
    else if (tq_set_contains (debian->dropped_majority, i))
      verdict = _ ("dropped, the majority is missed");
    tq_step_log_add_line (job->log,
                          _ ("“%s”: %" PRId64 " for, %" PRId64 " against, needs %s to 1: %s"),
                          tq_ballots_get_name (ballots, i),
                          tq_matrix_get (&debian->pairwise, i, other),
                          tq_matrix_get (&debian->pairwise, other, i),
                          needed,
                          verdict);
  }
}

static void
write_debian_rounds (const TqRankedJob *job, const TqDebian *debian)
{
  const TqBallots *ballots = job->record->ballots;
  TqJsonWriter *json = job->log->json;
  tq_json_writer_begin_array (json, "schwartz_sets");
  for (guint i = 0; i < debian->schwartz_sets->len; i++) {
    const GArray *set = g_ptr_array_index (debian->schwartz_sets, i);
    g_autofree char *names = tq_step_log_join_names (ballots, set);
    tq_step_log_write_set (job->log, NULL, set);
    tq_step_log_add_line (job->log,
                          _ ("Round %u: nobody outside defeats %s, directly or in a chain."),
                          i + 1,
                          names);
    for (guint j = 0; j < debian->weakest->len; j++) {
      const TqWeakDefeat *weak = &g_array_index (debian->weakest, TqWeakDefeat, j);
      if (weak->round == i + 1)
        tq_step_log_add_line (job->log,
                              _ ("  The weakest defeat is set aside: “%s” over “%s”."),
                              tq_ballots_get_name (ballots, weak->winner),
                              tq_ballots_get_name (ballots, weak->loser));
    }
  }
  tq_json_writer_end_array (json);
  tq_json_writer_begin_array (json, "weakest_defeats");
  for (guint j = 0; j < debian->weakest->len; j++) {
    const TqWeakDefeat *weak = &g_array_index (debian->weakest, TqWeakDefeat, j);
    const gint64 row[] = { weak->round, weak->winner, weak->loser };
    tq_step_log_write_numbers (job->log, NULL, row, G_N_ELEMENTS (row));
  }
  tq_json_writer_end_array (json);
}

void
tq_ranked_report_debian (const TqRankedJob *job)
{
  g_auto (TqDebian) debian = { 0 };
  const TqBallots *ballots = job->record->ballots;
  tq_debian_count (job->record, &debian);
  g_autoptr (GArray) dropped = tq_set_new ();
  for (guint i = 0; i < ballots->n_options; i++)
    if (tq_set_contains (debian.dropped_quorum, i) || tq_set_contains (debian.dropped_majority, i))
      g_array_append_val (dropped, i);
  tq_step_log_write_head (job->log, job->rule, job->path, job->record);
  write_pairwise (job, &debian.pairwise);
  tq_json_writer_add_int (job->log->json, "default_option", ballots->default_option);
  tq_json_writer_add_text (job->log->json, "quorum", ballots->quorum_text);
  tq_step_log_write_set (job->log, "dropped_quorum", debian.dropped_quorum);
  tq_step_log_write_set (job->log, "dropped_majority", debian.dropped_majority);
  tq_step_log_write_set (job->log, "dropped", dropped);
  add_debian_tests (job, &debian);
  write_debian_rounds (job, &debian);
  tq_step_log_write_end (job->log, job->record, "winners");
}
