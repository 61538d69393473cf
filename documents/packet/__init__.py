"""The packet for the mesa de partes: the request (FUT), its index and the supporting documents, foliated, in few files.

Pure functions over files: no window, no network, no database, no clock. The door is `assembling.build_packet`; what a
destination accepts is `profiles`; whether a packet still holds what its cover says is `checking.check_packet`.
A packet carries an integrity reference (a digest), never a signature: the request is signed by its author, by hand.
"""
