Entries: posted, refused, listed, shown, reversed, in a row.

    $ export TEQUIO_BOOK=b.tequio
    $ tequio-cli new b.tequio --name "La Vega" --currency MXN --chart producers --date 2026-11-01
    made b.tequio: La Vega, MXN
    $ tequio-cli family add --code A1 --name "Rufina" --date 2026-11-01 > /dev/null
    $ tequio-cli entry add --date 2027-01-05 --text Sale --reference F-1 'Assets:Cash box=12.50' 'Income:Sales of produce=-12.50' > first
    $ tequio-cli entry add --date 2027-01-06 --text "Advance for coffee" '6010@A1=3160' '1010=-3160.00' > second
    $ cut -d' ' -f1 first second
    posted
    posted
    $ tequio-cli entry list
    Date        Entry  Text                Reference  Account                        Family  Currency     Amount  Source  Reverses
    2027-01-05     77  Sale                F-1        Assets:Cash box                        MXN           12.50  typed
    2027-01-05     77  Sale                F-1        Income:Sales of produce                MXN          -12.50  typed
    2027-01-06     78  Advance for coffee             Expenses:Advances for produce  A1      MXN        3,160.00  typed
    2027-01-06     78  Advance for coffee             Assets:Cash box                        MXN       -3,160.00  typed
    $ tequio-cli --format csv entry list | cut -d, -f2-
    entry,text,reference,account,party,commodity,amount,source,reverses
    77,Sale,F-1,Assets:Cash box,,MXN,12.50,typed,
    77,Sale,F-1,Income:Sales of produce,,MXN,-12.50,typed,
    78,Advance for coffee,,Expenses:Advances for produce,A1,MXN,3160.00,typed,
    78,Advance for coffee,,Assets:Cash box,,MXN,-3160.00,typed,
    $ tequio-cli entry show $(cut -d' ' -f2 second)
    Date        Entry  Text                Reference  Account                        Family  Currency     Amount  Source  Reverses
    2027-01-06     78  Advance for coffee             Expenses:Advances for produce  A1      MXN        3,160.00  typed
    2027-01-06     78  Advance for coffee             Assets:Cash box                        MXN       -3,160.00  typed
    $ tequio-cli --format json entry show $(cut -d' ' -f2 second)
    {
      "report": "journal",
      "rows": [
        {
          "date": "2027-01-06",
          "entry": 78,
          "text": "Advance for coffee",
          "reference": "",
          "account": "Expenses:Advances for produce",
          "party": "A1",
          "commodity": "MXN",
          "amount": "3160.00",
          "source": "typed",
          "reverses": null
        },
        {
          "date": "2027-01-06",
          "entry": 78,
          "text": "Advance for coffee",
          "reference": "",
          "account": "Assets:Cash box",
          "party": "",
          "commodity": "MXN",
          "amount": "-3160.00",
          "source": "typed",
          "reverses": null
        }
      ]
    }
    $ tequio-cli entry list --search coffee | wc -l
    3
    $ tequio-cli entry list --from 2027-01-06 --to 2027-01-06 | wc -l
    3

What cannot be posted is refused with its reason; the book stays as it was.

    $ tequio-cli entry add --date 2027-01-05 --text One 'Assets:Cash box=12.50'
    tequio-cli: An entry needs at least two lines: where the money came from and where it went.
    [1]
    $ tequio-cli entry add --date 2027-01-05 --text Uneven 'Assets:Cash box=12.50' 'Income:Sales of produce=-12.00'
    tequio-cli: The two sides differ by 0.50 MXN. Did you mean -12.50 in the last line?
    [1]
    $ tequio-cli entry add --date 2027-01-05 --text Unknown 'Assets:Purse=12.50' 'Income:Sales of produce=-12.50'
    tequio-cli: Assets:Purse=12.50: There is no account “Assets:Purse”. “tequio-cli account list” shows them; “account add” makes one.
    [1]
    $ tequio-cli entry add --date 2027-01-05 --text Nobody '1010@Z9=12.50' '4010=-12.50'
    tequio-cli: 1010@Z9=12.50: There is no family or person with the code “Z9”.
    [1]
    $ tequio-cli entry add --date 2027-01-05 --text Digits '1010=12.505' '4010=-12.505'
    tequio-cli: 1010=12.505: “12.505” is not an amount. Write it like 1234.05, with at most 2 digits after the point.
    [1]
    $ tequio-cli entry add --date 2027-01-05 --text Comma '1010=12,50' '4010=-12,50'
    tequio-cli: 1010=12,50: “12,50” is not an amount. Write it like 1234.05, with at most 2 digits after the point.
    [1]
    $ tequio-cli entry add --date 2027-02-30 --text Day '1010=12.50' '4010=-12.50'
    tequio-cli: “2027-02-30” is not a date. Write it as year-month-day, for example 2027-04-18.
    [1]
    $ tequio-cli entry add --text Bare '1010' '4010=-12.50'
    tequio-cli: The option --date is needed. --help shows an example.
    [2]
    $ tequio-cli entry add --date 2027-01-05 --text Big '1010=1000000000001' '4010=-1000000000001'
    tequio-cli: Line 1 of the entry is larger than a book can hold. Check the number of digits.
    [1]
    $ tequio-cli entry show 4711
    tequio-cli: There is no entry 4711 in this book.
    [1]
    $ tequio-cli entry show first
    tequio-cli: Give the number of the entry, as “posted” printed it.
    [2]
    $ tequio-cli entry dance
    tequio-cli: Say what to do: “tequio-cli entry --help” lists the verbs.
    [2]
    $ tequio-cli entry
    tequio-cli: Say what to do: “tequio-cli entry --help” lists the verbs.
    [2]
    $ tequio-cli entry list | wc -l
    5

