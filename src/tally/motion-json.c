/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* A motion from a JSON file, one object:
 *
 *     "kind"                 "majority" or "consensus"
 *     "threshold"            "2/3" ("1/2" unless it is said)
 *     "strict"               true: more than that (unless it is said); false: at least
 *     "base"                 "yes_no" (unless it is said), "yes_no_abstain", "valid", "cast",
 *                            "present", "eligible"
 *     "quorum"               a part of those eligible in quotes, "1/2", or a whole number of
 *                            voters, 10, or a list with one of these a call
 *     "quorum_strict"        true: more than that
 *     "quorum_counts_aside"  false: who stands aside does not count for the quorum
 *     "approval_quorum"      as "quorum", of those who agree
 *     "call"                 1, 2, 3 …
 *     "casting_vote"         "agree" or "object": the chair's, where as many are for as against
 *     "blocks_allowed", "agree_minimum", "aside_limit" ("1/3" of agree + aside + object):
 *                            consensus
 *     "agree", "aside", "object", "blank", "present", "eligible": sums by weight
 *
 * 1. "kind", "agree" and "object" must be there; "present" is all who answered unless it is said;
 *    "eligible" must be there where the base or a quorum needs it.
 * 2. Who answered are at most those present, and these at most those eligible.
 * 3. A member that is not known here has no effect and is listed as ignored, because a slip in the
 *    name of a member would otherwise drop a quorum in silence. */
#include "tally/motion-json.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/json-reader.h"

#include <inttypes.h>
#include <string.h>

#define BYTES_MAX (4u << 20)

/* In the order of TqMotionBase, TqMotionKind and TqMotionCasting. */
static const char *const bases[] = { "yes_no",  "yes_no_abstain", "valid", "cast",
                                     "present", "eligible",       NULL };
static const char *const kinds[] = { "majority", "consensus", NULL };
static const char *const castings[] = { "none", "agree", "object", NULL };

static const char *const known[] = {
  "kind",
  "threshold",
  "strict",
  "base",
  "quorum",
  "quorum_strict",
  "quorum_counts_aside",
  "approval_quorum",
  "call",
  "casting_vote",
  "blocks_allowed",
  "aside_limit",
  "agree_minimum",
  "agree",
  "aside",
  "object",
  "blank",
  "present",
  "eligible",
  "title",
  "note",
  "source",
  "expected",
  "rule",
  "outcome",
  "count",
};

/* The word of a base in files. */
const char *
tq_motion_get_base_word (TqMotionBase base)
{
  return bases[base];
}

void
tq_motion_file_clear (TqMotionFile *file)
{
  g_clear_pointer (&file->ignored, g_ptr_array_unref);
}

static gboolean
is_absent (TqJsonNode node)
{
  return node.json == NULL || tq_json_node_get_type (node) == TQ_JSON_NULL;
}

static gboolean
read_sum (TqJsonNode root, const char *key, gint64 least, gint64 *out_sum, GError **error)
{
  const TqJsonNode node = tq_json_node_find (root, key);
  gint64 sum = 0;
  if (is_absent (node))
    return TRUE;
  if (!tq_json_node_get_int64 (node, &sum, error))
    return FALSE;
  if (sum < least || sum > TQ_MOTION_SUM_MAX)
    return tq_json_node_set_error (
      node,
      error,
      _ ("found %" PRId64 " for “%s”; expected a whole number from %" PRId64 " to %" PRId64 "."),
      sum,
      key,
      least,
      TQ_MOTION_SUM_MAX);
  *out_sum = sum;
  return TRUE;
}

static gboolean
read_flag (TqJsonNode root, const char *key, gboolean *out_flag, GError **error)
{
  const TqJsonNode node = tq_json_node_find (root, key);
  if (is_absent (node))
    return TRUE;
  if (tq_json_node_get_type (node) != TQ_JSON_BOOL)
    return tq_json_node_set_error (node,
                                   error,
                                   _ ("found another thing for “%s”; expected true or false."),
                                   key);
  *out_flag = tq_json_node_get_bool (node);
  return TRUE;
}

static gboolean
set_no_part (TqJsonNode node, const char *key, GError **error)
{
  return tq_json_node_set_error (
    node,
    error,
    _ ("found another thing for “%s”; expected a part from 0 to 1 like \"2/3\"."),
    key);
}

