"""The account's few calls to the central API, each made on the pool: captcha, sign-in, password mail, sign-out.

Not for exchanging data: that is `desktop.tasks.sync_thread`.
"""

import platform
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from desktop.tasks.desk import Desk, Job
from desktop.version import VERSION

if TYPE_CHECKING:
    from storage.records import Session
    from sync.accounts import Captcha, SignedIn
    from sync.client import CentralClient
    from sync.clock import Clock

T = TypeVar("T")
Failed = Callable[[Exception], None]


class Office:
    """Speaks to one server. A client is made for each call, on the thread that uses it."""

    def __init__(self, desk: Desk, clock: "Clock", server: str) -> None:
        self.server = server
        self._desk = desk
        self._clock = clock

    def captcha(self, asker: QObject, done: "Callable[[Captcha | None], None]", failed: Failed) -> Job:
        """A new image, or None when the server wants none."""
        from sync.accounts import request_captcha

        return self._call(asker, request_captcha, done, failed)

    def sign_in(
        self,
        asker: QObject,
        given: tuple[str, str, str | None, str | None],
        done: "Callable[[SignedIn], None]",
        failed: Failed,
    ) -> Job:
        """`given`: user, password, id of the image, its text."""
        from sync.accounts import sign_in

        user, password, captcha_id, text = given
        device = platform.node() or "Chasqui"
        return self._call(asker, lambda client: sign_in(client, user, password, captcha_id, text, device), done, failed)

    def send_mail(
        self, asker: QObject, given: tuple[str, str | None, str | None], done: Callable[[None], None], failed: Failed
    ) -> Job:
        """`given`: e-mail, id of the image, its text."""
        from sync.accounts import request_password_mail

        email, captcha_id, text = given
        return self._call(asker, lambda client: request_password_mail(client, email, captcha_id, text), done, failed)

    def sign_out(self, asker: QObject, session: "Session", done: Callable[[None], None], failed: Failed) -> Job:
        """Revoke the session at the server."""
        from sync.accounts import sign_out

        return self._call(asker, lambda client: sign_out(client, session), done, failed)

    def _call(
        self, asker: QObject, call: "Callable[[CentralClient], T]", done: Callable[[T], None], failed: Failed
    ) -> Job:
        def work(job: Job) -> T:
            from sync.client import CentralClient

            with CentralClient(self.server, version=VERSION, clock=self._clock) as client:
                client.watch(job.cancelled)
                return call(client)

        return self._desk.start(asker, work, done, failed)
