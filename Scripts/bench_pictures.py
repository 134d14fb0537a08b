"""How fast pictures are made ready for browsers: a site of pictures, beside the `vips` program that makes the same
sizes and formats of them, and beside Hugo as far as it knows the formats."""

import os
import pathlib
import shutil
import statistics
import struct
import subprocess
import time
import zlib

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


# MARK: Pictures that are encoded already

# As wide as the widest variant, so that both sides make all of them.
SMALL = (1200, 80)


def png(number, width, height):
    """A picture of its own for each number: shades that run across it."""
    row = b"\0" + bytes(
        (across * 255 // width, (number + across // 8) % 256, number // 8 % 256)[band]
        for across in range(width) for band in range(3))
    rows = row * height

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    text = b"number\0" + str(number).encode()
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"tEXt", text)
            + chunk(b"IDAT", zlib.compress(rows, 1)) + chunk(b"IEND", b""))


# What Hugo's users write to have the sizes and formats of a picture that stands in a text.
HOOK = """{{ with .Page.Resources.Get .Destination }}{{ $p := . }}<picture><source type="image/webp" srcset="%s">
<img src="{{ .RelPermalink }}" srcset="%s" width="{{ .Width }}" height="{{ .Height }}" alt="{{ $.Text }}"></picture>{{ end }}
"""


def lay_out_kept(name, site, posts, pictures):
    """The site of `Scripts/bench`, each post with a picture beside it and in its text."""
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(pathlib.Path(__file__).parent / "bench-sites" / name, site)
    shutil.copytree(posts, site / "content")
    for number, post in enumerate(sorted((site / "content" / "posts").glob("post-*.md"))):
        folder = post.with_suffix("")
        folder.mkdir()
        os.link(pictures / f"{number}.png", folder / "picture.png")
        (folder / "index.md").write_text(post.read_text() + "\n![A shade that runs across](picture.png)\n")
        post.unlink()
    if name == "frontis":
        with (site / "frontis.yaml").open("a") as file:
            file.write("images: { variants: { formats: [webp] } }\n")
    else:
        sets = [", ".join(f'{{{{ ($p.Resize "{width}x {kind} q{QUALITY[kind]}").RelPermalink }}}} {width}w' for width in WIDTHS)
                for kind in ("webp", "jpg")]
        hook = site / "layouts" / "_markup" / "render-image.html"
        hook.parent.mkdir(parents=True)
        hook.write_text(HOOK % tuple(sets))


def bench_kept(scratch, discarded, write_posts, program, hugo, count, rounds):
    """Prints how long a cold build takes whose pictures an earlier one has encoded, as on a machine that keeps its cache.
    The pictures are small: they are encoded once, before anything is timed. Outputs are moved away, not deleted."""
    scratch, discarded = pathlib.Path(scratch), pathlib.Path(discarded)
    posts, pictures = scratch / "kept-posts", scratch / "kept-pictures"
    for folder in (posts, pictures, discarded):
        shutil.rmtree(folder, ignore_errors=True)
    write_posts(posts, count)
    pictures.mkdir()
    for number in range(count):
        (pictures / f"{number}.png").write_bytes(png(number, *SMALL))
    commands = {"frontis": [program, "build", "--site", scratch / "kept-frontis", "--quiet"]}
    if hugo:
        commands["hugo"] = [hugo, "build", "--source", scratch / "kept-hugo", "--quiet"]
    times = {name: [] for name in commands}
    for name, command in commands.items():
        lay_out_kept(name, scratch / f"kept-{name}", posts, pictures)
        run(command, scratch / f"kept-{name}", [])
    for number in range(rounds + 1):
        for name, command in commands.items():
            site, aside = scratch / f"kept-{name}", discarded / f"{name}-{number}"
            aside.mkdir(parents=True)
            # What was read and made is forgotten, too: nothing but pictures is kept.
            for left in ("public", ".frontis/cache/v1/builds"):
                if (site / left).exists():
                    (site / left).rename(aside / pathlib.Path(left).name)
            seconds = run(command, site, [])[0]
            if number:
                times[name].append(seconds)
    print(f"{count:,} posts with {count:,} pictures of {SMALL[0]} x {SMALL[1]}, encoded before; {rounds} rounds in "
          f"alternation after a warm-up; {os.cpu_count()} cores")
    for name, values in times.items():
        public = scratch / f"kept-{name}" / "public"
        kinds = [len(list(public.glob(f"**/*{ending}"))) for ending in (".html", ".webp", ".jpg")]
        print(f"  {name:8} {statistics.median(values):6.3f} s ({min(values):.3f} to {max(values):.3f}); pages, WebP and JPEG "
              f"files: {' '.join(f'{number:,}' for number in kinds)}")
    if hugo:
        ratio = statistics.median(times["hugo"]) / statistics.median(times["frontis"])
        print(f"cold, pictures kept: {ratio:.2f} times as fast as Hugo")
