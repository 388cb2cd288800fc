/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "surplus/file-members.h"

#include "base/i18n.h"
#include "surplus/fields.h"

#include <string.h>

static TqFileMembers *
members_new (guint count)
{
  TqFileMembers *members = g_new0 (TqFileMembers, 1);
  members->ids = g_new0 (char *, count + 1);
  members->places = g_hash_table_new (g_str_hash, g_str_equal);
  return members;
}

void
tq_file_members_free (TqFileMembers *members)
{
  if (members == NULL)
    return;
  g_hash_table_unref (members->places);
  g_strfreev (members->ids);
  g_free (members);
}

static gboolean
add (TqFileMembers *members, const char *id, TqJsonNode place, GError **error)
{
  const guint index = g_hash_table_size (members->places);
  if (strchr (id, ':') != NULL || *id == '\0')
    return tq_json_node_set_error (place,
                                   error,
                                   _ ("found the member “%.60s”; expected a name without a colon."),
                                   id);
  if (g_hash_table_contains (members->places, id))
    return tq_json_node_set_error (
      place,
      error,
      _ ("found the member “%.60s” a second time; expected each once."),
      id);
  members->ids[index] = g_strdup (id);
  g_hash_table_insert (members->places, members->ids[index], GUINT_TO_POINTER (index));
  return TRUE;
}

/* Reads { id: display name, … } (transfer full). */
TqFileMembers *
tq_file_members_read (TqJsonNode object, GError **error)
{
  TqJsonIter iter;
  TqJsonNode value;
  const char *id = NULL;
  if (!tq_fields_expect (object, TQ_JSON_OBJECT, error))
    return NULL;
  g_autoptr (TqFileMembers) members = members_new (tq_json_node_get_count (object));
  tq_json_iter_init (&iter, object);
  while (tq_json_iter_next (&iter, &id, &value))
    if (!tq_fields_expect (value, TQ_JSON_STRING, error) || !add (members, id, value, error))
      return NULL;
  return g_steal_pointer (&members);
}

gboolean
tq_file_members_find (const TqFileMembers *members, const char *id, guint *out_index)
{
  gpointer value = NULL;
  if (!g_hash_table_lookup_extended (members->places, id, NULL, &value))
    return FALSE;
  *out_index = GPOINTER_TO_UINT (value);
  return TRUE;
}

/* Refuses a member that the file does not name. */
gboolean
tq_file_members_check (const TqFileMembers *members,
                       const char *id,
                       TqJsonNode place,
                       GError **error)
{
  guint index = 0;
  if (tq_file_members_find (members, id, &index))
    return TRUE;
  return tq_json_node_set_error (
    place,
    error,
    _ ("found “%.60s”; expected one of the members that the file names."),
    id);
}

/* Reads a list of ids, each known and once, in its own order (transfer full). */
TqFileMembers *
tq_file_members_pick (const TqFileMembers *members, TqJsonNode list, GError **error)
{
  TqJsonIter iter;
  TqJsonNode item;
  const char *id = NULL;
  if (!tq_fields_expect (list, TQ_JSON_ARRAY, error))
    return NULL;
  g_autoptr (TqFileMembers) picked = members_new (tq_json_node_get_count (list));
  tq_json_iter_init (&iter, list);
  while (tq_json_iter_next (&iter, NULL, &item))
    if (!tq_fields_get_text (item, &id, error) ||
        !tq_file_members_check (members, id, item, error) || !add (picked, id, item, error))
      return NULL;
  return g_steal_pointer (&picked);
}

/* Reads { id: number, … } into one number for each picked member, *absent* where the object has
 * none (transfer full). A number of a member who was not picked is read and passed over. */
gboolean
tq_file_members_read_ratios (const TqFileMembers *members,
                             const TqFileMembers *picked,
                             TqJsonNode object,
                             TqRatio absent,
                             TqRatio **out_ratios,
                             GError **error)
{
  const guint n = g_hash_table_size (picked->places);
  g_autofree TqRatio *ratios = g_new (TqRatio, n);
  TqJsonIter iter;
  TqJsonNode value;
  const char *id = NULL;
  if (!tq_fields_expect (object, TQ_JSON_OBJECT, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    ratios[i] = absent;
  tq_json_iter_init (&iter, object);
  while (tq_json_iter_next (&iter, &id, &value)) {
    TqRatio ratio = { 0, 1 };
    guint index = 0;
    if (!tq_file_members_check (members, id, value, error) ||
        !tq_fields_get_ratio (value, FALSE, &ratio, error))
      return FALSE;
    if (tq_file_members_find (picked, id, &index))
      ratios[index] = ratio;
  }
  g_free (*out_ratios);
  *out_ratios = g_steal_pointer (&ratios);
  return TRUE;
}
