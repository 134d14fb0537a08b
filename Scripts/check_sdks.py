"""Calls each of the tests' vendors with the vendor's official SDK. Usage: check_sdks.py VENDOR_SERVER_PROGRAM"""

import base64
import contextlib
import json
import os
import subprocess
import sys
import tempfile

program = sys.argv[1]
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC"
)
ALT = {
    "type": "json_schema",
    "json_schema": {
        "name": "alt_text",
        "strict": True,
        "schema": {
            "type": "object",
            "properties": {"alt": {"type": "string"}, "decorative": {"type": "boolean"}},
            "required": ["alt", "decorative"],
            "additionalProperties": False,
        },
    },
}


@contextlib.contextmanager
def vendor(name):
    """A vendor's server, with what it wants to be asked with. Fails if it had anything against a request."""
    process = subprocess.Popen([program, name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    ready = json.loads(process.stdout.readline())
    yield ready
    complaints, _ = process.communicate()
    if process.returncode != 0:
        sys.exit(f"{name}: the vendor complains:\n{complaints}")
    print(f"{name}: ok")


def is_png(data):
    if not data.startswith(b"\x89PNG"):
        sys.exit(f"not a picture: {data[:40]!r}")


def words(texts):
    """A conversation about a picture, in the form of chat completions."""
    picture = "data:image/png;base64," + base64.b64encode(PNG).decode()
    return [
        {"role": "system", "content": 'Write in the language whose BCP 47 tag is en.'},
        {
            "role": "user",
            "content": [
                {"type": "text", "text": texts},
                {"type": "image_url", "image_url": {"url": picture, "detail": "low"}},
            ],
        },
    ]


def openai_pictures():
    import openai

    with vendor("openai") as ready:
        client = openai.OpenAI(
            base_url=ready["origin"] + "/v1", api_key=ready["environment"]["ART_KEY"], max_retries=0
        )
        made = client.images.generate(model="gpt-image-2", prompt="A boat", size="1536x1024", quality="low", n=2)
        for image in made.data:
            is_png(base64.b64decode(image.b64_json))
        assert made.usage.total_tokens == made.usage.input_tokens + made.usage.output_tokens
        edited = client.images.edit(model="gpt-image-2", prompt="A boat", image=[("a.png", PNG, "image/png")])
        is_png(base64.b64decode(edited.data[0].b64_json))
        said = client.chat.completions.create(
            model="gpt-5.4-mini", messages=words("<page>\n</page>"), max_completion_tokens=1000, response_format=ALT
        )
        assert json.loads(said.choices[0].message.content)["alt"].startswith("Test picture")


checks = [openai_pictures]
for check in checks:
    check()
