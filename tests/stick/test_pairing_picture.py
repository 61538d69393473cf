"""A computer's key out of a picture: read in a process of its own, and never guessed."""

import io
import secrets

import pytest
import qrcode
from PIL import Image, ImageFilter

from documents.stick.errors import NoKeyInPictureError
from documents.stick.keys import DeviceKey
from documents.stick.picture import LARGEST, key_in_picture

KEY = DeviceKey(secrets.token_bytes(32)).public


def code(text: str, size: int = 500) -> Image.Image:
    made = qrcode.QRCode(border=4)
    made.add_data(text)
    return made.make_image().get_image().convert("L").resize((size, size))


def written(picture: Image.Image, kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    picture.save(out, kind)
    return out.getvalue()


def beside(*pictures: Image.Image) -> Image.Image:
    page = Image.new("L", (600 * len(pictures), 600), 255)
    for number, picture in enumerate(pictures):
        page.paste(picture, (600 * number + 50, 50))
    return page


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_key_is_read_from_a_picture(kind: str) -> None:
    turned = beside(code(KEY.text)).rotate(7, expand=True, fillcolor=255)
    assert key_in_picture(written(turned, kind)) == KEY


def test_the_same_code_twice_is_one() -> None:
    assert key_in_picture(written(beside(code(KEY.text), code(KEY.text)))) == KEY


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (b"", "picture-unreadable"),
        (b"%PDF-1.7 no", "picture-unreadable"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 500, "picture-unreadable"),
        (bytes(LARGEST + 1), "picture-unreadable"),
        (written(Image.new("L", (400, 400), 255)), "picture-empty"),
        (written(code("https://ejemplo.pe")), "picture-other"),
        (written(code(KEY.text[:-1] + "A")), "picture-other"),
        (written(beside(code(KEY.text), code(DeviceKey(bytes(32)).public.text))), "picture-several"),
        (written(code(KEY.text, 300).filter(ImageFilter.GaussianBlur(9))), "picture-empty"),
    ],
    ids=["nothing", "pdf", "broken", "large", "blank", "another", "mistyped", "two", "blurred"],
)
def test_what_shows_no_key_says_why(content: bytes, trouble: str) -> None:
    with pytest.raises(NoKeyInPictureError) as raised:
        key_in_picture(content)
    assert raised.value.code == trouble
