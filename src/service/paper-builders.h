/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "service/paper-desk.h"

G_BEGIN_DECLS

TqDocument *tq_paper_build_closing (TqPaperDesk *desk, GError **error);
TqDocument *tq_paper_build_statement (TqPaperDesk *desk, GError **error);
TqDocument *tq_paper_build_vigilance (TqPaperDesk *desk, GError **error);
TqDocument *tq_paper_build_notice (TqPaperDesk *desk, GError **error);
TqDocument *tq_paper_build_roll (TqPaperDesk *desk, GError **error);
TqDocument *tq_paper_build_proposals (TqPaperDesk *desk, GError **error);
TqDocument *tq_paper_build_consultation (TqPaperDesk *desk, GError **error);
TqDocument *tq_paper_build_comparison (TqPaperDesk *desk, GError **error);
TqDocument *tq_paper_build_minutes (TqPaperDesk *desk, GError **error);
TqDocument *tq_paper_build_mandate (TqPaperDesk *desk, GError **error);
TqDocument *tq_paper_build_execution (TqPaperDesk *desk, GError **error);
TqDocument *tq_paper_build_report_back (TqPaperDesk *desk, GError **error);
TqDocument *tq_paper_build_slip (TqPaperDesk *desk, GError **error);
TqDocument *tq_paper_build_recall (TqPaperDesk *desk, GError **error);
TqDocument *tq_paper_build_reopening (TqPaperDesk *desk, GError **error);

G_END_DECLS
