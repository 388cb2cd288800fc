# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tequio contributors
"""The Spanish catalogue is complete and sound, and holds exactly the messages of the source."""
import os
import re
import subprocess
import tempfile

import tree

for program in ('msgfmt', 'xgettext', 'msgcmp', 'msgattrib'):
    tree.need(program)
po = os.path.join(tree.ROOT, 'po')
english = {**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en'}


def run(*command):
    return subprocess.run(command, cwd=tree.ROOT, env=english, capture_output=True, text=True)


faults = []
with_messages = [p for p in tree.files('src/*.c', 'src/*.h')
                 if re.search(r'\b(_|N_|C_|ngettext_) \("', tree.read(p))]
with_messages += tree.files('ui/*.ui', 'data/*.in')
listed = [line for line in tree.read('po/POTFILES').split('\n') if line and line[0] != '#']
faults += [f'po/POTFILES lacks {p}' for p in with_messages if p not in listed]
faults += [f'po/POTFILES names {p}, which is not there' for p in listed
           if not os.path.exists(os.path.join(tree.ROOT, p))]
languages = tree.read('po/LINGUAS').split()
for language in languages:
    path = f'po/{language}.po'
    check = run('msgfmt', '--check', '--statistics', '-o', os.devnull, path)
    if check.returncode != 0 or 'fuzzy' in check.stderr or 'untranslated' in check.stderr:
        faults.append(f'{path}: {check.stderr.strip()}')
with tempfile.TemporaryDirectory() as folder:
    pot = os.path.join(folder, 'tequio.pot')
    made = run('xgettext', '--from-code=UTF-8', '-k_', '-kN_', '-kC_:1c,2', '-kngettext_:1,2',
               '-f', 'po/POTFILES', '-o', pot)
    compared = run('msgcmp', 'po/es.po', pot)
    if made.returncode != 0 or compared.returncode != 0:
        faults.append(made.stderr + compared.stderr)
spanish = tree.read('po/es.po')
for block in spanish.split('\n\n')[1:]:
    translated = block[block.index('msgstr'):] if 'msgstr' in block else ''
    if re.search('[“”]', translated):
        faults.append('po/es.po: Spanish quotes are « and »: ' + translated.strip())
tree.finish(faults, len(listed) + len(languages))
