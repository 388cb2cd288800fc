# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Tequio contributors
"""Drives the real program from outside: finds, reads and presses through the accessibility bus, which
proves at the same time that a screen reader can; keys come from the X server, as a person's do."""
import os
import subprocess
import time

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 10 * float(os.environ.get('E2E_SLOW', '1'))
# A column view keeps some two hundred rows alive: walking them is slow and tells nothing.
ROWS = 'GtkColumnListView'
STACK_PAGE = 'GtkStackPage'
LEAVES = ('scroll bar', 'image', 'separator', 'push button', 'label')


class Program:
    def __init__(self, argv, name):
        self.process = subprocess.Popen(argv)
        self.desktop = Atspi.get_desktop(0)
        self.root = self.until('the program on the bus', lambda: self._find_root(name))
        self.root.set_cache_mask(Atspi.Cache.NONE)

    def _find_root(self, name):
        if self.process.poll() is not None:
            raise AssertionError(f'the program ended with {self.process.returncode}')
        self.desktop.clear_cache()
        for i in range(self.desktop.get_child_count()):
            child = self.desktop.get_child_at_index(i)
            if child and child.get_name() == name and child.get_child_count():
                return child
        return None

    def until(self, what, test):
        """What *test* gives as soon as it is true; widgets may go away while they are asked."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                found = test()
                if found:
                    return found
            except GLib.Error:
                pass
            if time.monotonic() > end:
                raise AssertionError(f'waited in vain for {what}')
            time.sleep(0.03)

    def _is_hidden(self, node):
        """A page of a stack that was never shown has no size."""
        if node.get_name() != STACK_PAGE or not node.get_child_count():
            return False
        return node.get_child_at_index(0).get_extents(Atspi.CoordType.WINDOW).width == 0

    def _walk(self, node):
        if self._is_hidden(node):
            return
        yield node
        if node.get_name() == ROWS or node.get_role_name() in LEAVES:
            return
        for i in range(node.get_child_count()):
            child = node.get_child_at_index(i)
            if child:
                yield from self._walk(child)

    def find(self, role, name='', inside=None):
        """The first widget of a role whose name holds *name*."""
        return self.until(f'{role} “{name}”', lambda: next(
            (node for node in self._walk(inside or self.root)
             if node.get_role_name() == role and name in node.get_name()), None))

    def is_gone(self, role, name):
        self.until(f'{role} “{name}” to go', lambda: not any(
            node.get_role_name() == role and name in node.get_name()
            for node in self._walk(self.root)))

    def rows(self, name):
        """The rows of the table of this name, as soon as there are some."""
        table = self.find('tree table', name)
        return self.until(f'rows of “{name}”', lambda: next(
            (node for node in self._walk(table)
             if node.get_name() == ROWS and node.get_child_count()), None))

    def press(self, node, action=None):
        names = [node.get_action_name(i) for i in range(node.get_n_actions())]
        assert names, f'“{node.get_name()}” cannot be pressed'
        assert node.do_action(names.index(action) if action else 0)

    def choose(self, listed, index):
        assert listed.select_child(index)

    def read(self, node):
        """The text of an entry."""
        return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))

    def has_focus(self, node):
        return node.get_state_set().contains(Atspi.StateType.FOCUSED)

    def keys(self, *names):
        subprocess.run(['xdotool', 'key', '--delay', '60', *names], check=True)

    def type(self, text):
        subprocess.run(['xdotool', 'type', '--delay', '25', text], check=True)

    def close(self):
        """Closes the window as its own button does; the exit status tells."""
        try:
            self.press(self.find('frame'), 'window.close')
        except GLib.Error:
            pass  # it may be gone before it answers
        return self.process.wait(PATIENCE)

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
