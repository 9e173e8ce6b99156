"""The packs in use: those of the organisation, and over them one's own. Read when first asked for.

Nothing heavy is imported where there are none: all that costs then is a look for two folders.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from convoguide import config, i18n

if TYPE_CHECKING:
    from convoguide.core.pack import Pack
    from convoguide.documents.outline import Outline
    from convoguide.library.faults import Fault
    from convoguide.library.pack_file import PackFiles, Template
    from convoguide.practice.case import Case

Layer = Literal["organisation", "own"]
OWN = "own"
"""The folder of one's own packs inside the folder of packs."""


@dataclass(frozen=True, eq=False)
class Installed:
    """A pack in use, and the layer it stands in."""

    layer: Layer
    path: Path
    content: "PackFiles[Outline, Case]"

    @property
    def pack(self) -> "Pack":
        """What it says."""
        return self.content.pack


@dataclass(frozen=True, eq=False)
class Local:
    """All packs in use, in the order in which they are laid over the shipped content.

    `faults` holds, by path, what is wrong with packs that cannot be used; the others work.
    """

    installed: tuple[Installed, ...] = ()
    faults: "tuple[tuple[Layer, Path, tuple[Fault, ...]], ...]" = ()

    @property
    def packs(self) -> "tuple[Pack, ...]":
        """The packs, lowest first."""
        return tuple(each.pack for each in self.installed)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that only packs bring."""
        return tuple(sorted({tag for pack in self.packs for tag in pack.languages}))

    def documents(self) -> "dict[str, Outline]":
        """The packs' own documents; of two with one id the later."""
        return {name: o for each in self.installed for name, o in each.content.documents.items()}

    def cases(self) -> "dict[str, Case]":
        """The packs' own cases; of two with one id the later."""
        return {name: case for each in self.installed for name, case in each.content.cases.items()}

    def template(self, document: str, format_id: str) -> "tuple[Installed, Template] | None":
        """The template by which a pack sets one of its documents, and the pack."""
        for each in reversed(self.installed):
            if document in each.content.documents:
                for template in each.content.templates:
                    if (template.document, template.format) == (document, format_id):
                        return each, template
                return None
        return None


NOTHING = Local()


def organisation_folder() -> Path:
    """Where the organisation's packs lie: the folder that the settings name, else in the home."""
    home = config.home()
    named = config.read_settings(home).organisation_packs
    return Path(named).expanduser() if named else home.packs


def own_folder() -> Path:
    """Where one's own packs lie."""
    return config.home().packs / OWN


def local() -> Local:
    """The packs in use in this home; the texts they bring are in use from then on."""
    found = _read(organisation_folder(), own_folder())
    _speak(found)
    return found


def in_use() -> Local:
    """The packs that were read already; none where none were asked for."""
    return _spoken or NOTHING


def forget() -> None:
    """Read the packs anew when they are next asked for."""
    _read.cache_clear()
    _speak(NOTHING)


@cache
def _read(organisation: Path, own: Path) -> Local:
    layers: tuple[tuple[Layer, Path], ...] = (("organisation", organisation), ("own", own))
    found = [(layer, path) for layer, folder in layers for path in _packs_in(folder)]
    if not found:
        return NOTHING
    from convoguide.services.pack_check import read_layers

    return read_layers(found)


def _packs_in(folder: Path) -> Iterator[Path]:
    """What may be a pack in a folder of packs: folders with a `pack.yaml`, and single files."""
    try:
        entries = sorted(folder.iterdir())
    except OSError:  # not there, or not ours to read: then there are none
        return
    for path in entries:
        if path.name.startswith(".") or path.name == OWN:
            continue
        if path.suffix == ".yaml" or (path / "pack.yaml").is_file():
            yield path


_spoken: Local | None = None


def _speak(found: Local) -> None:
    """Let the packs' texts be found from now on, where they are not already."""
    global _spoken  # noqa: PLW0603  # goes with the process-wide texts of `i18n`
    if found is _spoken:
        return
    texts: Any = None
    if found.installed:
        from convoguide.services.pack_texts import PackTexts

        texts = PackTexts(found)
    i18n.use_local(texts)
    _spoken = found
