# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tequio contributors
"""The books of these tests: the practice book, and one that has nearly every kind of event and an import."""
import os
import re
import shlex
import subprocess

from specification import SOURCE

JOURNAL = '''2027-06-01 Seed
    Assets:Store    3 kg @@ $ 12.50
    Assets:Box   $ -12.50

2027-06-02 Wire
    Expenses:Wire   $ 4.00
    Assets:Box
'''
# {0} is the first case, {1} the second, {r} the reopened one, {p} and {q} proposals, {o} an objection.
FURTHER = '''
assembly pause --who Chair --words 'The road is cut.' --date 2027-06-09
assembly resume --who Chair --words 'The road is open.' --date 2027-06-10
assembly request --kind request --who Eusebia --words 'Look at the roof.' --next-case 1 --date 2027-06-10
assembly recall --who Diego --party C3 --task works --recalled-by Assembly --agree 15 --against 3 --abstain 1 --present 20 --from-day 2027-06-20 --successor Mateo --words 'By his wish.' --date 2027-06-20
b= mandate block --who Rufina --words 'The price of wood went up.' --decision-line 3 --amount 9000.00 --date 2027-06-20
mandate unblock --who Rufina --words 'The sawmill waits.' --decision-line 3 --date 2027-06-20
r= assembly reopen --asked-by families --families 9 --names 'Nine families' --fact 'The pulper costs less' --title 'What was saved' --lines decision_line=1 --date 2027-06-20
assembly link --case {0} --who Lucia --words 'The assembly knows.' --refers {b} --date 2027-06-20
1= assembly open --kind office --title 'Who keeps the keys' --date 2027-06-21
assembly convene --case {1} --called-by Two --by-right families --families 2 --place Yard --given-day 2027-06-21 --assembly-day 2027-06-24 --date 2027-06-21
assembly roll --case {1} --hour 10:00 --chair Rufina --secretary Lucia --lines 'party=A1,A2,A3,A4,A5,A6; presence=present; women=1; men=1' --date 2027-06-24
assembly read --case {1} --subject Keys --readers 'who=Lucia; language=es' --date 2027-06-24
assembly convene --case {1} --called-by Commission --by-right commission --place Yard --given-day 2027-06-24 --assembly-day 2027-07-20 --date 2027-06-24
assembly roll --case {1} --hour 10:00 --chair Rufina --secretary Lucia --lines 'party=A1,A2,A3,A4,A5,A6,A7,A8,C1,C3,C4,C5,C6; presence=present; women=2; men=1; young=1' --lines 'party=V1; presence=excused' --date 2027-07-20
p= proposal add --case {1} --label K --title 'Lucia keeps them' --authors Rufina --words 'Lucia.' --date 2027-07-20
q= proposal add --case {1} --label L --title 'Two keep them' --authors Mateo --words 'Two.' --date 2027-07-20
proposal withdraw --case {1} --who Mateo --refers {q} --date 2027-07-20
o= word object --case {1} --proposal {p} --whose Anselmo --party A1 --reason 'One is not enough.' --asks aside --date 2027-07-20
assembly consult --case {1} --words 'To all.' --date 2027-07-20
assembly not-heard --case {1} --who Lucia --words 'Nobody met.' --date 2027-07-22
assembly convene --case {1} --called-by Commission --by-right commission --place Yard --given-day 2027-07-22 --assembly-day 2027-07-22 --date 2027-07-22
assembly roll --case {1} --hour 10:00 --chair Rufina --secretary Lucia --lines 'party=A1,A2,A3,A4,A5,A6,A7,C1,C2,C3,C4,C5,C6; presence=present' --date 2027-07-22
word answer --case {1} --objection {o} --who Rufina --words 'Two will sign.' --outcome aside --date 2027-07-22
word position --case {1} --proposal {p} --party A2 --position doubts --words 'Well.' --date 2027-07-22
assembly keep-talking --case {1} --who Chair --words 'Once more.' --date 2027-07-22
assembly convene --case {1} --called-by Commission --by-right commission --place Yard --given-day 2027-07-22 --assembly-day 2027-07-22 --date 2027-07-22
assembly roll --case {1} --hour 10:00 --chair Rufina --secretary Lucia --lines 'party=A1,A2,A3,A4,A5,A6,A7,C1,C2,C3,C4,C5,C6; presence=present' --date 2027-07-22
decision vote --case {1} --proposal {p} --method hands --first-teller Diego --second-teller Rufina --handed-out 13 --agree 8 --doubts 1 --aside 2 --abstain 1 --spoiled 1 --date 2027-07-22
decision record --case {1} --proposal {p} --words 'Lucia.' --date 2027-07-22
assembly minutes --case {1} --began 10 --ended 11 --signatures 9 --protests 1 --protest-words 'No.' --items 'title=Keys; words=Lucia keeps them.' --date 2027-07-22
f= office start --title treasurer --holder A3 --date 2027-07-01
office end {f} --reason 'Handed over' --date 2027-07-23
family leave A8 --reason 'They move.' --date 2027-07-25
account add 'Assets:Petty' --kind asset --code 1099
account edit 1099 --role petty
account close 1099 --date 2027-07-25
e= entry add --date 2027-07-25 --text Bus 1010=-3.00 6410=3.00
entry reverse {e} --date 2027-07-26 --why 'Typed twice'
setting set payment-step 100 --date 2027-08-01
'''


def run(cli, book, words, env=None):
    done = subprocess.run([cli, '--book', book, *words], capture_output=True, text=True, check=False,
                          env={**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en', **(env or {})})
    if done.returncode != 0:
        raise SystemExit(f'{shlex.join(words)}: {done.stderr}')
    return done.stdout


def make_practice(cli, path):
    run(cli, path, ['--quiet', 'demo', '--language', 'en', path])


def make_further(cli, folder):
    """The harvest as far as the report-back, and then FURTHER and an import."""
    path, examples = os.path.join(folder, 'further.tequio'), os.path.join(folder, 'data', 'examples')
    os.makedirs(examples)
    os.symlink(os.path.join(SOURCE, 'data', 'charts'), os.path.join(folder, 'data', 'charts'))
    with open(os.path.join(SOURCE, 'data', 'examples', 'harvest-en.steps'), encoding='utf-8') as f:
        story = f.read().partition('\nassembly report')[0]
    with open(os.path.join(examples, 'further-en.steps'), 'w', encoding='utf-8') as f:
        f.write(story)
    run(cli, path, ['--quiet', 'demo', '--story', 'further', '--language', 'en', path],
        {'TEQUIO_DATADIR': os.path.join(folder, 'data')})
    case = re.search(r'\d+', run(cli, path, ['assembly', 'list', '--format', 'csv'])).group(0)
    numbers = {'0': case}
    for line in FURTHER.strip().split('\n'):
        name, _, words = line.rpartition('= ') if re.match(r'\w= ', line) else ('', '', line)
        for key, number in numbers.items():
            words = words.replace('{' + key + '}', number)
        output = run(cli, path, shlex.split(words))
        found = re.search(r'\d+', output)
        if name and found:
            numbers[name] = found.group(0)
    journal = os.path.join(folder, 'further.journal')
    with open(journal, 'w', encoding='utf-8') as f:
        f.write(JOURNAL)
    run(cli, path, ['import', 'hledger', journal])
    return path
