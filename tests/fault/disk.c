/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* A disk that can be made to fail. SQLite reaches its files through this layer, which counts every
 * operation that changes one, and keeps beside each file what would be left of it after a power
 * cut:
 *
 * 1. What was written is safe only after a sync of its file; before that any of its sectors may be
 *    there or not.
 * 2. A new file is safe after its first sync, which syncs the folder too, as SQLite does it.
 * 3. A removal is safe where the folder was synced with it; else the old file comes back. */
#include "disk.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define SECTOR 512

typedef struct {
  GByteArray *disk;   /* as it is after the last sync */
  GPtrArray *pending; /* of Write */
  gboolean safe;      /* its name is in the folder for certain */
} Shadow;

typedef struct {
  gsize offset;
  GBytes *bytes; /* NULL: the file ends at offset */
} Write;

typedef struct {
  sqlite3_file base;
  char *path;
  sqlite3_file *real; /* behind this struct */
} DiskFile;

static struct {
  sqlite3_vfs vfs;
  sqlite3_vfs *real;
  GHashTable *shadows; /* path -> Shadow */
  GHashTable *removed; /* path -> GByteArray: removed, but not for certain */
  GHashTable *left;    /* path -> GByteArray: what the power cut left */
  const char *folder;
  DiskFault fault;
  guint countdown;
  gboolean dead;
  gboolean hit;
  GRand *rand;
} disk;

static void
free_write (gpointer data)
{
  Write *write = data;
  g_clear_pointer (&write->bytes, g_bytes_unref);
  g_free (write);
}

static void
free_shadow (gpointer data)
{
  Shadow *shadow = data;
  g_byte_array_unref (shadow->disk);
  g_ptr_array_unref (shadow->pending);
  g_free (shadow);
}

static void
free_bytes (gpointer data)
{
  g_byte_array_unref (data);
}

static GByteArray *
copy_bytes (const GByteArray *bytes)
{
  GByteArray *copy = g_byte_array_sized_new (bytes->len + 1);
  return g_byte_array_append (copy, bytes->data, bytes->len);
}

static Shadow *
add_shadow (const char *path, gboolean safe)
{
  char *bytes = NULL;
  gsize length = 0;
  Shadow *shadow = g_new0 (Shadow, 1);
  shadow->disk = g_byte_array_new ();
  shadow->pending = g_ptr_array_new_with_free_func (free_write);
  shadow->safe = safe;
  if (safe && g_file_get_contents (path, &bytes, &length, NULL))
    g_byte_array_append (shadow->disk, (const guint8 *) bytes, (guint) length);
  g_free (bytes);
  g_hash_table_replace (disk.shadows, g_strdup (path), shadow);
  return shadow;
}

static void
put (GByteArray *bytes, gsize offset, const guint8 *data, gsize length)
{
  const guint old = bytes->len;
  if (bytes->len < offset + length) {
    g_byte_array_set_size (bytes, (guint) (offset + length));
    memset (bytes->data + old, 0, bytes->len - old);
  }
  memcpy (bytes->data + offset, data, length);
}

/* Some sectors of each write that was not synced. */
static void
put_some (GByteArray *bytes, const GPtrArray *pending)
{
  for (guint i = 0; i < pending->len; i++) {
    const Write *write = g_ptr_array_index (pending, i);
    gsize length = 0;
    const guint8 *data = write->bytes != NULL ? g_bytes_get_data (write->bytes, &length) : NULL;
    if (data == NULL && g_rand_boolean (disk.rand))
      g_byte_array_set_size (bytes, (guint) MIN (write->offset, bytes->len));
    for (gsize at = 0; at < length; at += SECTOR)
      if (g_rand_boolean (disk.rand))
        put (bytes, write->offset + at, data + at, MIN (SECTOR, length - at));
  }
}

static void
cut_power (void)
{
  GHashTableIter iter;
  gpointer path, value;
  g_hash_table_remove_all (disk.left);
  g_hash_table_iter_init (&iter, disk.removed);
  while (g_hash_table_iter_next (&iter, &path, &value))
    g_hash_table_replace (disk.left, g_strdup (path), copy_bytes (value));
  g_hash_table_iter_init (&iter, disk.shadows);
  while (g_hash_table_iter_next (&iter, &path, &value)) {
    const Shadow *shadow = value;
    const gboolean there = shadow->safe || (disk.fault == POWER_SOME && g_rand_boolean (disk.rand));
    if (!there)
      continue;
    GByteArray *bytes = copy_bytes (shadow->disk);
    if (disk.fault == POWER_SOME)
      put_some (bytes, shadow->pending);
    g_hash_table_replace (disk.left, g_strdup (path), bytes);
  }
}

