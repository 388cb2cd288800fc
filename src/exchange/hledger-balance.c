/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Completing entries, day by day, as hledger 1.25 does.
 *
 * 1. An entry balances when the exact sum of its values at cost, commodity by commodity, is shown
 *    as zero in the digits that hledger shows of it: those of its commodity directive, else of D,
 *    else the most that any posting has; a commodity that no posting shows must balance exactly.
 *    Postings in [brackets] balance among themselves.
 * 2. What hledger lets pass within these digits does not vanish: the rest is posted to
 *    Imbalance-COMMODITY and listed, so that every entry handed over adds up to exactly zero.
 * 3. A balance told (= for one commodity, == for all, with * including the accounts below) is
 *    checked in the order of days and must be equal to the last digit; where the posting has no
 *    amount, the balance is set and the amount worked out from it.
 * Sums are kept per account only where the file tells or sets a balance somewhere. */
#include "exchange/hledger-balance.h"

#include "base/currency.h"
#include "base/i18n.h"
#include "exchange/hledger-parts.h"

#include <string.h>

void
tq_hledger_balancer_init (TqHledgerBalancer *balancer, TqHledgerJournal *journal)
{
  *balancer = (TqHledgerBalancer){ .journal = journal };
  balancer->balances = g_ptr_array_new ();
  balancer->parts = g_array_new (FALSE, FALSE, sizeof (TqHledgerPart));
  balancer->postings = g_array_new (FALSE, FALSE, sizeof (TqForeignPosting));
  balancer->new_accounts = g_array_new (FALSE, FALSE, sizeof (guint));
}

void
tq_hledger_balancer_clear (TqHledgerBalancer *balancer)
{
  for (guint i = 0; balancer->balances != NULL && i < balancer->balances->len; i++)
    if (g_ptr_array_index (balancer->balances, i) != NULL)
      g_array_unref (g_ptr_array_index (balancer->balances, i));
  g_clear_pointer (&balancer->balances, g_ptr_array_unref);
  g_clear_pointer (&balancer->parts, g_array_unref);
  g_clear_pointer (&balancer->postings, g_array_unref);
  g_clear_pointer (&balancer->new_accounts, g_array_unref);
}

static gboolean
fail_size (const TqHledgerJournal *journal, GError **error)
{
  return tq_hledger_fail (
    journal,
    error,
    _ ("found an amount that is too large or has too many digits, expected at most 18 digits, 9 "
       "of them behind the decimal mark."));
}

/* Makes room for an amount that stands in an entry. */
static void
use_amount (TqHledgerJournal *journal, const TqHledgerAmount *amount)
{
  tq_hledger_get_commodity (journal, amount->commodity)->used = TRUE;
  tq_hledger_need_digits (journal, amount->commodity, amount->quantity);
}

/* Digits that a value at unit cost asks for: no more than its currency has, for a price per gram
 * must not give the whole book nine digits. */
static void
need_value_digits (TqHledgerJournal *journal, const TqHledgerAmount *value)
{
  TqDecimal needed = tq_decimal_strip (value->quantity);
  const char *symbol = tq_hledger_get_commodity (journal, value->commodity)->symbol;
  needed.digits = needed.digits > 0 ? tq_currency_get_digits (symbol) : 0;
  use_amount (journal, &(TqHledgerAmount){ value->commodity, needed });
}

/* Makes room for the amounts that the postings without an amount will take. */
static void
measure_holes (TqHledgerJournal *journal, const TqHledgerEntry *entry)
{
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (TqHledgerAmount));
  for (guint i = 0; i < entry->postings->len; i++) {
    const TqHledgerPosting *posting = &g_array_index (entry->postings, TqHledgerPosting, i);
    TqHledgerAmount value;
    if (posting->has_amount &&
        tq_hledger_part_value (&posting->amount, posting->cost, &posting->price, &value) &&
        !tq_hledger_sums_add (sums, value.commodity, value.quantity))
      return;
  }
  for (guint i = 0; i < sums->len; i++) {
    const TqHledgerAmount *sum = &g_array_index (sums, TqHledgerAmount, i);
    tq_hledger_need_digits (journal, sum->commodity, tq_decimal_strip (sum->quantity));
  }
}

