Books of other programs: in whole or not at all, never twice, and out again.

    $ tequio-cli new b.tequio --name "Café" --currency MXN --chart none > new.txt
    $ cat > b.journal << END
    > account caja  ; type: A
    > 2027-01-02=2027-01-03 * (7) Tienda | té  ; dicho
    >   caja  -1,5 MXN
    >   gastos:té
    > END
    $ tequio-cli --book b.tequio import hledger b.journal --dry-run
    Only looked at; the book is as it was.
    read 1
    posted 1
    known 0
    accounts 2
    commodities 0
    b.journal:3: In “1,5” the comma was taken as the decimal mark, as hledger does where no directive tells. If it parts thousands, write “decimal-mark .” at the top of the file.
    b.journal:2: The second date of 1 entry was left out.
    b.journal:2: The comments of 1 entry were left out.
    $ tequio-cli --book b.tequio import hledger b.journal
    read 1
    posted 1
    known 0
    accounts 2
    commodities 0
    b.journal:3: In “1,5” the comma was taken as the decimal mark, as hledger does where no directive tells. If it parts thousands, write “decimal-mark .” at the top of the file.
    b.journal:2: The second date of 1 entry was left out.
    b.journal:2: The comments of 1 entry were left out.
    $ tequio-cli --book b.tequio import ledger b.journal --format json
    {
      "dry_run": false,
      "entries_read": 1,
      "entries_posted": 0,
      "entries_known": 1,
      "accounts_added": 0,
      "commodities_added": 0,
      "notes": [
        "b.journal:3: In “1,5” the comma was taken as the decimal mark, as hledger does where no directive tells. If it parts thousands, write “decimal-mark .” at the top of the file.",
        "b.journal:2: The second date of 1 entry was left out."
      ]
    }
    $ tequio-cli --book b.tequio report trial-balance --format csv
    account,commodity,debit,credit,balance
    caja,MXN,0.00,1.50,-1.50
    gastos:té,MXN,1.50,0.00,1.50
    $ tequio-cli --book b.tequio export hledger | grep -v "^$"
    decimal-mark .
    commodity 1000.00 MXN
    account caja  ; type:A
    account gastos  ; type:X
    account gastos:té  ; type:X
    2027-01-02 (7) Tienda | té
        caja  -1.50 MXN
        gastos:té  1.50 MXN

    $ printf '\n2027-01-04 mal\n  caja  1 MXN\n  gastos  2 MXN\n' >> b.journal
    $ tequio-cli --book b.tequio import hledger b.journal
    tequio-cli: b.journal:6: found postings that add up to 3 MXN, expected 0.
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
    events 7
    entries 1
    seals 0
    sound
