"""Files that were sent, kept as placeholders: enough to be named again and fetched."""

from collections import OrderedDict
from dataclasses import dataclass

from bot.sandbox.refusal import Json, bad_request
from bot.sandbox.schema import Upload

KEPT = 200
"""Files whose content stays in memory; older ones keep their id only."""


@dataclass(frozen=True)
class StoredFile:
    """A file under its id."""

    file_id: str
    unique_id: str
    name: str
    kind: str  # photo, document, voice …
    content: bytes
    content_type: str

    @property
    def path(self) -> str:
        """Where the file can be fetched, below /file/bot<token>/."""
        suffix = self.name.rpartition(".")[2] if "." in self.name else "bin"
        return f"{self.kind}s/{self.unique_id}.{suffix}"

    def wire(self) -> Json:
        """The File object."""
        return {**self.size(), "file_path": self.path}

    def size(self) -> Json:
        """The part every file object has."""
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": len(self.content)}


class FileStore:
    """The files by id."""

    def __init__(self, first_number: int) -> None:
        self._number = first_number
        self._files: OrderedDict[str, StoredFile] = OrderedDict()

    def add(self, kind: str, upload: Upload) -> StoredFile:
        """Keep a file and give it an id."""
        self._number += 1
        unique_id = f"f{self._number}"
        stored = StoredFile(
            f"{kind}-{unique_id}", unique_id, upload.name, kind, upload.content, upload.content_type
        )
        self._files[stored.file_id] = stored
        while len(self._files) > KEPT:
            self._files.popitem(last=False)
        return stored

    def named(self, file_id: str) -> StoredFile:
        """The file with this id. Errors: 400."""
        stored = self._files.get(file_id)
        if stored is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return stored

    def sent(self, kind: str, value: str | Upload) -> StoredFile:
        """What a bot sends: an upload, a known id, or an address that the real server would fetch itself."""
        if isinstance(value, Upload):
            if not value.content:
                raise bad_request("file must be non-empty")
            return self.add(kind, value)
        if value.startswith(("http://", "https://")):
            return self.add(kind, Upload(value.rpartition("/")[2] or "file", b"", "application/octet-stream"))
        return self.named(value)

    def at(self, path: str) -> StoredFile | None:
        """The file to be fetched from this path."""
        return next((stored for stored in self._files.values() if stored.path == path), None)
