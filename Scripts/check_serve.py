"""Serves sites and looks at them in a real browser. See Scripts/check-serve."""

import argparse
import contextlib
import filecmp
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request

sys.dont_write_bytecode = True
import bench_corpus
from browser import Browser

POST = "---\ntitle: {title}\ndate: 2026-03-0{day}\n{more}---\n\n{body}\n"
LONG = "\n\n".join(f"Paragraph {number}: a train at night, and what is seen from it." for number in range(80))
failures = []


def check(what, holds, seen=""):
    print(f"  {'ok' if holds else 'FAILED'}: {what}{f' ({seen})' if seen != '' else ''}", flush=True)
    if not holds:
        failures.append(what)


class Site:
    def __init__(self, folder, configuration=""):
        self.folder = pathlib.Path(folder)
        self.write("frontis.yaml", "site: { title: A blog, url: https://example.org%s }\n" % configuration)
        self.write("content/posts/long.md", POST.format(title="Long", day=2, more="", body=LONG))
        self.write("content/posts/short.md", POST.format(title="Short", day=3, more="", body="Words."))
        self.write("static/own.css", "body { --own: one; }\n")
        self.write("static/frontis.css", pathlib.Path("static/frontis.css").read_text())

    def write(self, path, text):
        place = self.folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        # As editors save: beside it, then in its place.
        beside = place.with_name("." + place.name + ".new")
        beside.write_text(text)
        beside.rename(place)


@contextlib.contextmanager
def serving(program, folder, *arguments):
    log = tempfile.TemporaryFile("w+")
    process = subprocess.Popen(
        [program, "serve", "--site", folder, "--now", "2026-06-01T12:00:00Z", *arguments], stdout=subprocess.PIPE, stderr=log, text=True)
    try:
        line = process.stdout.readline()
        if not line.startswith("Serving "):
            log.seek(0)
            raise SystemExit(f"check-serve: it does not serve: {line}{log.read()}")
        process.stdout.readline()
        yield line.split()[1], process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(10)


def until(browser, expression, seconds=10):
    """Seconds until a JavaScript expression holds; nothing if it never does. A page that is just loaded has none."""
    begin = time.perf_counter()
    while time.perf_counter() - begin < seconds:
        with contextlib.suppress(SystemExit):
            if browser.run(f"Boolean({expression})"):
                return time.perf_counter() - begin
        time.sleep(0.005)
    return None


def near(browser):
    """Whether it is where it was put, but for a line that has moved."""
    return abs(browser.run("scrollY") - 1500) < 30


PANEL = "document.querySelector('frontis-live').shadowRoot.querySelector('.panel')"
MARK = "document.querySelector('frontis-live').shadowRoot.querySelector('.mark')"


def shots(options, browser, name):
    if not options.shots:
        return
    for width, height, kind in ((390, 844, "phone"), (1440, 900, "desk")):
        for dark in (False, True):
            browser.show(width, height, dark)
            time.sleep(0.1)
            browser.save(pathlib.Path(options.shots, f"{name}-{kind}-{'dark' if dark else 'light'}.png"), whole=False)
    browser.show(1280, 800)


