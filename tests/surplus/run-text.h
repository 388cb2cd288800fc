/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "base/json-reader.h"

/* Runs the allocation that *text* asks for, written with ' for ", and gives what it prints. */
TqJson *run_text (const char *text);

/* The message with which the allocation that *text* asks for is refused (transfer full). */
char *refuse_text (const char *text);

/* Asserts that *found* is the JSON *expected*, written with ' for ". */
void assert_json (TqJsonNode found, const char *expected);
