"""Money arithmetic in whole céntimos, half-up. Nothing here knows what the money is for."""

RATE = 10_000  # rates are hundredths of a percentage point: 1000 is 10 %


def half_up(numerator: int, denominator: int) -> int:
    """The quotient of two positive numbers to the nearest whole, halves up."""
    return (2 * numerator + denominator) // (2 * denominator)


def portion(amount: int, rate: int) -> int:
    """So many hundredths of a percentage point of an amount, to the céntimo."""
    return half_up(amount * rate, RATE)
