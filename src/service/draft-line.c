/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "service/draft-line.h"

enum {
  PROP_0,
  PROP_ACCOUNT,
  PROP_PARTY,
  PROP_INTO,
  PROP_OUT_OF,
  PROP_REST_INTO,
  PROP_REST_OUT_OF,
  N_PROPS,
};

struct _TqDraftLine {
  GObject parent_instance;
  char *words[N_PROPS]; /* by property, never NULL */
};

G_DEFINE_FINAL_TYPE (TqDraftLine, tq_draft_line, G_TYPE_OBJECT)

static GParamSpec *props[N_PROPS];

static void
set_words (TqDraftLine *line, guint id, const char *words)
{
  if (g_str_equal (line->words[id], words))
    return;
  g_free (line->words[id]);
  line->words[id] = g_strdup (words);
  g_object_notify_by_pspec (G_OBJECT (line), props[id]);
}

static void
tq_draft_line_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, TQ_DRAFT_LINE (object)->words[id]);
}

static void
tq_draft_line_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  const char *words = g_value_get_string (value);
  set_words (TQ_DRAFT_LINE (object), id, words != NULL ? words : "");
}

static void
tq_draft_line_finalize (GObject *object)
{
  for (guint i = PROP_ACCOUNT; i < N_PROPS; i++)
    g_free (TQ_DRAFT_LINE (object)->words[i]);
  G_OBJECT_CLASS (tq_draft_line_parent_class)->finalize (object);
}

static void
tq_draft_line_class_init (TqDraftLineClass *class)
{
  static const char *const names[] = { NULL,     "account",   "party",      "into",
                                       "out-of", "rest-into", "rest-out-of" };
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  object_class->get_property = tq_draft_line_get_property;
  object_class->set_property = tq_draft_line_set_property;
  object_class->finalize = tq_draft_line_finalize;
  for (guint i = PROP_ACCOUNT; i < N_PROPS; i++) {
    const GParamFlags flags = i < PROP_REST_INTO ? G_PARAM_READWRITE : G_PARAM_READABLE;
    props[i] = g_param_spec_string (names[i],
                                    NULL,
                                    NULL,
                                    "",
                                    flags | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  }
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
tq_draft_line_init (TqDraftLine *line)
{
  for (guint i = PROP_ACCOUNT; i < N_PROPS; i++)
    line->words[i] = g_strdup ("");
}

/* An empty line (transfer full). */
TqDraftLine *
tq_draft_line_new (void)
{
  return g_object_new (TQ_TYPE_DRAFT_LINE, NULL);
}

const char *
tq_draft_line_get_account (TqDraftLine *line)
{
  return line->words[PROP_ACCOUNT];
}

const char *
tq_draft_line_get_party (TqDraftLine *line)
{
  return line->words[PROP_PARTY];
}

const char *
tq_draft_line_get_into (TqDraftLine *line)
{
  return line->words[PROP_INTO];
}

const char *
tq_draft_line_get_out_of (TqDraftLine *line)
{
  return line->words[PROP_OUT_OF];
}

/* Whether nothing was typed in it. */
gboolean
tq_draft_line_is_empty (TqDraftLine *line)
{
  for (guint i = PROP_ACCOUNT; i <= PROP_OUT_OF; i++)
    if (*line->words[i] != '\0')
      return FALSE;
  return TRUE;
}

/* What would even out the entry on this line; "" for nothing. */
void
tq_draft_line_set_rest (TqDraftLine *line, const char *into, const char *out_of)
{
  set_words (line, PROP_REST_INTO, into);
  set_words (line, PROP_REST_OUT_OF, out_of);
}
