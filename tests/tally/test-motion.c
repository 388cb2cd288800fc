/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Motions as a table: one row, one exact result. */
#include "counting.h"

#include "tally/motion-count.h"
#include "tally/motion.h"

#include <glib/gstdio.h>
#include <string.h>

#define YES_NO TQ_MOTION_YES_NO
#define HALF                                                                                       \
  {                                                                                                \
    1, 2                                                                                           \
  }
#define TWO_THIRDS                                                                                 \
  {                                                                                                \
    2, 3                                                                                           \
  }
#define PART(p, q)                                                                                 \
  {                                                                                                \
    TQ_MOTION_QUORUM_PART, { p, q }, FALSE                                                         \
  }
#define MORE_THAN(p, q)                                                                            \
  {                                                                                                \
    TQ_MOTION_QUORUM_PART, { p, q }, TRUE                                                          \
  }
#define NUMBER(n)                                                                                  \
  {                                                                                                \
    TQ_MOTION_QUORUM_NUMBER, { n, 1 }, FALSE                                                       \
  }

typedef struct {
  const char *name;
  TqMotion motion;
  TqMotionReason reason;
} Row;

#define MAJORITY .kind = TQ_MOTION_MAJORITY
#define SIMPLE MAJORITY, .threshold = HALF, .strict = TRUE, .base = YES_NO
#define CONSENSUS .kind = TQ_MOTION_CONSENSUS, .threshold = HALF
#define SUMS(a, s, o, p, e) .agree = a, .aside = s, .object = o, .present = p, .eligible = e

