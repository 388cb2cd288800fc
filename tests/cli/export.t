The practice book for other programs.

    $ export TEQUIO_BOOK=practice.tequio
    $ tequio-cli --quiet demo practice.tequio
    $ tequio-cli --output book.xlsx export xlsx
    $ python3 -m zipfile -t book.xlsx
    Done testing
    $ python3 -c "
    > import re, zipfile
    > names = re.findall('<sheet name=\"([^\"]*)\"', zipfile.ZipFile('book.xlsx').read('xl/workbook.xml').decode())
    > print(*[n for n in ('Open statement', 'Trial balance', 'Chart of accounts', 'Journal') if n in names], sep='\n')"
    Open statement
    Trial balance
    Chart of accounts
    Journal
    $ tequio-cli export csv | head -3
    date,entry,text,reference,account,party,commodity,amount,source,reverses
    2026-11-01,121,Opening balance of the cash box,,Assets:Cash box,,MXN,3200.00,typed,
    2026-11-01,121,Opening balance of the cash box,,Equity:Opening balances,,MXN,-3200.00,typed,
    $ tequio-cli export json | python3 -c "import json, sys; print(len(json.load(sys.stdin)['rows']))"
    112
    $ tequio-cli export hledger | grep -A3 '^2026-11-01'
    2026-11-01 Opening balance of the cash box
        Assets:Cash box  3200.00 MXN
        Equity:Opening balances  -3200.00 MXN
    $ tequio-cli export beancount | grep -A2 '^2026-11-01 \*'
    2026-11-01 * "Opening balance of the cash box"
      Assets:Cash-box  3200.00 MXN
      Equity:Opening-balances  -3200.00 MXN
    $ tequio-cli export
    tequio-cli: Say the format: export FORMAT.
    [2]
    $ tequio-cli --output nowhere/book.xlsx export xlsx
    tequio-cli: Cannot write “nowhere/book.xlsx”: No such file or directory.
    [1]
    $ ls
    book.xlsx
    practice.tequio
