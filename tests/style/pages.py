# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tequio contributors
"""Pages of the window: every .ui file is whole XML, stands in the list of resources, and the class of
its template is made by a file of src/app/; icons are whole XML too."""
import re
import xml.etree.ElementTree as ElementTree

import tree

faults = []
pages = tree.files('ui/*.ui')
resources = ' '.join(tree.read(p) for p in tree.files('ui/*.gresource.xml', 'src/app/*.gresource.xml'))
sources = {p: tree.read(p) for p in tree.files('src/app/*.c')}
drawings = tree.files('data/*.svg', 'ui/*.svg', 'data/*.xml', 'ui/*.xml', 'data/*.xml.in')
for path in drawings + pages:
    try:
        root = ElementTree.fromstring(tree.read(path))
    except ElementTree.ParseError as error:
        faults.append(f'{path}: {error}')
        continue
    if path not in pages:
        continue
    name = path.rpartition('/')[2]
    if name not in resources:
        faults.append(f'{path}: is in no list of resources')
    for template in root.iter('template'):
        made = [p for p, text in sources.items()
                if re.search(rf'\b{template.get("class")}\b', text) and name in text]
        if not made:
            faults.append(f'{path}: no file of src/app/ makes {template.get("class")} from it')
tree.finish(faults, len(pages) + len(drawings))