/* Whether the chosen operation is reached; SQLITE_OK where nothing happens. */
static int
strike (void)
{
  if (disk.dead)
    return SQLITE_IOERR;
  if (disk.hit && disk.fault == DISK_IS_FULL)
    return SQLITE_FULL;
  if (disk.fault == DISK_WORKS || disk.hit || --disk.countdown > 0)
    return SQLITE_OK;
  disk.hit = TRUE;
  switch (disk.fault) {
  case DISK_IS_FULL:
    return SQLITE_FULL;
  case POWER_NOTHING:
  case POWER_SOME:
    cut_power ();
    disk.dead = TRUE;
    return SQLITE_IOERR;
  case PROGRAM_DIES:
  case PROGRAM_TEARS:
    disk.dead = TRUE;
    return SQLITE_IOERR;
  case DISK_WORKS:
  case DISK_FAILS:
  case N_DISK_FAULTS:
  default:
    return SQLITE_IOERR;
  }
}

static DiskFile *
to_disk_file (sqlite3_file *file)
{
  return (DiskFile *) (gpointer) file;
}

static sqlite3_file *
get_real (sqlite3_file *file)
{
  return to_disk_file (file)->real;
}

static Shadow *
get_shadow (sqlite3_file *file)
{
  return g_hash_table_lookup (disk.shadows, to_disk_file (file)->path);
}

static int
disk_close (sqlite3_file *file)
{
  const int code = get_real (file)->pMethods->xClose (get_real (file));
  g_clear_pointer (&to_disk_file (file)->path, g_free);
  return code;
}

static int
disk_read (sqlite3_file *file, void *bytes, int length, sqlite3_int64 offset)
{
  return disk.dead ? SQLITE_IOERR
                   : get_real (file)->pMethods->xRead (get_real (file), bytes, length, offset);
}

static void
note (sqlite3_file *file, gsize offset, const void *bytes, gsize length)
{
  Shadow *shadow = get_shadow (file);
  if (shadow == NULL)
    return;
  Write *write = g_new0 (Write, 1);
  write->offset = offset;
  write->bytes = bytes != NULL ? g_bytes_new (bytes, length) : NULL;
  g_ptr_array_add (shadow->pending, write);
}

static int
disk_write (sqlite3_file *file, const void *bytes, int length, sqlite3_int64 offset)
{
  const gboolean before = disk.hit;
  const int code = strike ();
  if (code != SQLITE_OK && (before || disk.fault != PROGRAM_TEARS))
    return code;
  const int part = code == SQLITE_OK ? length : length / 2;
  note (file, (gsize) offset, bytes, (gsize) part);
  const int done = get_real (file)->pMethods->xWrite (get_real (file), bytes, part, offset);
  return code != SQLITE_OK ? code : done;
}

static int
disk_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  const int code = strike ();
  if (code != SQLITE_OK)
    return code;
  note (file, (gsize) size, NULL, 0);
  return get_real (file)->pMethods->xTruncate (get_real (file), size);
}

static int
disk_sync (sqlite3_file *file, int flags)
{
  const int code = strike ();
  Shadow *shadow = get_shadow (file);
  if (code != SQLITE_OK || shadow == NULL)
    return code;
  for (guint i = 0; i < shadow->pending->len; i++) {
    const Write *write = g_ptr_array_index (shadow->pending, i);
    gsize length = 0;
    const guint8 *data = write->bytes != NULL ? g_bytes_get_data (write->bytes, &length) : NULL;
    if (data != NULL)
      put (shadow->disk, write->offset, data, length);
    else if (shadow->disk->len > write->offset)
      g_byte_array_set_size (shadow->disk, (guint) write->offset);
  }
  g_ptr_array_set_size (shadow->pending, 0);
  if (!shadow->safe)
    g_hash_table_remove_all (disk.removed);
  shadow->safe = TRUE;
  return SQLITE_OK;
}

static int
disk_size (sqlite3_file *file, sqlite3_int64 *out_size)
{
  return get_real (file)->pMethods->xFileSize (get_real (file), out_size);
}

static int
disk_lock (sqlite3_file *file, int level)
{
  return get_real (file)->pMethods->xLock (get_real (file), level);
}

static int
disk_unlock (sqlite3_file *file, int level)
{
  return get_real (file)->pMethods->xUnlock (get_real (file), level);
}

