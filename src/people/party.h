/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef enum {
  TQ_PARTY_FAMILY,
  TQ_PARTY_PERSON,
} TqPartyKind;

/* A family or a person; the unit that shares, pays and is spoken for. Nobody is deleted. */
typedef struct {
  gint64 event; /* its key */
  TqPartyKind kind;
  char *code; /* short and unique, for example A1 */
  char *name;
  gint64 family; /* of a person, 0 for none */
  gint64 group;  /* barrio or community, 0 for none */
  TqDay joined;
  TqDay left; /* TQ_DAY_NONE while a member */
} TqParty;

/* A barrio, a community, a region: groups form a tree. */
typedef struct {
  gint64 event;
  gint64 parent; /* 0 for none */
  char *code;
  char *name;
} TqPartyGroup;

void tq_party_free (TqParty *party);
void tq_party_group_free (TqPartyGroup *group);

gboolean tq_party_append (TqStore *store,
                          const TqAct *act,
                          const TqParty *draft,
                          gint64 *out_event,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_party_append_leaving (TqStore *store,
                                  const TqAct *act,
                                  gint64 party,
                                  const char *reason,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_party_group_append (TqStore *store,
                                const TqAct *act,
                                const TqPartyGroup *draft,
                                gint64 *out_event,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean tq_party_apply (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error);
gboolean
tq_party_apply_leaving (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error);
gboolean
tq_party_group_apply (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error);

TqParty *tq_party_load (TqStore *store, gint64 event, GError **error) G_GNUC_WARN_UNUSED_RESULT;
TqParty *
tq_party_load_by_code (TqStore *store, const char *code, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *tq_party_load_all (TqStore *store, TqPartyKind kind, TqDay day, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *tq_party_load_everyone (TqStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *tq_party_group_load_all (TqStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
TqPartyGroup *tq_party_group_load_by_code (TqStore *store,
                                           const char *code,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqParty, tq_party_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqPartyGroup, tq_party_group_free)

G_END_DECLS
