Sharing a surplus from a file, without a book.

    $ cat > year.json << END
    > {"title": "Three families", "currency": {"code": "MXN", "exponent": 2},
    >  "members": {"f1": "Familia Uno", "f2": "Familia Dos", "f3": "Familia Tres"},
    >  "inputs": {
    >   "opening_balances": {"1010": {"dr": 10001}, "3310": {"cr": 10001}},
    >   "amounts": {"surplus": 10001, "capital": 4000},
    >   "pools": {"main": [["surplus", "1"]]},
    >   "rules": [
    >    {"id": "R1", "label": "Reserve", "kind": "percent", "base": [["surplus", "1"]],
    >     "rate": "10/100", "round": "ceil", "dr": "3310", "cr": "3210",
    >     "max": [{"expr": [["capital", "1/5"]], "why": "a fifth of the capital"}]},
    >    {"id": "D", "label": "To the families", "kind": "rest"}],
    >   "splits": [
    >    {"id": "S1", "label": "By days and equally", "amount": [["D", "1"]], "from": "3310",
    >     "unit": 25, "leftover_to": "3320", "eligible": ["f1", "f2", "f3"],
    >     "basis": [{"name": "equal", "weight": "1/2", "q": {"f1": "1", "f2": "1", "f3": "1"}},
    >               {"name": "days", "weight": "1/2", "q": {"f1": "10.5", "f2": "7", "f3": "0"}}],
    >     "portions": [{"name": "cash", "rate": "rest", "account": "2110"}]}]},
    >  "accounts": {"3210": {"en": "Reserve", "es": "Reserva"}}}
    > END
    $ tequio-cli allocate year.json --format text | grep -v '^$'
    Three families
    ==============
    Amounts in MXN. A fraction after a + is a part of the smallest unit.
    Sums to be applied
    ------------------
      main  100.01
    Rules, in their order
    ---------------------
    R1 · Reserve
      Base          surplus = 100.01
      Rate          1/10
      Exact value   10.00 + 1/10
      Rounded up    10.01
      Cut by        a fifth of the capital
      Amount        8.00
      Goes to       3210 Reserve
      Left in main  92.01
    D · To the families
      Base          92.01
      Value         92.01
      Amount        92.01
      Goes to       set aside to be shared
      Left in main  0.00
    Shares
    ------
    S1 · By days and equally
      Amount to share                        92.01
      In units of                            0.25
      equal                                  weight 1/2, 3 in all
      days                                   weight 1/2, 35/2 in all
      Units given to the largest remainders  2
      Below one unit                         0.01 → 3320
      Member        equal  days   Exact share  Fraction of a unit  Share
      Familia Uno       1  21/2   42.93 + 4/5              94/125  43.00
      Familia Dos       1     7  33.73 + 7/10             237/250  33.75
      Familia Tres      1     0   15.33 + 1/2               17/50  15.25
    Entries
    -------
      Account                Debit  Credit
      1 · R1 · Reserve
        3310                  8.00
        3210 Reserve                  8.00
      2 · S1 · By days and equally
        3310                 92.01
        2110 · Familia Uno           43.00
        2110 · Familia Dos           33.75
        2110 · Familia Tres          15.25
        3320                          0.01
    Closing balances
    ----------------
      Account               Debit  Credit
      1010                 100.01
      2110 · Familia Uno            43.00
      2110 · Familia Dos            33.75
      2110 · Familia Tres           15.25
      3210 Reserve                   8.00
      3320                           0.01

JSON is what it prints where nothing else is asked for, and the same with the members typed in another
order.

    $ tequio-cli allocate year.json > result.json && tequio-cli --format json allocate year.json | cmp - result.json
    $ sed 's/"f1": "1", "f2": "1", "f3": "1"/"f3": "1", "f1": "1", "f2": "1"/' year.json > other.json
    $ tequio-cli allocate other.json | cmp - result.json
    $ grep -A3 '"limited_by"' result.json
          "limited_by": "a fifth of the capital",
          "remaining": 9201
        },
        {
    --
          "limited_by": null,
          "remaining": 0
        }
      ],
    $ sed -n '/"gross": {/,/}/p' result.json | head -5
          "gross": {
            "f1": 4300,
            "f2": 3375,
            "f3": 1525
          },

In Spanish.

    $ LANGUAGE=es tequio-cli allocate year.json --format text | grep -v '^$' | sed -n 8,30p
    -------------------
    R1 · Reserve
      Base                     surplus = 100.01
      Tasa                     1/10
      Valor exacto             10.00 + 1/10
      Redondeado hacia arriba  10.01
      Recortado por            a fifth of the capital
      Importe                  8.00
      Va a                     3210 Reserva
      Queda en main            92.01
    D · To the families
      Base           92.01
      Valor          92.01
      Importe        92.01
      Va a           se aparta para repartir
      Queda en main  0.00
    Partes
    ------
    S1 · By days and equally
      Importe por repartir                 92.01
      En unidades de                       0.25
      equal                                ponderador 1/2, 3 en total
      days                                 ponderador 1/2, 35/2 en total

What cannot be shared is refused, with the place.

    $ sed 's/"round": "ceil"/"rond": "ceil"/' year.json > bad.json; tequio-cli allocate bad.json
    tequio-cli: bad.json:9: found the unknown field “rond”; expected one of: id, label, mandatory, pool, kind, base, rate, round, amount, target, current, tiers, max, min_check, when, overflow_to, to_pool, dr, cr.
    [1]
    $ sed 's/"weight": "1\/2", "q": {"f1": "10/"weight": "1\/3", "q": {"f1": "10/' year.json > bad.json; tequio-cli allocate bad.json
    tequio-cli: bad.json:15: found weights that add up to 5/6; expected 1.
    [1]
    $ sed 's/"f1": "10.5", "f2": "7"/"f1": "0", "f2": "0"/' year.json > bad.json; tequio-cli allocate bad.json
    tequio-cli: bad.json:16: S1: The basis “days” is zero for everyone, so nothing can be shared by it. Enter its quantities or give its weight to another basis.
    [1]
    $ sed 's/"dr": 10001/"dr": 10002/' year.json > bad.json; tequio-cli allocate bad.json
    tequio-cli: bad.json:4: found debits and credits that differ by 1; expected them to be equal.
    [1]
    $ sed 's/, "leftover_to": "3320"//' year.json > bad.json; tequio-cli allocate bad.json
    tequio-cli: bad.json:13: S1: 1 is not shared, and no account is named for it. Name one as “leftover_to”.
    [1]
    $ tequio-cli allocate nowhere.json
    tequio-cli: The file “nowhere.json” cannot be read: No such file or directory.
    [1]
    $ tequio-cli allocate
    tequio-cli: allocate takes one file. “tequio-cli allocate --help” says more.
    [2]
    $ tequio-cli --format csv allocate year.json
    tequio-cli: A sharing is printed as json or text, not as csv.
    [2]
