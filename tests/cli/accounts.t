The chart of accounts: added, found, changed, closed.

    $ export TEQUIO_BOOK=b.tequio
    $ tequio-cli new b.tequio --name "La Vega" --currency MXN --chart none --date 2026-11-01
    made b.tequio: La Vega, MXN
    $ tequio-cli account add "Assets:Cash box" --kind asset --code 1010 --role cash
    account 4
    $ tequio-cli account add "Income:Sales" --kind income
    account 6
    $ tequio-cli account list
    Account          Code  Kind    Role  Closed
    Assets                 asset
    Assets:Cash box  1010  asset   cash
    Income                 income
    Income:Sales           income
    $ tequio-cli --format csv account list
    account,code,kind,role,closed
    Assets,,asset,,
    Assets:Cash box,1010,asset,cash,
    Income,,income,,
    Income:Sales,,income,,
    $ tequio-cli --format json account list | head -12
    {
      "report": "accounts",
      "rows": [
        {
          "account": "Assets",
          "code": "",
          "kind": "asset",
          "role": "",
          "closed": null
        },
        {
          "account": "Assets:Cash box",
    $ tequio-cli account add "Assets:Cash box" --kind asset
    tequio-cli: There is an account “Assets:Cash box” already.
    [1]
    $ tequio-cli account add "Assets:Purse"
    account 7
    $ tequio-cli account add "Assets:Purse" --kind purse
    tequio-cli: “purse” is not a kind of account. Use asset, liability, equity, income or expense.
    [1]
    $ tequio-cli account add "Assets::Purse" --kind asset
    tequio-cli: “Assets::Purse” cannot name an account. Write its parts with a colon between them, without “=”, “@” or two blanks: Assets:Cash box.
    [1]
    $ tequio-cli account add --kind asset
    tequio-cli: The option NAME is needed. --help shows an example.
    [2]
    $ tequio-cli account add "Assets:Purse" --kind asset --role cash
    tequio-cli: Another account has “cash” already.
    [1]
    $ tequio-cli account edit "Assets:Cash box" --code 1020
    $ tequio-cli account edit 1020 --role purse
    $ tequio-cli account edit "Assets:Nowhere" --role purse
    tequio-cli: There is no account “Assets:Nowhere”. “tequio-cli account list” shows them; “account add” makes one.
    [1]
    $ tequio-cli account edit
    tequio-cli: The option ACCOUNT is needed. --help shows an example.
    [2]
    $ tequio-cli entry add --date 2026-11-02 --text In '1020=1.00' 'Income:Sales=-1.00' > /dev/null
    $ tequio-cli account close 1020 --date 2026-11-30
    tequio-cli: An account can be closed when it is open, its balance is zero and nothing is posted after the day. Move what is left to another account first.
    [1]
    $ tequio-cli entry add --date 2026-11-03 --text Out '1020=-1.00' 'Income:Sales=1.00' > /dev/null
    $ tequio-cli account close 1020 --date 2026-11-30
    $ tequio-cli entry add --date 2026-12-03 --text In '1020=1.00' 'Income:Sales=-1.00'
    tequio-cli: Line 1 of the entry: The book refuses this: a posting needs an open account and a known family or person.
    [1]
    $ tequio-cli account close
    tequio-cli: The option ACCOUNT is needed. --help shows an example.
    [2]
    $ tequio-cli --format csv account list
    account,code,kind,role,closed
    Assets,,asset,,
    Assets:Cash box,1020,asset,purse,2026-11-30
    Assets:Purse,,asset,,
    Income,,income,,
    Income:Sales,,income,,
    $ tequio-cli verify
    events 12
    entries 2
    seals 0
    sound
