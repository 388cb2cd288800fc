# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tequio contributors
"""tidy.py BUILD [FILE…]  clang-tidy over every C file of src/ that BUILD compiles, a process for each
core; with files, over these alone."""
import concurrent.futures
import json
import os
import subprocess
import sys

import tree


# The analyser does not know the cleanup attribute, so that it calls every g_autofree and g_autoptr a
# leak, and the emptying of what was given away a store that nobody reads. Real leaks are found by the
# leak sanitizer, under which all tests run.
UNKNOWING = '--checks=-clang-analyzer-unix.Malloc,-clang-analyzer-deadcode.DeadStores'


def analyse(build, path):
    run = subprocess.run(['clang-tidy', '--quiet', UNKNOWING, '-p', build, path], cwd=tree.ROOT,
                         capture_output=True, text=True)
    lines = [line for line in run.stdout.splitlines() if 'error:' in line or 'warning:' in line]
    if run.returncode != 0 and not lines:
        lines = [f'{path}: {run.stdout}{run.stderr}']
    return lines


tree.need('clang-tidy')
folder = os.path.abspath(sys.argv[1])
only = [os.path.abspath(path) for path in sys.argv[2:]]
with open(os.path.join(folder, 'compile_commands.json'), encoding='utf-8') as database:
    compiled = {os.path.normpath(os.path.join(c['directory'], c['file']))
                for c in json.load(database)}
source = os.path.join(tree.ROOT, 'src', '')
paths = sorted(p for p in compiled if p.startswith(source) and (not only or p in only))
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    found = {line.replace(os.path.join(tree.ROOT, ''), '')
             for lines in pool.map(lambda p: analyse(folder, p), paths) for line in lines}
tree.finish(sorted(found), len(paths))
