"""The memory stick as a carrier: the same wishes and the same facts as the network, and the same door for them."""
