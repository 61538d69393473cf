"""What every call has at hand: the settings, the store, the time, and who is asking."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from central.problems import Problem
from central.settings import Settings
from central.store import Store
from central.store.sessions import Holder, Lifetime, Refusal, holder_of_access, mark_used

_scheme = HTTPBearer(auto_error=False, bearerFormat="opaque", description="The access token of a session.")
Bearer = Annotated[HTTPAuthorizationCredentials | None, Depends(_scheme)]


@dataclass(frozen=True, slots=True)
class Desk:
    """Shared by all calls; holds no state of its own."""

    settings: Settings
    store: Store

    def now(self) -> int:
        """Seconds since 1970."""
        return int(self.settings.clock().timestamp())

    def lifetime(self, now: int) -> Lifetime:
        """Of tokens given now."""
        return Lifetime(now + self.settings.access_seconds, now + self.settings.refresh_seconds)

    def whose(self, bearer: Bearer) -> str:
        """The feed that an access token reads. Raises Problem."""
        return self.holder(bearer).feed

    def holder(self, bearer: Bearer) -> Holder:
        """Whose access token it is, and of which sign-in. Raises Problem. Only the first use of a token writes."""
        if bearer is None:
            raise Problem("session-ended", headers=CHALLENGE)
        with self.store.reading() as db:
            holder = holder_of_access(db, bearer.credentials, now=self.now())
        if isinstance(holder, Refusal):
            raise Problem(_CODES[holder], headers=CHALLENGE)
        if not holder.used:
            with self.store.writing() as db:
                mark_used(db, holder)
        return holder


CHALLENGE = {"WWW-Authenticate": 'Bearer realm="chasqui"'}
_CODES = {Refusal.EXPIRED: "token-expired", Refusal.ENDED: "session-ended"}
