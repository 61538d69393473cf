"""The version of the reference API. The contract's major version is the /v1/ of its addresses."""

VERSION = "0.1.0"
