# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tequio contributors
"""A power switch for programs: the story of the harvest is lived step by step, and at random moments the program
that performs a step is killed. Whatever the moment: the book opens without repair, it is sound, every step that
was acknowledged is in it exactly once, and the step that was killed is there wholly or not at all.

usage: kill.py TEQUIO-CLI    TEQUIO_KILLS says how many (20), TEQUIO_SEED which moments
"""
import os
import random
import re
import shlex
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

SOURCE = os.environ['TEQUIO_SOURCE_DIR']
SEED = int(os.environ.get('TEQUIO_SEED') or time.time_ns() % 10**9)
KILLS = int(os.environ.get('TEQUIO_KILLS') or 20)
BATCH = [f'{{"date":"2027-05-{day:02d}","text":"batch {day}","postings":[{{"account":"1010","amount":"-1.00"}},'
         f'{{"account":"6410","amount":"1.00"}}]}}' for day in range(1, 29)]


def fail(words):
    raise SystemExit(f'seed {SEED}: {words}')


def read_steps():
    path = os.path.join(SOURCE, 'data', 'examples', 'harvest-en.steps')
    with open(path, encoding='utf-8') as f:
        return [line.strip() for line in f if line.strip() and not line.startswith('#')]


def check_birth(story, step, pick, kills):
    """A book has its name only when it is whole: killed while it is made, it is there and sound, or not there."""
    born = 0
    for _ in range(kills):
        story.perform(step, after=pick.random() * 0.2)
        if os.path.exists(story.book):
            born += 1
            done = subprocess.run([story.cli, '--book', story.book, 'verify'], env=story.env, capture_output=True,
                                  text=True, check=False)
            if done.returncode != 0:
                fail(f'a book that was killed while it was made is there and not sound: {done.stderr}')
        for name in os.listdir(story.folder):
            os.unlink(os.path.join(story.folder, name))
    print(f'{kills} kills while the book is made: {born} times it was there, and whole')


class Story:
    def __init__(self, cli, folder):
        self.cli, self.folder, self.book = cli, folder, os.path.join(folder, 'story.tequio')
        self.env = {**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en',
                    'TEQUIO_DATADIR': os.path.join(SOURCE, 'data')}
        self.last, self.posted = '0', 0

    def read(self):
        """(seq, hash) of every event, by a reader of its own that writes nothing: on a copy of what was left."""
        copy = os.path.join(self.folder, 'copy.tequio')
        whole = self.book + ('-opening' if os.path.exists(self.book + '-opening') else '')
        for tail in ('', '-journal'):
            if os.path.exists(whole + tail):
                shutil.copyfile(whole + tail, copy + tail)
        db = sqlite3.connect(copy)
        rows = db.execute('SELECT seq, hash FROM event ORDER BY seq').fetchall()
        db.close()
        for name in os.listdir(self.folder):
            if name.startswith('copy'):
                os.unlink(os.path.join(self.folder, name))
        return rows

    def start(self, line, data=None):
        words = shlex.split(line.replace('@BOOK', self.book).replace('@LAST', self.last))
        process = subprocess.Popen([self.cli, '--book', self.book, *words], env=self.env, stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if data:
            process.stdin.write(data)
        process.stdin.close()
        process.stdin = None
        return process

    def perform(self, line, data=None, after=None):
        """Performs a step; with *after* (seconds) kills it then. True where it was acknowledged."""
        process = self.start(line, data)
        if after is not None:
            try:
                process.wait(after)
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
        output, errors = process.communicate()
        self.posted = len(re.findall(r'^posted \d+', output, re.M))
        number = re.search(r'\d+', output)
        if process.returncode == 0:
            if number and not data:
                self.last = number.group(0)
            return True
        if process.returncode != -signal.SIGKILL:
            fail(f'{line}: {errors}')
        return False

    def check(self, before, acknowledged, line):
        """What the book says after a step."""
        done = subprocess.run([self.cli, '--book', self.book, 'verify'], env=self.env, capture_output=True, text=True,
                              check=False)
        if done.returncode != 0 or 'sound' not in done.stdout.split('\n'):
            fail(f'after “{line}” was killed the book is not sound: {done.stdout}{done.stderr}')
        now = self.read()
        if now[:len(before)] != before:
            fail(f'after “{line}” an acknowledged step is lost')
        if acknowledged and len(now) == len(before):
            fail(f'“{line}” was acknowledged and is not in the book')
        self.check_files(line, {'story.tequio' + tail for tail in ('', '-journal', '-opening',
                                                           '-opening-journal', '-opening.part')})
        return now


    def check_files(self, line, expected):
        left = sorted(set(os.listdir(self.folder)) - expected)
        if left:
            fail(f'after “{line}” there are stray files: {left}')


def main():
    cli, pick, steps = sys.argv[1], random.Random(SEED), read_steps()
    print(f'seed {SEED}, {KILLS} kills', flush=True)
    killed, wholly, batches = 0, 0, 0
    with tempfile.TemporaryDirectory(prefix='tequio-kill-') as folder:
        story = Story(cli, folder)
        check_birth(story, steps[0], pick, max(KILLS // 2, 5))
        if not story.perform(steps[0]):
            fail('the first step failed')
        length = 0.2
        at, now = 1, story.read()
        while killed < KILLS:
            if at == len(steps):  # the story is over: live it again
                os.unlink(story.book)
                story.last, at = '0', 1
                story.perform(steps[0])
                now = story.read()
            line, data = steps[at], None
            if pick.random() < 0.15 and len(now) > 150:
                line, data = 'entry add --batch -', '\n'.join(BATCH) + '\n'
                batches += 1
            attempt = pick.random() < 0.5
            began = time.monotonic()
            acknowledged = story.perform(line, data, pick.random() * length * 1.1 if attempt else None)
            if acknowledged:
                length = 0.8 * length + 0.2 * (time.monotonic() - began)
            if attempt:
                after = story.check(now, acknowledged, line)
                if not acknowledged:
                    killed += 1
                    wholly += len(after) > len(now)
                    if data and not story.posted <= len(after) - len(now) <= len(BATCH):
                        fail(f'{story.posted} entries were acknowledged, {len(after) - len(now)} are in the book')
                    if len(after) > len(now) and not data:
                        # It is in the book although nobody was told: whoever repeats the step by hand sees it.
                        story.last = str(after[-1][0])
            else:
                after = story.read()
            if acknowledged:
                story.check_files(line, {'story.tequio'})
            if not data and (acknowledged or len(after) > len(now)):
                at += 1
            now = after
    print(f'{killed} kills, {wholly} of them after the commit, {batches} batches: nothing lost, nothing half')
    return 0


if __name__ == '__main__':
    sys.exit(main())
