"""How fast pictures are made ready for browsers: a site of pictures, beside the `vips` program that makes the same
sizes and formats of them, and beside Hugo as far as it knows the formats."""

import os
import pathlib
import shutil
import subprocess
import time

WIDTH, HEIGHT = 1536, 1024
WIDTHS = [400, 800, 1200]
QUALITY = {"avif": 52, "webp": 78, "jpg": 82}
SAVE = {
    "avif": "[compression=av1,effort=2,strip,Q=%d]" % QUALITY["avif"],
    "webp": "[effort=4,strip,Q=%d]" % QUALITY["webp"],
    "jpg": "[interlace,optimize_coding,strip,Q=%d]" % QUALITY["jpg"],
}


def vips(*arguments):
    subprocess.run(["vips", *map(str, arguments)], check=True, stdin=subprocess.DEVNULL)


def draw(folder, number):
    """A picture with edges, soft shades and a little grain, as models make them; another one for each number."""
    parts = []
    for band in range(3):
        soft = folder / f"soft-{band}.v"
        vips("perlin", soft, WIDTH, HEIGHT, "--cell-size", 220 + 40 * band, "--seed", 10 * number + band, "--uchar")
        hard = folder / f"hard-{band}.v"
        vips("worley", hard, WIDTH, HEIGHT, "--cell-size", 150, "--seed", number)
        mixed = folder / f"mixed-{band}.v"
        vips("linear", hard, folder / "scaled.v", 0.5, 40 + 30 * band, "--uchar")
        vips("add", soft, folder / "scaled.v", folder / "sum.v")
        vips("linear", folder / "sum.v", mixed, 0.5, 0, "--uchar")
        parts.append(str(mixed))
    vips("bandjoin", " ".join(parts), folder / "joined.v")
    vips("copy", folder / "joined.v", folder / "colour.v", "--interpretation", "srgb")
    vips("gaussnoise", folder / "grain.v", WIDTH, HEIGHT, "--sigma", 3, "--mean", 0, "--seed", number)
    vips("add", folder / "colour.v", folder / "grain.v", folder / "grained.v")
    vips("cast", folder / "grained.v", folder / f"{number}.png", "uchar")


def make_pictures(folder, count):
    folder.mkdir(parents=True)
    scratch = folder / "scratch"
    for number in range(count):
        scratch.mkdir()
        draw(scratch, number)
        (scratch / f"{number}.png").rename(folder / f"{number}.png")
        shutil.rmtree(scratch)


def lay_out_frontis(site, pictures, formats):
    shutil.rmtree(site, ignore_errors=True)
    for picture in sorted(pictures.glob("*.png")):
        post = site / "content" / "posts" / picture.stem
        post.mkdir(parents=True)
        os.link(picture, post / "picture.png")
        (post / "index.md").write_text(
            f"---\ntitle: Picture {picture.stem}\ndate: 2026-03-02\n---\n\n![A picture of a landscape](picture.png)\n")
    (site / "frontis.yaml").write_text(
        "site: { title: Pictures, url: https://example.org/ }\n"
        f"images: {{ variants: {{ formats: [{', '.join(formats)}] }} }}\n")


def lay_out_hugo(site, pictures):
    shutil.rmtree(site, ignore_errors=True)
    for picture in sorted(pictures.glob("*.png")):
        post = site / "content" / "posts" / picture.stem
        post.mkdir(parents=True)
        os.link(picture, post / "picture.png")
        (post / "index.md").write_text(f"---\ntitle: Picture {picture.stem}\ndate: 2026-03-02\n---\n\nA picture.\n")
    layouts = site / "layouts" / "_default"
    layouts.mkdir(parents=True)
    steps = "".join(
        f'{{{{ $v := $p.Resize "{width}x {kind} q{quality}" }}}}<img src="{{{{ $v.RelPermalink }}}}">'
        for width in WIDTHS for kind, quality in (("webp", QUALITY["webp"]), ("jpg", QUALITY["jpg"])))
    (layouts / "single.html").write_text(
        f'<html><body>{{{{ with .Resources.GetMatch "picture.png" }}}}{{{{ $p := . }}}}{steps}{{{{ end }}}}</body></html>')
    (layouts / "list.html").write_text("<html><body>{{ range .Pages }}<a href='{{ .RelPermalink }}'>x</a>{{ end }}</body></html>")
    (site / "hugo.yaml").write_text("baseURL: https://example.org/\ntitle: Pictures\n")


