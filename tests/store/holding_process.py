"""A second window: opens the store, takes what it is told to, says so and waits to be ended.

python holding_process.py HOME STORE_KEY_IN_HEX CONVERSATION
"""

import sys
from pathlib import Path

from tests.store.helpers import opened

store = opened(Path(sys.argv[1]))
store.unlock_with_key(bytes.fromhex(sys.argv[2]))
hold = store.hold(sys.argv[3])
print("held" if hold else "refused", flush=True)
sys.stdin.read()
store.close()