/* First pass: takes note of the digits that the commodities of *entry* need. */
void
tq_hledger_measure_entry (TqHledgerJournal *journal, const TqHledgerEntry *entry)
{
  gboolean has_hole = FALSE, has_cost = FALSE;
  for (guint i = 0; i < entry->postings->len; i++) {
    const TqHledgerPosting *posting = &g_array_index (entry->postings, TqHledgerPosting, i);
    TqHledgerAmount value;
    if (posting->has_assertion && !posting->has_amount)
      use_amount (journal, &posting->asserted);
    has_hole = has_hole || (!posting->has_amount && !posting->has_assertion);
    if (!posting->has_amount)
      continue;
    use_amount (journal, &posting->amount);
    tq_hledger_show_digits (journal, posting->amount.commodity, posting->amount.quantity.digits);
    has_cost = has_cost || posting->cost == TQ_HLEDGER_COST_UNIT;
    if (posting->cost == TQ_HLEDGER_COST_TOTAL)
      use_amount (journal, &posting->price);
    else if (posting->cost == TQ_HLEDGER_COST_UNIT &&
             tq_hledger_part_value (&posting->amount, posting->cost, &posting->price, &value))
      need_value_digits (journal, &value);
  }
  if (has_hole && has_cost)
    measure_holes (journal, entry);
}

/* The sums of *account*, made on first use. */
static GArray *
get_balances (TqHledgerBalancer *balancer, guint account)
{
  while (balancer->balances->len <= account)
    g_ptr_array_add (balancer->balances, NULL);
  gpointer *place = &g_ptr_array_index (balancer->balances, account);
  if (*place == NULL)
    *place = g_array_new (FALSE, FALSE, sizeof (TqHledgerAmount));
  return *place;
}

static TqDecimal
find_sum (const GArray *sums, guint commodity)
{
  for (guint i = 0; i < sums->len; i++) {
    const TqHledgerAmount *sum = &g_array_index (sums, TqHledgerAmount, i);
    if (sum->commodity == commodity)
      return sum->quantity;
  }
  return (TqDecimal){ 0 };
}

/* The sums of the accounts below *account*. */
static GArray *
sum_below (TqHledgerBalancer *balancer, guint account)
{
  const char *name = tq_hledger_get_account (balancer->journal, account)->name;
  const gsize length = strlen (name);
  GArray *sums = g_array_new (FALSE, FALSE, sizeof (TqHledgerAmount));
  for (guint i = 0; i < balancer->balances->len; i++) {
    const GArray *below = g_ptr_array_index (balancer->balances, i);
    const char *other = tq_hledger_get_account (balancer->journal, i)->name;
    if (below == NULL || strncmp (other, name, length) != 0 || other[length] != ':')
      continue;
    for (guint j = 0; j < below->len; j++) {
      const TqHledgerAmount *sum = &g_array_index (below, TqHledgerAmount, j);
      if (!tq_hledger_sums_add (sums, sum->commodity, sum->quantity))
        g_array_set_size (sums, 0);
    }
  }
  return sums;
}

static gboolean
is_equal (TqDecimal a, TqDecimal b)
{
  TqDecimal difference;
  return tq_decimal_add (a, tq_decimal_negate (b), &difference) &&
         tq_decimal_sign (difference) == 0;
}

static gboolean
check_one (const TqHledgerBalancer *balancer,
           const TqHledgerPosting *posting,
           guint commodity,
           TqDecimal asserted,
           TqDecimal actual,
           GError **error)
{
  TqHledgerJournal *journal = balancer->journal;
  if (is_equal (asserted, actual))
    return TRUE;
  g_autofree char *expected = tq_decimal_to_string (asserted);
  g_autofree char *found = tq_decimal_to_string (actual);
  journal->line = posting->line;
  return tq_hledger_fail (journal,
                          error,
                          _ ("found a balance of %s %s in %s, expected %s as the line says."),
                          found,
                          tq_hledger_get_commodity (journal, commodity)->symbol,
                          tq_hledger_get_account (journal, posting->account)->name,
                          expected);
}

