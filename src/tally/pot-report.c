/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The outcome of dividing a pot, as JSON and as an account that a person can follow on paper. In
 * JSON shares, medians and t are exact fractions; in the text a share is shown in per cent with two
 * decimals, and the amounts are exact. */
#include "tally/pot-report.h"

#include "base/i18n.h"
#include "base/money.h"
#include "base/ratio.h"

#define MONEY_DIGITS 2u

void
tq_pot_write_json (const TqPot *pot, TqJsonWriter *writer)
{
  tq_json_writer_add_int (writer, "ballots", pot->weights->len);
  tq_json_writer_add_int (writer, "weight", pot->weight);
  tq_json_writer_add_int (writer, "pot", pot->pot);
  tq_json_writer_add_int (writer, "unit", pot->unit);
  tq_json_writer_begin_array (writer, "options");
  for (guint i = 0; i < pot->names->len; i++)
    tq_json_writer_add_text (writer, NULL, g_ptr_array_index (pot->names, i));
  tq_json_writer_end_array (writer);
  tq_json_writer_begin_array (writer, "invalid");
  for (guint i = 0; i < pot->invalid->len; i++) {
    const TqPotInvalid *invalid = &g_array_index (pot->invalid, TqPotInvalid, i);
    tq_json_writer_begin_object (writer, NULL);
    tq_json_writer_add_text (writer, "voter", invalid->voter);
    tq_json_writer_add_int (writer, "line", invalid->line);
    tq_json_writer_add_text (writer, "reason", invalid->reason);
    tq_json_writer_end_object (writer);
  }
  tq_json_writer_end_array (writer);
}

static gboolean
has_t (const TqPotOutcome *outcome)
{
  return outcome->rule != TQ_POT_MEAN && outcome->rule != TQ_POT_NORMALISED_MEDIAN;
}

static void
add_ratios (TqJsonWriter *writer, const char *key, mpq_t *ratios, guint count)
{
  tq_json_writer_begin_array (writer, key);
  for (guint i = 0; i < count; i++)
    tq_json_writer_add_mpq (writer, NULL, ratios[i]);
  tq_json_writer_end_array (writer);
}

void
tq_pot_outcome_write_json (const TqPotOutcome *outcome, const TqPot *pot, TqJsonWriter *writer)
{
  add_ratios (writer, "shares", outcome->shares, outcome->options);
  tq_json_writer_begin_array (writer, "minor");
  for (guint i = 0; i < outcome->options; i++)
    tq_json_writer_add_int (writer, NULL, outcome->minor[i]);
  tq_json_writer_end_array (writer);
  if (has_t (outcome))
    tq_json_writer_add_mpq (writer, "t", outcome->t);
  if (outcome->rule == TQ_POT_NORMALISED_MEDIAN) {
    add_ratios (writer, "medians", outcome->medians, outcome->options);
    tq_json_writer_add_bool (writer, "fallback_to_mean", outcome->is_mean);
  }
  tq_tie_log_write_json (outcome->ties, writer);
  tq_json_writer_begin_array (writer, "steps");
  for (guint i = 0; i < outcome->options; i++) {
    tq_json_writer_begin_object (writer, NULL);
    tq_json_writer_add_text (writer, "option", g_ptr_array_index (pot->names, i));
    tq_json_writer_add_mpq (writer, "share", outcome->shares[i]);
    tq_json_writer_add_int (writer, "weight_for_more", outcome->more[i]);
    tq_json_writer_add_int (writer, "weight_for_at_least", outcome->at_least[i]);
    tq_json_writer_add_bool (writer, "rounded_up", outcome->has_cent[i]);
    tq_json_writer_add_int (writer, "minor", outcome->minor[i]);
    tq_json_writer_end_object (writer);
  }
  tq_json_writer_end_array (writer);
}

static char *
format_number (gint64 number)
{
  return tq_money_to_local_string (number, 0);
}

/* In per cent of the whole, with two decimals. */
static char *
format_percent (mpq_srcptr share)
{
  gint64 hundredths = 0;
  mpq_t scaled;
  mpq_init (scaled);
  mpq_set_ui (scaled, 10000, 1);
  mpq_mul (scaled, scaled, share);
  const gboolean fits = tq_mpq_round (scaled, TQ_ROUND_HALF_UP, &hundredths, NULL);
  mpq_clear (scaled);
  g_assert (fits);
  return tq_money_to_local_string (hundredths, 2);
}

