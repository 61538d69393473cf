"""Packets on memory sticks, as the central API makes and opens them."""
