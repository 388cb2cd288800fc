# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tequio contributors
"""A workbook of ours, read by others: every part is well-formed XML that the package names, and
LibreOffice, where it is installed, reads the same dates, texts, numbers and totals."""
import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree
import zipfile

EXPECTED = {
    'Diario- noviembre': ['Día,Concepto,Importe,Parte', '2027-05-02,=1+1,1.25,12.5%',
                          '2027-05-03,"café, ñ & <x>",1.26,12.5%',
                          '2027-05-04,"café, ñ & <x>",1.27,12.5%', ',Total,3.78,'],
}


def check_parts(path):
    with zipfile.ZipFile(path) as book:
        assert book.testzip() is None
        names = book.namelist()
        for name in names:
            if name.endswith(('.xml', '.rels', '.vml')):
                tree.fromstring(book.read(name))
        types = tree.fromstring(book.read('[Content_Types].xml'))
        for part in types:
            named = part.get('PartName')
            assert named is None or named[1:] in names, f'{named} is named but missing'
        core = book.read('docProps/core.xml').decode()
        assert '2027-05-02' in core and 'Café &amp; Maíz' in core, core


def check_office(office, path, folder):
    command = [office, '--headless', f'-env:UserInstallation=file://{folder}/profile', '--convert-to',
               'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1',
               '--outdir', folder, path]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    for sheet, lines in EXPECTED.items():
        with open(os.path.join(folder, f'sample-{sheet}.csv'), encoding='utf-8') as file:
            found = file.read().splitlines()
        assert found[:len(lines)] == lines, found[:len(lines)]


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'sample.xlsx')
    subprocess.run([sys.argv[1], path], check=True)
    print('1..2')
    check_parts(path)
    print('ok 1 /exchange/office/parts')
    office = shutil.which('soffice') or shutil.which('libreoffice')
    if office is None:
        print('ok 2 /exchange/office/libreoffice # SKIP LibreOffice is not installed')
    else:
        check_office(office, path, folder)
        print('ok 2 /exchange/office/libreoffice')