def follows(options, browser, base):
    """One site in all that it goes through."""
    with tempfile.TemporaryDirectory() as folder:
        site = Site(folder, base)
        with serving(options.program, folder) as (address, _):
            browser.show(1280, 800)
            browser.open(address + "posts/long/")
            check("the page is there", browser.run("document.querySelector('h1').innerText") == "Long")
            # A style sheet of the site's own, and a place in the middle of the page.
            template = pathlib.Path("templates/_head.mustache").read_text()
            site.write("templates/_head.mustache", template + f'\n<link rel="stylesheet" href="{base.rstrip("/")}/own.css">\n')
            for name in sorted(pathlib.Path("templates").glob("*.mustache")):
                if name.name != "_head.mustache":
                    site.write(f"templates/{name.name}", name.read_text())
            value = "getComputedStyle(document.body).getPropertyValue('--own')"
            check("a template's change is seen", until(browser, f"{value} === 'one'") is not None)
            time.sleep(0.3)
            browser.run("scrollTo({ top: 1500, behavior: 'instant' }); window.isSame = true")
            site.write("static/own.css", "body { --own: two; }\n")
            check("a style sheet changes", until(browser, f"{value} === 'two'") is not None)
            check("without a reload", browser.run("window.isSame === true") and near(browser), browser.run("scrollY"))
            links = "document.querySelectorAll('link[rel=stylesheet]').length"
            check("and leaves no old one", until(browser, f"{links} === 2") is not None, browser.run(links))
            site.write("content/posts/short.md", POST.format(title="Short", day=3, more="", body="Other words."))
            time.sleep(0.5)
            check("another post's change does not reload it", browser.run("window.isSame === true"))
            text = pathlib.Path(folder, "content/posts/long.md").read_text()
            site.write("content/posts/long.md", text + "\nA last word.\n")
            check("its own change does", until(browser, "document.body.innerText.includes('A last word.')") is not None)
            check("where it was", until(browser, "Math.abs(scrollY - 1500) < 30") is not None, browser.run("scrollY"))

            site.write("content/posts/long.md", text.replace("date: 2026-03-02", "date: yesterday"))
            check("an error is shown", until(browser, f"{PANEL}?.innerText.includes('date')") is not None)
            words = browser.run(f"{PANEL}.innerText") or ""
            check("as the terminal shows it", "content/posts/long.md:3:" in words and "[" in words, words.splitlines()[-1:])
            link = browser.run(f"{PANEL}.querySelector('a')?.href") or ""
            check("with a way to the place", link.startswith("vscode://file/") and link.rsplit(":", 2)[1] == "3", link[-40:])
            check("above the last good page", browser.run("document.body.innerText.includes('A last word.')"))
            shots(options, browser, "error")
            browser.run(f"{PANEL}.querySelector('button').click()")
            check("that can be hidden", browser.run(f"{PANEL} === null"))
            browser.open(address + "posts/short/")
            check("and is on every page", until(browser, PANEL) is not None)
            site.write("content/posts/long.md", text)
            check("until it is mended", until(browser, f"{PANEL} === null") is not None)

            site.write("content/posts/draft.md", POST.format(title="A draft", day=4, more="draft: true\n", body="Not yet."))
            browser.open(address + "posts/nothing/")
            check("what is not there has the site's page", "not found" in browser.run("document.title").lower())
            browser.open(address + "posts/draft/")
            check("a draft is shown", until(browser, "document.querySelector('h1')?.innerText === 'A draft'") is not None)
            check("and marked", until(browser, f"{MARK}?.innerText.includes('Draft')") is not None)
            shots(options, browser, "draft")
            browser.open(address + "posts/nothing")
            site.write("content/posts/nothing.md", POST.format(title="Nothing", day=4, more="", body="Now."))
            check("a page that comes takes its place", until(browser, "document.querySelector('h1')?.innerText === 'Nothing'") is not None)


