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

How the steps speak of losses first, of limits, of what goes elsewhere and of what is moved.

    $ cat > chain.json << END
    > {"members": {}, "accounts": {"3330": {"en": "Earlier losses"}, "3240": {"en": "Voluntary"}},
    >  "inputs": {
    >   "opening_balances": {"1010": {"dr": 90000}, "3310": {"cr": 100000}, "3330": {"dr": 10000}},
    >   "amounts": {"surplus": 100000},
    >   "pools": {"main": [["surplus", "1"]]},
    >   "rules": [
    >    {"id": "L", "kind": "fill", "target": [["dr:3330", "1"]], "current": [["const", "-1/2"]], "round": "floor", "dr": "3310", "cr": "3330"},
    >    {"id": "R", "kind": "percent", "base": [["pool:main", "1"], ["L", "-1"]], "rate": "1/3", "round": "floor",
    >     "dr": "3310", "cr": "3210", "max": [{"expr": [["cr:3210", "-1"], ["const", "20000"]], "why": "ceiling"}], "overflow_to": "3240"},
    >    {"id": "N", "kind": "fixed", "amount": 500, "dr": "3310", "cr": "3250", "when": {"lhs": [["R", "1"]], "op": "<", "rhs": 7}},
    >    {"id": "M", "kind": "fixed", "amount": 5000, "to_pool": "side"},
    >    {"id": "S", "pool": "side", "kind": "fixed", "amount": [["const", "9000"]], "dr": "3310", "cr": "3280"},
    >    {"id": "Z", "kind": "rest", "dr": "3310", "cr": "3320"}]}}
    > END
    $ tequio-cli allocate chain.json --format text | grep -v '^$' | sed '/^Entries/,$d'
    Sharing of the surplus
    ======================
    Sums to be applied
    ------------------
      main  1,000.00
    Rules, in their order
    ---------------------
    L · L
      To reach      balance of 3330 Earlier losses
      It holds      −1/2
      Exact value   100.00 + 1/2
      Rounded down  100.00
      Amount        100.00
      Goes to       3330 Earlier losses
      Left in main  900.00
    R · R
      Base              all of main − L = 900.00
      Rate              1/3
      Value             300.00
      Cut by            ceiling
      Amount            200.00
      Goes to           3210
      What was cut off  100.00 → 3240 Voluntary
      Left in main      600.00
    N · N
      Base          5.00
      Value         5.00
      Cut by        its condition does not hold
      Amount        0.00
      Goes to       3250
      Left in main  600.00
    M · M
      Base          50.00
      Value         50.00
      Amount        50.00
      Goes to       side
      Left in main  550.00
    S · S
      Base          90.00
      Value         90.00
      Cut by        nothing more is left
      Amount        50.00
      Goes to       3280
      Left in side  0.00
    Z · Z
      Base          550.00
      Value         550.00
      Amount        550.00
      Goes to       3320
      Left in main  0.00