/* Checks the balance that *posting* tells. */
static gboolean
check_assertion (TqHledgerBalancer *balancer, const TqHledgerPosting *posting, GError **error)
{
  const GArray *own = get_balances (balancer, posting->account);
  g_autoptr (GArray) below = posting->with_subaccounts
                               ? sum_below (balancer, posting->account)
                               : g_array_new (FALSE, FALSE, sizeof (TqHledgerAmount));
  const guint asserted = posting->asserted.commodity;
  TqDecimal actual;
  if (!tq_decimal_add (find_sum (own, asserted), find_sum (below, asserted), &actual))
    return fail_size (balancer->journal, error);
  if (!check_one (balancer, posting, asserted, posting->asserted.quantity, actual, error))
    return FALSE;
  for (guint i = 0; posting->of_all_commodities && i < own->len; i++) {
    const TqHledgerAmount *sum = &g_array_index (own, TqHledgerAmount, i);
    if (sum->commodity == asserted)
      continue;
    if (!tq_decimal_add (sum->quantity, find_sum (below, sum->commodity), &actual))
      return fail_size (balancer->journal, error);
    if (!check_one (balancer, posting, sum->commodity, (TqDecimal){ 0 }, actual, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
add_part (TqHledgerBalancer *balancer,
          const TqHledgerEntry *entry,
          guint index,
          const TqHledgerAmount *amount)
{
  const TqHledgerPosting *posting = &g_array_index (entry->postings, TqHledgerPosting, index);
  TqHledgerPart part = { .posting = index,
                         .sequence = balancer->parts->len,
                         .account = posting->account,
                         .in_brackets = posting->in_brackets,
                         .has_cost = posting->cost != TQ_HLEDGER_COST_NONE,
                         .amount = *amount };
  gint64 minor;
  return tq_decimal_to_minor (
           amount->quantity,
           tq_hledger_get_commodity (balancer->journal, amount->commodity)->digits,
           &minor) &&
         tq_hledger_part_value (amount, posting->cost, &posting->price, &part.exact) &&
         tq_hledger_parts_add (balancer->parts, balancer->journal, &part);
}

static gboolean
keep_balance (TqHledgerBalancer *balancer, guint account, const TqHledgerAmount *amount)
{
  return !balancer->keeps_balances || tq_hledger_sums_add (get_balances (balancer, account),
                                                           amount->commodity,
                                                           amount->quantity);
}

/* Works out the amounts that set the balance of a posting, one per commodity. */
static gboolean
assign (TqHledgerBalancer *balancer, const TqHledgerEntry *entry, guint index)
{
  const TqHledgerPosting *posting = &g_array_index (entry->postings, TqHledgerPosting, index);
  const GArray *own = get_balances (balancer, posting->account);
  g_autoptr (GArray) change = g_array_new (FALSE, FALSE, sizeof (TqHledgerAmount));
  g_autoptr (GArray) below = posting->with_subaccounts
                               ? sum_below (balancer, posting->account)
                               : g_array_new (FALSE, FALSE, sizeof (TqHledgerAmount));
  gboolean fits =
    tq_hledger_sums_add (change, posting->asserted.commodity, posting->asserted.quantity);
  const GArray *const taken[] = { own, below };
  for (guint i = 0; i < G_N_ELEMENTS (taken); i++) {
    for (guint j = 0; fits && j < taken[i]->len; j++) {
      const TqHledgerAmount *sum = &g_array_index (taken[i], TqHledgerAmount, j);
      if (taken[i] == below || posting->of_all_commodities ||
          sum->commodity == posting->asserted.commodity)
        fits = tq_hledger_sums_add (change, sum->commodity, tq_decimal_negate (sum->quantity));
    }
  }
  for (guint i = 0; fits && i < change->len; i++) {
    const TqHledgerAmount *amount = &g_array_index (change, TqHledgerAmount, i);
    if (tq_decimal_sign (amount->quantity) != 0)
      fits = add_part (balancer, entry, index, amount) &&
             keep_balance (balancer, posting->account, amount);
  }
  return fits;
}

/* Makes the parts of all postings that have or set something; *holes*, for usual postings and those
 * in brackets, are those that take what is missing. */
static gboolean
make_parts (TqHledgerBalancer *balancer,
            const TqHledgerEntry *entry,
            gboolean sets_balance,
            guint holes[2],
            GError **error)
{
  TqHledgerJournal *journal = balancer->journal;
  for (guint i = 0; i < entry->postings->len; i++) {
    const TqHledgerPosting *posting = &g_array_index (entry->postings, TqHledgerPosting, i);
    const guint group = posting->in_brackets ? 1 : 0;
    gboolean fits = TRUE;
    journal->line = posting->line;
    if (posting->has_amount) {
      fits = add_part (balancer, entry, i, &posting->amount) &&
             (!sets_balance || keep_balance (balancer, posting->account, &posting->amount));
    } else if (posting->has_assertion) {
      fits = assign (balancer, entry, i);
    } else if (holes[group] != TQ_HLEDGER_NONE) {
      return tq_hledger_fail (journal,
                              error,
                              _ ("found a second posting without an amount in this entry, expected "
                                 "at most one (two blanks part an account from its amount)."));
    } else {
      holes[group] = i;
    }
    if (!fits)
      return fail_size (journal, error);
    if (sets_balance && posting->has_assertion && !check_assertion (balancer, posting, error))
      return FALSE;
  }
  return TRUE;
}

/* hledger's tolerance for *commodity*; FALSE where it must balance exactly. */
static gboolean
find_tolerance (const TqHledgerJournal *journal, guint commodity, guint *out_digits)
{
  const TqHledgerCommodity *found = tq_hledger_get_commodity (journal, commodity);
  const TqHledgerScope *last = g_ptr_array_index (journal->scopes, journal->scopes->len - 1);
  if (found->styles != NULL) {
    *out_digits = g_array_index (found->styles, TqHledgerStyle, found->styles->len - 1).digits;
    return TRUE;
  }
  *out_digits =
    last->default_commodity == commodity ? last->default_style.digits : found->shown_digits;
  return found->shown || last->default_commodity == commodity;
}

/* Checks that the postings of one kind add up to zero as hledger shows it. */
static gboolean
check_balanced (TqHledgerBalancer *balancer,
                const TqHledgerEntry *entry,
                gboolean brackets,
                GError **error)
{
  TqHledgerJournal *journal = balancer->journal;
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (TqHledgerAmount));
  journal->line = entry->line;
  for (guint i = 0; i < balancer->parts->len; i++) {
    const TqHledgerPart *part = &g_array_index (balancer->parts, TqHledgerPart, i);
    if (part->in_brackets == brackets &&
        !tq_hledger_sums_add (sums, part->exact.commodity, part->exact.quantity))
      return fail_size (journal, error);
  }
  for (guint i = 0; i < sums->len; i++) {
    const TqHledgerAmount *sum = &g_array_index (sums, TqHledgerAmount, i);
    guint digits;
    if (tq_decimal_sign (sum->quantity) == 0 ||
        (find_tolerance (journal, sum->commodity, &digits) &&
         tq_decimal_is_within (sum->quantity, digits)))
      continue;
    g_autofree char *rest = tq_decimal_to_string (tq_decimal_strip (sum->quantity));
    return tq_hledger_fail (journal,
                            error,
                            brackets ? _ ("found postings in [brackets] that add up to %s %s, "
                                          "expected 0.")
                                     : _ ("found postings that add up to %s %s, expected 0."),
                            rest,
                            tq_hledger_get_commodity (journal, sum->commodity)->symbol);
  }
  return TRUE;
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const TqHledgerPart *x = a;
  const TqHledgerPart *y = b;
  if (x->posting != y->posting)
    return x->posting < y->posting ? -1 : 1;
  return (x->sequence > y->sequence) - (x->sequence < y->sequence);
}

/* Keeps the sums of an entry that sets no balance, and checks the balances that it tells. */
static gboolean
settle_balances (TqHledgerBalancer *balancer, const TqHledgerEntry *entry, GError **error)
{
  guint at = 0;
  for (guint i = 0; i < entry->postings->len; i++) {
    const TqHledgerPosting *posting = &g_array_index (entry->postings, TqHledgerPosting, i);
    balancer->journal->line = posting->line;
    for (; at < balancer->parts->len; at++) {
      const TqHledgerPart *part = &g_array_index (balancer->parts, TqHledgerPart, at);
      if (part->posting > i)
        break;
      if (!keep_balance (balancer, part->account, &part->amount))
        return fail_size (balancer->journal, error);
    }
    if (posting->has_assertion && !check_assertion (balancer, posting, error))
      return FALSE;
  }
  return TRUE;
}

/* Posts what the rounded values leave open in *sum* to the account of imbalances, and lists it. */
static gboolean
post_imbalance (TqHledgerBalancer *balancer, const TqHledgerAmount *sum, GError **error)
{
  TqHledgerJournal *journal = balancer->journal;
  const TqHledgerCommodity *commodity = tq_hledger_get_commodity (journal, sum->commodity);
  const guint n_accounts = journal->accounts->len;
  g_autofree char *name = *commodity->symbol != '\0'
                            ? g_strconcat ("Imbalance-", commodity->symbol, NULL)
                            : g_strdup ("Imbalance");
  g_autofree char *rest = tq_decimal_to_string (tq_decimal_negate (sum->quantity));
  TqForeignPosting posting = { .commodity = sum->commodity, .value_commodity = sum->commodity };
  g_strdelimit (name, ":", '-');
  if (!tq_decimal_to_minor (tq_decimal_negate (sum->quantity),
                            commodity->digits,
                            &posting.amount_minor))
    return fail_size (journal, error);
  posting.value_minor = posting.amount_minor;
  journal->second_pass = FALSE;
  posting.account = tq_hledger_find_account (journal, name, error);
  journal->second_pass = TRUE;
  if (posting.account == TQ_HLEDGER_NONE)
    return FALSE;
  if (journal->accounts->len > n_accounts)
    g_array_append_val (balancer->new_accounts, posting.account);
  g_array_append_val (balancer->postings, posting);
  tq_hledger_remark (journal,
                     TQ_FOREIGN_NOTE_IMBALANCE,
                     g_strdup_printf (_ ("The entry leaves %s %s open, less than hledger shows; "
                                         "posted to %s."),
                                      rest,
                                      commodity->symbol,
                                      name));
  return TRUE;
}

/* Turns the parts into postings of minor units that add up to exactly zero. */
static gboolean
make_postings (TqHledgerBalancer *balancer, const TqHledgerEntry *entry, GError **error)
{
  TqHledgerJournal *journal = balancer->journal;
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (TqHledgerAmount));
  for (guint i = 0; i < balancer->parts->len; i++) {
    const TqHledgerPart *part = &g_array_index (balancer->parts, TqHledgerPart, i);
    const TqHledgerPosting *written =
      &g_array_index (entry->postings, TqHledgerPosting, part->posting);
    TqForeignPosting posting = { .account = part->account,
                                 .commodity = part->amount.commodity,
                                 .value_commodity = part->rounded.commodity };
    journal->line = written->line;
    if (!tq_decimal_to_minor (part->amount.quantity,
                              tq_hledger_get_commodity (journal, posting.commodity)->digits,
                              &posting.amount_minor) ||
        !tq_decimal_to_minor (part->rounded.quantity,
                              tq_hledger_get_commodity (journal, posting.value_commodity)->digits,
                              &posting.value_minor) ||
        !tq_hledger_sums_add (sums, part->rounded.commodity, part->rounded.quantity))
      return fail_size (journal, error);
    if (posting.amount_minor != 0 || posting.value_minor != 0)
      g_array_append_val (balancer->postings, posting);
  }
  journal->line = entry->line;
  for (guint i = 0; i < sums->len; i++) {
    const TqHledgerAmount *sum = &g_array_index (sums, TqHledgerAmount, i);
    if (tq_decimal_sign (sum->quantity) != 0 && !post_imbalance (balancer, sum, error))
      return FALSE;
  }
  return TRUE;
}

/* Completes *entry*; its postings are then in balancer->postings, with our own indexes of accounts
 * and commodities. Entries must come by day. Raises TQ_ERROR_FORMAT with the line. */
gboolean
tq_hledger_balance_entry (TqHledgerBalancer *balancer, const TqHledgerEntry *entry, GError **error)
{
  TqHledgerJournal *journal = balancer->journal;
  guint holes[2] = { TQ_HLEDGER_NONE, TQ_HLEDGER_NONE };
  gboolean sets_balance = FALSE;
  g_array_set_size (balancer->parts, 0);
  g_array_set_size (balancer->postings, 0);
  g_array_set_size (balancer->new_accounts, 0);
  for (guint i = 0; i < entry->postings->len; i++) {
    const TqHledgerPosting *posting = &g_array_index (entry->postings, TqHledgerPosting, i);
    sets_balance = sets_balance || (!posting->has_amount && posting->has_assertion);
  }
  if (!make_parts (balancer, entry, sets_balance, holes, error))
    return FALSE;
  for (guint group = 0; group < 2; group++) {
    const guint n_parts = balancer->parts->len;
    const gboolean fits =
      holes[group] != TQ_HLEDGER_NONE
        ? tq_hledger_parts_fill_hole (balancer->parts, journal, entry, holes[group])
        : tq_hledger_parts_infer_cost (balancer->parts, journal, group == 1);
    if (!fits)
      return fail_size (journal, error);
    for (guint i = n_parts; sets_balance && i < balancer->parts->len; i++) {
      const TqHledgerPart *part = &g_array_index (balancer->parts, TqHledgerPart, i);
      if (!keep_balance (balancer, part->account, &part->amount))
        return fail_size (journal, error);
    }
    if (!check_balanced (balancer, entry, group == 1, error))
      return FALSE;
  }
  if (holes[0] != TQ_HLEDGER_NONE || holes[1] != TQ_HLEDGER_NONE)
    g_array_sort (balancer->parts, compare_parts);
  if (!sets_balance && balancer->keeps_balances && !settle_balances (balancer, entry, error))
    return FALSE;
  return make_postings (balancer, entry, error);
}
