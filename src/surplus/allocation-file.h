/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "base/json-reader.h"
#include "surplus/allocation.h"

G_BEGIN_DECLS

#define TQ_ALLOCATION_FILE_MAX (64u << 20)

/* A file that asks for an allocation. */
typedef struct {
  char *path;
  TqJson *json;
  TqAllocationInput *input;
  gboolean by_years; /* it has a list of years, even of one */
  char *title;       /* (nullable) */
  char *currency;    /* (nullable) its code */
  guint digits;      /* of the currency */
} TqAllocationFile;

TqAllocationFile *
tq_allocation_file_load (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
TqAllocationFile *tq_allocation_file_read (const char *path,
                                           const char *bytes,
                                           gsize length,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tq_allocation_file_free (TqAllocationFile *file);

TqAllocation *
tq_allocation_file_run (const TqAllocationFile *file, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqAllocationFile, tq_allocation_file_free)

G_END_DECLS
