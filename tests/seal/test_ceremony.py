"""The ceremony from its first root to a lost key, by the commands a person types, and what it means for payslips."""

import stat
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from central.__main__ import main
from central.keys.ceremony import CeremonyError, Validity, admit_key, annul_document, change_key, renew
from central.keys.demo import demo_list
from central.keys.folder import CeremonyFolder
from central.trust import published_list
from documents.seal import codec
from documents.seal.claims import Claims
from documents.seal.errors import TrustListError, TrustListTrouble
from documents.seal.issuing import issue_payslip
from documents.seal.keys import (
    IssuerKey,
    KeyFileError,
    new_private,
    read_private,
    read_public,
    write_private,
    write_public,
)
from documents.seal.signatures import Algorithm
from documents.seal.trust import (
    IssuerEntry,
    KeyEntry,
    KeyStatus,
    Standing,
    TrustList,
    annulled_since,
    newer,
    standing,
)
from tests.documents.people import TEACHER
from tests.documents.reading import decoded
from tests.seal.sealing import ISSUER, NOON, entry, issuer_key

ROOT_PASSWORD = "una raíz guardada bajo llave"
KEY_PASSWORD = "la clave de la oficina"
Keys = Callable[..., str]


@dataclass(frozen=True, slots=True)
class Office:
    """A ceremony folder and what is typed into it."""

    folder: CeremonyFolder
    root_password: Path
    key_password: Path
    keys: Keys

    def publish(self, step: str, *arguments: str) -> str:
        return self.keys(step, *arguments, "--root", "raiz-1", "--root-password-file", str(self.root_password))

    def admit(self, *more: str) -> bytes:
        """A new key of our UGEL; returns its kid."""
        name = ("--name", "UGEL SAN ROMÁN", "--region", "DRE PUNO", "--password-file", str(self.key_password))
        return bytes.fromhex(self.publish("issuer", ISSUER, *name, *more).split()[-1])

    def trust(self) -> TrustList:
        current = self.folder.current()
        assert current is not None
        return current

    def issue(self, kid: bytes, document_id: bytes = b"11111111") -> bytes:
        key = self.folder.issuer_key(ISSUER, kid, KEY_PASSWORD)
        return issue_payslip(TEACHER, key, issued=datetime.now(UTC), document_id=document_id)

    def check(self, pdf: bytes) -> tuple[Claims, KeyEntry, Standing]:
        [text] = decoded(pdf, dpi=200)
        claims, key = codec.verify(codec.parse(text), self.trust())
        return claims, key, standing(key, claims.type, claims.issued)


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Office:
    root_password, key_password = tmp_path / "raiz.txt", tmp_path / "clave.txt"
    root_password.write_text(ROOT_PASSWORD + "\n", encoding="utf-8")
    key_password.write_text(KEY_PASSWORD, encoding="utf-8")
    folder = tmp_path / "ceremonia"

    def keys(step: str, *arguments: str) -> str:
        code = main(["keys", step, *arguments, "--folder", str(folder)])
        told = capsys.readouterr()
        assert code == 0, told.err
        return told.out

    made = Office(CeremonyFolder(folder), root_password, key_password, keys)
    for name in ("raiz-1", "raiz-2"):
        keys("root", name, "--password-file", str(root_password))
    return made


@pytest.fixture
def refused(office: Office, capsys: pytest.CaptureFixture[str]) -> Keys:
    """A step that must fail and leave the list as it is; returns what the person is told."""

    def step(name: str, *arguments: str) -> str:
        file = office.folder.list_file
        before = file.read_bytes() if file.exists() else None
        assert main(["keys", name, *arguments, "--folder", str(office.folder.path)]) == 1
        assert (file.read_bytes() if file.exists() else None) == before
        return capsys.readouterr().err

    return step


def test_keys_are_rotated_and_nothing_old_is_lost(office: Office) -> None:
    first = office.admit()
    old = office.issue(first)
    assert office.check(old)[2] is Standing.GOOD
    office.publish("retire", first.hex())
    second = office.admit("--algorithm", "es256")
    new = office.issue(second, b"22222222")
    assert office.check(new)[2] is Standing.GOOD
    claims, key, judged = office.check(old)
    assert (key.kid, key.status, judged) == (first, KeyStatus.RETIRED, Standing.GOOD)
    assert claims.liquido == TEACHER.liquido
    assert [each.kid for each in office.trust().issuers[0].keys] == [first, second]
    assert office.trust().version == 3


def test_what_a_retired_key_seals_afterwards_is_noticed(office: Office) -> None:
    kid = office.admit()
    office.publish("retire", kid.hex(), "--on", "2020-01-01")
    assert office.check(office.issue(kid))[2] is Standing.AFTER_RETIREMENT


