"""Builds a site against gcp-storage-emulator, and looks at what arrived. Usage: check_bucket.py FRONTIS_PROGRAM"""

import contextlib
import json
import os
import pathlib
import random
import shutil
import struct
import subprocess
import sys
import tempfile
import urllib.error
import urllib.parse
import urllib.request
import zlib

from gcp_storage_emulator.server import create_server

program = os.path.abspath(sys.argv[1])
BUCKET = "pictures"
PREFIX = "blog"
TYPES = {"avif": "image/avif", "jpg": "image/jpeg", "png": "image/png", "webp": "image/webp"}
CACHE_CONTROL = "public, max-age=31536000, immutable"
# Answers every prompt with the picture beside it.
DRAW = """
import json, os, sys
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "large.png"), "rb") as file:
    sys.stdout.buffer.write(file.read())
"""


def check(condition, message):
    if not condition:
        sys.exit(f"check-bucket: {message}")


def noise_png(width, height):
    """A PNG whose bytes are as many as its pixels."""
    source = random.Random(1)
    rows = b"".join(b"\0" + source.randbytes(width * 3) for _ in range(height))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 0)) + chunk(b"IEND", b"")


def make_site(folder, origin):
    (folder / "content/posts").mkdir(parents=True)
    (folder / "draw.py").write_text(DRAW)
    (folder / "large.png").write_bytes(noise_png(1536, 1024 * 2))
    (folder / "frontis.yaml").write_text(
        "site: { title: Bucket, url: https://example.org/ }\n"
        "providers:\n"
        f"  own: {{ dialect: command, run: [{sys.executable}, draw.py], price: 0 }}\n"
        # Variants are small; an original is what goes in pieces.
        "images: { publish-originals: true }\n"
        f"publish: {{ to: gs://{BUCKET}/{PREFIX}, endpoint: \"{origin}\", credentials: none }}\n"
    )
    for name in ["night train", "harbour", "a fox"]:
        post(folder, name, f"ai-image: {name} in winter")
    # Larger than what goes in one request.
    post(folder, "large", "ai-image: { prompt: noise, aspect: '3:4', provider: own, alt: Noise }")


def post(folder, name, image):
    path = folder / "content/posts" / (name.replace(" ", "-") + ".md")
    path.write_text(f"---\ntitle: {name}\ndate: 2026-03-02\n{image}\n---\nText.\n")


def build(folder, *options):
    run = subprocess.run(
        [program, "build", "--format", "json", *options], cwd=folder, capture_output=True, text=True,
        env={"PATH": os.environ["PATH"], "HOME": str(folder), "LC_ALL": "C.UTF-8"},
    )
    check(run.returncode == 0, f"the build failed:\n{run.stdout}\n{run.stderr}")
    return json.loads(run.stdout)["published"]


def local_pictures(folder):
    output = folder / "public"
    files = [path for kind in ("images", "originals") for path in (output / kind).iterdir()]
    return {f"{PREFIX}/{path.relative_to(output)}": path.read_bytes() for path in files}


def fetch(url):
    with urllib.request.urlopen(url) as reply:
        return reply.read()


def remote_pictures(origin):
    """What the emulator holds: bytes and resource, by name."""
    listed = json.loads(fetch(f"{origin}/storage/v1/b/{BUCKET}/o"))
    held = {}
    for item in listed.get("items", []):
        name = urllib.parse.quote(item["name"], safe="")
        held[item["name"]] = (fetch(f"{origin}/storage/v1/b/{BUCKET}/o/{name}?alt=media"), item)
    return held


def compare(folder, origin):
    local, remote = local_pictures(folder), remote_pictures(origin)
    check(set(local) == set(remote), f"names differ: {sorted(local)} and {sorted(remote)}")
    for name, data in local.items():
        held, item = remote[name]
        check(held == data, f"{name}: other bytes")
        check(item.get("cacheControl") == CACHE_CONTROL, f"{name}: cacheControl is {item.get('cacheControl')}")
        check(item["contentType"] == TYPES[name.rsplit(".", 1)[1]], f"{name}: contentType is {item['contentType']}")
        check(fetch(f"{origin}/{BUCKET}/{name}") == data, f"{name}: other bytes at its public address")
    return {name: item["generation"] for name, (_, item) in remote.items()}


def pages(folder):
    return "".join(path.read_text() for path in (folder / "public").rglob("*.html"))


@contextlib.contextmanager
def emulator():
    server = create_server("127.0.0.1", 0, in_memory=True, default_bucket=BUCKET)
    server.start()
    try:
        yield "http://127.0.0.1:%d" % server._api._httpd.server_address[1]
    finally:
        server.stop()


def resumable(origin, name, condition):
    """How the emulator answers the beginning of an upload of something that is there already."""
    request = urllib.request.Request(
        f"{origin}/upload/storage/v1/b/{BUCKET}/o?uploadType=resumable{condition}",
        data=json.dumps({"name": name}).encode(), headers={"Content-Type": "application/json"}, method="POST",
    )
    try:
        with urllib.request.urlopen(request) as reply:
            return reply.status
    except urllib.error.HTTPError as error:
        return error.code


def main():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="frontis-bucket-"))
    try:
        with emulator() as origin:
            make_site(folder, origin)
            first = build(folder)
            count = len(local_pictures(folder))
            originals = sum("/originals/" in name for name in local_pictures(folder))
            check(originals == 4 and count > 40, f"{originals} originals among {count} pictures")
            sizes = sorted(len(data) for data in local_pictures(folder).values())
            check(sizes[-1] > 8 << 20, f"the largest picture has only {sizes[-1]} bytes")
            check(first == {"uploaded": count, "kept": 0}, f"the first build says {first}")
            generations = compare(folder, origin)
            check(f'src="{origin}/{BUCKET}/{PREFIX}/images/' in pages(folder), "pages do not point at the bucket")
            check('src="/images/' not in pages(folder), "pages point at the site's own copies")
            second = build(folder)
            check(second == {"uploaded": 0, "kept": count}, f"the second build says {second}")
            shutil.rmtree(folder / ".frontis/cache")
            third = build(folder)
            check(third == {"uploaded": 0, "kept": count}, f"the build without a record says {third}")
            check(compare(folder, origin) == generations, "something was uploaded twice")
            doctor = subprocess.run([program, "doctor", "--online"], cwd=folder, capture_output=True, text=True)
            print(doctor.stdout[doctor.stdout.index("bucket gs://"):].split("\n\n")[0])
            name = next(iter(generations))
            known = resumable(origin, name, "&ifGenerationMatch=0")
            print(f"the emulator answers a create-only upload of a name that is taken with {known} (Google with 412)")
        print(f"check-bucket: {count} pictures of {sizes[0]} to {sizes[-1]} bytes, the same in the bucket")
    finally:
        shutil.rmtree(folder)


main()