def sheets(options, browser):
    """Style sheets that import others, that are not there, or are no addresses; and an address that looks like a pattern."""
    with tempfile.TemporaryDirectory() as folder:
        site = Site(folder)
        site.write("templates/base.mustache", "<!doctype html><html lang=en><head><title>{{site.title}}</title>"
                   '<link rel="stylesheet"><link rel="stylesheet" href="http://[bad"><link rel="stylesheet" href="/own.css">'
                   '<link rel="stylesheet" href="/outer.css"><link rel="stylesheet" href="/gone.css"></head>'
                   "<body><main>{{$content}}{{/content}}</main></body></html>\n")
        for name in ("home", "post", "page", "list", "tag", "taxonomy", "404"):
            site.write(f"templates/{name}.mustache", "{{<base}}{{$content}}<h1>{{page.title}}</h1>{{/content}}{{/base}}\n")
        site.write("static/outer.css", '@import "inner.css";\n')
        site.write("static/inner.css", "body { --inner: one; }\n")
        site.write("static/gone.css", "body { --gone: there; }\n")
        with serving(options.program, folder) as (address, _):
            value = "getComputedStyle(document.body).getPropertyValue('--%s')"
            browser.open(address + "posts/short/")
            check("imported style sheets are there", until(browser, f"{value % 'inner'} === 'one'") is not None)
            browser.run("window.isSame = true")
            site.write("static/own.css", "body { --own: two; }\n")
            site.write("static/inner.css", "body { --inner: two; }\n")
            check("one that is linked and one that is imported change", until(
                browser, f"{value % 'inner'} === 'two' && {value % 'own'} === 'two'") is not None)
            pathlib.Path(folder, "static/gone.css").unlink()
            check("one that is deleted goes", until(browser, f"{value % 'gone'} === ''") is not None)
            for number in range(5):
                site.write("static/own.css", f"body {{ --own: {number}; }}\n")
                time.sleep(0.05)
            check("quick changes come to their end", until(browser, f"{value % 'own'} === '4'") is not None)
            time.sleep(0.3)
            links = browser.run("document.querySelectorAll('link[href]').length")
            check("without a reload, each once", browser.run("window.isSame === true") and links == 3, links)
            browser.open(address + "*")
            browser.run("window.isSame = true")
            time.sleep(1)
            check("an address with a star rests", browser.run("window.isSame === true"))


def tabs(options, browser):
    """More than the six connections that a browser has to one server."""
    with tempfile.TemporaryDirectory() as folder:
        Site(folder)
        with serving(options.program, folder) as (address, _):
            first, targets = browser.session, []
            seen = 0
            for number in range(9):
                browser.session = None
                targets.append(browser.ask("Target.createTarget", url=f"{address}posts/short/?{number}")["targetId"])
                browser.session = browser.ask("Target.attachToTarget", targetId=targets[-1], flatten=True)["sessionId"]
                seen += until(browser, "document.querySelector('h1')?.innerText === 'Short'", 5) is not None
            browser.session = None
            for target in targets:
                browser.ask("Target.closeTarget", targetId=target)
            browser.session = first
            check("nine tabs of one site are shown", seen == 9, seen)


def broken_from_the_start(options, browser):
    with tempfile.TemporaryDirectory() as folder:
        site = Site(folder)
        site.write("content/posts/bad.md", POST.format(title="Bad", day="x", more="", body=""))
        with serving(options.program, folder) as (address, _):
            browser.open(address)
            check("a site that was never whole says why", until(browser, PANEL) is not None)
            shots(options, browser, "waiting")
            site.write("content/posts/bad.md", POST.format(title="Good", day=1, more="", body=""))
            check("and comes when it is", until(browser, "document.title === 'A blog'") is not None, browser.run("document.title"))


def restarts(options, browser):
    """A server that ends and begins again, as somebody may leave the browser open overnight."""
    with tempfile.TemporaryDirectory() as folder:
        site = Site(folder)
        with serving(options.program, folder, "--port", "4471") as (address, _):
            browser.open(address + "posts/short/")
        site.write("content/posts/short.md", POST.format(title="Short", day=3, more="", body="Written overnight."))
        time.sleep(0.2)
        with serving(options.program, folder, "--port", "4471"):
            seen = until(browser, "document.body.innerText.includes('Written overnight.')", 20)
            check("an open page finds its server again", seen is not None)


