"""Counts the instructions that builds take, which no busy machine changes, and compares them with a record.

A site of 300 posts is built cold, as it is, and with one text edited, by valgrind's callgrind: on one thread, with hashes that
are the same in every run. The record says by which compiler and which libraries it was made; where they are others, the
counts would be others as well, and nothing is compared.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

import bench_corpus

POSTS = 300
# Instructions may go up or down by so much before somebody has to say that it is meant.
TOLERANCE = 0.05
SCRIPTS = pathlib.Path(__file__).resolve().parent
RECORD = SCRIPTS / "bench_guard.json"
KINDS = {"cold": "cold", "again": "nothing changed", "body": "one body edited"}
# What the program is made of besides its own code, and what it loads.
PACKAGES = ["libc6", "libmimalloc2.0", "libvips42", "libxml2", "valgrind"]


def made_with(fail):
    """The compiler and the libraries of this machine."""
    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True, check=False).stdout
    found = re.search(r"Swift version (\S+)", swift)
    if not found:
        fail("there is no Swift")
    versions = {"swift": found.group(1), "machine": os.uname().machine}
    for package in PACKAGES:
        asked = subprocess.run(
            ["dpkg-query", "--show", "--showformat", "${Version}", package], capture_output=True, text=True, check=False)
        versions[package] = asked.stdout if asked.returncode == 0 else "none"
    return versions


def instructions(program, site, folder, fail):
    """Of one build."""
    environment = {"PATH": os.environ.get("PATH", ""), "HOME": str(folder), "SWIFT_DETERMINISTIC_HASHING": "1"}
    command = [
        "valgrind", "--tool=callgrind", f"--callgrind-out-file={folder / 'callgrind.out'}", str(program), "build",
        "--site", str(site), "--quiet", "--jobs", "1", "--now", "2026-06-01T12:00:00Z"]
    result = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    found = re.search(r"Collected : (\d+)", result.stderr)
    if result.returncode != 0 or not found:
        fail(f"status {result.returncode}: {' '.join(command)}", *result.stderr.splitlines()[-20:])
    return int(found.group(1))


def count(program, fail):
    """Instructions of each kind of build, in millions."""
    with tempfile.TemporaryDirectory(prefix="frontis-guard.") as name:
        folder = pathlib.Path(name)
        site = folder / "site"
        shutil.copytree(SCRIPTS / "bench-sites" / "frontis", site)
        bench_corpus.write(site / "content", POSTS)
        time.sleep(0.2)
        counts = {}
        for kind in KINDS:
            if kind == "body":
                with (site / "content" / "posts" / f"post-{POSTS // 2:06}.md").open("a") as post:
                    post.write("\nOne more sentence.\n")
                time.sleep(0.2)
            counts[kind] = round(instructions(program, site, folder, fail) / 1e6, 1)
            # What was written a moment ago cannot be told by its time.
            time.sleep(0.2)
        return counts


def guard(program, records, fail):
    """Compares with the record, or makes a new one."""
    if not shutil.which("valgrind"):
        print("bench: note: there is no valgrind, so no instructions are counted (apt-get install valgrind)", file=sys.stderr)
        return
    versions = made_with(fail)
    if not records:
        if not RECORD.exists():
            fail(f"there is no {RECORD.name}", "make one: Scripts/bench --guard --record")
        known = json.loads(RECORD.read_text())
        others = [f"{name} {known['made with'].get(name)} there, {version} here"
                  for name, version in versions.items() if known["made with"].get(name) != version]
        if others:
            print(f"bench: note: {RECORD.name} is of other parts, so nothing is compared: {'; '.join(others)}",
                  file=sys.stderr)
            return
    counts = count(program(), fail)
    if records:
        RECORD.write_text(json.dumps({"made with": versions, "millions of instructions": counts}, indent=2) + "\n")
        print(f"wrote {RECORD.name}: {counts}")
        return
    wrong = []
    for kind, label in KINDS.items():
        before, now = known["millions of instructions"][kind], counts[kind]
        change = now / before - 1
        print(f"{label:<20}{before:>12,.1f}{now:>12,.1f} million instructions {change:>+8.1%}")
        if abs(change) > TOLERANCE:
            wrong.append(f"{label}: {change:+.1%}")
    if wrong:
        fail(f"builds take other than what {RECORD.name} says, by more than {TOLERANCE:.0%}: {', '.join(wrong)}",
             "if that is meant: Scripts/bench --guard --record, and say why in the commit")
