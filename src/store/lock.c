/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Who may use a book now. A book is held by flock on its own file, so that no file is left beside
 * it after a power cut: writers alone, readers together. The descriptor is opened before SQLite
 * opens the file and closed after SQLite has closed it, since closing any descriptor of a file
 * drops the POSIX locks that SQLite holds on it in the same process.
 *
 * Refused with their reason, because a lock means nothing there or a copy would go its own way:
 * what is not a regular file, a file with several names (hard links), a network folder. */
#include "store/lock.h"

#include "base/error.h"
#include "base/i18n.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#define WAIT_STEP_MICROSECONDS 20000
#define WAIT_STEPS 250 /* five seconds */

/* Magic numbers of statfs (2) for folders that are on another machine. */
static const guint32 network_magics[] = { 0x6969u,     0x517bu,     0xfe534d42u, 0xff534d42u,
                                          0x01021997u, 0x65735546u, 0x00c36400u };

static gboolean
check_place (int fd, const char *path, GError **error)
{
  struct stat info;
  struct statfs volume;
  if (fstat (fd, &info) != 0 || fstatfs (fd, &volume) != 0) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_STORE,
                 _ ("Cannot read “%s”: %s."),
                 path,
                 g_strerror (errno));
    return FALSE;
  }
  if (!S_ISREG (info.st_mode)) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_FORMAT,
                 _ ("“%s” is not a file. Choose the book itself."),
                 path);
    return FALSE;
  }
  if (info.st_nlink > 1) {
    g_set_error (
      error,
      TQ_ERROR,
      TQ_ERROR_FORBIDDEN,
      _ ("“%s” is one file with two names (a hard link). Make a real copy and open that."),
      path);
    return FALSE;
  }
  for (gsize i = 0; i < G_N_ELEMENTS (network_magics); i++) {
    if ((guint32) volume.f_type == network_magics[i]) {
      g_set_error (
        error,
        TQ_ERROR,
        TQ_ERROR_FORBIDDEN,
        _ ("“%s” lies in a network folder, where two machines could write at once. Copy it to this "
           "machine or to a stick."),
        path);
      return FALSE;
    }
  }
  return TRUE;
}

/* The process of a line of /proc/locks, "1: FLOCK  ADVISORY  WRITE 4711 08:01:131 0 EOF"; 0 where
 * it tells of another kind of lock. */
static int
read_locking_pid (const char *line)
{
  gint64 pid = 0;
  g_auto (GStrv) words = g_strsplit_set (line, " ", -1);
  guint place = 0;
  for (gsize i = 0; words[i] != NULL; i++) {
    if (*words[i] == '\0')
      continue;
    if (place == 1 && strcmp (words[i], "FLOCK") != 0)
      return 0;
    if (place == 4 && !g_ascii_string_to_signed (words[i], 10, 1, G_MAXINT32, &pid, NULL))
      return 0;
    place++;
  }
  return (int) pid;
}

/* Name and number of a process that holds a flock on the file, read from /proc/locks; NULL where it
 * cannot be told. */
static char *
dup_holder (int fd)
{
  struct stat info;
  g_autofree char *locks = NULL;
  if (fstat (fd, &info) != 0 || !g_file_get_contents ("/proc/locks", &locks, NULL, NULL))
    return NULL;
  g_autofree char *inode = g_strdup_printf (":%lu ", (gulong) info.st_ino);
  g_auto (GStrv) lines = g_strsplit (locks, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++) {
    const int pid = strstr (lines[i], inode) != NULL ? read_locking_pid (lines[i]) : 0;
    if (pid == 0 || pid == (int) getpid ())
      continue;
    g_autofree char *comm_path = g_strdup_printf ("/proc/%d/comm", pid);
    g_autofree char *comm = NULL;
    if (g_file_get_contents (comm_path, &comm, NULL, NULL))
      return g_strdup_printf ("%s (%d)", g_strstrip (comm), pid);
  }
  return NULL;
}

static gboolean
wait_for_lock (int fd, TqStoreMode mode)
{
  for (int i = 0; i < WAIT_STEPS; i++) {
    if (flock (fd, (mode == TQ_STORE_WRITE ? LOCK_EX : LOCK_SH) | LOCK_NB) == 0)
      return TRUE;
    if (errno != EWOULDBLOCK && errno != EINTR)
      return FALSE;
    g_usleep (WAIT_STEP_MICROSECONDS);
  }
  return FALSE;
}

static int
open_and_hold (const char *path, TqStoreMode mode, GError **error)
{
  const int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  if (fd < 0) {
    const int code = errno == ENOENT ? TQ_ERROR_NOT_FOUND : TQ_ERROR_STORE;
    g_set_error (error,
                 TQ_ERROR,
                 code,
                 _ ("Cannot open the book “%s”: %s."),
                 path,
                 g_strerror (errno));
    return -1;
  }
  if (!check_place (fd, path, error)) {
    close (fd);
    return -1;
  }
  if (!wait_for_lock (fd, mode)) {
    g_autofree char *holder = dup_holder (fd);
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_BUSY,
                 _ ("The book “%s” is in use by %s. Close it there and try again."),
                 path,
                 holder != NULL ? holder : _ ("another program"));
    close (fd);
    return -1;
  }
  return fd;
}

/* Whether the file that is held has the name still: whoever waited may hold one that another
 * process has put a copy in the place of (store/journal.c). */
static gboolean
has_name (int fd, const char *path)
{
  struct stat held, named;
  return fstat (fd, &held) == 0 && stat (path, &named) == 0 && held.st_dev == named.st_dev &&
         held.st_ino == named.st_ino;
}

/* Opens the file and holds it, waiting up to five seconds for others; returns the descriptor, which
 * the caller closes after SQLite has closed the file, or -1. Raises TQ_ERROR_BUSY with the name of
 * the holder, TQ_ERROR_NOT_FOUND, TQ_ERROR_FORMAT, TQ_ERROR_FORBIDDEN or TQ_ERROR_STORE. */
int
tq_lock_take (const char *path, TqStoreMode mode, GError **error)
{
  int fd = open_and_hold (path, mode, error);
  while (fd >= 0 && !has_name (fd, path)) {
    close (fd);
    fd = open_and_hold (path, mode, error);
  }
  return fd;
}

static guint32
read_big_endian (const guint8 *bytes)
{
  guint32 big;
  memcpy (&big, bytes, sizeof big);
  return GUINT32_FROM_BE (big);
}

/* Looks at the header of the file before anything is written: another program's database and a
 * newer book are refused and stay as they are, byte for byte. Raises TQ_ERROR_FORMAT. */
gboolean
tq_lock_check_header (int fd, const char *path, GError **error)
{
  guint8 header[100] = { 0 };
  const gssize got = pread (fd, header, sizeof header, 0);
  const gboolean is_database =
    got == (gssize) sizeof header && memcmp (header, "SQLite format 3", 16) == 0;
  const guint32 version = read_big_endian (header + 60);
  if (!is_database || version == 0 || read_big_endian (header + 68) != TQ_STORE_APPLICATION_ID) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_FORMAT,
                 _ ("“%s” is not a book of Tequio. It was left as it is."),
                 path);
    return FALSE;
  }
  if (version > TQ_STORE_VERSION) {
    g_set_error (
      error,
      TQ_ERROR,
      TQ_ERROR_FORMAT,
      _ (
        "“%s” was written by a newer Tequio (format %u, this one knows %d). Install the newer program; "
        "the book was left as it is."),
      path,
      version,
      TQ_STORE_VERSION);
    return FALSE;
  }
  return TRUE;
}