static const Row rows[] = {
  { "nobody voted, majority", { SIMPLE, SUMS (0, 0, 0, 0, 30) }, TQ_MOTION_REASON_EMPTY_BASE },
  { "nobody voted, at least",
    { MAJORITY, .threshold = TWO_THIRDS, SUMS (0, 0, 0, 0, 30) },
    TQ_MOTION_REASON_EMPTY_BASE },
  { "nobody voted, consensus",
    { CONSENSUS, SUMS (0, 0, 0, 0, 30) },
    TQ_MOTION_REASON_TOO_FEW_AGREE },
  { "as many for as against", { SIMPLE, SUMS (15, 0, 15, 30, 30) }, TQ_MOTION_REASON_EQUAL },
  { "the chair decides for",
    { SIMPLE, .casting = TQ_MOTION_CASTING_AGREE, SUMS (15, 0, 15, 30, 30) },
    TQ_MOTION_REASON_CASTING_VOTE },
  { "the chair decides against",
    { SIMPLE, .casting = TQ_MOTION_CASTING_OBJECT, SUMS (15, 0, 15, 30, 30) },
    TQ_MOTION_REASON_EQUAL },
  { "the chair does not make a majority",
    { SIMPLE, .casting = TQ_MOTION_CASTING_AGREE, SUMS (14, 0, 15, 30, 30) },
    TQ_MOTION_REASON_NO_MAJORITY },
  { "one more", { SIMPLE, SUMS (16, 0, 14, 30, 30) }, TQ_MOTION_REASON_ADOPTED },
  { "of yes and no", { SIMPLE, SUMS (10, 15, 5, 30, 30) }, TQ_MOTION_REASON_ADOPTED },
  { "of those present",
    { MAJORITY,
      .threshold = HALF,
      .strict = TRUE,
      .base = TQ_MOTION_PRESENT,
      SUMS (10, 15, 5, 30, 30) },
    TQ_MOTION_REASON_NO_MAJORITY },
  { "of yes, no and aside",
    { MAJORITY,
      .threshold = HALF,
      .strict = TRUE,
      .base = TQ_MOTION_YES_NO_ABSTAIN,
      SUMS (10, 5, 5, 30, 30) },
    TQ_MOTION_REASON_NO_MAJORITY },
  { "of the valid, at least",
    { MAJORITY, .threshold = HALF, .base = TQ_MOTION_VALID, SUMS (10, 5, 5, 30, 30) },
    TQ_MOTION_REASON_ADOPTED },
  { "of the cast, blank ones count",
    { MAJORITY, .threshold = HALF, .base = TQ_MOTION_CAST, .blank = 1, SUMS (10, 5, 5, 30, 30) },
    TQ_MOTION_REASON_NO_MAJORITY },
  { "of the valid, blank ones do not",
    { MAJORITY, .threshold = HALF, .base = TQ_MOTION_VALID, .blank = 1, SUMS (10, 5, 5, 30, 30) },
    TQ_MOTION_REASON_ADOPTED },
  { "of all eligible",
    { MAJORITY,
      .threshold = HALF,
      .strict = TRUE,
      .base = TQ_MOTION_ELIGIBLE,
      SUMS (16, 0, 0, 16, 31) },
    TQ_MOTION_REASON_ADOPTED },
  { "of all eligible, one less",
    { MAJORITY,
      .threshold = HALF,
      .strict = TRUE,
      .base = TQ_MOTION_ELIGIBLE,
      SUMS (15, 0, 0, 15, 31) },
    TQ_MOTION_REASON_NO_MAJORITY },
  { "20 of 30 is at least 2/3",
    { MAJORITY, .threshold = TWO_THIRDS, .base = YES_NO, SUMS (20, 0, 10, 30, 30) },
    TQ_MOTION_REASON_ADOPTED },
  { "20 of 30 is not more than 2/3",
    { MAJORITY, .threshold = TWO_THIRDS, .strict = TRUE, .base = YES_NO, SUMS (20, 0, 10, 30, 30) },
    TQ_MOTION_REASON_NO_MAJORITY },
  { "14 of 30 miss half",
    { SIMPLE, .quorum = PART (1, 2), .call = 1, SUMS (14, 0, 0, 14, 30) },
    TQ_MOTION_REASON_NO_QUORUM },
  { "second call, a third",
    { SIMPLE, .quorum = PART (1, 3), .call = 2, SUMS (14, 0, 0, 14, 30) },
    TQ_MOTION_REASON_ADOPTED },
  { "15 of 30 are at least half",
    { SIMPLE, .quorum = PART (1, 2), SUMS (15, 0, 0, 15, 30) },
    TQ_MOTION_REASON_ADOPTED },
  { "15 of 30 are not more than half",
    { SIMPLE, .quorum = MORE_THAN (1, 2), SUMS (15, 0, 0, 15, 30) },
    TQ_MOTION_REASON_NO_QUORUM },
  { "third call, ten",
    { SIMPLE, .quorum = NUMBER (10), .call = 3, SUMS (6, 4, 0, 10, 300) },
    TQ_MOTION_REASON_ADOPTED },
  { "third call, nine",
    { SIMPLE, .quorum = NUMBER (10), .call = 3, SUMS (6, 3, 0, 9, 300) },
    TQ_MOTION_REASON_NO_QUORUM },
  { "who stands aside is present",
    { SIMPLE, .quorum = PART (1, 2), SUMS (5, 10, 0, 15, 30) },
    TQ_MOTION_REASON_ADOPTED },
  { "unless the co-operative counts otherwise",
    { SIMPLE, .quorum = PART (1, 2), .quorum_without_aside = TRUE, SUMS (5, 10, 0, 15, 30) },
    TQ_MOTION_REASON_NO_QUORUM },
  { "a quorum of those who agree",
    { SIMPLE, .approval = NUMBER (10), SUMS (9, 0, 1, 30, 30) },
    TQ_MOTION_REASON_NO_APPROVAL_QUORUM },
  { "reached",
    { SIMPLE, .approval = PART (1, 3), SUMS (10, 0, 1, 30, 30) },
    TQ_MOTION_REASON_ADOPTED },
  { "one objects to consensus", { CONSENSUS, SUMS (30, 0, 1, 31, 31) }, TQ_MOTION_REASON_BLOCKED },
  { "consensus minus one",
    { CONSENSUS, .blocks_allowed = 1, SUMS (30, 0, 1, 31, 31) },
    TQ_MOTION_REASON_ADOPTED },
  { "consensus minus one, two object",
    { CONSENSUS, .blocks_allowed = 1, SUMS (29, 0, 2, 31, 31) },
    TQ_MOTION_REASON_BLOCKED },
  { "a third may stand aside",
    { CONSENSUS, .has_aside_limit = TRUE, .aside_limit = { 1, 3 }, SUMS (20, 10, 0, 30, 30) },
    TQ_MOTION_REASON_ADOPTED },
  { "one more may not",
    { CONSENSUS, .has_aside_limit = TRUE, .aside_limit = { 1, 3 }, SUMS (19, 11, 0, 30, 30) },
    TQ_MOTION_REASON_TOO_MANY_ASIDE },
  { "all stand aside", { CONSENSUS, SUMS (0, 30, 0, 30, 30) }, TQ_MOTION_REASON_TOO_FEW_AGREE },
  { "too few agree",
    { CONSENSUS, .agree_minimum = 11, SUMS (10, 0, 0, 10, 30) },
    TQ_MOTION_REASON_TOO_FEW_AGREE },
  { "the largest sums",
    { MAJORITY,
      .threshold = { 999999, 1000000 },
      .base = YES_NO,
      SUMS (TQ_MOTION_SUM_MAX, 0, 0, TQ_MOTION_SUM_MAX, TQ_MOTION_SUM_MAX) },
    TQ_MOTION_REASON_ADOPTED },
};

