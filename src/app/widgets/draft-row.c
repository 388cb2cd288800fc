/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "app/widgets/draft-row.h"

#include "app/widgets/choice-entry.h"
#include "base/i18n.h"

struct _TqDraftRow {
  AdwBin parent_instance;
  TqEntryDraft *draft;
  TqDraftLine *line;
  TqChoiceEntry *account;
  TqChoiceEntry *party;
  GtkEntry *into;
  GtkEntry *out_of;
};

G_DEFINE_FINAL_TYPE (TqDraftRow, tq_draft_row, ADW_TYPE_BIN)

static void
remove_cb (TqDraftRow *row)
{
  tq_entry_draft_remove_line (row->draft, row->line);
}

static void
tq_draft_row_finalize (GObject *object)
{
  g_clear_object (&TQ_DRAFT_ROW (object)->draft);
  g_clear_object (&TQ_DRAFT_ROW (object)->line);
  G_OBJECT_CLASS (tq_draft_row_parent_class)->finalize (object);
}

static gboolean
tq_draft_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TQ_DRAFT_ROW (widget)->account));
}

static void
tq_draft_row_class_init (TqDraftRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  G_OBJECT_CLASS (class)->finalize = tq_draft_row_finalize;
  widget_class->grab_focus = tq_draft_row_grab_focus;
  g_type_ensure (TQ_TYPE_CHOICE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/coop/tequio/Tequio/draft-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TqDraftRow, account);
  gtk_widget_class_bind_template_child (widget_class, TqDraftRow, party);
  gtk_widget_class_bind_template_child (widget_class, TqDraftRow, into);
  gtk_widget_class_bind_template_child (widget_class, TqDraftRow, out_of);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
tq_draft_row_init (TqDraftRow *row)
{
  gtk_widget_init_template (GTK_WIDGET (row));
}

static gboolean
choose_hint (GBinding *binding, const GValue *rest, GValue *hint, gpointer heading)
{
  const char *amount = g_value_get_string (rest);
  g_value_set_string (hint, *amount != '\0' ? amount : heading);
  return TRUE;
}

/* An empty amount shows what would even out the entry, or what the field is for. */
static void
bind_rest (TqDraftLine *line, const char *property, GtkEntry *entry, const char *heading)
{
  g_object_bind_property_full (line,
                               property,
                               entry,
                               "placeholder-text",
                               G_BINDING_SYNC_CREATE,
                               choose_hint,
                               NULL,
                               g_strdup (heading),
                               g_free);
}

/* A row for *line* of *draft* (transfer floating); the names are copied. */
GtkWidget *
tq_draft_row_new (TqEntryDraft *draft,
                  TqDraftLine *line,
                  const char *const *accounts,
                  const char *const *parties)
{
  const GBindingFlags both = G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE;
  TqDraftRow *row = g_object_new (TQ_TYPE_DRAFT_ROW, NULL);
  row->draft = g_object_ref (draft);
  row->line = g_object_ref (line);
  tq_choice_entry_set_choices (row->account, accounts);
  tq_choice_entry_set_choices (row->party, parties);
  g_object_bind_property (line, "account", row->account, "text", both);
  g_object_bind_property (line, "party", row->party, "text", both);
  g_object_bind_property (line, "into", row->into, "text", both);
  g_object_bind_property (line, "out-of", row->out_of, "text", both);
  bind_rest (line, "rest-into", row->into, C_ ("money", "Into"));
  bind_rest (line, "rest-out-of", row->out_of, C_ ("money", "Out of"));
  return GTK_WIDGET (row);
}
