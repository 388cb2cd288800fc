/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Decides the motion in a file and writes the step log: the sums, each comparison with both its
 * sides, and the reason. */
#include "tally/motion-count.h"

#include "base/i18n.h"
#include "tally/motion-json.h"
#include "tally/step-log.h"

#include <inttypes.h>

static const char *const reason_words[] = {
  [TQ_MOTION_REASON_ADOPTED] = "adopted",
  [TQ_MOTION_REASON_CASTING_VOTE] = "casting_vote",
  [TQ_MOTION_REASON_NO_QUORUM] = "no_quorum",
  [TQ_MOTION_REASON_NO_APPROVAL_QUORUM] = "no_approval_quorum",
  [TQ_MOTION_REASON_EMPTY_BASE] = "empty_base",
  [TQ_MOTION_REASON_NO_MAJORITY] = "no_majority",
  [TQ_MOTION_REASON_EQUAL] = "equal",
  [TQ_MOTION_REASON_BLOCKED] = "blocked",
  [TQ_MOTION_REASON_TOO_MANY_ASIDE] = "too_many_aside",
  [TQ_MOTION_REASON_TOO_FEW_AGREE] = "too_few_agree",
};

static const char *const reason_texts[] = {
  [TQ_MOTION_REASON_ADOPTED] = N_ ("Adopted."),
  [TQ_MOTION_REASON_CASTING_VOTE] = N_ ("Adopted by the chair's casting vote."),
  [TQ_MOTION_REASON_NO_QUORUM] = N_ ("Not adopted: the quorum is missed."),
  [TQ_MOTION_REASON_NO_APPROVAL_QUORUM] = N_ ("Not adopted: too few agree for the quorum."),
  [TQ_MOTION_REASON_EMPTY_BASE] = N_ ("Not adopted: nobody voted."),
  [TQ_MOTION_REASON_NO_MAJORITY] = N_ ("Not adopted: the majority is missed."),
  [TQ_MOTION_REASON_EQUAL] = N_ ("Not adopted: as many are for as against."),
  [TQ_MOTION_REASON_BLOCKED] = N_ ("Not adopted: more object than the rule allows."),
  [TQ_MOTION_REASON_TOO_MANY_ASIDE] = N_ ("Not adopted: more stand aside than the rule allows."),
  [TQ_MOTION_REASON_TOO_FEW_AGREE] = N_ ("Not adopted: fewer agree than the rule asks for."),
};

/* Writes left, right and whether the test was met; the text shows the comparison. */
static void
write_test (TqStepLog *log, const TqMotionTest *test, gboolean strict)
{
  tq_json_writer_add_int (log->json, "left", test->left);
  tq_json_writer_add_int (log->json, "right", test->right);
  tq_json_writer_add_bool (log->json, "met", test->met);
  tq_step_log_add_line (log,
                        test->met ? _ ("  %" PRId64 " %s %" PRId64 ": yes")
                                  : _ ("  %" PRId64 " %s %" PRId64 ": no"),
                        test->left,
                        strict ? ">" : "≥",
                        test->right);
}

static void
write_quorum (TqStepLog *log,
              const char *key,
              const TqMotionQuorum *quorum,
              const TqMotionTest *test)
{
  if (quorum->kind == TQ_MOTION_NO_QUORUM) {
    tq_json_writer_add_null (log->json, key);
    return;
  }
  g_autofree char *part = tq_ratio_to_string (quorum->part);
  tq_json_writer_begin_object (log->json, key);
  if (quorum->kind == TQ_MOTION_QUORUM_PART)
    tq_json_writer_add_text (log->json, "required", part);
  else
    tq_json_writer_add_int (log->json, "required", quorum->part.num);
  tq_json_writer_add_bool (log->json, "strict", quorum->strict);
  if (quorum->kind == TQ_MOTION_QUORUM_PART)
    tq_step_log_add_line (log,
                          quorum->strict ? _ ("Quorum: more than %s of those eligible")
                                         : _ ("Quorum: at least %s of those eligible"),
                          part);
  else
    tq_step_log_add_line (log,
                          quorum->strict ? _ ("Quorum: more than %s voters")
                                         : _ ("Quorum: at least %s voters"),
                          part);
  write_test (log, test, quorum->strict);
  tq_json_writer_end_object (log->json);
}

static void
write_sums (TqStepLog *log, const TqMotion *motion)
{
  tq_json_writer_begin_object (log->json, "sums");
  tq_json_writer_add_int (log->json, "agree", motion->agree);
  tq_json_writer_add_int (log->json, "aside", motion->aside);
  tq_json_writer_add_int (log->json, "object", motion->object);
  tq_json_writer_add_int (log->json, "blank", motion->blank);
  tq_json_writer_add_int (log->json, "present", motion->present);
  tq_json_writer_add_int (log->json, "eligible", motion->eligible);
  tq_json_writer_end_object (log->json);
  tq_step_log_add_line (log, _ ("Agree: %" PRId64), motion->agree);
  tq_step_log_add_line (log, _ ("Stand aside: %" PRId64), motion->aside);
  tq_step_log_add_line (log, _ ("Object: %" PRId64), motion->object);
  tq_step_log_add_line (log, _ ("Blank or invalid: %" PRId64), motion->blank);
  tq_step_log_add_line (log, _ ("Present: %" PRId64), motion->present);
  tq_step_log_add_line (log, _ ("Eligible: %" PRId64), motion->eligible);
}