def test_a_revoked_and_a_lost_key_lose_their_standing_for_all_they_sealed(office: Office) -> None:
    kid = office.admit()
    pdf = office.issue(kid)
    office.publish("revoke", kid.hex(), "--reason", "Cambio de titular")
    _, key, judged = office.check(pdf)
    assert (judged, key.reason) == (Standing.REVOKED, "Cambio de titular")
    assert key.since is not None
    office.publish("compromise", kid.hex(), "--reason", "Equipo robado")
    assert office.check(pdf)[2] is Standing.COMPROMISED


def test_a_document_is_annulled_by_the_number_on_its_paper(office: Office) -> None:
    kid = office.admit()
    claims = office.check(office.issue(kid, bytes.fromhex("0123456789abcdef")))[0]
    office.publish("annul-document", "0123-4567-89AB-CDEF", "--on", "2026-11-20")
    assert annulled_since(office.trust(), claims.document_id) == datetime(2026, 11, 20, tzinfo=UTC)


def test_the_second_root_signs_when_the_first_is_lost(office: Office) -> None:
    kid = office.admit()
    pdf = office.issue(kid)
    (office.folder.path / "roots" / "raiz-1.pem").unlink()
    office.keys("list", "--root", "raiz-2", "--root-password-file", str(office.root_password), "--days", "30")
    trust = office.trust()
    assert trust.version == 2
    assert trust.next_update - trust.issued == timedelta(days=30)
    assert office.check(pdf)[2] is Standing.GOOD


def test_an_office_that_keeps_its_own_key_hands_in_only_the_public_half(office: Office, tmp_path: Path) -> None:
    key = IssuerKey(new_private(Algorithm.ESP256), ISSUER)
    public = tmp_path / "publica.pem"
    public.write_bytes(write_public(key.public))
    assert office.admit("--public", str(public)) == key.kid
    pdf = issue_payslip(TEACHER, key, issued=datetime.now(UTC), document_id=b"33333333")
    assert office.check(pdf)[2] is Standing.GOOD
    assert list((office.folder.path).rglob(f"{key.kid.hex()}*")) == []


def test_clients_take_each_step_and_refuse_the_way_back(office: Office) -> None:
    office.admit()
    first = office.trust()
    office.publish("list")
    second = office.trust()
    assert newer(first, second) == second
    with pytest.raises(TrustListError) as refusal:
        newer(second, first)
    assert refusal.value.code is TrustListTrouble.ROLLBACK


def test_show_says_what_is_in_the_list(office: Office) -> None:
    assert "Todavía no hay lista" in office.keys("show")
    kid = office.admit("--until", "2030-01-01", "--types", "monthly")
    office.publish("revoke", kid.hex(), "--reason", "Cambio de titular", "--on", "2026-11-01")
    office.publish("annul-document", "0123456789abcdef", "--on", "2026-11-20")
    shown = office.keys("show")
    assert "versión 3" in shown
    assert "PRUEBA" not in shown
    assert f"{ISSUER}  UGEL SAN ROMÁN, DRE PUNO" in shown
    assert f"{kid.hex()} ED25519 revocada desde 01/11/2026: Cambio de titular" in shown
    assert "hasta 01/01/2030" in shown
    assert "anulado 0123-4567-89AB-CDEF desde 20/11/2026" in shown


def test_private_keys_are_encrypted_and_for_their_owner_alone(office: Office) -> None:
    kid = office.admit()
    secrets = [path for path in office.folder.path.rglob("*.pem") if not path.name.endswith(".pub.pem")]
    assert {path.stem for path in secrets} == {"raiz-1", "raiz-2", kid.hex()}
    for path in secrets:
        assert b"BEGIN ENCRYPTED PRIVATE KEY" in path.read_bytes()
        if sys.platform != "win32":
            assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_root_is_never_replaced(office: Office, refused: Keys) -> None:
    before = (office.folder.path / "roots" / "raiz-1.pem").read_bytes()
    told = refused("root", "raiz-1", "--password-file", str(office.root_password))
    assert "una clave nunca se reemplaza" in told
    assert (office.folder.path / "roots" / "raiz-1.pem").read_bytes() == before


def test_a_wrong_root_password_changes_nothing(office: Office, refused: Keys) -> None:
    kid = office.admit()
    wrong = ("--root", "raiz-1", "--root-password-file", str(office.key_password))
    assert "la contraseña no es esa" in refused("retire", kid.hex(), *wrong)