void
tq_pot_write_text (const TqPot *pot, const char *rule, const char *file, GString *text)
{
  g_autofree char *amount = tq_money_to_local_string (pot->pot, MONEY_DIGITS);
  g_autofree char *weight = format_number (pot->weight);
  g_string_append_printf (text, _ ("File: %s\n"), file);
  g_string_append_printf (text, _ ("Rule: %s\n"), rule);
  g_string_append_printf (text, _ ("Pot: %s. Uses: %u.\n"), amount, pot->names->len);
  g_string_append_printf (
    text,
    _ ("Proposals counted: %u, with a weight of %s together. Not counted: %u.\n"),
    pot->weights->len,
    weight,
    pot->invalid->len);
  for (guint i = 0; i < pot->invalid->len; i++) {
    const TqPotInvalid *invalid = &g_array_index (pot->invalid, TqPotInvalid, i);
    if (g_str_equal (invalid->reason, "empty"))
      g_string_append_printf (
        text,
        _ ("Line %u, voter %s: not counted, for the proposal names nothing.\n"),
        invalid->line,
        invalid->voter);
    else
      g_string_append_printf (text,
                              _ ("Line %u, voter %s: not counted, for the weight is zero.\n"),
                              invalid->line,
                              invalid->voter);
  }
  g_string_append_c (text, '\n');
}

static const char *
get_rule_sentence (const TqPotOutcome *outcome)
{
  if (outcome->is_mean)
    return _ ("The median of every use is zero, so each use gets the average of the proposals.\n");
  switch (outcome->rule) {
  case TQ_POT_MEAN:
    return _ ("Each use gets the average of the proposals.\n");
  case TQ_POT_NORMALISED_MEDIAN:
    return _ ("Each use gets its median, the proposal in the middle, divided by the sum of the "
              "medians.\n");
  case TQ_POT_UTILITARIAN:
    return _ ("Utilitarian: the division that is nearest to the proposals of all voters together. "
              "With a = the weight of those who propose at least that much, n = the weight of all: "
              "a use gets the most that still is at most t × (n + 1) - (n - a).\n");
  case TQ_POT_PIECEWISE_UNIFORM:
    return _ ("Piecewise uniform: a use gets the median of the proposals and of n + 1 phantom "
              "proposals, which rise together until the pot is used up.\n");
  case TQ_POT_LADDER:
    return _ ("Ladder: with a = the weight of those who propose at least that much, n = the weight "
              "of all: a use gets the most that still is at most t - (n - a) / n.\n");
  case TQ_POT_INDEPENDENT_MARKETS:
  default:
    return _ ("Independent markets: with a = the weight of those who propose at least that much: a "
              "use gets the most that still is at most a × t.\n");
  }
}

static void
append_use (const TqPotOutcome *outcome, const TqPot *pot, guint i, GString *text)
{
  const char *name = g_ptr_array_index (pot->names, i);
  g_autofree char *percent = format_percent (outcome->shares[i]);
  g_autofree char *amount = tq_money_to_local_string (outcome->minor[i], MONEY_DIGITS);
  g_autofree char *more = format_number (outcome->more[i]);
  g_autofree char *at_least = format_number (outcome->at_least[i]);
  g_autofree char *fraction = tq_mpq_to_string (outcome->shares[i]);
  if (outcome->rule == TQ_POT_NORMALISED_MEDIAN && !outcome->is_mean) {
    g_autofree char *median = format_percent (outcome->medians[i]);
    g_string_append_printf (text,
                            _ ("%u. %s: %s (%s %% = %s of the pot); its median is %s %%.\n"),
                            i + 1,
                            name,
                            amount,
                            percent,
                            fraction,
                            median);
    return;
  }
  g_string_append_printf (
    text,
    _ ("%u. %s: %s (%s %% = %s of the pot). Weight for more: %s; for as much or more: %s.\n"),
    i + 1,
    name,
    amount,
    percent,
    fraction,
    more,
    at_least);
}

void
tq_pot_outcome_write_text (const TqPotOutcome *outcome, const TqPot *pot, GString *text)
{
  guint cents = 0;
  g_string_append (text, get_rule_sentence (outcome));
  if (has_t (outcome)) {
    g_autofree char *t = tq_mpq_to_string (outcome->t);
    g_string_append_printf (text, _ ("The shares sum to the pot at t = %s.\n"), t);
  }
  for (guint i = 0; i < outcome->options; i++) {
    append_use (outcome, pot, i, text);
    cents += outcome->has_cent[i] ? 1 : 0;
  }
  if (cents == 0) {
    g_string_append (text, _ ("No amount had to be rounded.\n"));
    return;
  }
  g_string_append_printf (
    text,
    _ ("All amounts were rounded down; the units of money still missing (%u) went to the largest "
       "remainders:\n"),
    cents);
  for (guint i = 0; i < outcome->options; i++)
    if (outcome->has_cent[i])
      g_string_append_printf (text,
                              _ ("One more for: %s\n"),
                              (const char *) g_ptr_array_index (pot->names, i));
  tq_tie_log_write_text (outcome->ties, text);
}
