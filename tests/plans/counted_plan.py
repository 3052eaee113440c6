"""A plan with dues that are counted from an event."""

COUNTED_PLAN = """\
format: 1
document: {number: 1-KH/X, title: Thi hành Luật, issued: 2025-03-10, issuer: Bộ Nội vụ}
register: vn
tasks:
  - id: I.1
    title: Hướng dẫn thi hành Luật
    text: Bộ Nội vụ chủ trì hướng dẫn trong thời hạn 30 ngày kể từ ngày Luật có hiệu lực.
    owners: [bo-noi-vu]
    due:
      within: 30 days
      after: Luật có hiệu lực
      stated: trong thời hạn 30 ngày kể từ ngày Luật có hiệu lực
  - id: I.2
    title: Sơ kết và tổng kết
    text: Bộ Tài chính chủ trì sơ kết chậm nhất 05 ngày làm việc sau khi kết thúc hội nghị;
      tổng kết trong năm 2026.
    owners: [bo-tai-chinh]
    parts:
      - id: so-ket
        title: Sơ kết
        due:
          within: 5 working days
          after: kết thúc hội nghị
          stated: chậm nhất 05 ngày làm việc sau khi kết thúc hội nghị
      - id: tong-ket
        title: Tổng kết
        due: {in: "2026", stated: trong năm 2026}
log: []
"""
