/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "tally/motion.h"

G_BEGIN_DECLS

/* A motion as the file says it, with the members that were not understood. */
typedef struct {
  TqMotion motion;
  GPtrArray *ignored; /* of char * */
} TqMotionFile;

gboolean tq_motion_file_load (TqMotionFile *file,
                              const char *path,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tq_motion_file_clear (TqMotionFile *file);
const char *tq_motion_get_base_word (TqMotionBase base);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TqMotionFile, tq_motion_file_clear)

G_END_DECLS
