"""Sentences for generated plans: what is to be done, where, to what end, on what grounds.

They imitate the manner of such documents and say nothing that any document says.
"""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.chance import Chance

SHORTEST, LONGEST = 200, 400
"""The length of an obligation's text, in code points."""

_ACTIONS = (
    "xây dựng và trình ban hành",
    "rà soát, sửa đổi, bổ sung",
    "triển khai thí điểm",
    "tổng hợp, đánh giá kết quả của",
    "hướng dẫn các đơn vị áp dụng",
    "bố trí kinh phí và nhân lực cho",
    "hoàn thiện và công khai",
    "thẩm định, lấy ý kiến rộng rãi về",
    "lập hồ sơ theo dõi",
    "đôn đốc, kiểm tra việc thực hiện",
)
_OBJECTS = (
    "đề án đào tạo cán bộ khoa học trẻ",
    "quy chế quản lý và sử dụng tài sản công",
    "chương trình chuyển đổi số trong trường học",
    "kế hoạch bảo vệ nguồn nước sinh hoạt",
    "mạng lưới trạm y tế và bác sĩ gia đình",
    "chính sách thu hút chuyên gia về làm việc lâu dài",
    "bộ tiêu chí chấm điểm thư viện, bảo tàng",
    "danh mục công trình cần sửa chữa, nâng cấp",
    "phương án phòng, chống thiên tai và tìm kiếm cứu nạn",
    "cơ sở dữ liệu dùng chung về đất đai, nhà ở",
    "mô hình hợp tác xã gắn với vùng nguyên liệu",
    "đề cương giáo dục nghề nghiệp cho lao động nông thôn",
    "quy hoạch bến bãi và tuyến vận tải công cộng",
    "đề tài nghiên cứu giống cây trồng chịu mặn",
)
_SCOPES = (
    "trên địa bàn các xã vùng cao",
    "trong các đơn vị sự nghiệp công lập",
    "tại các khu công nghiệp và khu kinh tế ven biển",
    "ở các phường trung tâm và vùng ven",
    "trong toàn hệ thống cơ quan hành chính",
    "đối với các trường phổ thông dân tộc nội trú",
    "cho các doanh nghiệp nhỏ và vừa",
    "ở những nơi còn nhiều khó khăn",
)
_AIMS = (
    "bảo đảm công khai, minh bạch và dễ theo dõi",
    "nhằm rút ngắn thời gian giải quyết thủ tục cho người dân",
    "gắn trách nhiệm của người đứng đầu với kết quả công việc",
    "tránh chồng chéo, lãng phí giữa các chương trình",
    "phù hợp với khả năng cân đối của ngân sách",
    "có sự tham gia giám sát của cộng đồng dân cư",
    "làm căn cứ phân bổ nguồn lực cho giai đoạn sau",
    "kịp thời biểu dương những cách làm hay",
)
_GROUNDS = (
    "theo Nghị quyết số {number}-NQ/TU, ngày {day}/{month}/{year} của Tỉnh ủy",
    "căn cứ Quyết định số {number}/QĐ-UBND, ngày {day}/{month}/{year}",
    "theo kết luận tại Thông báo số {number}-TB/VPTU",
    "để đạt {share}% chỉ tiêu đã giao tại Kế hoạch số {number}/KH-UBND",
)
_TITLES = (
    "Xây dựng {object}",
    "Rà soát {object}",
    "Triển khai {object}",
    "Đánh giá {object}",
)


def topic_of(chance: Chance) -> str:
    """Return what an obligation is about."""
    return chance.one_of(_OBJECTS)


def title_of(chance: Chance, topic: str) -> str:
    """Return a short name of an obligation, at most 100 code points."""
    return chance.one_of(_TITLES).format(object=topic)


def text_of(
    chance: Chance,
    topic: str,
    *,
    owners: Sequence[str],
    partners: Sequence[str],
    stated: str | None,
) -> str:
    """Return the text of an obligation that ends in the stated phrase, in brackets.

    ``owners`` and ``partners`` are names. About one text in four cites a document, whose number
    and date are not the obligation's.
    """
    end = f" ({stated})." if stated is not None else "."
    body = _who(owners, partners)
    body += f"{chance.one_of(_ACTIONS)} {topic} {chance.one_of(_SCOPES)}"
    if chance.below(4) == 0:
        body += ", " + _grounds(chance)
    wanted = SHORTEST + chance.below(LONGEST - SHORTEST - 100)
    while len(body) + len(end) < wanted:
        clause = (
            f", {chance.one_of(_AIMS)}"
            if chance.below(2)
            else f"; {chance.one_of(_ACTIONS)} {chance.one_of(_OBJECTS)}"
        )
        body += clause
    return body[0].upper() + body[1:] + end


def deliverable_of(chance: Chance) -> str:
    """Return the title of one deliverable among several."""
    text = chance.one_of(_OBJECTS)
    return text[0].upper() + text[1:]


def _who(owners: Sequence[str], partners: Sequence[str]) -> str:
    if not owners:
        return ""
    # Long lists of bodies are named once, at the head of the section.
    who = ", ".join(owners) if len(owners) < 3 else "các cơ quan, đơn vị được giao nhiệm vụ"
    if not partners:
        return f"{who} "
    return f"{who} chủ trì, phối hợp với {', '.join(partners)} "


def _grounds(chance: Chance) -> str:
    return chance.one_of(_GROUNDS).format(
        number=1 + chance.below(180),
        day=1 + chance.below(28),
        month=1 + chance.below(12),
        year=2019 + chance.below(4),
        share=60 + chance.below(40),
    )
