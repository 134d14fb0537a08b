"""How fast pictures are made and described: a site of slots, and a vendor on this machine that takes a fixed time.

Sizes and formats for browsers are not made: encoding noise costs more than the answers take (0.19 s for each picture of
256 x 256), and `Scripts/bench pictures` measures encoders on pictures that look like something.
"""

import base64
import http.server
import json
import os
import pathlib
import random
import shutil
import struct
import threading
import time
import zlib


def noise(side):
    """The parts of a PNG before and after a text chunk that tells pictures apart."""
    generator = random.Random(1)
    rows = b"".join(b"\0" + generator.randbytes(3 * side) for _ in range(side))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    tail = chunk(b"IDAT", zlib.compress(rows, 1)) + chunk(b"IEND", b"")
    return lambda text: head + chunk(b"tEXt", b"Title\0" + text.encode()) + tail


class Vendor(http.server.ThreadingHTTPServer):
    """Speaks as much of OpenAI's protocol as a build needs; every answer takes `latency` seconds."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, latency, side):
        super().__init__(("127.0.0.1", 0), Answer)
        self.latency = latency
        self.picture = noise(side)
        self.guard = threading.Lock()
        self.pictures = 0
        self.texts = 0
        self.now = 0
        self.peak = 0

    def count(self, kind, by):
        with self.guard:
            if by > 0:
                setattr(self, kind, getattr(self, kind) + 1)
            if kind == "pictures":
                self.now += by
                self.peak = max(self.peak, self.now)


class Answer(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_POST(self):
        begin = time.perf_counter()
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        kind = "pictures" if self.path.endswith("/images/generations") else "texts"
        self.server.count(kind, 1)
        if kind == "pictures":
            usage = {"input_tokens": 10, "output_tokens": 1000, "total_tokens": 1010}
            pixels = base64.b64encode(self.server.picture(body["prompt"])).decode()
            answer = {"created": 1, "data": [{"b64_json": pixels}], "usage": usage}
        else:
            text = json.dumps({"alt": f"A drawn pattern of {self.server.texts} colours.", "decorative": False})
            usage = {"prompt_tokens": 300, "completion_tokens": 20, "total_tokens": 320}
            message = {"role": "assistant", "content": text}
            answer = {"model": body["model"], "choices": [{"finish_reason": "stop", "message": message}],
                      "usage": usage}
        data = json.dumps(answer).encode()
        time.sleep(max(0, self.server.latency - (time.perf_counter() - begin)))
        self.server.count(kind, -1)
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        pass


def lay_out(site, slots, concurrency, port):
    shutil.rmtree(site, ignore_errors=True)
    (site / "content" / "posts").mkdir(parents=True)
    (site / "frontis.yaml").write_text(f"""\
site: {{ title: Bench, url: "https://example.org/" }}
images: {{ provider: art, concurrency: {concurrency}, budget: 1000, variants: false }}
alt: {{ provider: art, model: gpt-5.4-mini }}
providers:
  art: {{ dialect: openai, model: gpt-image-2, base-url: "http://127.0.0.1:{port}/v1", api-key: "${{BENCH_KEY}}" }}
""")
    for number in range(slots):
        (site / "content" / "posts" / f"post-{number}.md").write_text(
            f"---\ntitle: Post {number}\ndate: 2026-03-02\nai-image: Number {number}\n---\nText of post {number}.\n")


def measure(program, folder, run_timed, fail, slots, concurrency, latency, side):
    """Prints one line; gives the peak memory in bytes."""
    vendor = Vendor(latency, side)
    threading.Thread(target=vendor.serve_forever, daemon=True).start()
    site = pathlib.Path(folder) / f"generation-{slots}"
    try:
        lay_out(site, slots, concurrency, vendor.server_port)
        os.environ["BENCH_KEY"] = "sk-bench"
        result, said = run_timed([str(program), "build", "--site", str(site), "--quiet", "--no-frozen"])
        if result["status"] != 0:
            fail(f"status {result['status']}", *said.splitlines()[-20:])
        if (vendor.pictures, vendor.texts) != (slots, slots):
            fail(f"{vendor.pictures} pictures and {vendor.texts} texts were asked for, and {slots} of each wanted")
    finally:
        vendor.shutdown()
        vendor.server_close()
        shutil.rmtree(site, ignore_errors=True)
    # The last picture can be described only when it is there.
    ideal = (-(-slots // concurrency) + 1) * latency
    print(f"{slots} slots, {concurrency} at a time, {latency:g} s each: {result['wall']:.2f} s; at best {ideal:.2f} s; "
          f"ratio {result['wall'] / ideal:.2f}; peak {result['memory'] / 1e6:.0f} MB; "
          f"most pictures at once {vendor.peak}", flush=True)
    return result["memory"]
