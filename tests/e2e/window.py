# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tequio contributors
"""window.py TEQUIO TEQUIO-CLI: makes the practice book on the command line, opens it in the real window,
walks through all pages, posts an entry by keys alone, closes the window, and asks the command line
whether the book holds what was typed."""
import os
import subprocess
import sys
import tempfile

try:
    import drive
except (ImportError, ValueError) as error:
    print(f'the accessibility bus cannot be reached: {error}')
    sys.exit(77)

TEXT = 'Twelve roasted bags'
window_program, command_line = sys.argv[1:3]


def ask(*arguments):
    run = subprocess.run([command_line, *arguments], capture_output=True, text=True)
    assert run.returncode == 0, f'{arguments}: {run.stdout}{run.stderr}'
    return run.stdout


def walk_pages(program):
    sidebar = program.find('list', 'Pages')
    for index, table in enumerate(('Entries, newest first', 'Accounts with their balances',
                                   'Families and what each has')):
        program.choose(sidebar, index)
        program.rows(table)
    program.choose(sidebar, 3)
    stations = program.find('list', 'Stations of the road')
    program.find('list item', 'Finished, the case stands here', stations)
    program.keys('ctrl+1')


def post_by_keys(program):
    program.keys('ctrl+n')
    form = program.find('filler', 'New Entry')
    program.find('text', 'What happened', form)
    program.type(TEXT)
    program.keys('Tab', 'Tab')
    program.type('cash box')
    program.keys('Return', 'Tab', 'Tab')
    program.type('480.50')
    program.keys('Tab', 'Tab', 'Tab')
    program.type('sales of produce')
    program.keys('Return', 'ctrl+Return')
    program.is_gone('filler', 'New Entry')
    program.find('label', TEXT)  # the journal shows the entry that was written


def main():
    with tempfile.TemporaryDirectory() as folder:
        book = os.path.join(folder, 'practice.tequio')
        ask('demo', '--language', 'en', book)
        before = ask('--book', book, 'entry', 'list').count('\n')
        program = drive.Program([window_program, book], 'tequio')
        try:
            walk_pages(program)
            post_by_keys(program)
            status = program.close()
        finally:
            program.kill()
        assert status == 0, f'the window ended with {status}'
        journal = ask('--book', book, 'entry', 'list')
        lines = [line for line in journal.split('\n') if TEXT in line]
        assert len(lines) == 2 and all('480.50' in line for line in lines), lines
        assert journal.count('\n') == before + 2, 'the journal holds something else too'
        ask('--book', book, 'verify')


main()
