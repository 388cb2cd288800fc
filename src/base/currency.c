/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/currency.h"

#include <string.h>

/* Currencies whose minor unit is not a hundredth (ISO 4217, list one). All others have two. */
static const char zero_digit_codes[] =
  "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
static const char three_digit_codes[] = "BHD IQD JOD KWD LYD OMR TND";

/* Whether *code* looks like an ISO 4217 code: three capital letters. */
gboolean
tq_currency_is_code (const char *code)
{
  g_return_val_if_fail (code != NULL, FALSE);
  if (strlen (code) != 3)
    return FALSE;
  for (const char *p = code; *p != '\0'; p++)
    if (!g_ascii_isupper (*p))
      return FALSE;
  return TRUE;
}

/* Number of digits after the decimal point in which *code* is counted; 2 for a code not known. */
guint
tq_currency_get_digits (const char *code)
{
  g_return_val_if_fail (code != NULL, 2);
  if (!tq_currency_is_code (code))
    return 2;
  if (strstr (zero_digit_codes, code) != NULL)
    return 0;
  return strstr (three_digit_codes, code) != NULL ? 3 : 2;
}
