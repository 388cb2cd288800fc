What follows the shares of a surplus: certificates, redemption, tax, leaving, several years.

    $ cat > years.json << END
    > {"title": "Two years", "currency": {"code": "ARS", "exponent": 0},
    >  "members": {"a": "Ana", "b": "Beto"},
    >  "inputs": {
    >   "opening_balances": {"1010": {"dr": 1400}, "3310": {"cr": 1000}, "3110:a": {"cr": 100},
    >                        "3120:a": {"cr": 200}, "3120:b": {"cr": 100}},
    >   "years": [
    >    {"fiscal_year": 2025, "pools": {"main": [["cr:3310", "1"]]},
    >     "rules": [{"id": "R", "label": "Reserve", "kind": "tiered", "base": [["rem:main", "1"]],
    >                "current": [["cr:3210", "1"]], "round": "ceil", "dr": "3310", "cr": "3210",
    >                "tiers": [{"rate": "15/100", "until": [["const", "100"]]}, {"rate": "1/10"}]},
    >               {"id": "D", "label": "To share", "kind": "rest"}],
    >     "splits": [{"id": "S", "label": "By hours", "amount": [["D", "1"]], "from": "3310",
    >                 "eligible": ["a", "b"],
    >                 "basis": [{"name": "hours", "weight": "1", "q": {"a": "2", "b": "1"}}],
    >                 "portions": [{"name": "money", "rate": "1/2", "account": "2110"},
    >                              {"name": "shares", "rate": "rest", "account": "2115"}]}],
    >     "capitalise": [{"id": "K", "label": "Certificates", "pending": "2115", "account": "3110",
    >                     "nominal": 100}],
    >     "redeem_fifo": [{"id": "F", "label": "Oldest first", "account": "3120", "budget": 150,
    >                      "tranches": [{"year": 2020, "balances": {"a": 200, "b": 100}}]}],
    >     "payments": [{"id": "P", "label": "Payment", "account": "2110", "withhold_rate": "1/10"}],
    >     "statement": {"account": "3120", "members": ["a", "b"]}},
    >    {"fiscal_year": 2026,
    >     "opening_entries": [{"id": "E", "label": "Loss of the year", "dr": "3310", "cr": "1010",
    >                          "amount": 60}],
    >     "pools": {"main": [["dr:3310", "1"]]},
    >     "rules": [{"id": "L", "label": "Loss to the reserve", "kind": "rest", "dr": "3210",
    >                "cr": "3310"}],
    >     "exits": [{"id": "X", "label": "Ana leaves", "member": "a", "accounts": ["3110", "3120"],
    >                "deduction_rate": "1/20", "instalments": 3, "interest_rate": "3/100"}]}]},
    >  "accounts": {"3120": {"en": "Retained", "es": "Retenido"}, "3210": {"en": "Reserve", "es": "Reserva"}}}
    > END
    $ tequio-cli allocate years.json --format text | grep -v '^$'
    Two years
    =========
    Amounts in ARS. A fraction after a + is a part of the smallest unit.
    Year 1 of 2
    ===========
    Sums to be applied
    ------------------
      main  1,000
    Rules, in their order
    ---------------------
    R · Reserve
      Base          left in main = 1,000
      Rate          3/20 until 100
      Rate          1/10
      Exact value   133 + 1/3
      Rounded up    134
      Amount        134
      Goes to       3210 Reserve
      Left in main  866
    D · To share
      Base          866
      Value         866
      Amount        866
      Goes to       set aside to be shared
      Left in main  0
    Shares
    ------
    S · By hours
      Amount to share                        866
      In units of                            1
      hours                                  weight 1, 3 in all
      Units given to the largest remainders  1
      Member  hours  Exact share  Fraction of a unit  Share  money  shares
      Ana         2    577 + 1/3                 1/3    577    289     288
      Beto        1    288 + 2/3                 2/3    289    144     145
    What follows
    ------------
    K · Certificates
      Member  Made capital  Pending  Whole certificates
      Ana              200       88                   2
      Beto             100       45                   1
    F · Oldest first
      Budget              150
      Left of the budget  0
      Member  Balance  Paid back  Left
      Tranche of 2020
        Ana       200        100   100
        Beto      100         50    50
    P · Payment
      Member  Due  Tax withheld  Paid
      Ana     289            29   260
      Beto    144            14   130
      Total   433            43   390
    Members' accounts
    -----------------
    3120 Retained
      Member  Opening  Credited  Debited  Closing
      Ana         200         0      100      100
      Beto        100         0       50       50
    Entries
    -------
      Account                 Debit  Credit
      1 · R · Reserve
        3310                    134
        3210 Reserve                    134
      2 · S · By hours
        3310                    866
        2110 · Ana                      289
        2110 · Beto                     144
        2115 · Ana                      288
        2115 · Beto                     145
      3 · K · Certificates
        2115 · Ana              200
        3110 · Ana                      200
        2115 · Beto             100
        3110 · Beto                     100
      4 · F · Oldest first
        3120 Retained · Ana     100
        2130 · Ana                      100
        3120 Retained · Beto     50
        2130 · Beto                      50
      5 · F · Oldest first (payment)
        2130 · Ana              100
        2130 · Beto              50
        1010                            150
      6 · P · Payment
        2110 · Ana              289
        2110 · Beto             144
        2120                             43
        1010                            390
    Closing balances
    ----------------
      Account               Debit  Credit
      1010                    860
      2115 · Ana                       88
      2115 · Beto                      45
      2120                             43
      3110 · Ana                      300
      3110 · Beto                     100
      3120 Retained · Ana             100
      3120 Retained · Beto             50
      3210 Reserve                    134
    Year 2 of 2
    ===========
    Sums to be applied
    ------------------
      main  60
    Rules, in their order
    ---------------------
    L · Loss to the reserve
      Base          60
      Value         60
      Amount        60
      Charged to    3210 Reserve
      Left in main  0
    What follows
    ------------
    X · Ana leaves
      Member         Ana
      Held           400
      Deduction      20
      Debts set off  0
      Owed           380
      Year  Owed at the beginning  Instalment  Interest
      1                       380         127        11
      2                       253         127         8
      3                       126         126         4
    Entries
    -------
      Account                Debit  Credit
      1 · E · Loss of the year
        3310                    60
        1010                            60
      2 · L · Loss to the reserve
        3210 Reserve            60
        3310                            60
      3 · X · Ana leaves
        3110 · Ana             300
        3120 Retained · Ana    100
        3210 Reserve                    20
        2130 · Ana                     380
    Closing balances
    ----------------
      Account               Debit  Credit
      1010                    800
      2115 · Ana                       88
      2115 · Beto                      45
      2120                             43
      2130 · Ana                      380
      3110 · Beto                     100
      3120 Retained · Beto             50
      3210 Reserve                     94
    $ LANGUAGE=es tequio-cli allocate years.json --format text | grep -v "^$" | grep -v " [·+] " | sed -n 5,75p
    Sumas por aplicar
    -----------------
      main  1,000
    Reglas, en su orden
    -------------------
      Base                     lo que queda en main = 1,000
      Tasa                     3/20 hasta 100
      Tasa                     1/10
      Redondeado hacia arriba  134
      Importe                  134
      Va a                     3210 Reserva
      Queda en main            866
      Base           866
      Valor          866
      Importe        866
      Va a           se aparta para repartir
      Queda en main  0
    Partes
    ------
      Importe por repartir                 866
      En unidades de                       1
      hours                                ponderador 1, 3 en total
      Unidades dadas a los restos mayores  1
      Persona socia  hours  Parte exacta  Fracción de una unidad  Parte  money  shares
    Lo que sigue
    ------------
      Persona socia  Pasa a capital  Pendiente  Certificados completos
      Ana                       200         88                       2
      Beto                      100         45                       1
      Presupuesto            150
      Queda del presupuesto  0
      Persona socia  Saldo  Reembolsado  Queda
      Tramo de 2020
        Ana            200          100    100
        Beto           100           50     50
      Persona socia  Por pagar  Impuesto retenido  Pagado
      Ana                  289                 29     260
      Beto                 144                 14     130
      Total                433                 43     390
    Cuentas de las personas socias
    ------------------------------
    3120 Retenido
      Persona socia  Saldo inicial  Abonado  Cargado  Saldo final
      Ana                      200        0      100          100
      Beto                     100        0       50           50
    Asientos
    --------
      Cuenta                  Cargo  Abono
        3310                    134
        3210 Reserva                   134
        3310                    866
        1010                           150
        2120                            43
        1010                           390
    Saldos finales
    --------------
      Cuenta                Cargo  Abono
      1010                    860
      2120                            43
      3210 Reserva                   134
    Año 2 de 2
    ==========
    Sumas por aplicar
    -----------------
      main  60
    Reglas, en su orden
    -------------------
      Base           60
      Valor          60
      Importe        60
      Se carga a     3210 Reserva
    $ tequio-cli allocate years.json | grep -c '"n":'
    9