An entry is undone by its opposite, once.

    $ tequio-cli entry reverse $(cut -d' ' -f2 first) --why "typed twice" --date 2027-01-07 | cut -d' ' -f1
    posted
    $ tequio-cli entry reverse $(cut -d' ' -f2 first) --why "again" --date 2027-01-07 2>&1 | sed 's/[0-9][0-9]*/N/g'
    tequio-cli: Entry N was reversed already, by entry N.
    $ tequio-cli balance
    Account                        Currency     Debit    Credit    Balance
    Assets:Cash box                MXN          12.50  3,172.50  -3,160.00
    Expenses:Advances for produce  MXN       3,160.00      0.00   3,160.00
    Income:Sales of produce        MXN          12.50     12.50       0.00
    $ tequio-cli balance 1010 'Income' --from 2027-01-01 --to 2027-01-06
    Account                  Currency  Debit    Credit    Balance
    Assets:Cash box          MXN       12.50  3,160.00  -3,147.50
    Income:Sales of produce  MXN        0.00     12.50     -12.50
    $ tequio-cli --format csv balance
    account,commodity,debit,credit,balance
    Assets:Cash box,MXN,12.50,3172.50,-3160.00
    Expenses:Advances for produce,MXN,3160.00,0.00,3160.00
    Income:Sales of produce,MXN,12.50,12.50,0.00

One entry a line, from a file or a pipe; the first wrong line stops it and what was said to be posted is.

    $ cat > batch <<'J'
    > {"date":"2027-01-31","text":"Freight","postings":[{"account":"6110","amount":"6200.00"},{"account":"Assets:Cash box","amount":"-6200.00"}]}
    > {"date":"2027-02-01","text":"Hours","postings":[{"account":"6110","amount":"3.00 HOUR"},{"account":"4110","family":"A1","amount":"-3.00 HOUR"}]}
    > {"date":"2027-02-02","text":"Uneven","postings":[{"account":"6110","amount":"1.00"},{"account":"1010","amount":"-2.00"}]}
    > {"date":"2027-02-03","text":"Never","postings":[{"account":"6110","amount":"1.00"},{"account":"1010","amount":"-1.00"}]}
    > J
    $ tequio-cli entry add --batch batch 2>&1 | sed 's/[0-9][0-9]*/N/g'
    posted N
    “HOUR” is counted in this book from now on, with N digits.
    posted N
    tequio-cli: batch:N: The two sides differ by N.N MXN. Did you mean -N.N in the last line?
    $ echo '{"date":"2027-02-04"' | tequio-cli entry add --batch -
    tequio-cli: -:1: found the end of the file; expected “,” or a closing bracket.
    [1]
    $ echo '{"date":"2027-02-04","text":"t","postings":[],"more":1}' | tequio-cli entry add --batch -
    tequio-cli: -:1: An entry needs at least two lines: where the money came from and where it went.
    [1]
    $ echo '{"date":"2027-02-04","text":"t","postings":[{"account":"6110","amount":1.00}]}' | tequio-cli entry add --batch -
    tequio-cli: -:1: “amount” is not a text in quotes.
    [1]
    $ tequio-cli entry add --batch nowhere
    tequio-cli: Cannot read “nowhere”: No such file or directory.
    [1]
    $ tequio-cli --format csv report trial-balance
    account,commodity,debit,credit,balance
    Assets:Cash box,MXN,12.50,9372.50,-9360.00
    Expenses:Advances for produce,MXN,3160.00,0.00,3160.00
    Expenses:Transport,MXN,6200.00,0.00,6200.00
    Expenses:Transport,HOUR,3.00,0.00,3.00
    Income:Contributions of families,HOUR,0.00,3.00,-3.00
    Income:Sales of produce,MXN,12.50,12.50,0.00
    $ tequio-cli report trial-balance --to 2027-01-31
    Account                        Currency     Debit    Credit    Balance
    Assets:Cash box                MXN          12.50  9,372.50  -9,360.00
    Expenses:Advances for produce  MXN       3,160.00      0.00   3,160.00
    Expenses:Transport             MXN       6,200.00      0.00   6,200.00
    Income:Sales of produce        MXN          12.50     12.50       0.00
    $ tequio-cli verify
    events 82
    entries 5
    seals 0
    sound