def by_vips(pictures, output, formats):
    """Each picture in one shell, as many at a time as there are cores: decoded once for each width, encoded from memory."""
    shutil.rmtree(output, ignore_errors=True)
    output.mkdir(parents=True)
    commands = []
    for picture in sorted(pictures.glob("*.png")):
        lines = []
        for width in WIDTHS:
            resized = f"/dev/shm/frontis-bench-{os.getpid()}-{picture.stem}.v"
            lines.append(f"vips thumbnail {picture} {resized} {width}")
            lines += [f"vips copy {resized} '{output}/{picture.stem}-{width}.{kind}{SAVE[kind]}'" for kind in formats]
            lines.append(f"rm {resized}")
        commands.append(" && ".join(lines))
    begin = time.perf_counter()
    subprocess.run(
        ["xargs", "-0", "-P", str(os.cpu_count()), "-n", "1", "sh", "-c"], input="\0".join(commands), text=True,
        check=True, env={**os.environ, "VIPS_CONCURRENCY": "1"})
    return time.perf_counter() - begin


def run(command, site, leaves):
    for name in leaves:
        shutil.rmtree(site / name, ignore_errors=True)
    os.sync()
    begin = time.perf_counter()
    process = subprocess.Popen([str(part) for part in command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"bench: error: {command[0]} ended with status {os.waitstatus_to_exitcode(status)}")
    return time.perf_counter() - begin, usage.ru_maxrss * 1024


def bench(scratch, program, hugo, count, rounds):
    """Prints what it measures: wall times of cold builds, in alternation; the best of each counts."""
    pictures = pathlib.Path(scratch) / f"pictures-{count}"
    if not pictures.exists():
        make_pictures(pictures, count)
    frontis, hugo_site, output = (pathlib.Path(scratch) / name for name in ("frontis-pictures", "hugo-pictures", "vips-pictures"))
    times = {"vips": [], "frontis": [], "frontis warm": [], "hugo": [], "frontis without AVIF": []}
    memory = 0
    for _ in range(rounds):
        lay_out_frontis(frontis, pictures, ["avif", "webp"])
        times["vips"].append(by_vips(pictures, output, ["avif", "webp", "jpg"]))
        seconds, peak = run([program, "build", "--site", frontis, "--quiet"], frontis, [".frontis", "public"])
        memory = max(memory, peak)
        times["frontis"].append(seconds)
        (frontis / "content" / "posts" / "0" / "index.md").open("a").write("\nMore words.\n")
        times["frontis warm"].append(run([program, "build", "--site", frontis, "--quiet"], frontis, [])[0])
        if hugo:
            lay_out_frontis(frontis, pictures, ["webp"])
            times["frontis without AVIF"].append(
                run([program, "build", "--site", frontis, "--quiet"], frontis, [".frontis", "public"])[0])
            lay_out_hugo(hugo_site, pictures)
            times["hugo"].append(
                run([hugo, "build", "--source", hugo_site, "--quiet"], hugo_site, ["resources", "public"])[0])
    made = len(list((frontis / "public" / "images").iterdir()))
    best = {name: min(values) for name, values in times.items() if values}
    print(f"{count} pictures of {WIDTH} x {HEIGHT}, {len(WIDTHS)} widths, {os.cpu_count()} cores; best of {rounds}")
    for name, seconds in best.items():
        print(f"  {name:22} {seconds:7.2f} s")
    print(f"AVIF, WebP and JPEG, beside vips: {best['frontis'] / best['vips']:.2f} times its time")
    if hugo:
        print(f"WebP and JPEG, beside Hugo: {best['frontis without AVIF'] / best['hugo']:.2f} times its time")
    print(f"another build after one post changed: {best['frontis warm']:.2f} s, nothing encoded; peak memory {memory / 1e6:.0f} MB")
    return made
