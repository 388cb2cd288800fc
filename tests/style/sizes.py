# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tequio contributors
"""Files, headers and functions stay small enough to be read (the sizes of the house style)."""
import re

import tree

FILE_LINES = 1000
HEADER_LINES = 120
PROTOTYPES = 15
FUNCTION_LINES = 70
PARAMETERS = 7
EXCUSED = re.compile(r'_class_init$')


def functions(source):
    """(name, line, lines of the body, number of parameters); the braces of a function stand alone
    in the first column, which the format test holds."""
    lines = source.split('\n')
    opened = None
    for number, line in enumerate(lines):
        if line == '{':
            opened = number
        elif line == '}' and opened is not None:
            first = opened
            while first > 0 and lines[first - 1].strip() and not lines[first - 1].startswith(
                    ('}', '#', ' *', '/*')):
                first -= 1
            head = ' '.join(lines[first:opened])
            found = re.search(r'(\w+) \((.*)\)', head)
            if found:
                listed = re.sub(r'\([^()]*\)', '', found.group(2))
                count = 0 if listed.strip() in ('', 'void') else listed.count(',') + 1
                yield found.group(1), first + 1, number - opened - 1, count
            opened = None


faults = []
paths = tree.files('src/*.c', 'src/*.h', 'tests/*.c', 'tests/*.h')
for path in paths:
    source = tree.read(path)
    bare = tree.without_comments(source)
    length = source.count('\n')
    if path.endswith('.h') and path.startswith('src/'):
        prototypes = len(re.findall(r'^(?!static|typedef|#|G_D)[^\n={}]*\btq_\w+ ?\([^;{]*;', bare,
                                    re.MULTILINE))
        if length > HEADER_LINES:
            faults.append(f'{path}: {length} lines, a header has at most {HEADER_LINES}')
        if prototypes > PROTOTYPES:
            faults.append(f'{path}: {prototypes} prototypes, a header has at most {PROTOTYPES}')
    if length > FILE_LINES:
        faults.append(f'{path}: {length} lines, a file has at most {FILE_LINES}')
    for name, line, lines, parameters in functions(bare):
        if lines > FUNCTION_LINES and not EXCUSED.search(name):
            faults.append(f'{path}:{line}: {name} has {lines} lines, at most {FUNCTION_LINES}')
        if parameters > PARAMETERS:
            faults.append(f'{path}:{line}: {name} takes {parameters} values, at most {PARAMETERS}')
tree.finish(faults, len(paths))
