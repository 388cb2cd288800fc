/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TQ_ERROR (tq_error_quark ())

/* Codes say what the caller can do about it. */
typedef enum {
  TQ_ERROR_INVALID,    /* the request is wrong in itself: mend what was typed */
  TQ_ERROR_UNBALANCED, /* debits and credits differ */
  TQ_ERROR_CLOSED,     /* the day lies in a closed period: date it later */
  TQ_ERROR_NOT_FOUND,  /* the thing named does not exist */
  TQ_ERROR_CONFLICT,   /* it exists already, or another act stands against it */
  TQ_ERROR_FORBIDDEN,  /* a rule of the co-operative or of the road says no */
  TQ_ERROR_OVERFLOW,   /* a number is beyond what the book can hold */
  TQ_ERROR_FORMAT,     /* a file from outside breaks its format */
  TQ_ERROR_CORRUPT,    /* the book is damaged or was tampered with */
  TQ_ERROR_BUSY,       /* somebody else holds the book: try again */
  TQ_ERROR_STORE,      /* disk full, no permission, input/output error */
} TqError;

GQuark tq_error_quark (void);
gboolean tq_error_set_unreadable (GError **error, const char *path, int reason);

G_END_DECLS
