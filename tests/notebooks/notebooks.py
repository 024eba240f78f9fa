"""Runs a small scenario, then every notebook script on its result, and on a shard of it that lacks half
of the runs: the numbers that they print agree.

usage: notebooks.py RAPPORT FOLDER PYTHON RSCRIPT OCTAVE
"""

import math
import os
import subprocess
import sys
import tempfile

SCENARIO = """seed = 5
horizon_days = 30
replicates = 6
[network]
people = 500
[[campaign]]
name = "Spam blast"
strategy = "spam-blast"
[[campaign]]
name = "Thoughtful engagement"
strategy = "thoughtful-engagement"
"""


def printed_means(command):
    """Last number of each line, and what stands before it."""
    run = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    lines = [line.split("\t") for line in run.stdout.splitlines() if "\t" in line]
    return [name for name, _ in lines], [float(mean) for _, mean in lines]


def compare_scripts(folder, result, interpreters):
    """Runs every script on the result; returns the means on which they agree."""
    seen = {}
    for interpreter, (script, picture) in zip(
        interpreters,
        (
            ("trust_over_time.py", "python.png"),
            ("trust_over_time.R", "r.pdf"),
            ("trust_over_time.m", "octave.svg"),
        ),
    ):
        target = os.path.join(os.path.dirname(result), picture)
        names, means = printed_means([interpreter, os.path.join(folder, script), result, target])
        assert len(means) == 2, f"{script} printed {means}"
        assert os.path.getsize(target) > 2000, f"{script} drew nothing"
        seen[script] = names, means
        print(f"{script}: {means}")
    names, wanted = seen["trust_over_time.py"]
    assert names == ["Spam blast", "Thoughtful engagement"], names
    assert seen["trust_over_time.R"][0] == names
    for script, (_, means) in seen.items():
        for mean, other in zip(means, wanted):
            assert math.isclose(mean, other, rel_tol=1e-4), f"{script}: {mean}, not {other}"
    return wanted


def main():
    rapport, folder, *interpreters = sys.argv[1:6]
    with tempfile.TemporaryDirectory() as place:
        scenario = os.path.join(place, "s.toml")
        with open(scenario, "w", encoding="utf-8") as file:
            file.write(SCENARIO)
        found = []
        for name, words in (("all.h5", []), ("half.h5", ["--shard", "1/2"])):
            result = os.path.join(place, name)
            subprocess.run([rapport, "run", scenario, "-o", result, "--quiet", *words], check=True)
            found.append(compare_scripts(folder, result, interpreters))
        assert found[0][1] > found[0][0] > 0
        assert found[0] != found[1], "the shard has all runs"


main()
