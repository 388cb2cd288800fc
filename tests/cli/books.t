A book from its first day to its first seal, and what may not happen to it.

    $ export TEQUIO_BOOK=vega.tequio
    $ tequio-cli new vega.tequio --name "La Vega" --currency MXN --chart producers --year-start 11-01 --date 2026-11-01
    made vega.tequio: La Vega, MXN
    $ stat -c %a vega.tequio
    600
    $ tequio-cli info
    name       La Vega
    currency   MXN
    unit       family
    events     75
    accounts   73
    entries    0
    families   0
    persons    0
    seals      0
    closed     –
    $ tequio-cli --format json info
    {
      "name": "La Vega",
      "currency": "MXN",
      "unit": "family",
      "events": 75,
      "accounts": 73,
      "entries": 0,
      "families": 0,
      "persons": 0,
      "seals": 0,
      "closed_through": null,
      "last_seal": null
    }

Nothing is ever overwritten, and what cannot be made leaves no file.

    $ tequio-cli new vega.tequio --name Other --currency MXN
    tequio-cli: There is a file “vega.tequio” already. Choose another name.
    [1]
    $ tequio-cli new other.tequio --name Other --currency MXN --chart nonsense
    tequio-cli: “nonsense” does not come with the program (looked at */data/charts/nonsense.tsv). (glob)
    [1]
    $ tequio-cli new other.tequio --currency MXN
    tequio-cli: The option --name is needed. --help shows an example.
    [2]
    $ tequio-cli new other.tequio --name Other
    tequio-cli: The option --currency is needed. --help shows an example.
    [2]
    $ tequio-cli new other.tequio --name Other --currency MXN --unit village
    tequio-cli: “village” is not a unit. Use family or person.
    [2]
    $ tequio-cli new other.tequio --name Other --currency MXN --year-start 13-45
    tequio-cli: “13-45” is not the start of a year. Write month and day, for example 11-01.
    [2]
    $ ls
    vega.tequio

A chart in Spanish, and a book without accounts.

    $ tequio-cli new es.tequio --name Taller --currency MXN --chart worker --unit person --language es
    made es.tequio: Taller, MXN
    $ tequio-cli --book es.tequio --format csv account list | head -4
    account,code,kind,role,closed
    Activo,1000,asset,,
    Activo:Banco,1020,asset,bank,
    Activo:Caja,1010,asset,cash,
    $ tequio-cli new none.tequio --name None --currency JPY --chart none
    made none.tequio: None, JPY
    $ tequio-cli --book none.tequio account list
    Account  Code  Kind  Role  Closed

Two entries, a seal, and the seal's letters typed back from paper.

    $ tequio-cli entry add --date 2026-11-01 --text Opening 'Assets:Cash box=3200.00' 'Equity:Opening balances=-3200.00' | sed 's/[0-9][0-9]*/N/'
    posted N
    $ tequio-cli entry add --date 2026-12-01 --text "Advance of the buyer" '1010=100000' '2050=-100000.00' > posted
    $ cat posted
    posted 77
    $ tequio-cli seal --through 2026-12-31 > seal
    $ cut -d' ' -f1-4 seal
    seal 1 event 78
    $ letters=$(cut -d' ' -f6 seal); digest=$(cut -d' ' -f5 seal); echo ${#letters} ${#digest}
    14 64
    $ letters=$(cut -d' ' -f6 seal); digest=$(cut -d' ' -f5 seal)
    > tequio-cli verify --digest "$letters" && tequio-cli verify --digest "$digest" --digest "$(echo $letters | tr -d -)"
    events 78
    entries 2
    seals 1
    sound
    events 78
    entries 2
    seals 1
    sound
    $ tequio-cli verify --digest AAAA-AAAA-AAAA
    tequio-cli: No seal of this book is “AAAA-AAAA-AAAA”: this is another book, or it was rewritten.
    events 78
    entries 2
    seals 1
    No seal of this book is “AAAA-AAAA-AAAA”: this is another book, or it was rewritten.
    [3]
    $ tequio-cli verify --digest nonsense
    tequio-cli: No seal of this book is “nonsense”: this is another book, or it was rewritten.
    events 78
    entries 2
    seals 1
    No seal of this book is “nonsense”: this is another book, or it was rewritten.
    [3]
    $ tequio-cli --format json verify
    {
      "events": 78,
      "entries": 2,
      "seals": 1,
      "sound": true,
      "fault": null,
      "first_bad_event": 0,
      "blanked": 0,
      "clock_jumps": 0
    }

A sealed period is closed for good.

    $ tequio-cli entry add --date 2026-11-15 --text Late 'Assets:Cash box=1.00' 'Income:Sales of produce=-1.00'
    tequio-cli: 2026-11-15 lies in a period that is closed and sealed (through 2026-12-31). Write a correcting entry dated after it; it can name the entry that it corrects.
    [1]
    $ tequio-cli seal --through 2026-12-31
    tequio-cli: Everything through 2026-12-31 is closed and sealed already. Give a later day.
    [1]

A copy is a sound book; its name is not taken from another file.

    $ tequio-cli backup copy.tequio
    copied and verified: copy.tequio
    $ tequio-cli --book copy.tequio verify
    events 78
    entries 2
    seals 1
    sound
    $ tequio-cli backup copy.tequio
    tequio-cli: There is a file “copy.tequio” already. Choose another name.
    [1]

What is not a book, and what is not there.

    $ echo "Dear all" > letter.txt
    $ tequio-cli --book letter.txt info
    tequio-cli: “letter.txt” is not a book of Tequio. It was left as it is.
    [4]
    $ cat letter.txt
    Dear all
    $ tequio-cli --book nowhere.tequio info
    tequio-cli: Cannot open the book “nowhere.tequio”: No such file or directory.
    [4]
    $ env -u TEQUIO_BOOK tequio-cli info
    tequio-cli: Say which book: --book FILE, or the environment variable TEQUIO_BOOK.
    [2]

A changed byte is found.

    $ python3 -c "
    > import sqlite3, sys
    > db = sqlite3.connect('copy.tequio')
    > guard = db.execute(\"SELECT sql FROM sqlite_schema WHERE name = 'posting_update'\").fetchone()[0]
    > db.execute('DROP TRIGGER posting_update')
    > db.execute('UPDATE posting SET amount = amount + sign (amount), value = value + sign (value)')
    > db.execute(guard)
    > db.commit ()"
    $ tequio-cli --book copy.tequio verify
    tequio-cli: Row 1 of the table “posting” is not what the events say. The events themselves are whole: the book can be made anew from them.
    events 78
    entries 2
    seals 1
    Row 1 of the table “posting” is not what the events say. The events themselves are whole: the book can be made anew from them.
    [3]
