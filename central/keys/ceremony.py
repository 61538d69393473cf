"""What a ceremony decides, as pure steps from one trust list to the next. Nothing is ever taken out of a list.

Each step gives the version after the one before it, valid for so many days from `now`.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from documents.seal.claims import printed_document_id
from documents.seal.trust import AnnulledDocument, IssuerEntry, KeyEntry, KeyStatus, TrustList


class CeremonyError(Exception):
    """The step makes no sense for this list. Nothing was changed. The sentence is for the person at the keyboard."""


@dataclass(frozen=True, slots=True)
class Validity:
    """From when and for how long the next list is to be current."""

    now: datetime
    days: int


def renew(current: TrustList | None, validity: Validity) -> TrustList:
    """The same content, current again. None: the first list, empty."""
    issued, until = validity.now.replace(microsecond=0), validity.now.replace(microsecond=0)
    until += timedelta(days=validity.days)
    if current is None:
        return TrustList(1, issued, until, (), (), test=False)
    return replace(current, version=current.version + 1, issued=issued, next_update=until)


def admit_key(current: TrustList | None, issuer: IssuerEntry, validity: Validity) -> TrustList:
    """A new issuer, or one more key for one that is known (`issuer.keys` are the new ones; its names are renewed)."""
    following = renew(current, validity)
    known = {each.code: each for each in following.issuers}
    kids = {key.kid for each in following.issuers for key in each.keys}
    if twice := [key.kid.hex() for key in issuer.keys if key.kid in kids]:
        raise CeremonyError(f"La clave {twice[0]} ya está en la lista.")
    before = known[issuer.code].keys if issuer.code in known else ()
    known[issuer.code] = replace(issuer, keys=before + issuer.keys)
    return replace(following, issuers=tuple(known[code] for code in sorted(known)))


def change_key(
    current: TrustList | None, kid: bytes, status: KeyStatus, since: datetime, reason: str, validity: Validity
) -> TrustList:
    """A key retired, revoked or compromised. A status only ever gets worse: what was lost is not found again."""
    following = renew(current, validity)
    found = [key for issuer in following.issuers for key in issuer.keys if key.kid == kid]
    if not found:
        raise CeremonyError(f"Ninguna clave de la lista se llama {kid.hex()}.")
    if status <= found[0].status:
        raise CeremonyError(f"La clave {kid.hex()} ya está en ese estado o en uno más grave.")
    changed = replace(found[0], status=status, since=since.replace(microsecond=0), reason=reason)
    issuers = tuple(
        replace(issuer, keys=tuple(changed if key.kid == kid else key for key in issuer.keys))
        for issuer in following.issuers
    )
    return replace(following, issuers=issuers)


def annul_document(current: TrustList | None, document_id: bytes, since: datetime, validity: Validity) -> TrustList:
    """A document taken back, by the number on its paper."""
    following = renew(current, validity)
    if document_id in {each.document_id for each in following.revoked_documents}:
        raise CeremonyError("Ese documento ya está anulado.")
    added = AnnulledDocument(document_id, since.replace(microsecond=0))
    annulled = sorted((*following.revoked_documents, added), key=lambda each: each.document_id)
    return replace(following, revoked_documents=tuple(annulled))


def described(trust: TrustList) -> str:
    """A list in words, for the person who is about to sign or publish it."""
    lines = [
        f"Lista de confianza, versión {trust.version}{' (PRUEBA)' if trust.test else ''}",
        f"emitida {trust.issued:%d/%m/%Y}, se renueva antes de {trust.next_update:%d/%m/%Y}",
    ]
    for issuer in trust.issuers:
        lines.append(f"{issuer.code}  {issuer.name}, {issuer.region}")
        lines += [f"  {_described_key(key)}" for key in issuer.keys]
    for each in trust.revoked_documents:
        lines.append(f"anulado {printed_document_id(each.document_id)} desde {each.since:%d/%m/%Y}")
    return "\n".join(lines) + "\n"


_STATUS = {
    KeyStatus.ACTIVE: "activa",
    KeyStatus.RETIRED: "retirada",
    KeyStatus.REVOKED: "revocada",
    KeyStatus.COMPROMISED: "comprometida",
}


def _described_key(key: KeyEntry) -> str:
    until = f" hasta {key.not_after:%d/%m/%Y}" if key.not_after else ""
    since = f" desde {key.since:%d/%m/%Y}" if key.since else ""
    reason = f": {key.reason}" if key.reason else ""
    validity = f"vale desde {key.not_before:%d/%m/%Y}{until}"
    return f"{key.kid.hex()} {key.algorithm.name} {_STATUS[key.status]}{since}{reason}; {validity}"