static void
write_majority (TqStepLog *log, const TqMotion *motion, const TqMotionOutcome *outcome)
{
  g_autofree char *threshold = tq_ratio_to_string (motion->threshold);
  const char *base = tq_motion_get_base_word (motion->base);
  tq_json_writer_begin_object (log->json, "majority");
  tq_json_writer_add_text (log->json, "base", base);
  tq_json_writer_add_int (log->json, "base_value", outcome->base);
  tq_json_writer_add_text (log->json, "threshold", threshold);
  tq_json_writer_add_bool (log->json, "strict", motion->strict);
  tq_step_log_add_line (log,
                        motion->strict ? _ ("Majority: more than %s of %" PRId64 " (base: %s)")
                                       : _ ("Majority: at least %s of %" PRId64 " (base: %s)"),
                        threshold,
                        outcome->base,
                        base);
  write_test (log, &outcome->majority, motion->strict);
  tq_json_writer_end_object (log->json);
}

static void
write_consensus (TqStepLog *log, const TqMotion *motion, const TqMotionOutcome *outcome)
{
  tq_json_writer_begin_object (log->json, "consensus");
  tq_json_writer_add_int (log->json, "blocks_allowed", motion->blocks_allowed);
  tq_json_writer_add_int (log->json, "agree_minimum", MAX (motion->agree_minimum, 1));
  tq_step_log_add_line (
    log,
    _ ("Consensus: at most %" PRId64 " may object, at least %" PRId64 " must agree"),
    motion->blocks_allowed,
    MAX (motion->agree_minimum, 1));
  if (motion->has_aside_limit) {
    tq_json_writer_add_ratio (log->json, "aside_limit", motion->aside_limit);
    tq_json_writer_add_int (log->json, "left", outcome->aside.left);
    tq_json_writer_add_int (log->json, "right", outcome->aside.right);
    tq_json_writer_add_bool (log->json, "met", outcome->aside.met);
    tq_step_log_add_line (log,
                          _ ("Stand-asides compared with their limit: %" PRId64 " and %" PRId64),
                          outcome->aside.left,
                          outcome->aside.right);
  }
  tq_json_writer_end_object (log->json);
}

static void
write_head (TqStepLog *log, const char *rule, const char *path, const TqMotion *motion)
{
  const gint64 counted = motion->agree + motion->aside + motion->object;
  g_autoptr (GArray) invalid = g_array_new (FALSE, FALSE, sizeof (TqInvalid));
  const TqInvalid blank = { 0, motion->blank, TQ_INVALID_BLANK };
  if (motion->blank > 0)
    g_array_append_val (invalid, blank);
  tq_json_writer_add_text (log->json, "rule", rule);
  tq_json_writer_add_text (log->json, "file", path);
  tq_json_writer_add_int (log->json, "ballots", counted);
  tq_step_log_add_line (log, _ ("Rule: %s"), rule);
  tq_step_log_add_line (log, _ ("File: %s"), path);
  tq_step_log_add_line (log, _ ("Ballots counted: %" PRId64), counted);
  tq_step_log_write_invalid (log, invalid);
}

static void
write_ignored (TqStepLog *log, const GPtrArray *ignored)
{
  tq_json_writer_begin_array (log->json, "ignored");
  for (guint i = 0; i < ignored->len; i++) {
    const char *key = g_ptr_array_index (ignored, i);
    tq_json_writer_add_text (log->json, NULL, key);
    tq_step_log_add_line (log, _ ("Not known and without effect: “%s”"), key);
  }
  tq_json_writer_end_array (log->json);
}

/* Decides the motion at *path*: one whole object to *json*, the log for people to *text* (both
 * nullable). Raises what the reader raises. */
gboolean
tq_motion_count_file (const char *rule,
                      const char *path,
                      const TqCountOptions *options,
                      TqJsonWriter *json,
                      GString *text,
                      GError **error)
{
  g_auto (TqMotionFile) file = { 0 };
  TqMotionOutcome outcome = { 0 };
  g_auto (TqStepLog) log = { 0 };
  g_autofree char *name = g_path_get_basename (path);
  if (!tq_motion_file_load (&file, path, error))
    return FALSE;
  tq_step_log_start (&log, json, text);
  const TqMotion *motion = &file.motion;
  tq_motion_count (motion, &outcome);
  write_head (&log, rule, name, motion);
  tq_json_writer_begin_array (log.json, "ties");
  tq_json_writer_end_array (log.json);
  write_sums (&log, motion);
  tq_json_writer_add_int (log.json, "call", motion->call);
  tq_step_log_add_line (&log, _ ("Call: %u"), motion->call);
  write_quorum (&log, "quorum", &motion->quorum, &outcome.quorum);
  write_quorum (&log, "approval_quorum", &motion->approval, &outcome.approval);
  if (motion->kind == TQ_MOTION_MAJORITY)
    write_majority (&log, motion, &outcome);
  else
    write_consensus (&log, motion, &outcome);
  write_ignored (&log, file.ignored);
  tq_json_writer_add_bool (log.json, "adopted", outcome.adopted);
  tq_json_writer_add_text (log.json, "reason", reason_words[outcome.reason]);
  tq_step_log_add_line (&log, "\n%s", _ (reason_texts[outcome.reason]));
  tq_step_log_finish (&log);
  return TRUE;
}
