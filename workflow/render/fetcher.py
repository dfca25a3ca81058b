"""What print may read: files of the brand's folder, and nothing else."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from workflow.render.brand import Brand


def brand_fetcher(brand: Brand) -> Any:  # noqa: ANN401 # WeasyPrint publishes no types
    """Return a fetcher that reads the brand's folder only; any other address fails to load."""
    from weasyprint.urls import URLFetcher

    folder = brand.folder.resolve()

    class BrandFetcher(URLFetcher):  # type: ignore[misc] # the same
        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:  # noqa: ANN401
            parts = urlsplit(url)
            path = Path(unquote(parts.path)).resolve()
            if parts.scheme != "file" or parts.netloc or not path.is_relative_to(folder):
                raise ValueError(f"'{url}' is outside the brand's folder")
            return super().fetch(path.as_uri(), headers)

    return BrandFetcher(allowed_protocols=["file"], allow_redirects=False)
