"""One window at a time: a second start raises the first window and ends."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT = 500
"""Milliseconds for the first window to answer."""


class OneInstance(QObject):
    """The first program of a data folder listens; later ones knock."""

    knocked = Signal()
    """Somebody started the program again."""

    def __init__(self, data: Path) -> None:
        super().__init__()
        digest = hashlib.sha256(str(data.resolve()).encode()).hexdigest()[:16]
        self._name = f"siap-ekspor-{digest}"
        self._server: QLocalServer | None = None

    def is_first(self) -> bool:
        """Whether no other window works on this folder; if one does, it is raised."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if socket.waitForConnected(_WAIT):
            socket.disconnectFromServer()
            return False
        self._listen()
        return True

    def stop(self) -> None:
        """Listen no longer."""
        if self._server is not None:
            self._server.close()

    def _listen(self) -> None:
        # A program that was killed leaves its name behind on some systems.
        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_knock)
        self._server.listen(self._name)

    def _on_knock(self) -> None:
        if self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
        self.knocked.emit()
