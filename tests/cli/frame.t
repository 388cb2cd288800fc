The frame of the command line: what holds before any command is known.

Without a command the program shows its help, and that is a fault of usage.

    $ tequio-cli > help
    [2]
    $ tequio-cli --help | cmp - help && tequio-cli -h | cmp - help

    $ tequio-cli --version
    tequio-cli 0.1.0

A command that is not there, a format that is not there.

    $ tequio-cli dance
    tequio-cli: There is no command “dance”. “tequio-cli --help” lists them.
    [2]
    $ tequio-cli --format xml tally
    tequio-cli: “xml” is not a format. Use text, csv or json.
    [2]

Each message comes in the reader's language.

    $ LANGUAGE=es tequio-cli dance
    tequio-cli: No existe la orden «dance». «tequio-cli --help» las enumera.
    [2]

A file that cannot be written is not written, and no part of it stays behind.

    $ tequio-cli --output nowhere/result.json tally
    tequio-cli: Cannot write “nowhere/result.json”: No such file or directory.
    [1]
    $ ls
    help
