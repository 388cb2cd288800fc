/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "app/widgets/choice-entry.h"

#include "service/labels.h"

#define SHOWN_MAX 8u

struct _TqChoiceEntry {
  AdwBin parent_instance;
  GtkEntry *entry;
  GtkPopover *popover;
  GtkListBox *list;
  GStrv choices;
  GStrv folded;
  gboolean accepting;
};

G_DEFINE_FINAL_TYPE (TqChoiceEntry, tq_choice_entry, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_TEXT,
  PROP_LABEL,
  PROP_HINT,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
clear_list (TqChoiceEntry *self)
{
  for (GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0); row != NULL;
       row = gtk_list_box_get_row_at_index (self->list, 0))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
add_choice (TqChoiceEntry *self, const char *choice)
{
  GtkWidget *label = gtk_label_new (choice);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_list_box_append (self->list, label);
}

static guint
fill_list (TqChoiceEntry *self, const char *text)
{
  guint shown = 0;
  g_autofree char *words = tq_label_fold (text);
  clear_list (self);
  for (guint i = 0; self->choices[i] != NULL && shown < SHOWN_MAX; i++) {
    if (g_str_equal (self->choices[i], text))
      return 0;
    if (!tq_label_fits (self->folded[i], words))
      continue;
    add_choice (self, self->choices[i]);
    shown++;
  }
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  return shown;
}

static void
update_list (TqChoiceEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  const gboolean focused =
    (gtk_widget_get_state_flags (GTK_WIDGET (self->entry)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
  if (self->choices != NULL && focused && !self->accepting && *text != '\0' &&
      fill_list (self, text) > 0)
    gtk_popover_popup (self->popover);
  else
    gtk_popover_popdown (self->popover);
}

static void
text_changed_cb (TqChoiceEntry *self)
{
  update_list (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT]);
}

static void
accept (TqChoiceEntry *self, GtkListBoxRow *row)
{
  if (row != NULL) {
    self->accepting = TRUE;
    gtk_editable_set_text (GTK_EDITABLE (self->entry),
                           gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (row))));
    gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
    self->accepting = FALSE;
  }
  gtk_popover_popdown (self->popover);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, TqChoiceEntry *self)
{
  accept (self, row);
}

static void
move_selection (TqChoiceEntry *self, int by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  const int place = row != NULL ? gtk_list_box_row_get_index (row) + by : 0;
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (self->list, MAX (place, 0));
  if (next != NULL)
    gtk_list_box_select_row (self->list, next);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType state,
                TqChoiceEntry *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self->popover)) ||
      (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  switch (key) {
  case GDK_KEY_Down:
  case GDK_KEY_Up:
    move_selection (self, key == GDK_KEY_Down ? 1 : -1);
    return TRUE;
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    accept (self, gtk_list_box_get_selected_row (self->list));
    return TRUE;
  case GDK_KEY_Tab:
    accept (self, gtk_list_box_get_selected_row (self->list));
    return FALSE;
  case GDK_KEY_Escape:
    gtk_popover_popdown (self->popover);
    return TRUE;
  default:
    return FALSE;
  }
}

static void
left_cb (TqChoiceEntry *self)
{
  gtk_popover_popdown (self->popover);
}

/* What can be chosen; each is offered when every word typed is a part of it. */
void
tq_choice_entry_set_choices (TqChoiceEntry *self, const char *const *choices)
{
  const guint count = g_strv_length ((GStrv) (guintptr) choices);
  g_clear_pointer (&self->choices, g_strfreev);
  g_clear_pointer (&self->folded, g_strfreev);
  self->choices = g_strdupv ((GStrv) (guintptr) choices);
  self->folded = g_new0 (char *, count + 1);
  for (guint i = 0; i < count; i++)
    self->folded[i] = tq_label_fold (choices[i]);
}

static void
tq_choice_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  const TqChoiceEntry *self = TQ_CHOICE_ENTRY (object);
  if (id == PROP_TEXT)
    g_value_set_string (value, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  else
    g_value_set_string (value, gtk_entry_get_placeholder_text (self->entry));
}

static void
tq_choice_entry_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TqChoiceEntry *self = TQ_CHOICE_ENTRY (object);
  const char *words = g_value_get_string (value) != NULL ? g_value_get_string (value) : "";
  if (id == PROP_LABEL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    words,
                                    -1);
  else if (id == PROP_HINT)
    gtk_entry_set_placeholder_text (self->entry, words);
  else if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), words))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
}

static gboolean
tq_choice_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TQ_CHOICE_ENTRY (widget)->entry));
}

static void
tq_choice_entry_dispose (GObject *object)
{
  TqChoiceEntry *self = TQ_CHOICE_ENTRY (object);
  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;
  G_OBJECT_CLASS (tq_choice_entry_parent_class)->dispose (object);
}

static void
tq_choice_entry_finalize (GObject *object)
{
  g_strfreev (TQ_CHOICE_ENTRY (object)->choices);
  g_strfreev (TQ_CHOICE_ENTRY (object)->folded);
  G_OBJECT_CLASS (tq_choice_entry_parent_class)->finalize (object);
}

static void
tq_choice_entry_class_init (TqChoiceEntryClass *class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  object_class->get_property = tq_choice_entry_get_property;
  object_class->set_property = tq_choice_entry_set_property;
  object_class->dispose = tq_choice_entry_dispose;
  object_class->finalize = tq_choice_entry_finalize;
  GTK_WIDGET_CLASS (class)->grab_focus = tq_choice_entry_grab_focus;
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  props[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL, "", G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
build_popover (TqChoiceEntry *self)
{
  GtkWidget *list = gtk_list_box_new ();
  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_set_can_focus (list, FALSE);
  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_autohide (self->popover, FALSE);
  gtk_popover_set_has_arrow (self->popover, FALSE);
  gtk_popover_set_position (self->popover, GTK_POS_BOTTOM);
  gtk_popover_set_child (self->popover, list);
  gtk_widget_set_halign (GTK_WIDGET (self->popover), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->popover), "choices");
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
  g_signal_connect (list, "row-activated", G_CALLBACK (row_activated_cb), self);
}

static void
tq_choice_entry_init (TqChoiceEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_activates_default (self->entry, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 7);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 14);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->entry));
  build_popover (self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (text_changed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
}
