# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tequio contributors
"""mime.py TEQUIO-CLI  a book is known by its first bytes, whatever its name, and no other database
is taken for one."""
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'style'))
import tree  # noqa: E402

TYPE = 'application/vnd.tequio+sqlite3'
for program in ('update-mime-database', 'gio'):
    tree.need(program)
faults = []
with tempfile.TemporaryDirectory() as folder:
    packages = os.path.join(folder, 'share', 'mime', 'packages')
    os.makedirs(packages)
    shutil.copy(os.path.join(tree.ROOT, 'data', 'coop.tequio.Tequio.mime.xml'), packages)
    subprocess.run(['update-mime-database', os.path.join(folder, 'share', 'mime')], check=True,
                   capture_output=True)
    environment = {**os.environ, 'XDG_DATA_HOME': os.path.join(folder, 'share'), 'LC_ALL': 'C.UTF-8'}

    def type_of(name):
        told = subprocess.run(['gio', 'info', '-a', 'standard::content-type', name], cwd=folder,
                              env=environment, capture_output=True, text=True)
        return told.stdout.rpartition('content-type: ')[2].strip()

    subprocess.run([os.path.abspath(sys.argv[1]), 'new', 'a.tequio', '--name', 'A', '--currency', 'MXN'], cwd=folder,
                   check=True, stdout=subprocess.DEVNULL)
    shutil.copy(os.path.join(folder, 'a.tequio'), os.path.join(folder, 'copy'))
    other = sqlite3.connect(os.path.join(folder, 'other'))
    other.execute('CREATE TABLE t (a)')
    other.commit()
    other.close()
    for name, wanted in (('a.tequio', True), ('copy', True), ('other', False)):
        found = type_of(name)
        if (found == TYPE) != wanted:
            faults.append(f'{name} is taken for {found}')
tree.finish(faults, 3)
