"""What print may read: files of the folders of a brand, the pictures of the bulletin, and nothing else."""

import os.path
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from workflow.render.brand import Brand

PICTURE = "picture:"


def brand_fetcher(brand: Brand, pictures: Mapping[str, bytes] | None = None) -> Any:  # noqa: ANN401 # WeasyPrint publishes no types
    """Return a fetcher that reads the brand's folder and its bases, and picture:NAME; any other address fails to load."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    folders = [folder.resolve() for folder in (brand.folder, *brand.bases)]

    class BrandFetcher(URLFetcher):  # type: ignore[misc] # the same
        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:  # noqa: ANN401
            name = url.removeprefix(PICTURE)
            if url.startswith(PICTURE) and name in (pictures or {}):
                kind = "image/png" if name.endswith(".png") else "image/jpeg"
                return URLFetcherResponse(url, (pictures or {})[name], {"Content-Type": kind})
            response = super().fetch(_allowed(url, folders).as_uri(), headers)
            # What a sheet of a base names is looked for in the brand's own folder first.
            response.url = url
            return response

    return BrandFetcher(allowed_protocols=["file"], allow_redirects=False)


def _allowed(url: str, folders: list[Path]) -> Path:
    """Return the file that an address means, in a base where the folder lacks it; ValueError for one outside."""
    parts = urlsplit(url)
    asked = Path(os.path.normpath(unquote(parts.path)))
    at = next((n for n, folder in enumerate(folders) if asked.is_relative_to(folder)), None)
    if parts.scheme == "file" and not parts.netloc and at is not None:
        named = asked.relative_to(folders[at])
        home = next((folder for folder in folders[at:] if (folder / named).exists()), folders[at])
        path = (home / named).resolve()
        if path.is_relative_to(home):
            return path
    raise ValueError(f"'{url}' is outside the brand's folder")
