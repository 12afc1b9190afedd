"""How long tests that damage their input search: the same few examples each time, or as many as asked for.

`make fuzz` sets ANGKA_KREDIT_FUZZ to the number of examples a test; they are then new ones in each run."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

ASKED = int(os.environ.get("ANGKA_KREDIT_FUZZ", "0"))


def bounded(examples: int) -> settings:
    return settings(
        max_examples=ASKED or examples,
        derandomize=not ASKED,
        deadline=None,
        print_blob=True,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
