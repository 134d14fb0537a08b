#!/usr/bin/env python3
"""Writes the notices of everything that is linked into the program, in Debian's machine-readable format.

package_notices.py RELEASE-FOLDER SWIFT-LICENCE

The linker's list of objects says which modules are part of the program. Each module's sources say which package it is
from: that package's LICENSE and NOTICE files are taken, and what the heads of C sources and headers say, as much of
that C is other people's; so it is with C that lies in our own Sources. Scripts/notices holds what neither says. A licence that is not known here, or one that asks
for more than a notice, fails: somebody has to look.
"""

import os
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
NOTICES = ROOT / "Scripts" / "notices"

# A phrase by which each licence is known.
LICENCES = [
    ("GPL", r"GNU (Lesser |Library |Affero )?General Public License"),
    ("Apache-2.0", r"Apache License,? (v|Version )?2\.0"),
    ("Unicode-3.0", r"UNICODE LICENSE V3"),
    ("Expat", r"Permission is hereby granted, free of charge|LICENSE: MIT"),
    ("ISC", r"Permission to use, copy, modify, and(/or)? distribute this software"),
    ("BSD-3-Clause", r"Redistribution and use in source and binary forms.*(Neither the names? of|The name of)"),
    ("BSD-2-Clause", r"Redistribution and use in source and binary forms"),
    ("Zlib", r"This software is provided 'as-is', without any express or implied warranty"),
    ("Brian-Gladman-3-Clause", r"redistribution and use of this software \(with or without changes\) is allowed"),
    ("CC0-1.0", r"CC0|creativecommons\.org/publicdomain/zero"),
    ("public-domain", r"public[- ]domain"),
]
# What Debian has of its own, and wants to be pointed at.
APACHE = re.compile(r"[ \t]*Apache License\s+Version 2\.0, January 2004.*?END OF TERMS AND CONDITIONS", re.S)
APACHE_PLACE = (
    "Licensed under the Apache License, Version 2.0, whose full text is in /usr/share/common-licenses/Apache-2.0 on"
    " Debian systems."
)
# Heads that point at a file whose text is taken anyway.
ELSEWHERE = re.compile(
    r"see copyright notice in zlib\.h|See \S*LICENSE\S* for license|file named LICENSE|granted according to the License"
)
OBJECT = re.compile(r"/([^/]+)\.build/(.+)\.o$")
CHECKOUT = re.compile(r"(\S*/checkouts/([^/\s]+)/\S+)")
OWN = re.compile(r"(" + re.escape(str(ROOT)) + r"/Sources/(C[^/\s]+)/\S+)")


def fail(message):
    sys.exit(f"package_notices.py: error: {message}")


def licences_of(text):
    """All of them: a file may speak of several."""
    flat = " ".join(text.split())
    found = [name for name, phrase in LICENCES if re.search(phrase, flat, re.I)]
    # The one with three clauses has the two as well.
    return [name for name in found if name != "BSD-2-Clause" or "BSD-3-Clause" not in found]


def holders_of(text):
    """The lines that name who holds the rights."""
    found = []
    for line in text.splitlines():
        line = line.strip(" \t*/#;-\u201c\u201d\"")
        match = re.match(r"(?:SPDX-FileCopyrightText: |Copyright:? ?)(?:\([cC]\) ?|© ?)?(.*\S)", line)
        if match and len(match[1]) > 3 and not re.match(r"(\[yyyy\]|notice|holder|owner|license|and )", match[1], re.I):
            found.append(re.sub(r",?\s*All rights reserved\.?", "", match[1], flags=re.I).rstrip(" ."))
    return found


def comments(path):
    """The comments at the head of a C file, those that speak of rights."""
    text = path.read_text(encoding="utf-8", errors="replace")[:20000]
    found = []
    while True:
        text = text.lstrip()
        if text.startswith("/*"):
            head, _, text = text.partition("*/")
        elif text.startswith(("//", "#ifndef", "#define", "#pragma", "#ifdef", "#if ")):
            lines = text.split("\n")
            kind = text[:2]
            count = next((i for i, line in enumerate(lines) if not line.startswith(kind)), len(lines))
            head, text = "\n".join(lines[:count]), "\n".join(lines[count:])
            if kind != "//":
                continue
        else:
            return found
        lines = [re.sub(r"^\s*(/\*+|\*+|//+|#)? ?", "", line).rstrip(" */") for line in head.splitlines()]
        head = "\n".join(lines).strip()
        if re.search(r"copyright|licen[sc]e|public domain", head, re.I) and not ELSEWHERE.search(head):
            found.append(head)


def linked_modules(release):
    lists = list(release.glob("frontis.product/Objects.LinkFileList"))
    if not lists:
        fail(f"no list of the linker's objects in {release}")
    modules = {}
    for line in lists[0].read_text().splitlines():
        match = OBJECT.search(line.strip().strip("'\""))
        if match:
            modules.setdefault(match[1], []).append(match[2])
    return modules


