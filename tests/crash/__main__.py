"""`python -m tests.crash WHAT FOLDER POINTS` behind the shim: prints what was looked at, as JSON."""

import json
import sys
from pathlib import Path

from tests.crash.proofs import PROOFS

if __name__ == "__main__":
    what, folder, points = sys.argv[1:4]
    sys.stdout.write(json.dumps(PROOFS[what](Path(folder), int(points))))
