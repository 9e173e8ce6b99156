"""YAML read beforehand, as JSON beside it: at run time nothing has to load a YAML parser.

Made when an environment is set up or a wheel is built, never by the program itself. It holds the
digest of the file it was made from; where that is another by now, the YAML is read instead.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

FOLDER = "prepared"


def prepared_path(path: Path) -> Path:
    """Where the prepared form of a YAML file lies, if there is one."""
    return path.parent / FOLDER / f"{path.name}.json"


def read_prepared(path: Path, content: bytes) -> Any:
    """The data of a YAML file with exactly this content, or None where it was not prepared."""
    try:
        held = json.loads(prepared_path(path).read_bytes())
        return held["data"] if held["digest"] == _digest(content) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def prepare(folder: Path) -> list[Path]:
    """Prepare every YAML file below the folder; the files that were written."""
    from convoguide.library.yaml_file import parse_yaml

    written = []
    for path in sorted(folder.rglob("*.yaml")):
        content = path.read_bytes()
        if read_prepared(path, content) is not None:
            continue
        target = prepared_path(path)
        target.parent.mkdir(exist_ok=True)
        data = parse_yaml(content.decode("utf-8-sig"), str(path))
        held = {"digest": _digest(content), "data": data}
        target.write_text(json.dumps(held, ensure_ascii=False), encoding="utf-8")
        written.append(target)
    return written


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
