/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What happens at the chosen operation of the disk. */
typedef enum {
  DISK_WORKS,
  DISK_FAILS,    /* that operation fails with an input-output error */
  DISK_IS_FULL,  /* that operation and all writes after it find no room */
  PROGRAM_DIES,  /* killed before the operation; what was written is in the files */
  PROGRAM_TEARS, /* killed in the middle of it: half a write */
  POWER_NOTHING, /* a power cut: nothing that was not synced is there */
  POWER_SOME,    /* a power cut: some sectors of what was not synced are there */
  N_DISK_FAULTS,
} DiskFault;

void disk_install (void);
void disk_begin (const char *folder, DiskFault fault, guint operation, guint32 seed);
gboolean disk_end (void);

G_END_DECLS
