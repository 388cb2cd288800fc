Books of other programs: in whole or not at all, never twice, and out again.

    $ tequio-cli new b.tequio --name "Café" --currency MXN --chart none > new.txt
    $ cat > b.journal << END
    > account caja  ; type: A
    > 2027-01-02=2027-01-03 * (7) Tienda | té  ; dicho
    >   caja  -1,5 MXN
    >   gastos:té
    > 2027-01-03 Acción
    >   activo:acciones  2 AAPL @ 3.25 $
    >   otra:cosa
    > END
    $ tequio-cli --book b.tequio import hledger b.journal --dry-run
    Only looked at; the book is as it was.
    read 2
    posted 2
    known 0
    accounts 4
    commodities 2
    b.journal:3: In “1,5” the comma was taken as the decimal mark, as hledger does where no directive tells. If it parts thousands, write “decimal-mark .” at the top of the file.
    Nothing tells the kind of the account “otra” or of those below it; they were taken as assets.
    b.journal:2: The second date of 1 entry was left out.
    b.journal:2: The comments of 1 entry were left out.
    $ tequio-cli --book b.tequio import hledger b.journal
    read 2
    posted 2
    known 0
    accounts 4
    commodities 2
    b.journal:3: In “1,5” the comma was taken as the decimal mark, as hledger does where no directive tells. If it parts thousands, write “decimal-mark .” at the top of the file.
    Nothing tells the kind of the account “otra” or of those below it; they were taken as assets.
    b.journal:2: The second date of 1 entry was left out.
    b.journal:2: The comments of 1 entry were left out.
    $ tequio-cli --book b.tequio import ledger b.journal --format json
    {
      "dry_run": false,
      "entries_read": 2,
      "entries_posted": 0,
      "entries_known": 2,
      "accounts_added": 0,
      "commodities_added": 0,
      "notes": [
        "b.journal:3: In “1,5” the comma was taken as the decimal mark, as hledger does where no directive tells. If it parts thousands, write “decimal-mark .” at the top of the file.",
        "Nothing tells the kind of the account “otra” or of those below it; they were taken as assets.",
        "b.journal:2: The second date of 1 entry was left out."
      ]
    }
    $ tequio-cli --book b.tequio report trial-balance --format csv
    account,commodity,debit,credit,balance
    activo:acciones,AAPL,2,0,2
    caja,MXN,0.00,1.50,-1.50
    gastos:té,MXN,1.50,0.00,1.50
    otra:cosa,$,0.00,6.50,-6.50
    $ tequio-cli --book b.tequio export hledger | grep -v "^$"
    decimal-mark .
    commodity 1000.00 MXN
    commodity 1000. AAPL
    commodity 1000.00 $
    account activo  ; type:A
    account activo:acciones  ; type:A
    account caja  ; type:A
    account gastos  ; type:X
    account gastos:té  ; type:X
    account otra  ; type:A
    account otra:cosa  ; type:A
    2027-01-02 (7) Tienda | té
        caja  -1.50 MXN
        gastos:té  1.50 MXN
    2027-01-03 Acción
        activo:acciones  2 AAPL @@ 6.50 $
        otra:cosa  -6.50 $

    $ printf '\n2027-01-04 mal\n  caja  1 MXN\n  gastos  2 MXN\n' >> b.journal
    $ tequio-cli --book b.tequio import hledger b.journal
    tequio-cli: b.journal:9: found postings that add up to 3 MXN, expected 0.
    [1]
    $ tequio-cli --book b.tequio import clay b.journal
    tequio-cli: “clay” is not a format that can be imported. Use hledger or ledger.
    [1]
    $ tequio-cli --book b.tequio import hledger
    tequio-cli: Say the format and the file: import FORMAT FILE.
    [2]
    $ tequio-cli --book b.tequio export clay
    tequio-cli: “clay” is not a format that can be written. “tequio-cli export --help” lists them.
    [1]
    $ tequio-cli --book b.tequio verify
    events 14
    entries 2
    seals 0
    sound
