# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tequio contributors
"""make-manual.py PROGRAM CATALOGUES LANGUAGE TEMPLATE OUTPUT

Fills the manual page with what the program itself says about each command, so that --help and the
manual never differ."""
import os
import re
import subprocess
import sys

program, catalogues, language, template, output = sys.argv[1:]
environment = {**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': language,
               'TEQUIO_LOCALEDIR': os.path.abspath(catalogues)}


def ask(*arguments):
    run = subprocess.run([program, *arguments], env=environment, capture_output=True, text=True)
    return run.stdout


def roff(text):
    """Text as it is, for a block without filling."""
    text = text.replace('\\', '\\e').replace('-', '\\-')
    return re.sub(r"^([.'])", r'\\&\1', text, flags=re.MULTILINE)


def usage_block(*words):
    """What --help says of a command, without the word "usage" and without the help option itself."""
    usage = re.sub(r'\A[^\n]*\n', '', ask(*words, '--help')).replace('  tequio-cli ', 'tequio-cli ', 1)
    usage = re.sub(r'\n[^\n]+:\n  -h, --help [^\n]*\n', '\n', usage)
    usage = re.sub(r'\n{3,}', '\n\n', usage).strip('\n')
    return f'.PP\n.nf\n{roff(usage)}\n.fi\n' if usage else ''


def command_block(name, summary):
    block = f'.SS {name}\n{roff(summary)}\n'
    # The help of a noun lists its verbs and has nothing else that is indented.
    verbs = re.findall(r'^  ([a-z][a-z-]*) {2,}(\S.*)$', ask(name, '--help'), re.MULTILINE)
    if not verbs:
        return block + usage_block(name)
    return block + ''.join(usage_block(name, verb) for verb, _ in verbs)


commands = re.findall(r'^  ([a-z][a-z-]*) +(\S.*)$', ask('--help'), re.MULTILINE)
if not commands:
    sys.exit('the program lists no commands')
version = ask('--version').split()[-1]
with open(template, encoding='utf-8') as stream:
    page = stream.read()
blocks = ''.join(command_block(name, summary) for name, summary in commands)
page = page.replace('@VERSION@', version).replace('@COMMANDS@\n', blocks)
with open(output, 'w', encoding='utf-8') as stream:
    stream.write(page)