def test_steps_that_make_no_sense_change_nothing(office: Office, refused: Keys, tmp_path: Path) -> None:
    root = ("--root", "raiz-1", "--root-password-file", str(office.root_password))
    kid = office.admit()
    office.publish("revoke", kid.hex())
    office.publish("annul-document", "0123456789abcdef")
    office_name = ("--name", "UGEL", "--region", "DRE", "--password-file", str(office.key_password))
    public = office.folder.path / "issuers" / "PE-UGEL-210011" / f"{kid.hex()}.pub.pem"
    short = tmp_path / "corta.txt"
    short.write_text("corta", encoding="utf-8")
    assert "Ninguna clave" in refused("revoke", "0" * 16, *root)
    assert "más grave" in refused("retire", kid.hex(), *root)
    assert "ya está anulado" in refused("annul-document", "0123456789abcdef", *root)
    assert "PE/UGEL/210001" in refused("issuer", "UGEL PUNO", *office_name, *root)
    assert "ya está en la lista" in refused("issuer", ISSUER, *office_name, "--public", str(public), *root)
    assert "16 caracteres" in refused("issuer", ISSUER, *office_name[:4], "--password-file", str(short), *root)
    assert "No se puede leer" in refused("list", "--root", "otra", "--root-password-file", str(office.root_password))
    assert "no quedaría bien formada" in refused("compromise", kid.hex(), "--reason", "a\tb", *root)


def test_a_list_of_other_roots_is_not_carried_on(office: Office, refused: Keys) -> None:
    office.admit()
    signed = bytearray(office.folder.list_file.read_bytes())
    signed[-1] ^= 1
    office.folder.list_file.write_bytes(signed)
    root = ("--root", "raiz-1", "--root-password-file", str(office.root_password))
    assert "no es una lista firmada" in refused("list", *root)


def test_the_central_api_does_not_publish_what_its_clients_would_refuse(office: Office) -> None:
    office.admit()
    with pytest.raises(TrustListError) as refusal:
        published_list(office.folder.list_file)
    assert refusal.value.code is TrustListTrouble.UNKNOWN_ROOT


def test_the_demonstration_can_be_written_again(tmp_path: Path) -> None:
    assert main(["keys", "demo", str(tmp_path / "demo")]) == 0
    assert published_list(tmp_path / "demo" / "trust-list.cbor").version == demo_list().version
    assert len(list((tmp_path / "demo").glob("*.pem"))) == 2


def test_each_step_is_the_next_version_and_takes_nothing_out() -> None:
    validity = Validity(NOON, 90)
    key = entry(issuer_key())
    trust = renew(None, validity)
    steps = [trust]
    steps.append(admit_key(steps[-1], IssuerEntry(ISSUER, "UGEL", "DRE", (key,)), validity))
    steps.append(change_key(steps[-1], key.kid, KeyStatus.COMPROMISED, NOON, "", validity))
    steps.append(annul_document(steps[-1], b"12345678", NOON, validity))
    steps.append(admit_key(steps[-1], IssuerEntry(ISSUER, "UGEL NUEVA", "DRE", (entry(issuer_key(2)),)), validity))
    assert [each.version for each in steps] == [1, 2, 3, 4, 5]
    assert [each.kid for each in steps[-1].issuers[0].keys] == [key.kid, issuer_key(2).kid]
    assert steps[-1].issuers[0].name == "UGEL NUEVA"
    assert steps[-1].issuers[0].keys[0].status is KeyStatus.COMPROMISED
    with pytest.raises(CeremonyError):
        change_key(steps[-1], key.kid, KeyStatus.RETIRED, NOON, "", validity)


@pytest.mark.parametrize("algorithm", Algorithm)
def test_a_key_file_gives_its_key_back_to_who_knows_the_password(algorithm: Algorithm) -> None:
    key = issuer_key(1, algorithm)
    pem = write_private(key.private, KEY_PASSWORD)
    assert write_public(read_private(pem, KEY_PASSWORD).public_key()) == write_public(key.public)
    assert write_public(read_public(write_public(key.public))) == write_public(key.public)
    with pytest.raises(KeyFileError):
        read_private(pem, ROOT_PASSWORD)


def test_keys_that_do_not_seal_are_refused() -> None:
    from cryptography.hazmat.primitives.asymmetric import ec, ed448, x25519
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

    for other in (
        ed448.Ed448PrivateKey.generate(),
        x25519.X25519PrivateKey.generate(),
        ec.generate_private_key(ec.SECP384R1()),
    ):
        public = other.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
        with pytest.raises(KeyFileError):
            read_public(public)
        with pytest.raises(KeyFileError):
            read_private(other.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()), KEY_PASSWORD)
    with pytest.raises(KeyFileError):
        read_public(b"-----BEGIN PUBLIC KEY-----\nAA==\n-----END PUBLIC KEY-----\n")
