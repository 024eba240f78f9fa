"""Where tools/faults breaks runs: a scenario, what comes of it when nothing goes wrong, and rows of a
table."""

import hashlib
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

SCENARIO = """seed = 5
horizon_days = 20
replicates = 30
[network]
people = 1_000
[sweep]
"market.in_market_share" = [0.01, 0.1]
[[campaign]]
name = "Blast"
strategy = "spam-blast"
[[campaign]]
name = "Notes"
strategy = "thoughtful-engagement"
"""
RULE = """[stop]
metric = "connections"
half_width = 5
min_replicates = 4
batch = 4
max_replicates = 30
"""


class Stage:
    """A folder with the scenario, and what the program makes of it when nothing goes wrong."""

    def __init__(self, build, rounds):
        self.program = build / "rapport"
        self.mpi = build / "rapport-mpi"
        self.shim = build / "tests" / "libfailing_calls.so"
        if not self.shim.exists():
            sys.exit(f"faults: error: {self.shim} is not there; build the tests first")
        self.rounds = rounds
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="rapport-faults-"))
        self.scenario = self.folder / "s.toml"
        self.scenario.write_text(SCENARIO)
        self.bad = 0
        self.why = ""  # the first thing of a row that went wrong, where that is known
        start = time.monotonic()
        done = self.run(self.folder / "whole.h5")
        if done.returncode != 0:
            sys.exit(f"faults: error: the run without faults failed: {done.stderr}")
        self.seconds = time.monotonic() - start
        self.whole = digest(self.folder / "whole.h5")
        ruled = self.folder / "rule.toml"
        ruled.write_text(SCENARIO + RULE)
        done = self.run(self.folder / "rule.h5", scenario=ruled)
        if done.returncode != 0 or b"stop_rule" not in (self.folder / "rule.h5").read_bytes():
            sys.exit(f"faults: error: the run by a rule failed: {done.stderr}")
        # What is split: by replicates, and by a rule that decides how many of them.
        self.cases = {"": (self.scenario, self.whole),
                      ", by a rule": (ruled, digest(self.folder / "rule.h5"))}

    def command(self, result, *words, scenario=None):
        return [self.program, "run", scenario or self.scenario, "-o", result, "--quiet",
                *map(str, words)]

    def run(self, result, *words, scenario=None, **settings):
        return subprocess.run(self.command(result, *words, scenario=scenario), capture_output=True,
                              text=True, **settings)

    def row(self, name, good, of, note=""):
        well = good == of > 0
        self.bad += not well
        verdict = "ok" if well else "WRONG"
        print(f"  {name:<58} {good:>4} of {of:<4} {verdict:<6} {note}", flush=True)
        if not well and self.why:
            print(f"    {self.why}", flush=True)
        self.why = ""

    def ended_well(self, code, err, result, whole=None):
        """Whether a run ended with code 0 and left that whole result, and nothing beside it."""
        well = code == 0 and is_whole(result, whole or self.whole)
        if not well and not self.why:
            left = ", ".join(sorted(path.name for path in result.parent.iterdir()))
            self.why = f"exit code {code}, left {left or 'nothing'}: {err.strip()[:500]}"
        return well

    def fresh(self, name):
        """A folder of its own, empty."""
        folder = self.folder / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        return folder


def digest(path):
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest() if path.exists() else None


def is_whole(result, whole):
    """Whether the result is that, and nothing else lies beside it."""
    return digest(result) == whole and [path.name for path in result.parent.iterdir()] == ["r.h5"]
