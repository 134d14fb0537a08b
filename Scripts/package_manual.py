#!/usr/bin/env python3
"""Writes a manual page for every command, from what the program says of its own commands.

package_manual.py DUMP FOLDER DATE VERSION: DUMP is the output of `frontis --experimental-dump-help`, DATE as in
2026-03-02. The pages go into FOLDER, `frontis.1` the first of them.
"""

import json
import pathlib
import sys


def text(words):
    """As troff wants it: hyphens that stay hyphens, and no line that it takes for a request."""
    words = words.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in words.strip().splitlines())


def paragraphs(words):
    return "\n.PP\n".join(text(part) for part in words.split("\n\n"))


def names(argument):
    forms = [("-" if name["kind"] == "short" else "--") + name["name"] for name in argument.get("names", [])]
    forms.sort(key=len)
    value = f" \\fI{text(argument['valueName'])}\\fR" if argument["kind"] == "option" else ""
    return ", ".join(f"\\fB{text(form)}\\fR" for form in forms) + value


def visible(items):
    return [item for item in items if item.get("shouldDisplay", True)]


def positional(argument):
    word = f"\\fI{text(argument['valueName'])}\\fR" + ("..." if argument["isRepeating"] else "")
    return f"[{word}]" if argument["isOptional"] else word


def meaning(argument):
    said = argument.get("abstract", "")
    if argument.get("discussion"):
        said += " " + argument["discussion"]
    if argument.get("allValues"):
        said += f" (one of: {', '.join(argument['allValues'])})"
    if argument.get("defaultValue") not in (None, ""):
        said += f" (default: {argument['defaultValue']})"
    return text(said) or "\\&"


def page(command, path, date, version):
    title = "-".join(path)
    arguments = visible(command.get("arguments", []))
    commands = [item for item in visible(command.get("subcommands", [])) if item["commandName"] != "help"]
    # Braces of the shell's kind are not understood by everybody: options stand for themselves.
    options = [argument for argument in arguments if argument["kind"] != "positional"]
    others = [argument for argument in arguments if argument["kind"] == "positional"]
    synopsis = [f"\\fB{text(' '.join(path))}\\fR"]
    synopsis += ["\\fIcommand\\fR"] if commands else []
    synopsis += ["[\\fIoptions\\fR]"] if options else []
    synopsis += [positional(argument) for argument in others]
    lines = [f'.TH "{text(title.upper())}" 1 "{date}" "Frontis {version}" "Frontis"']
    lines += [".SH NAME", f"{text(title)} \\- {text(command['abstract'].rstrip('.'))}"]
    lines += [".SH SYNOPSIS", " ".join(synopsis)]
    if command.get("discussion"):
        lines += [".SH DESCRIPTION", paragraphs(command["discussion"])]
    if commands:
        lines.append(".SH COMMANDS")
        for item in commands:
            lines += [".TP", f"\\fB{text(title)}\\-{text(item['commandName'])}\\fR(1)", text(item["abstract"])]
    if others:
        lines.append(".SH ARGUMENTS")
        for argument in others:
            lines += [".TP", f"\\fI{text(argument['valueName'])}\\fR", meaning(argument)]
    if options:
        lines.append(".SH OPTIONS")
        # A flag and its opposite stand beside each other, with the same words.
        together = {}
        for argument in options:
            together.setdefault(meaning(argument), []).append(names(argument))
        for words, forms in together.items():
            lines += [".TP", ", ".join(forms), words]
    parents = ["-".join(path[:count]) for count in range(1, len(path))]
    seen = [f"\\fB{text(name)}\\fR(1)" for name in parents or ["frontis-" + item["commandName"] for item in commands]]
    lines += [".SH SEE ALSO", ", ".join(seen) + "."]
    return title, "\n".join(lines) + "\n", commands


def main():
    if len(sys.argv) != 5:
        sys.exit("usage: package_manual.py DUMP FOLDER DATE VERSION")
    dump, folder, date, version = sys.argv[1:]
    waiting = [(json.loads(pathlib.Path(dump).read_text())["command"], ["frontis"])]
    while waiting:
        command, path = waiting.pop()
        title, written, commands = page(command, path, date, version)
        (pathlib.Path(folder) / f"{title}.1").write_text(written)
        waiting += [(item, path + [item["commandName"]]) for item in commands]


main()
