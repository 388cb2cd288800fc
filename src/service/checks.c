/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* What takes its time with a whole book, for a window that must not wait: each works in a thread,
 * on a connection of its own. */
#include "service/checks.h"

typedef struct {
  TqBook *snapshot;
  char *path; /* (nullable) of the copy */
} Work;

static void
free_work (gpointer data)
{
  Work *work = data;
  g_clear_object (&work->snapshot);
  g_free (work->path);
  g_free (work);
}

static void
free_verification (gpointer data)
{
  tq_verification_clear (data);
  g_free (data);
}

static void
start (TqBook *book,
       const char *path,
       GAsyncReadyCallback done,
       gpointer user_data,
       GTaskThreadFunc func)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = g_task_new (book, NULL, done, user_data);
  Work *work = g_new0 (Work, 1);
  work->path = g_strdup (path);
  work->snapshot = tq_book_open_snapshot (book, &error);
  g_task_set_task_data (task, work, free_work);
  if (work->snapshot != NULL)
    g_task_run_in_thread (task, func);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
verify_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Work *work = data;
  GError *error = NULL;
  TqVerification *found = g_new0 (TqVerification, 1);
  if (tq_book_verify (work->snapshot, NULL, NULL, found, &error)) {
    g_task_return_pointer (task, found, free_verification);
    return;
  }
  free_verification (found);
  g_task_return_error (task, error);
}

/* Verifies the book as it is now. */
void
tq_checks_verify_async (TqBook *book, GAsyncReadyCallback done, gpointer user_data)
{
  start (book, NULL, done, user_data, verify_in_thread);
}

/* What the verification found, which the caller clears. */
gboolean
tq_checks_verify_finish (GAsyncResult *result, TqVerification *out_found, GError **error)
{
  g_autofree TqVerification *found = g_task_propagate_pointer (G_TASK (result), error);
  if (found == NULL)
    return FALSE;
  *out_found = *found;
  return TRUE;
}

static void
back_up_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Work *work = data;
  GError *error = NULL;
  if (tq_book_back_up (work->snapshot, work->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Writes a verified copy of the book as it is now to *path*. */
void
tq_checks_back_up_async (TqBook *book,
                         const char *path,
                         GAsyncReadyCallback done,
                         gpointer user_data)
{
  start (book, path, done, user_data, back_up_in_thread);
}

/* Whether the copy is there. */
gboolean
tq_checks_back_up_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
