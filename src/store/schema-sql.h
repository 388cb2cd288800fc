/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

/* The statements that make the tables, made from the files of sql/ by embed-sql.py; ends with NULL.
 * */
extern const char *const tq_schema_sql[];
