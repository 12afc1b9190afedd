"""A bar with the time left and files a second, on the error stream, where a person watches."""

from __future__ import annotations

import sys
from typing import Any

import click


class Progress:
    """Called with (done, total) from time to time; `end` once."""

    def __init__(self) -> None:
        self._bar: Any = None

    def __call__(self, done: int, total: int) -> None:
        if self._bar is None:
            hidden = not sys.stderr.isatty()
            self._bar = click.progressbar(
                length=total, file=sys.stderr, show_pos=True, item_show_func=self._speed, hidden=hidden
            )
        self._bar.update(done - self._bar.pos)

    def end(self) -> None:
        if self._bar is not None:
            self._bar.render_finish()

    def _speed(self, _: object) -> str:
        seconds = self._bar.time_per_iteration if self._bar else 0
        return f"{1 / seconds:.1f} berkas/detik".replace(".", ",") if seconds else ""
