"""Captcha images."""

import base64

from fastapi import APIRouter

from central.contract import CaptchaOffer
from central.desk import Desk
from central.problems import Problem
from central.store.captchas import keep_captcha, use_captcha


def make_router(desk: Desk) -> APIRouter:
    """`POST /v1/captchas`."""
    router = APIRouter()

    @router.post("/v1/captchas", name="captcha", status_code=201)
    def offer() -> CaptchaOffer:
        """A new image, or word that none is required."""
        settings = desk.settings
        if not settings.captcha:
            return CaptchaOffer(required=False, captcha_id=None, image=None, expires_in=None)
        text, now = settings.captcha_text(), desk.now()
        image = draw_captcha(text)
        with desk.store.writing() as db:
            id_ = keep_captcha(db, text, ends=now + settings.captcha_seconds, now=now)
        shown = base64.b64encode(image).decode()
        return CaptchaOffer(required=True, captcha_id=id_, image=shown, expires_in=settings.captcha_seconds)

    return router


def require_captcha(desk: Desk, id_: str | None, text: str | None) -> None:
    """Use a captcha up. Raises Problem when the answer is wrong; nothing else of the call is looked at before."""
    if not desk.settings.captcha:
        return
    with desk.store.writing() as db:
        right = use_captcha(db, id_ or "", text or "", now=desk.now())
    if not right:
        raise Problem("wrong-captcha")


def draw_captcha(text: str) -> bytes:
    """A PNG."""
    from captcha.image import ImageCaptcha  # brings Pillow: only who asks for an image pays for it

    return ImageCaptcha(width=200, height=70).generate(text, format="png").getvalue()
