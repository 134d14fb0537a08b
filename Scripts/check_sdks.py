"""Calls each of the tests' vendors with the vendor's official SDK. Usage: check_sdks.py VENDOR_SERVER_PROGRAM"""

import base64
import contextlib
import json
import subprocess
import sys

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


def azure_pictures():
    import openai

    with vendor("azure-openai, key") as ready:
        client = openai.AzureOpenAI(
            azure_endpoint=ready["origin"],
            api_key=ready["environment"]["AZURE_OPENAI_API_KEY"],
            api_version="2024-10-21",
            max_retries=0,
        )
        # By hand: the SDK would name the model in the body as well, which Azure passes over and the tests' vendor does not.
        made = client.post(
            "/deployments/pictures/images/generations",
            cast_to=openai.types.ImagesResponse,
            body={"prompt": "A boat", "size": "1024x1024", "n": 1},
        )
        assert made.data[0].url.startswith(ready["origin"]) and made.data[0].revised_prompt
        said = client.post(
            "/deployments/eyes/chat/completions",
            cast_to=openai.types.chat.ChatCompletion,
            body={"messages": words("<page>\n</page>"), "max_completion_tokens": 1000, "response_format": ALT},
        )
        assert json.loads(said.choices[0].message.content)["alt"].startswith("Test picture")


def gemini_pictures():
    from google import genai
    from google.genai import types

    with vendor("gemini, by API key") as ready:
        client = genai.Client(
            api_key=ready["environment"]["ART_KEY"],
            http_options=types.HttpOptions(base_url=ready["origin"], api_version="v1beta"),
        )
        made = client.models.generate_content(
            model="gemini-3.1-flash-image",
            contents="A boat",
            config=types.GenerateContentConfig(
                response_modalities=["IMAGE"], image_config=types.ImageConfig(aspect_ratio="16:9", image_size="1K")
            ),
        )
        is_png(next(part.inline_data.data for part in made.candidates[0].content.parts if part.inline_data))
        assert made.usage_metadata.total_token_count > 0


def imagen_pictures():
    from google import genai
    from google.genai import types
    from google.oauth2 import service_account

    with vendor("vertex-imagen, by a service account's file") as ready:
        key = json.loads(next(iter(ready["files"].values())))
        credentials = service_account.Credentials.from_service_account_info(
            key, scopes=["https://www.googleapis.com/auth/cloud-platform"]
        )
        client = genai.Client(
            vertexai=True,
            project=key["project_id"],
            location="us-central1",
            credentials=credentials,
            http_options=types.HttpOptions(base_url=ready["origin"], api_version="v1"),
        )
        made = client.models.generate_images(
            model="imagen-4.0-generate-001",
            prompt="A boat",
            config=types.GenerateImagesConfig(number_of_images=2, aspect_ratio="16:9", include_rai_reason=True),
        )
        assert len(made.generated_images) == 2
        for image in made.generated_images:
            is_png(image.image.image_bytes)


checks = [openai_pictures, azure_pictures, gemini_pictures, imagen_pictures]
for check in checks:
    check()
