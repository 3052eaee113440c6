"""The document that a plan file encodes."""

from typing import Annotated

from pydantic import Field

from kh20.model.fields import Day, Entity, Text


class Document(Entity):
    """The signed document as a whole: what it is, who issued it, and when."""

    number: Annotated[Text, Field(description="The document's number, such as 20-KH/TW.")]
    title: Annotated[Text, Field(description="The document's title.")]
    issued: Annotated[Day, Field(description="The day on which it was signed.")]
    issuer: Annotated[Text, Field(description="The body that issued it.")]
    signed_by: Annotated[Text | None, Field(description="Who signed it.")] = None
    implements: Annotated[
        Text | None, Field(description="The resolution or decision that the document carries out.")
    ] = None
    source: Annotated[
        Text | None, Field(description="Where the text of the document was taken from.")
    ] = None
    timezone: Annotated[
        Text,
        Field(description="The time zone whose day counts as today, such as Asia/Ho_Chi_Minh."),
    ] = "Asia/Ho_Chi_Minh"
