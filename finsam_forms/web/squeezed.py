"""Style and scripts are sent compressed (gzip) to the browsers that take it: a third of the bytes over a meeting's network."""

from __future__ import annotations

import gzip

from flask import Flask, Response, request

SQUEEZED = frozenset({"text/css", "text/javascript", "application/javascript", "image/svg+xml"})
MOST = 200
"""Files whose compressed bytes are kept."""


def join(app: Flask) -> None:
    kept: dict[tuple[str, str], bytes] = {}

    def squeeze(response: Response) -> Response:
        if request.endpoint != "static" or response.mimetype not in SQUEEZED:
            return response
        response.vary.add("Accept-Encoding")
        if response.status_code != 200 or not request.accept_encodings.quality("gzip"):
            return response
        tag = response.get_etag()[0] or ""
        if (request.path, tag) not in kept:
            data = b"".join(response.iter_encoded())
            if len(kept) >= MOST:
                kept.clear()
            kept[request.path, tag] = gzip.compress(data, mtime=0)
        response.close()
        small = Response(kept[request.path, tag], headers=response.headers)
        small.headers["Content-Encoding"] = "gzip"
        small.set_etag(tag, weak=True)  # the same file, in other bytes
        return small

    app.after_request(squeeze)
