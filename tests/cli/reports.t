Every report of the practice book, in its three forms.

    $ export TEQUIO_BOOK=practice.tequio
    $ tequio-cli --quiet demo practice.tequio
    $ case=$(tequio-cli --format csv assembly list | sed -n '2s/,.*//p')
    $ tequio-cli report trial-balance
    Account                        Currency       Debit      Credit    Balance
    Assets:Cash box                MXN       145,800.00  136,662.00   9,138.00
    Equity:Funds:Agreed uses       MXN        20,150.00   20,150.00       0.00
    Equity:Funds:Reserve           MXN             0.00    3,074.00  -3,074.00
    Equity:Funds:Solidarity        MXN             0.00    2,864.00  -2,864.00
    Equity:Opening balances        MXN             0.00    3,200.00  -3,200.00
    Equity:Result of the year      MXN        28,640.00   28,640.00       0.00
    Expenses:Advances for produce  MXN        97,960.00   97,960.00       0.00
    Expenses:Certification         MXN         5,000.00    5,000.00       0.00
    Expenses:Commission travel     MXN         1,000.00    1,000.00       0.00
    Expenses:Repairs               MXN         2,460.00    2,460.00       0.00
    Expenses:Sacks and packaging   MXN         1,178.00    1,178.00       0.00
    Expenses:Stationery            MXN           162.00      162.00       0.00
    Expenses:Transport             MXN         6,200.00    6,200.00       0.00
    Income:Sales of produce        MXN       142,600.00  142,600.00       0.00
    Liabilities:Customer advances  MXN       100,000.00  100,000.00       0.00
    Liabilities:Returns payable    MXN         2,762.00    2,762.00       0.00
    $ tequio-cli --format json report trial-balance | head -20
    {
      "report": "trial_balance",
      "rows": [
        {
          "account": "Assets:Cash box",
          "commodity": "MXN",
          "debit": "145800.00",
          "credit": "136662.00",
          "balance": "9138.00"
        },
        {
          "account": "Equity:Funds:Agreed uses",
          "commodity": "MXN",
          "debit": "20150.00",
          "credit": "20150.00",
          "balance": "0.00"
        },
        {
          "account": "Equity:Funds:Reserve",
          "commodity": "MXN",
    $ tequio-cli report balance-sheet --as-of 2027-03-31
    Account                    Currency     Amount
    Assets
      Assets:Cash box          MXN       31,840.00
    Total assets               MXN       31,840.00
    Liabilities
    Total liabilities          MXN            0.00
    Equity
      Equity:Opening balances  MXN        3,200.00
    Total equity               MXN        3,200.00
    Result not yet decided on  MXN       28,640.00
    $ tequio-cli --format json report balance-sheet --as-of 2027-03-31
    {
      "report": "balance_sheet",
      "rows": [
        {
          "account": "Assets",
          "commodity": null,
          "amount": null,
          "role": "heading"
        },
        {
          "account": "Assets:Cash box",
          "commodity": "MXN",
          "amount": "31840.00"
        },
        {
          "account": "Total assets",
          "commodity": "MXN",
          "amount": "31840.00",
          "role": "total"
        },
        {
          "account": "Liabilities",
          "commodity": null,
          "amount": null,
          "role": "heading"
        },
        {
          "account": "Total liabilities",
          "commodity": "MXN",
          "amount": "0.00",
          "role": "total"
        },
        {
          "account": "Equity",
          "commodity": null,
          "amount": null,
          "role": "heading"
        },
        {
          "account": "Equity:Opening balances",
          "commodity": "MXN",
          "amount": "3200.00"
        },
        {
          "account": "Total equity",
          "commodity": "MXN",
          "amount": "3200.00",
          "role": "total"
        },
        {
          "account": "Result not yet decided on",
          "commodity": "MXN",
          "amount": "28640.00",
          "role": "total"
        }
      ]
    }
    $ tequio-cli report cash-flow
    Account                          Currency      Amount
    Money at the start               MXN             0.00
      Liabilities:Customer advances  MXN             0.00
      Liabilities:Returns payable    MXN        -2,762.00
      Equity:Opening balances        MXN         3,200.00
      Equity:Funds:Agreed uses       MXN       -19,940.00
      Income:Sales of produce        MXN       142,600.00
      Expenses:Advances for produce  MXN       -97,960.00
      Expenses:Transport             MXN        -6,200.00
      Expenses:Sacks and packaging   MXN        -1,178.00
      Expenses:Repairs               MXN        -2,460.00
      Expenses:Certification         MXN        -5,000.00
      Expenses:Stationery            MXN          -162.00
      Expenses:Commission travel     MXN        -1,000.00
    Money at the end                 MXN         9,138.00
    $ tequio-cli --format csv report cash-flow --to 2027-03-31
    account,commodity,amount
    Liabilities:Customer advances,MXN,0.00
    Equity:Opening balances,MXN,3200.00
    Income:Sales of produce,MXN,142600.00
    Expenses:Advances for produce,MXN,-97960.00
    Expenses:Transport,MXN,-6200.00
    Expenses:Sacks and packaging,MXN,-1178.00
    Expenses:Repairs,MXN,-2460.00
    Expenses:Certification,MXN,-5000.00
    Expenses:Stationery,MXN,-162.00
    Expenses:Commission travel,MXN,-1000.00
    $ tequio-cli report equity-changes --from 2027-04-01
    Account                    Currency  At the start      Added      Taken  At the end
    Equity:Funds:Agreed uses   MXN               0.00  20,150.00  20,150.00        0.00
    Equity:Funds:Reserve       MXN               0.00   3,074.00       0.00    3,074.00
    Equity:Funds:Solidarity    MXN               0.00   2,864.00       0.00    2,864.00
    Equity:Opening balances    MXN           3,200.00       0.00       0.00    3,200.00
    Equity:Result of the year  MXN               0.00  28,640.00  28,640.00        0.00
    $ tequio-cli --format json report equity-changes --from 2027-04-01
    {
      "report": "equity_changes",
      "rows": [
        {
          "account": "Equity:Funds:Agreed uses",
          "commodity": "MXN",
          "opening": "0.00",
          "increase": "20150.00",
          "decrease": "20150.00",
          "closing": "0.00"
        },
        {
          "account": "Equity:Funds:Reserve",
          "commodity": "MXN",
          "opening": "0.00",
          "increase": "3074.00",
          "decrease": "0.00",
          "closing": "3074.00"
        },
        {
          "account": "Equity:Funds:Solidarity",
          "commodity": "MXN",
          "opening": "0.00",
          "increase": "2864.00",
          "decrease": "0.00",
          "closing": "2864.00"
        },
        {
          "account": "Equity:Opening balances",
          "commodity": "MXN",
          "opening": "3200.00",
          "increase": "0.00",
          "decrease": "0.00",
          "closing": "3200.00"
        },
        {
          "account": "Equity:Result of the year",
          "commodity": "MXN",
          "opening": "0.00",
          "increase": "28640.00",
          "decrease": "28640.00",
          "closing": "0.00"
        }
      ]
    }
    $ tequio-cli --format csv report journal --to 2026-12-31 | cut -d, -f1,3-
    date,text,reference,account,party,commodity,amount,source,reverses
    2026-11-01,Opening balance of the cash box,,Assets:Cash box,,MXN,3200.00,typed,
    2026-11-01,Opening balance of the cash box,,Equity:Opening balances,,MXN,-3200.00,typed,
    2026-12-01,Advance from the buyer,,Assets:Cash box,,MXN,100000.00,typed,
    2026-12-01,Advance from the buyer,,Liabilities:Customer advances,,MXN,-100000.00,typed,
    2026-12-05,Advance for coffee delivered: Anselmo y Domitila,,Expenses:Advances for produce,A1,MXN,6320.00,typed,
    2026-12-05,Advance for coffee delivered: Anselmo y Domitila,,Assets:Cash box,,MXN,-6320.00,typed,
    2026-12-05,Advance for coffee delivered: Hilaria,,Expenses:Advances for produce,V4,MXN,3950.00,typed,
    2026-12-05,Advance for coffee delivered: Hilaria,,Assets:Cash box,,MXN,-3950.00,typed,
    2026-12-06,Advance for coffee delivered: Rufina,,Expenses:Advances for produce,A2,MXN,5530.00,typed,
    2026-12-06,Advance for coffee delivered: Rufina,,Assets:Cash box,,MXN,-5530.00,typed,
    2026-12-06,Advance for coffee delivered: Dominga,,Expenses:Advances for produce,V5,MXN,3160.00,typed,
    2026-12-06,Advance for coffee delivered: Dominga,,Assets:Cash box,,MXN,-3160.00,typed,
    2026-12-07,Advance for coffee delivered: Pascual y Elodia,,Expenses:Advances for produce,A3,MXN,4740.00,typed,
    2026-12-07,Advance for coffee delivered: Pascual y Elodia,,Assets:Cash box,,MXN,-4740.00,typed,
    2026-12-07,Advance for coffee delivered: Eusebia,,Expenses:Advances for produce,V6,MXN,1580.00,typed,
    2026-12-07,Advance for coffee delivered: Eusebia,,Assets:Cash box,,MXN,-1580.00,typed,
    2026-12-08,Advance for coffee delivered: Jacinto y Mariana,,Expenses:Advances for produce,A4,MXN,4740.00,typed,
    2026-12-08,Advance for coffee delivered: Jacinto y Mariana,,Assets:Cash box,,MXN,-4740.00,typed,
    2026-12-09,Advance for coffee delivered: Feliciana,,Expenses:Advances for produce,A5,MXN,3950.00,typed,
    2026-12-09,Advance for coffee delivered: Feliciana,,Assets:Cash box,,MXN,-3950.00,typed,
    2026-12-10,Advance for coffee delivered: Gaspar e Inés,,Expenses:Advances for produce,A6,MXN,3950.00,typed,
    2026-12-10,Advance for coffee delivered: Gaspar e Inés,,Assets:Cash box,,MXN,-3950.00,typed,
    2026-12-11,Advance for coffee delivered: Petrona,,Expenses:Advances for produce,A7,MXN,3160.00,typed,
    2026-12-11,Advance for coffee delivered: Petrona,,Assets:Cash box,,MXN,-3160.00,typed,
    2026-12-12,Advance for coffee delivered: Lorenzo y Juana,,Expenses:Advances for produce,A8,MXN,3160.00,typed,
    2026-12-12,Advance for coffee delivered: Lorenzo y Juana,,Assets:Cash box,,MXN,-3160.00,typed,
    2026-12-13,Advance for coffee delivered: Catarina,,Expenses:Advances for produce,A9,MXN,2370.00,typed,
    2026-12-13,Advance for coffee delivered: Catarina,,Assets:Cash box,,MXN,-2370.00,typed,
    2026-12-14,Advance for coffee delivered: Nicolás y Rosa,,Expenses:Advances for produce,C1,MXN,7110.00,typed,
    2026-12-14,Advance for coffee delivered: Nicolás y Rosa,,Assets:Cash box,,MXN,-7110.00,typed,
    2026-12-15,Advance for coffee delivered: Micaela,,Expenses:Advances for produce,C2,MXN,5530.00,typed,
    2026-12-15,Advance for coffee delivered: Micaela,,Assets:Cash box,,MXN,-5530.00,typed,
    2026-12-16,Advance for coffee delivered: Diego y Antonia,,Expenses:Advances for produce,C3,MXN,4740.00,typed,
    2026-12-16,Advance for coffee delivered: Diego y Antonia,,Assets:Cash box,,MXN,-4740.00,typed,
    2026-12-17,Advance for coffee delivered: Sebastián y Lucía,,Expenses:Advances for produce,C4,MXN,4740.00,typed,
    2026-12-17,Advance for coffee delivered: Sebastián y Lucía,,Assets:Cash box,,MXN,-4740.00,typed,
    2026-12-18,Advance for coffee delivered: Manuela,,Expenses:Advances for produce,C5,MXN,3950.00,typed,
    2026-12-18,Advance for coffee delivered: Manuela,,Assets:Cash box,,MXN,-3950.00,typed,
    2026-12-19,Advance for coffee delivered: Agustín y Marta,,Expenses:Advances for produce,C6,MXN,3160.00,typed,
    2026-12-19,Advance for coffee delivered: Agustín y Marta,,Assets:Cash box,,MXN,-3160.00,typed,
    2026-12-20,Advance for coffee delivered: Verónica,,Expenses:Advances for produce,C7,MXN,3160.00,typed,
    2026-12-20,Advance for coffee delivered: Verónica,,Assets:Cash box,,MXN,-3160.00,typed,
    2026-12-21,Advance for coffee delivered: Mateo y Pascuala,,Expenses:Advances for produce,C8,MXN,2370.00,typed,
    2026-12-21,Advance for coffee delivered: Mateo y Pascuala,,Assets:Cash box,,MXN,-2370.00,typed,
    2026-12-22,Advance for coffee delivered: Tomás y Angélica,,Expenses:Advances for produce,V1,MXN,6320.00,typed,
    2026-12-22,Advance for coffee delivered: Tomás y Angélica,,Assets:Cash box,,MXN,-6320.00,typed,
    2026-12-23,Advance for coffee delivered: Florencia,,Expenses:Advances for produce,V2,MXN,5530.00,typed,
    2026-12-23,Advance for coffee delivered: Florencia,,Assets:Cash box,,MXN,-5530.00,typed,
    2026-12-24,Advance for coffee delivered: Bartolo e Irma,,Expenses:Advances for produce,V3,MXN,4740.00,typed,
    2026-12-24,Advance for coffee delivered: Bartolo e Irma,,Assets:Cash box,,MXN,-4740.00,typed,
    $ tequio-cli report register --account 'Equity:Funds:Reserve'
    Date        Entry  Text                                          Family  Currency     Amount    Balance
    2027-05-02    208  Use of the surplus as agreed by the assembly          MXN       -2,864.00  -2,864.00
    2027-06-20    225  Not spent, to the fund as the assembly said           MXN         -210.00  -3,074.00
    $ tequio-cli --format csv report register --account 1010 --from 2027-05-01 | tail -3 | cut -d, -f1,3-
    2027-05-30,Families of small harvest,,MXN,-345.25,9828.50
    2027-05-30,Families of small harvest,,MXN,-345.25,9483.25
    2027-05-30,Families of small harvest,,MXN,-345.25,9138.00
    $ tequio-cli --format csv report member-accounts | grep A7
    A7,Petrona,Liabilities:Returns payable,MXN,345.25,345.25,0.00
    A7,Petrona,Expenses:Advances for produce,MXN,3160.00,0.00,3160.00
    $ tequio-cli --format json report income-statement | head -12
    {
      "report": "income_statement",
      "rows": [
        {
          "account": "Income",
          "commodity": null,
          "amount": null,
          "role": "heading"
        },
        {
          "account": "Income:Sales of produce",
          "commodity": "MXN",
    $ tequio-cli report register
    tequio-cli: The option --account is needed. --help shows an example.
    [2]
    $ tequio-cli report register --account Nowhere
    tequio-cli: There is no account “Nowhere”. “tequio-cli account list” shows them; “account add” makes one.
    [1]
    $ tequio-cli report dance
    tequio-cli: There is no report “dance”. “tequio-cli report --help” lists them.
    [1]
    $ tequio-cli report
    tequio-cli: The option NAME is needed. --help shows an example.
    [2]
    $ tequio-cli report trial-balance --from 2027-13-01
    tequio-cli: “2027-13-01” is not a date. Write it as year-month-day, for example 2027-04-18.
    [1]
    $ tequio-cli report trial-balance --from 2028-01-01
    Account  Currency  Debit  Credit  Balance

In Spanish.

    $ LANGUAGE=es tequio-cli report cash-flow
    Cuenta                           Moneda     Importe
    Dinero al inicio                 MXN           0.00
      Liabilities:Customer advances  MXN           0.00
      Liabilities:Returns payable    MXN      -2,762.00
      Equity:Opening balances        MXN       3,200.00
      Equity:Funds:Agreed uses       MXN     -19,940.00
      Income:Sales of produce        MXN     142,600.00
      Expenses:Advances for produce  MXN     -97,960.00
      Expenses:Transport             MXN      -6,200.00
      Expenses:Sacks and packaging   MXN      -1,178.00
      Expenses:Repairs               MXN      -2,460.00
      Expenses:Certification         MXN      -5,000.00
      Expenses:Stationery            MXN        -162.00
      Expenses:Commission travel     MXN      -1,000.00
    Dinero al final                  MXN       9,138.00
    $ LANGUAGE=es tequio-cli report income-statement | tail -2
    Total de gastos                  MXN     113,960.00
    Excedente                        MXN      28,640.00

The road as other programs read it, and as people do.

    $ tequio-cli --format json assembly show --case $case | grep -v written_by | head -30
    {
      "case": 176,
      "kind": "surplus",
      "title": "Surplus of the harvest 2026-2027",
      "opened": "2027-04-04",
      "from": "2026-11-01",
      "to": "2027-03-31",
      "state": "finished",
      "possible": [
        "minutes",
        "agenda",
        "link"
      ],
      "counts": [
        {
          "event": 178,
          "date": "2027-04-04",
          "account": 4,
          "book_amount": "31840.00",
          "counted_amount": "31840.00",
          "detail": "63 × 500.00, 1 × 200.00, 1 × 100.00, 2 × 20.00",
          "first_person": "Lucía",
          "second_person": "Petrona"
        }
      ],
      "closes": [
        {
          "event": 179,
          "date": "2027-04-04",
          "seal": 177,
    $ tequio-cli --format json decision show --case $case
    {
      "report": "execution",
      "rows": [
        {
          "line": 1,
          "label": "Motor pulper",
          "agreed": "14500.00",
          "spent": "14180.00",
          "difference": "320.00",
          "state": "settled"
        },
        {
          "line": 2,
          "label": "Water tank (repair)",
          "agreed": "3350.00",
          "spent": "3350.00",
          "difference": "0.00",
          "state": "settled"
        },
        {
          "line": 3,
          "label": "Drying tables of the women",
          "agreed": "2300.00",
          "spent": "2410.00",
          "difference": "-110.00",
          "state": "above the agreement"
        },
        {
          "line": 4,
          "label": "Families of small harvest",
          "agreed": "2762.00",
          "spent": "2762.00",
          "difference": "0.00",
          "state": "settled"
        },
        {
          "line": null,
          "label": "Total",
          "agreed": "22912.00",
          "spent": "22702.00",
          "difference": "210.00",
          "state": "",
          "role": "total"
        }
      ]
    }
    $ tequio-cli --format json proposal list --case $case | head -24
    {
      "report": "proposals",
      "rows": [
        {
          "proposal": "A",
          "event": 187,
          "authors": "Anselmo (A1)",
          "line": "Shared among the families",
          "amount": "22912.00"
        },
        {
          "proposal": "B",
          "event": 188,
          "authors": "Florencia (V2)",
          "line": "Shared among the families",
          "amount": "22912.00"
        },
        {
          "proposal": "C",
          "event": 189,
          "authors": "Rufina (A2), women of Arriba",
          "line": "Motor pulper",
          "amount": "14500.00"
        },
    $ tequio-cli --format json surplus show --case $case
    {
      "report": "surplus",
      "rows": [
        {
          "step": "Surplus",
          "fund": "",
          "amount": "28640.00"
        },
        {
          "step": "Reserve fund, 10 %",
          "fund": "reserve",
          "amount": "-2864.00"
        },
        {
          "step": "Solidarity fund, 10 %",
          "fund": "solidarity",
          "amount": "-2864.00"
        },
        {
          "step": "To be decided on",
          "fund": "",
          "amount": "22912.00",
          "role": "total"
        }
      ]
    }
    $ tequio-cli surplus rules
    Order  Rule        Meaning                Kind     Rate    Amount  Ceiling  Fund        Law or agreement
        1  reserve     Reserve fund, 10 %     percent  10/100    0.00     0.00  reserve     Agreement of 2025-03
        2  solidarity  Solidarity fund, 10 %  percent  10/100    0.00     0.00  solidarity  Agreement of 2025-03
    $ tequio-cli --format json surplus rules | head -14
    {
      "report": "rules",
      "rows": [
        {
          "position": 1,
          "rule": "reserve",
          "label": "Reserve fund, 10 %",
          "kind": "percent",
          "rate": "10/100",
          "amount": "0.00",
          "ceiling": "0.00",
          "fund": "reserve",
          "reference": "Agreement of 2025-03"
        },
    $ tequio-cli assembly list
    Number  Title                             Kind     Station   Opened
       176  Surplus of the harvest 2026-2027  surplus  finished  2027-04-04
    $ tequio-cli assembly show --case 4711
    tequio-cli: There is no case with the number 4711.
    [1]
    $ tequio-cli assembly show
    Date        Event  Act       From         To
    2027-04-04    178  count     open         open
    2027-04-04    179  close     open         closed
    2027-04-04    180  notice    closed       convoked
    2027-04-10    181  review    convoked     convoked
    2027-04-18    182  roll      convoked     presented
    2027-04-18    183  read      presented    presented
    2027-04-18    184  question  presented    presented
    2027-04-18    185  question  presented    presented
    2027-04-18    186  accounts  presented    presented
    2027-04-18    187  propose   presented    proposing
    2027-04-18    188  propose   proposing    proposing
    2027-04-18    189  propose   proposing    proposing
    2027-04-18    190  minutes   proposing    proposing
    2027-04-20    191  round     proposing    consulting
    2027-04-22    192  word      consulting   consulting
    2027-04-23    193  word      consulting   consulting
    2027-04-24    194  word      consulting   consulting
    2027-04-26    195  gather    consulting   harmonising
    2027-04-26    196  propose   harmonising  harmonising
    2027-04-27    197  round     harmonising  consulting
    2027-04-28    198  word      consulting   consulting
    2027-04-28    199  word      consulting   consulting
    2027-04-28    200  word      consulting   consulting
    2027-04-28    201  gather    consulting   harmonising
    2027-04-28    202  notice    harmonising  harmonising
    2027-05-02    203  roll      harmonising  deciding
    2027-05-02    204  object    deciding     deciding
    2027-05-02    205  answer    deciding     deciding
    2027-05-02    206  agree     deciding     deciding
    2027-05-02    207  agenda    deciding     deciding
    2027-05-02    208  decide    deciding     decided
    2027-05-02    209  mandate   decided      mandated
    2027-05-02    210  accept    mandated     executing
    2027-05-02    211  minutes   executing    executing
    2027-05-14    212  pay       executing    executing
    2027-05-21    213  pay       executing    executing
    2027-05-28    214  pay       executing    executing
    2027-05-30    215  pay       executing    executing
    2027-05-30    216  pay       executing    executing
    2027-05-30    217  pay       executing    executing
    2027-05-30    218  pay       executing    executing
    2027-05-30    219  pay       executing    executing
    2027-05-30    220  pay       executing    executing
    2027-05-30    221  pay       executing    executing
    2027-05-30    222  pay       executing    executing
    2027-06-08    223  notice    executing    executing
    2027-06-20    224  roll      executing    executing
    2027-06-20    225  report    executing    reported
    2027-06-20    226  minutes   reported     reported
    2027-06-20    227  finish    reported     finished
    Surplus of the harvest 2026-2027 stands at: Finished
    Possible now:
      minutes        Write the minutes
      agenda         Put a matter on the agenda
      link           Link a mark to the agreement that dealt with it

Slips: the event and the letters that a family holds.

    $ tequio-cli verify --slip 177 AAAA-AAAA
    tequio-cli: Event 177 of this book does not have the letters “AAAA-AAAA” of the paper.
    events 227
    entries 46
    seals 1
    Event 177 of this book does not have the letters “AAAA-AAAA” of the paper.
    [3]
    $ tequio-cli verify --slip 4711 AAAA-AAAA
    tequio-cli: Event 4711 of this book does not have the letters “AAAA-AAAA” of the paper.
    events 227
    entries 46
    seals 1
    Event 4711 of this book does not have the letters “AAAA-AAAA” of the paper.
    [3]
    $ tequio-cli verify --slip nonsense
    tequio-cli: --slip takes the event's number and its eight letters: --slip 1234 K3QF-7MZA
    [2]
    $ tequio-cli verify more
    events 227
    entries 46
    seals 1
    sound
