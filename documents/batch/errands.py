"""Drawing and binding inside disposable processes (`documents.worker.process`). The other side is `apart`.

Drawing sees our own records and perhaps the office's key, binding sees foreign files: never in the same process when
there are both.
"""

from functools import lru_cache
from pathlib import Path

from documents.batch.records import BindAnswer, BindOrder, DrawAnswer, Drawn, DrawOrder, PlainKey, Refusal
from documents.errors import DocumentError, PaperContentError
from documents.lis.papers import LisPaper, Stamp, constancia_paper, payslip_paper
from documents.packet.assembling import build_packet
from documents.packet.errors import ItemRefusedError, PacketError, PacketTooLargeError
from documents.packet.records import PacketItem, PacketProgress
from documents.seal.keys import IssuerKey, read_private
from documents.worker import frames
from documents.worker.errands import Progress
from documents.worker.process import Report


def draw(request: bytes, _blobs: list[bytes], _report: Report) -> tuple[DrawAnswer, list[bytes]]:
    """Each paper that can be drawn; what cannot is told, and hinders no other."""
    order = frames.read_as(DrawOrder, request)
    identities = iter(order.identities)
    stamp = Stamp(order.now, lambda: bytes.fromhex(next(identities)), _key(order.key))
    papers: list[Drawn] = []
    blobs: list[bytes] = []
    for payslip in order.payslips if order.printed else ():
        try:
            _keep(papers, blobs, payslip.id, payslip_paper(payslip, stamp))
        except DocumentError as error:
            papers.append(Drawn(payslip.id, -1, refusal=type(error).__name__))
    if order.constancia is not None:
        try:
            _keep(
                papers, blobs, "constancia", constancia_paper(order.payslips, *order.constancia, stamp, by_concept=True)
            )
        except DocumentError as error:
            reason = error.reason if isinstance(error, PaperContentError) else type(error).__name__
            papers.append(Drawn("constancia", -1, refusal=reason))
    return DrawAnswer(tuple(papers)), blobs


def _keep(papers: list[Drawn], blobs: list[bytes], what: str, paper: LisPaper) -> None:
    papers.append(Drawn(what, len(blobs), paper.unsealed))
    blobs.append(paper.pdf)


@lru_cache(maxsize=1)
def _key(plain: PlainKey | None) -> IssuerKey | None:
    """Opened once a process: the words of a key file are slow to try on purpose."""
    if plain is None:
        return None
    return IssuerKey(read_private(plain.pem.encode(), plain.password), plain.code, plain.test)


def bind(request: bytes, blobs: list[bytes], report: Report) -> tuple[BindAnswer, list[bytes]]:
    """One packet into the folder that the order names."""
    order = frames.read_as(BindOrder, request)
    waiting = iter(blobs)
    items = [
        PacketItem(item.title, Path(item.file) if item.file else next(waiting), drawn_here=item.drawn_here)
        for item in order.items
    ]

    def tell(now: PacketProgress) -> None:
        report(Progress(now.stage.value, now.done, now.total))

    folder = Path(order.folder)
    try:
        made = build_packet(order.heading, items, order.profile, folder=folder, stem=order.stem, progress=tell)
    except PacketError as error:
        return BindAnswer(None, _refusal(error)), []
    return BindAnswer(made), []


def _refusal(error: PacketError) -> Refusal:
    code = type(error).__name__
    match error:
        case PacketTooLargeError(size=size, limit=limit):
            return Refusal(code, "", size, limit)
        case ItemRefusedError(title=title):
            return Refusal(code, title)
        case _:
            return Refusal(code, str(error)[:200])
