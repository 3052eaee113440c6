"""The skeleton of a plan file, for a document that is to be encoded."""

from datetime import date

from kh20.planfile.log.append import scalar_text

_SKELETON = """\
# A plan document, encoded. “kh20 check” tells what is still wrong.
# “kh20 schema --output kh20.schema.json” writes the schema that the next line points an editor to.
# yaml-language-server: $schema=kh20.schema.json
format: 1

document:
  number: {number}
  title: Tên văn bản           # the title of the document
  issued: {issued}           # the day on which it was signed
  issuer: Cơ quan ban hành     # the body that issued it

# The public bodies of Vietnam. “kh20 agencies NAME” tells the short name of each. Whoever else the
# document names is defined under “agencies”.
register: vn

# The headings of the document, each by the beginning of the ids under it.
headings:
  I: Nhiệm vụ

tasks:
  # An example, to be replaced by the tasks of the document.
  - id: I.1                    # its number in the document: section, item, dash
    title: Báo cáo kết quả     # short, in your own words
    # Word for word:
    text: >-
      Bộ Nội vụ chủ trì, phối hợp với Bộ Tài chính báo cáo kết quả thực hiện (hoàn thành trong quý
      I/{year}).
    owners: [bo-noi-vu]        # who is responsible
    partners: [bo-tai-chinh]   # with whom
    product: Báo cáo           # what is handed in, where the document says so
    due: {{by: {year}-Q1, stated: hoàn thành trong quý I/{year}}}

# What has happened since: “kh20 done ID …” and other commands add to it.
log: []
"""


def skeleton(number: str, issued: date) -> bytes:
    """Return a small plan that passes a check: a document of a number and day, one example task."""
    text = _SKELETON.format(number=scalar_text(number), issued=issued, year=issued.year + 1)
    return text.encode()