/* Reads a part from 0 to 1; a number beyond only where *whole* allows a fixed number. */
static gboolean
read_ratio (TqJsonNode node, const char *key, gboolean whole, TqRatio *out_ratio, GError **error)
{
  TqRatio ratio = { 0, 1 };
  const char *text = tq_json_node_get_text (node);
  const gint64 most = whole ? TQ_MOTION_SUM_MAX : TQ_MOTION_RATIO_MAX;
  const gboolean exact = text != NULL && tq_ratio_parse (text, &ratio, NULL);
  const gboolean small = ratio.num >= 0 && ratio.num <= most && ratio.den <= TQ_MOTION_RATIO_MAX;
  const gboolean fits = ratio.num <= ratio.den || (whole && ratio.den == 1);
  if (!exact || !small || !fits)
    return set_no_part (node, key, error);
  *out_ratio = ratio;
  return TRUE;
}

static gboolean
read_part (TqJsonNode root, const char *key, TqRatio *out_ratio, GError **error)
{
  const TqJsonNode node = tq_json_node_find (root, key);
  return is_absent (node) || read_ratio (node, key, FALSE, out_ratio, error);
}

static TqJsonNode
get_item (TqJsonNode list, guint wanted)
{
  TqJsonIter iter;
  TqJsonNode item = { NULL, 0 };
  tq_json_iter_init (&iter, list);
  for (guint i = 0; i < wanted && tq_json_iter_next (&iter, NULL, &item); i++)
    continue;
  return item;
}

/* A quorum, that of the call where a list is given; the last one serves all later calls. */
static gboolean
read_quorum (TqJsonNode root, const char *key, guint call, TqMotionQuorum *quorum, GError **error)
{
  TqJsonNode node = tq_json_node_find (root, key);
  if (!is_absent (node) && tq_json_node_get_type (node) == TQ_JSON_ARRAY) {
    if (tq_json_node_get_count (node) == 0)
      return set_no_part (node, key, error);
    node = get_item (node, call);
  }
  if (is_absent (node))
    return TRUE;
  if (!read_ratio (node, key, TRUE, &quorum->part, error))
    return FALSE;
  const char *text = tq_json_node_get_text (node);
  const gboolean number =
    tq_json_node_get_type (node) == TQ_JSON_NUMBER && strchr (text, '.') == NULL;
  quorum->kind =
    number || quorum->part.num > quorum->part.den ? TQ_MOTION_QUORUM_NUMBER : TQ_MOTION_QUORUM_PART;
  return TRUE;
}

static gboolean
read_word (TqJsonNode root,
           const char *key,
           const char *const *words,
           guint *out_index,
           GError **error)
{
  const TqJsonNode node = tq_json_node_find (root, key);
  if (is_absent (node))
    return TRUE;
  const gboolean text = tq_json_node_get_type (node) == TQ_JSON_STRING;
  for (guint i = 0; text && words[i] != NULL; i++) {
    if (strcmp (tq_json_node_get_text (node), words[i]) != 0)
      continue;
    *out_index = i;
    return TRUE;
  }
  g_autoptr (GString) joined = g_string_new (words[0]);
  for (guint i = 1; words[i] != NULL; i++)
    g_string_append_printf (joined, ", %s", words[i]);
  return tq_json_node_set_error (node,
                                 error,
                                 _ ("found another thing for “%s”; expected one of: %s."),
                                 key,
                                 joined->str);
}

static gboolean
read_sums (TqJsonNode root, TqMotion *motion, GError **error)
{
  if (!read_sum (root, "agree", 0, &motion->agree, error) ||
      !read_sum (root, "aside", 0, &motion->aside, error) ||
      !read_sum (root, "object", 0, &motion->object, error) ||
      !read_sum (root, "blank", 0, &motion->blank, error))
    return FALSE;
  const gint64 answers = motion->agree + motion->aside + motion->object + motion->blank;
  motion->present = answers;
  if (!read_sum (root, "present", 0, &motion->present, error))
    return FALSE;
  motion->eligible = motion->present;
  if (!read_sum (root, "eligible", 0, &motion->eligible, error))
    return FALSE;
  if (answers > motion->present)
    return tq_json_node_set_error (
      tq_json_node_find (root, "present"),
      error,
      _ ("found %" PRId64 " answers but %" PRId64
         " present; expected at most one answer for everyone present."),
      answers,
      motion->present);
  if (motion->present > motion->eligible)
    return tq_json_node_set_error (tq_json_node_find (root, "eligible"),
                                   error,
                                   _ ("found %" PRId64 " present but %" PRId64
                                      " eligible; expected at most all who are eligible."),
                                   motion->present,
                                   motion->eligible);
  return TRUE;
}