def fast(options, browser, posts, limit):
    with tempfile.TemporaryDirectory() as folder:
        site = pathlib.Path(folder, "site")
        shutil.copytree("Scripts/bench-sites/frontis", site)
        bench_corpus.write(site / "content", posts)
        with serving(options.program, str(site)) as (address, process):
            place = sorted((site / "content" / "posts").glob("post-*.md"))[posts // 2]
            browser.open(f"{address}posts/{place.stem}/")
            times = []
            for number in range(7):
                time.sleep(0.7)
                words = f"Sentence number {number} of a person who writes."
                begin = time.perf_counter()
                with place.open("a") as file:
                    file.write(f"\n{words}\n")
                if until(browser, f"document.body?.innerText.includes('{words}')") is None:
                    check(f"{posts:,} posts follow", False)
                    return
                times.append((time.perf_counter() - begin) * 1000)
            times = sorted(times[1:])
            check(f"{posts:,} posts: a saved text is seen within {limit} ms", times[len(times) // 2] <= limit,
                  f"median {times[len(times) // 2]:.0f}, {times[0]:.0f} to {times[-1]:.0f} ms, {resident(process) / 1e6:.0f} MB")


def resident(process):
    pages = int(pathlib.Path(f"/proc/{process.pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def stays_on(options, seconds, edits):
    """Random edits, one after the other; then what is served is what a build from scratch makes, but for the script."""
    source = random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        site = Site(folder)
        for number in range(200):
            site.write(f"content/posts/post-{number}.md", POST.format(title=f"Post {number}", day=1 + number % 9, more=f"tags: [t{number % 7}]\n", body="Words."))
        with serving(options.program, folder) as (address, process):
            time.sleep(2)
            for warm in range(20):
                site.write("content/posts/post-0.md", POST.format(title=f"Post {warm}", day=1, more="", body="Words."))
                time.sleep(0.2)
            before, begin = resident(process), time.monotonic()
            for number in range(edits):
                place = f"content/posts/post-{source.randrange(220)}.md"
                what = source.randrange(10)
                if what == 0 and pathlib.Path(folder, place).exists():
                    pathlib.Path(folder, place).unlink()
                elif what == 1:
                    site.write("static/own.css", f"body {{ --own: {number}; }}\n")
                else:
                    site.write(place, POST.format(title=f"Title {source.randrange(1000)}", day=1 + source.randrange(9),
                                                  more=f"tags: [t{source.randrange(9)}]\n" + ("draft: true\n" if what == 2 else ""),
                                                  body=f"Words {number}. [There](short.md)" if what != 3 else "---\nx: ["))
                time.sleep(max(0, begin + seconds * (number + 1) / edits - time.monotonic()))
            time.sleep(2)
            grown = resident(process) - before
            check(f"{edits:,} edits in {time.monotonic() - begin:.0f} s: memory grows by less than 50 MB", grown < 50e6,
                  f"{before / 1e6:.0f} MB before, {grown / 1e6:+.1f} MB")
            clean = pathlib.Path(folder, "clean")
            subprocess.run(
                [options.program, "build", "--site", folder, "--output", "clean", "--cache", "other", "--drafts", "--future",
                 "--expired", "--offline", "--frozen", "--quiet", "--now", "2026-06-01T12:00:00Z"], cwd=folder, check=True)
            files = [path for path in clean.rglob("*") if path.is_file() and not path.name.startswith(".")]
            wrong = []
            for path in files:
                relative = str(path.relative_to(clean))
                if relative == "404.html":
                    continue
                with urllib.request.urlopen(address + urllib.request.quote(relative)) as answer:
                    served = answer.read()
                if relative.endswith(".html"):
                    served = served[:served.rindex(b"<script src=\"/_frontis/")]
                if served != path.read_bytes():
                    wrong.append(relative)
            check(f"{len(files):,} files are served as a build from scratch makes them", not wrong, wrong[:3] or "")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--shots", help="a folder for pictures of what is shown")
    parser.add_argument("--long", action="store_true", help="leave a server on for ten minutes of a thousand edits")
    options = parser.parse_args()
    options.program = os.path.abspath(options.program)
    if options.shots:
        pathlib.Path(options.shots).mkdir(parents=True, exist_ok=True)
    with Browser() as browser:
        for base in ("/", "/blog/"):
            print(f"a site at {base}")
            follows(options, browser, base)
        print("a site with an error from the beginning")
        broken_from_the_start(options, browser)
        print("style sheets")
        sheets(options, browser)
        print("tabs")
        tabs(options, browser)
        print("a server that begins again")
        restarts(options, browser)
        print("speed")
        fast(options, browser, 1_000, 300)
        fast(options, browser, 10_000, 500)
    print("a server that is left on")
    stays_on(options, *((600, 1000) if options.long else (30, 150)))
    if failures:
        raise SystemExit(f"check-serve: {len(failures)} failed")


if __name__ == "__main__":
    main()