static int
disk_check_lock (sqlite3_file *file, int *out_reserved)
{
  return get_real (file)->pMethods->xCheckReservedLock (get_real (file), out_reserved);
}

static int
disk_control (sqlite3_file *file, int what, void *argument)
{
  return get_real (file)->pMethods->xFileControl (get_real (file), what, argument);
}

static int
disk_sector_size (sqlite3_file *file)
{
  return SECTOR;
}

static int
disk_characteristics (sqlite3_file *file)
{
  return 0;
}

static const sqlite3_io_methods methods = {
  1,
  disk_close,
  disk_read,
  disk_write,
  disk_truncate,
  disk_sync,
  disk_size,
  disk_lock,
  disk_unlock,
  disk_check_lock,
  disk_control,
  disk_sector_size,
  disk_characteristics,
};

static int
disk_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  DiskFile *opened = to_disk_file (file);
  const gboolean watched = name != NULL && g_str_has_prefix (name, disk.folder);
  const gboolean exists = watched && g_file_test (name, G_FILE_TEST_EXISTS);
  file->pMethods = NULL;
  if (watched && !exists && strike () != SQLITE_OK)
    return SQLITE_CANTOPEN;
  opened->real = (sqlite3_file *) (gpointer) (opened + 1);
  const int code = disk.real->xOpen (disk.real, name, opened->real, flags, out_flags);
  if (code != SQLITE_OK)
    return code;
  opened->path = g_strdup (name != NULL ? name : "");
  if (watched && !g_hash_table_contains (disk.shadows, name))
    (void) add_shadow (name, exists);
  file->pMethods = &methods;
  return SQLITE_OK;
}

static int
disk_delete (sqlite3_vfs *vfs, const char *name, int sync_folder)
{
  const int code = strike ();
  if (code != SQLITE_OK)
    return code;
  const Shadow *shadow = g_hash_table_lookup (disk.shadows, name);
  if (sync_folder)
    g_hash_table_remove_all (disk.removed);
  else if (shadow != NULL && shadow->safe)
    g_hash_table_replace (disk.removed, g_strdup (name), copy_bytes (shadow->disk));
  g_hash_table_remove (disk.shadows, name);
  return disk.real->xDelete (disk.real, name, 0);
}

/* Makes this disk the one that SQLite uses; once in a program. */
void
disk_install (void)
{
  disk.real = sqlite3_vfs_find (NULL);
  disk.vfs = *disk.real;
  disk.vfs.zName = "failing";
  disk.vfs.szOsFile = (int) sizeof (DiskFile) + disk.real->szOsFile;
  disk.vfs.xOpen = disk_open;
  disk.vfs.xDelete = disk_delete;
  disk.shadows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_shadow);
  disk.removed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_bytes);
  disk.left = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_bytes);
  disk.folder = "/";
  g_assert_cmpint (sqlite3_vfs_register (&disk.vfs, 1), ==, SQLITE_OK);
}

/* From here on the files of *folder* are watched, and *fault* happens at the *operation*th. */
void
disk_begin (const char *folder, DiskFault fault, guint operation, guint32 seed)
{
  g_hash_table_remove_all (disk.shadows);
  g_hash_table_remove_all (disk.removed);
  g_hash_table_remove_all (disk.left);
  g_clear_pointer (&disk.rand, g_rand_free);
  disk.rand = g_rand_new_with_seed (seed);
  disk.folder = folder;
  disk.fault = fault;
  disk.countdown = operation;
  disk.dead = disk.hit = FALSE;
}

/* The disk works again. After a power cut the files are what it left; where the operation was never
 * reached the power is cut now. Whether it was reached. */
gboolean
disk_end (void)
{
  GHashTableIter iter;
  gpointer path, bytes;
  const gboolean cut = disk.fault == POWER_NOTHING || disk.fault == POWER_SOME;
  if (cut && !disk.hit)
    cut_power ();
  if (cut) {
    const char *name;
    GDir *entries = g_dir_open (disk.folder, 0, NULL);
    while ((name = g_dir_read_name (entries)) != NULL) {
      g_autofree char *file = g_build_filename (disk.folder, name, NULL);
      g_assert_cmpint (g_unlink (file), ==, 0);
    }
    g_dir_close (entries);
    g_hash_table_iter_init (&iter, disk.left);
    while (g_hash_table_iter_next (&iter, &path, &bytes)) {
      const GByteArray *left = bytes;
      g_assert_true (
        g_file_set_contents (path, (const char *) left->data, (gssize) left->len, NULL));
    }
  }
  disk.fault = DISK_WORKS;
  disk.dead = FALSE;
  return disk.hit;
}
