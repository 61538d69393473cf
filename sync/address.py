"""Which addresses the program speaks to: https, and plain http on this computer only (the demo, the tests)."""

import ipaddress
from urllib.parse import urlsplit

from sync.errors import AddressError


def check_server(text: str) -> str:
    """The base URL as it is stored: scheme, host, port and path, no slash at the end. Raises AddressError."""
    try:
        parts = urlsplit(text.strip())
        host, _port = parts.hostname, parts.port
    except ValueError:
        raise AddressError("form") from None
    if not host or parts.username or parts.query or parts.fragment or any(c.isspace() for c in parts.netloc):
        raise AddressError("form")
    if parts.scheme != "https" and not (parts.scheme == "http" and is_loopback(host)):
        raise AddressError("https")
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}"


def is_loopback(host: str) -> bool:
    """Whether the host is this computer by its very name: `localhost`, 127.0.0.0/8, ::1."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