static gboolean
read_consensus (TqJsonNode root, TqMotion *motion, GError **error)
{
  if (!read_sum (root, "blocks_allowed", 0, &motion->blocks_allowed, error) ||
      !read_sum (root, "agree_minimum", 0, &motion->agree_minimum, error))
    return FALSE;
  motion->has_aside_limit = !is_absent (tq_json_node_find (root, "aside_limit"));
  return read_part (root, "aside_limit", &motion->aside_limit, error);
}

static gboolean
read_rule (TqJsonNode root, TqMotion *motion, GError **error)
{
  guint kind = 0, base = TQ_MOTION_YES_NO, casting = TQ_MOTION_CASTING_NONE;
  gint64 call = 1;
  gboolean counts_aside = TRUE;
  motion->strict = TRUE;
  motion->threshold = (TqRatio){ 1, 2 };
  if (!read_word (root, "kind", kinds, &kind, error) ||
      !read_word (root, "base", bases, &base, error) ||
      !read_word (root, "casting_vote", castings, &casting, error))
    return FALSE;
  if (!read_part (root, "threshold", &motion->threshold, error) ||
      !read_flag (root, "strict", &motion->strict, error) ||
      !read_flag (root, "quorum_strict", &motion->quorum.strict, error) ||
      !read_flag (root, "quorum_counts_aside", &counts_aside, error) ||
      !read_sum (root, "call", 1, &call, error))
    return FALSE;
  motion->kind = (TqMotionKind) kind;
  motion->base = (TqMotionBase) base;
  motion->casting = (TqMotionCasting) casting;
  motion->call = (guint) MIN (call, G_MAXINT);
  motion->quorum_without_aside = !counts_aside;
  return read_quorum (root, "quorum", motion->call, &motion->quorum, error) &&
         read_quorum (root, "approval_quorum", motion->call, &motion->approval, error) &&
         read_consensus (root, motion, error);
}

static gboolean
needs_eligible (const TqMotion *motion)
{
  return motion->quorum.kind == TQ_MOTION_QUORUM_PART ||
         motion->approval.kind == TQ_MOTION_QUORUM_PART ||
         (motion->kind == TQ_MOTION_MAJORITY && motion->base == TQ_MOTION_ELIGIBLE);
}

static gboolean
check_members (TqJsonNode root, const TqMotion *motion, GError **error)
{
  static const char *const required[] = { "kind", "agree", "object" };
  for (guint i = 0; i < G_N_ELEMENTS (required); i++)
    if (is_absent (tq_json_node_find (root, required[i])))
      return tq_json_node_set_error (root,
                                     error,
                                     _ ("found no “%s”; expected it in every motion."),
                                     required[i]);
  if (needs_eligible (motion) && is_absent (tq_json_node_find (root, "eligible")))
    return tq_json_node_set_error (
      root,
      error,
      _ ("found no “eligible”; expected it where a quorum or the base needs it."));
  return TRUE;
}

static void
list_ignored (TqJsonNode root, GPtrArray *ignored)
{
  TqJsonIter iter;
  const char *key = NULL;
  tq_json_iter_init (&iter, root);
  while (tq_json_iter_next (&iter, &key, NULL)) {
    gboolean found = FALSE;
    for (guint i = 0; i < G_N_ELEMENTS (known) && !found; i++)
      found = strcmp (key, known[i]) == 0;
    if (!found)
      g_ptr_array_add (ignored, g_strdup (key));
  }
}

static gboolean
read_motion (TqJsonNode root, TqMotionFile *file, GError **error)
{
  if (tq_json_node_get_type (root) != TQ_JSON_OBJECT)
    return tq_json_node_set_error (
      root,
      error,
      _ ("found another thing; expected an object in curly brackets."));
  if (!read_rule (root, &file->motion, error) || !read_sums (root, &file->motion, error) ||
      !check_members (root, &file->motion, error))
    return FALSE;
  list_ignored (root, file->ignored);
  return TRUE;
}

/* Reads the file at *path*. Raises TQ_ERROR_FORMAT with the place, TQ_ERROR_NOT_FOUND or
 * TQ_ERROR_STORE where it cannot be read. Clear *file* in either case. */
gboolean
tq_motion_file_load (TqMotionFile *file, const char *path, GError **error)
{
  *file = (TqMotionFile){ .ignored = g_ptr_array_new_with_free_func (g_free) };
  g_autoptr (TqJson) json = tq_json_reader_load_file (path, BYTES_MAX, error);
  if (json == NULL)
    return FALSE;
  if (read_motion (tq_json_get_root (json), file, error))
    return TRUE;
  g_prefix_error (error, "%s:", path);
  return FALSE;
}