def sources_of(release, module, objects):
    """The files of checkouts that a module is made from."""
    folder = release / f"{module}.build"
    paths = set()
    places = (CHECKOUT, OWN)
    listing = folder / "sources"
    if listing.exists():
        paths |= {match[1].strip("'\"") for place in places for match in place.finditer(listing.read_text())}
    for name in objects:
        dependencies = folder / f"{name}.d"
        if dependencies.exists():
            text = dependencies.read_text().replace("\\\n", " ")
            paths |= {match[1] for place in places for match in place.finditer(text)}
    return {pathlib.Path(os.path.normpath(path)) for path in paths}


class Part:
    """What one package, or one kind of licence in its C sources, brings."""

    def __init__(self, files, texts):
        self.files = files
        self.texts = texts
        self.licences = []
        for text in texts:
            names = licences_of(text)
            if "GPL" in names:
                fail(f"{files[0]} speaks of a GPL: such a library is depended on, never linked in")
            self.licences += [name for name in names if name not in self.licences]
        if not self.licences:
            fail(f"no licence known here in what {files[0]} says: {texts[0][:300] if texts else '(nothing)'}")

    def stanza(self, seen):
        """`seen` has the texts that were written before, and under which files: each is written once."""
        holders = list(dict.fromkeys(holder for text in self.texts for holder in holders_of(text)))
        lines = ["Files: " + "\n ".join(self.files)]
        lines.append("Copyright: " + "\n ".join(holders or ["the authors of " + self.files[0].split("/")[0]]))
        lines.append("License: " + " and ".join(self.licences))
        bodies = []
        for text in self.texts:
            first = seen.setdefault("".join(text.split()), self.files[0])
            text = APACHE.sub(APACHE_PLACE, text)
            bodies.append(text.strip() if first == self.files[0] else f"The text is the one under {first}.")
        lines += [" " + line if line.strip() else " ." for line in "\n\n".join(bodies).splitlines()]
        return "\n".join(lines)


def package_parts(name, root, sources):
    texts = []
    folders = {root} | {path.parent for path in sources} | {path.parent.parent for path in sources}
    for folder in sorted(folder for folder in folders if folder.is_relative_to(root)):
        for path in sorted(folder.iterdir()):
            if re.match(r"(licen[sc]e|notices?|copying)(\.|$)", path.name, re.I) and path.is_file():
                texts.append(path.read_text(encoding="utf-8", errors="replace"))
    extra = {"Yams": "libyaml.txt"}.get(name)
    if extra:
        texts.append((NOTICES / extra).read_text(encoding="utf-8"))
    yield Part([f"{name}/*"], texts)
    heads = {}
    for path in sorted(sources):
        if path.suffix not in {".c", ".cc", ".cpp", ".h", ".hpp", ".S", ".inc"}:
            continue
        for head in comments(path):
            # The same words by other holders are one text.
            words = "\n".join(line for line in head.splitlines() if not holders_of(line))
            entry = heads.setdefault(" ".join(words.split()), {"files": set(), "head": words, "holders": set()})
            entry["holders"] |= set(holders_of(head))
            entry["files"].add(f"{name}/{path.relative_to(root).parent}/*")
    groups = {}
    for entry in heads.values():
        licence = " and ".join(licences_of(entry["head"]))
        if not licence:
            fail(f"no licence known here in {', '.join(sorted(entry['files']))}:\n{entry['head']}")
        holders = [f"Copyright {holder}" for holder in sorted(entry["holders"])]
        files, texts = groups.setdefault(licence, (set(), []))
        files |= entry["files"]
        texts.append("\n".join(holders + ["", entry["head"]]))
    for files, texts in groups.values():
        yield Part(sorted(files), texts)


def main():
    if len(sys.argv) != 3:
        fail("usage: package_notices.py RELEASE-FOLDER SWIFT-LICENCE")
    release, swift = map(pathlib.Path, sys.argv[1:])
    packages = {}
    for module, objects in linked_modules(release).items():
        for path in sources_of(release, module, objects):
            match = CHECKOUT.match(str(path)) or OWN.match(str(path))
            root = pathlib.Path(str(path)[: match.end(2)])
            # What we have written ourselves has no file of its own that says so.
            if CHECKOUT.match(str(path)) or (root / "COPYING").exists() or (root / "LICENSE").exists():
                packages.setdefault(match[2], (root, set()))[1].add(path)
    if len(packages) < 5:
        fail(f"only {len(packages)} packages found among the linker's objects")
    parts = [Part(["*"], [(ROOT / "LICENSE").read_text()])]
    for name, (root, sources) in sorted(packages.items()):
        parts += package_parts(name, root, sources)
    parts.append(Part(["swift/*"], ["Copyright Apple Inc. and the Swift project authors\n\n" + swift.read_text()]))
    parts.append(Part(["gemoji/*"], [(NOTICES / "gemoji.txt").read_text(encoding="utf-8")]))
    parts.append(Part(["swift/icu/*"], [(NOTICES / "icu.txt").read_text(encoding="utf-8")]))
    print("Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/")
    print("Upstream-Name: Frontis")
    print("Comment: The program is one file, with Swift's libraries and the packages below linked into it. Files that are")
    print(" named here lie in their sources.")
    print()
    seen = {}
    print("\n\n".join(part.stanza(seen) for part in parts))


main()
