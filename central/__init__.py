"""The reference central API. Serves the contract under resources/contract/; shares no code with the client for it."""
