"""Captchas that wait for their answer: one use, right or wrong."""

import secrets

from sqlalchemy import Connection, delete, insert

from central.store.schema import Captcha


def keep_captcha(db: Connection, text: str, *, ends: int, now: int) -> str:
    """Keep the text under a new id; what ran out is cleared away."""
    db.execute(delete(Captcha).where(Captcha.ends <= now))
    id_ = secrets.token_urlsafe(32)
    db.execute(insert(Captcha).values(id=id_, text=text, ends=ends))
    return id_


def use_captcha(db: Connection, id_: str, text: str, *, now: int) -> bool:
    """Whether the answer is right. Whatever it is, the captcha is used up. Case and spaces do not count."""
    kept = db.execute(delete(Captcha).where(Captcha.id == id_).returning(Captcha.text, Captcha.ends)).one_or_none()
    if kept is None or kept[1] <= now:
        return False
    answer = "".join(text.split()).casefold()
    return secrets.compare_digest(answer.encode(), kept[0].casefold().encode())
