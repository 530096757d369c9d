"""What several tests need."""

import pytest
from samples import rich

import inquit

TEXT = (
    "🙂 Naïve start.\n\n“We can do this,” said Ms Okoro. The naïve crowd cheered.\n\n"
    "“Zoë can, too 🙂,” Ms Okoro added."
)


@pytest.fixture(scope="session", params=["annotated", "rich"])
def found(request: pytest.FixtureRequest) -> inquit.Annotations:
    """Annotations of a text that is not ASCII: of the annotator, and with all there can be."""
    if request.param == "rich":
        return rich()
    return inquit.annotate(inquit.Document("a1", TEXT, outlet="The Gull", published="2026-11-02"))
