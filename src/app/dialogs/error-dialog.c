/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "app/dialogs/error-dialog.h"

#include "base/error.h"
#include "base/i18n.h"

#include <adwaita.h>

/* What happened, as a person would say it. The message below it says what mends it. */
static const char *
get_heading (const GError *error)
{
  if (error->domain != TQ_ERROR)
    return _ ("That Did Not Work");
  switch ((TqError) error->code) {
  case TQ_ERROR_BUSY:
    return _ ("Somebody Has This Book Open");
  case TQ_ERROR_CORRUPT:
    return _ ("This Book Is Damaged");
  case TQ_ERROR_FORMAT:
    return _ ("This Is Not a Book of Tequio");
  case TQ_ERROR_NOT_FOUND:
    return _ ("It Is Not There");
  case TQ_ERROR_CLOSED:
    return _ ("The Period Is Closed");
  case TQ_ERROR_UNBALANCED:
    return _ ("The Two Sides Differ");
  case TQ_ERROR_CONFLICT:
    return _ ("Something Stands Against It");
  case TQ_ERROR_FORBIDDEN:
    return _ ("A Rule Says No");
  case TQ_ERROR_INVALID:
  case TQ_ERROR_OVERFLOW:
  case TQ_ERROR_STORE:
  default:
    return _ ("That Did Not Work");
  }
}

/* Tells an error above *parent* and returns the dialog (transfer none). */
GtkWindow *
tq_error_dialog_show (GtkWindow *parent, const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, get_heading (error), error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
  return GTK_WINDOW (dialog);
}
