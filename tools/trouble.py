"""What can go wrong before the program starts, as sentences for the person at the keyboard."""

import errno
import re
import sys
from pathlib import Path

_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_NETWORK = re.compile(
    r"new connection|name resolution|getaddrinfo|NewConnectionError|ConnectTimeout|Read timed out|ReadTimeout"
    r"|Network is unreachable|Connection refused|ConnectionReset|RemoteDisconnected|ProxyError|Tunnel connection",
    re.IGNORECASE,
)


class Trouble(Exception):
    """Something only a person can put right; the text is the whole Swedish sentence."""


def not_writable(folder: Path, fault: OSError) -> Trouble:
    """The sentence for a folder that could not be written in."""
    if fault.errno == errno.ENOSPC:
        return Trouble(f"Disken är full: gör plats för omkring 200 MB i {folder} och starta igen.")
    if fault.errno in _FORBIDDEN:
        return Trouble(
            f"Programmet får inte skriva i mappen {folder}: flytta hela mappen dit du får skriva, till exempel"
            " Dokument, och starta igen."
        )
    return Trouble(f"Det gick inte att skriva i mappen {folder} ({fault.strerror}): flytta den och starta igen.")


def no_venv() -> Trouble:
    """Debian and Ubuntu ship Python without the parts that make environments."""
    package = "python{}.{}-venv".format(*sys.version_info[:2])
    return Trouble(
        "Den här Python saknar delen venv: på Debian och Ubuntu läggs den till med"
        f" «sudo apt install {package}», annars installerar du Python från python.org; starta sedan igen."
    )


def pip_failed(output: str) -> Trouble:
    """The sentence for what pip wrote when it could not install."""
    if "CERTIFICATE_VERIFY_FAILED" in output:
        return Trouble(
            "Nätverket granskar krypterad trafik och Python litar inte på dess certifikat: be IT-avdelningen ange"
            " certifikatet med «pip config set global.cert FIL» och starta igen."
        )
    if _NO_NETWORK.search(output):
        return Trouble(
            "Internet nås inte, och det behövs vid den första starten: anslut datorn (eller låt IT-avdelningen ange er"
            " proxy i HTTPS_PROXY) och starta igen."
        )
    if "No space left" in output:
        return Trouble("Disken är full: gör plats för omkring 200 MB och starta igen.")
    if "DO NOT MATCH THE HASHES" in output:
        return Trouble(
            "Det som hämtades är inte det som programmet är prövat med, så ingenting installerades: starta igen på ett"
            " annat nät, och tala med IT-avdelningen om det händer igen."
        )
    if "No matching distribution found" in output:
        return Trouble(
            "Det finns inga färdiga delar för Python {}.{} på den här datorn: installera Python 3.13 från python.org"
            " och starta igen.".format(*sys.version_info[:2])
        )
    lines = [line for line in output.splitlines() if line.startswith("ERROR:")] or output.splitlines() or ["?"]
    return Trouble(f"Programmets delar gick inte att installera: {lines[-1]}")
