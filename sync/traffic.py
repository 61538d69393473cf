"""What an exchange is charged by who sells the connection: packets, TLS and all. Reckoned, because a program cannot see
its packets; `tests/sync/test_link_costs.py` holds it against a line that counts.

Not for plain http, which only ever speaks to this computer.
"""

from sync.line import Meter

HANDSHAKE_RECEIVED = 2_500  # bytes at IP: the certificate chain and the server's half, with their packets
HANDSHAKE_SENT = 930
RESUMED_RECEIVED, RESUMED_SENT = 740, 970  # of one that goes on with an earlier session: no chain, and a ticket shown
PACKETS = 0.05  # of what is carried: 40 bytes before every 1460, as many for every second one back, and TLS's own


def charged(now: Meter, before: Meter) -> tuple[int, int]:
    """Bytes received and sent between two looks at a meter, as the person pays for them."""
    received, sent = now.received - before.received, now.sent - before.sent
    resumed = now.resumed - before.resumed
    whole = now.secured - before.secured - resumed
    if not now.secured:
        return received, sent
    more = 1 + PACKETS
    return (
        round(received * more) + whole * HANDSHAKE_RECEIVED + resumed * RESUMED_RECEIVED,
        round(sent * more) + whole * HANDSHAKE_SENT + resumed * RESUMED_SENT,
    )