/* Every base, strict or not, quorum, call, consensus: each at its edge. */
static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    TqMotionOutcome outcome;
    tq_motion_count (&rows[i].motion, &outcome);
    const gboolean adopted =
      rows[i].reason == TQ_MOTION_REASON_ADOPTED || rows[i].reason == TQ_MOTION_REASON_CASTING_VOTE;
    if (outcome.reason != rows[i].reason || outcome.adopted != adopted)
      g_error ("%s: reason %u, expected %u", rows[i].name, outcome.reason, rows[i].reason);
  }
}

static void
assert_counts (const char *contents, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *json = counting_tally_contents ("motion", contents, NULL, 0, &error);
  g_assert_no_error (error);
  if (strstr (json, expected) == NULL)
    g_error ("%s is not in %s", expected, json);
}

/* The file of the contract is read, and the sums compared are in the result. */
static void
test_file (void)
{
  static const char whole[] =
    "{\"kind\":\"majority\",\"threshold\":\"2/3\",\"strict\":true,\"base\":\"yes_no\",\"quorum\":\"1/2\","
    "\"quorum_strict\":true,\"call\":1,\"agree\":20,\"aside\":0,\"object\":10,\"blank\":0,"
    "\"present\":30,\"eligible\":30,\"blocks_allowed\":0}";
  assert_counts (whole, "\"adopted\":false,\"reason\":\"no_majority\"");
  assert_counts (whole, "\"strict\":true,\"left\":60,\"right\":60,\"met\":false");
  assert_counts (whole,
                 "\"quorum\":{\"required\":\"1/2\",\"strict\":true,\"left\":60,\"right\":30,"
                 "\"met\":true}");
  assert_counts (whole, "\"ignored\":[]");
}

/* A quorum a call: the list serves the call that is named, the last one all later calls. */
static void
test_calls (void)
{
#define CALL(n)                                                                                    \
  "{\"kind\":\"majority\",\"quorum\":[\"1/2\",\"1/3\",10],\"call\":" #n                            \
  ",\"agree\":12,\"object\":0,\"eligible\":40}"
  assert_counts (CALL (1), "\"reason\":\"no_quorum\"");
  assert_counts (CALL (2), "\"left\":36,\"right\":40,\"met\":false");
  assert_counts (CALL (3), "\"required\":10,");
  assert_counts (CALL (3), "\"adopted\":true");
  assert_counts (CALL (4), "\"adopted\":true");
#undef CALL
}

/* A slip in the name of a member is listed, so that it cannot drop a quorum in silence. */
static void
test_ignored (void)
{
  assert_counts (
    "{\"kind\":\"consensus\",\"quorom\":\"1/2\",\"agree\":3,\"object\":0,\"title\":\"T\"}",
    "\"ignored\":[\"quorom\"]");
}

/* The account alone, without the JSON. */
static void
test_text (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *path =
    counting_write_file ("json", "{\"kind\":\"majority\",\"agree\":3,\"object\":1}", -1);
  const gboolean done = tq_motion_count_file ("motion", path, NULL, NULL, text, &error);
  g_unlink (path);
  g_assert_no_error (error);
  g_assert_true (done);
  g_assert_nonnull (strstr (text->str, "  6 > 4: yes\n"));
  g_assert_true (g_str_has_suffix (text->str, "\nAdopted.\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tally/motion/rows", test_rows);
  g_test_add_func ("/tally/motion/file", test_file);
  g_test_add_func ("/tally/motion/calls", test_calls);
  g_test_add_func ("/tally/motion/ignored", test_ignored);
  g_test_add_func ("/tally/motion/text", test_text);
  return g_test_run ();
}
