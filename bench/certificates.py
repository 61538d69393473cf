"""A certificate chain as an office's server would have one: P-256 throughout, leaf and intermediate sent, root kept.

The leaf carries what public leaves carry (names, key identifiers, addresses of the issuer, two logs' receipts), because
its length is most of what an exchange without news costs. For the link bench and the tests of TLS; trusts nothing by
itself: `trusting` names the root the way a Linux system's store is named.
"""

import datetime as dt
import os
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import shake_256
from ipaddress import IPv4Address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID, NameOID, ObjectIdentifier

from central.server import economical

RECEIPTS = ObjectIdentifier("1.3.6.1.4.1.11129.2.4.2")  # of the transparency logs; 2 x 119 bytes in a public leaf
DOMAIN_VALIDATED = ObjectIdentifier("2.23.140.1.2.1")
TRUST_VARIABLE = "SSL_CERT_FILE"  # where OpenSSL looks for the system's store


@dataclass(frozen=True, slots=True)
class Chain:
    """A server's context, which issues no session tickets, and the file of the root that vouches for it."""

    server: ssl.SSLContext
    root: Path


def make_chain(
    folder: Path, name: str = "localhost", *, issuer: str = "Raiz de prueba", days: tuple[int, int] = (-1, 90)
) -> Chain:
    """A chain whose leaf is for `name` (and 127.0.0.1), valid from and to these days from now."""
    root_key, middle_key, leaf_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(3))
    root = _authority(issuer, root_key, issuer, root_key)
    middle = _authority(f"{issuer} E1", middle_key, issuer, root_key)
    leaf = _leaf(name, leaf_key, f"{issuer} E1", middle_key, days)
    files = {kind: folder / f"{kind}-{abs(hash((name, issuer, days)))}.pem" for kind in ("root", "chain", "key")}
    files["root"].write_bytes(_pem(root))
    files["chain"].write_bytes(_pem(leaf) + _pem(middle))
    files["key"].write_bytes(
        leaf_key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    economical(context)
    context.load_cert_chain(files["chain"], files["key"])
    return Chain(context, files["root"])


@contextmanager
def trusting(root: Path) -> Iterator[None]:
    """Within it, the system's store of this process is this root alone. Linux: Windows has no such variable."""
    before = os.environ.get(TRUST_VARIABLE)
    os.environ[TRUST_VARIABLE] = str(root)
    try:
        yield
    finally:
        if before is None:
            del os.environ[TRUST_VARIABLE]
        else:
            os.environ[TRUST_VARIABLE] = before


def _begun(
    subject: str, key: ec.EllipticCurvePrivateKey, issuer: str, by: ec.EllipticCurvePrivateKey, days: tuple[int, int]
) -> x509.CertificateBuilder:
    now = dt.datetime.now(dt.UTC)
    begins, ends = (now + dt.timedelta(days=day) for day in days)
    return (
        x509.CertificateBuilder()
        .subject_name(_name(subject))
        .issuer_name(_name(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(ends)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(by.public_key()), critical=False)
        .add_extension(
            x509.CRLDistributionPoints([_revoked_at("http://e1.c.autoridad.example/117.crl")]), critical=False
        )
        .add_extension(x509.CertificatePolicies([x509.PolicyInformation(DOMAIN_VALIDATED, None)]), critical=False)
    )


def _name(common: str) -> x509.Name:
    parts = (
        (NameOID.COUNTRY_NAME, "PE"),
        (NameOID.ORGANIZATION_NAME, "Autoridad de prueba"),
        (NameOID.COMMON_NAME, common),
    )
    return x509.Name([x509.NameAttribute(oid, text) for oid, text in parts])


def _revoked_at(address: str) -> x509.DistributionPoint:
    return x509.DistributionPoint([x509.UniformResourceIdentifier(address)], None, None, None)


def _authority(
    subject: str, key: ec.EllipticCurvePrivateKey, issuer: str, by: ec.EllipticCurvePrivateKey
) -> x509.Certificate:
    built = _begun(subject, key, issuer, by, (-400, 4000))
    return built.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True).sign(
        by, hashes.SHA256()
    )


def _leaf(
    name: str, key: ec.EllipticCurvePrivateKey, issuer: str, by: ec.EllipticCurvePrivateKey, days: tuple[int, int]
) -> x509.Certificate:
    address = x509.UniformResourceIdentifier("http://e1.autoridad.example/")
    return (
        _begun(name, key, issuer, by, days)
        .add_extension(
            x509.SubjectAlternativeName([x509.DNSName(name), x509.IPAddress(IPv4Address("127.0.0.1"))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(
            x509.AuthorityInformationAccess(
                [x509.AccessDescription(AuthorityInformationAccessOID.CA_ISSUERS, address)]
            ),
            critical=False,
        )
        .add_extension(
            x509.UnrecognizedExtension(RECEIPTS, b"\x04\x81\xf2\x00\xf0" + shake_256(b"logs").digest(240)),
            critical=False,
        )
        .sign(by, hashes.SHA256())
    )


def _pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)
