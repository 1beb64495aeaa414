use super::*;

#[track_caller]
fn check(line: &str, iso: &str, words: &str) {
    let found = dates(line);
    let seen = found.first().map(|d| (d.iso.as_str(), d.span.of(line)));
    assert_eq!(seen, Some((iso, words)), "{line}");
}

#[test]
fn english_dates_are_read() {
    check(
        "March 23, 2021 - 09:19 By Ann",
        "2021-03-23T09:19",
        "March 23, 2021 - 09:19",
    );
    check(
        "Feb. 12, 2025, 5:40 a.m.",
        "2025-02-12T05:40",
        "Feb. 12, 2025, 5:40 a.m.",
    );
    check(
        "Wed 18 Jun 2025 07.00 BST",
        "2025-06-18T07:00",
        "18 Jun 2025 07.00",
    );
    check("23rd March, 2021", "2021-03-23", "23rd March, 2021");
    check(
        "Sept. 1st 2020 at 12:05 PM",
        "2020-09-01T12:05",
        "Sept. 1st 2020 at 12:05 PM",
    );
    check(
        "12:30 AM, 1 May 2020",
        "2020-05-01T00:30",
        "12:30 AM, 1 May 2020",
    );
    check(
        "May 9, 2024, 7 p.m.",
        "2024-05-09T19:00",
        "May 9, 2024, 7 p.m.",
    );
}

#[test]
fn german_french_and_spanish_dates_are_read() {
    check(
        "14.05.2025, 08:30 Uhr",
        "2025-05-14T08:30",
        "14.05.2025, 08:30 Uhr",
    );
    check("Stand: 3. Jänner 2024", "2024-01-03", "3. Jänner 2024");
    check(
        "am 14. Mai 2025 um 8.30 Uhr",
        "2025-05-14T08:30",
        "14. Mai 2025 um 8.30 Uhr",
    );
    check(
        "publié le 12 mars 2025 à 07h45",
        "2025-03-12T07:45",
        "12 mars 2025 à 07h45",
    );
    check(
        "le 1er août 2025 à 8 h 05",
        "2025-08-01T08:05",
        "1er août 2025 à 8 h 05",
    );
    check(
        "14 de mayo de 2025 a las 08:30",
        "2025-05-14T08:30",
        "14 de mayo de 2025 a las 08:30",
    );
    check("14/05/2025 08:30h", "2025-05-14T08:30", "14/05/2025 08:30h");
    check(
        "2 ENE 2024 - 18:01 CET",
        "2024-01-02T18:01",
        "2 ENE 2024 - 18:01",
    );
}

#[test]
fn korean_dates_are_read() {
    check(
        "송고시간 2025-02-13 10:24",
        "2025-02-13T10:24",
        "2025-02-13 10:24",
    );
    check(
        "2025년 2월 13일 (목) 오후 3:05",
        "2025-02-13T15:05",
        "2025년 2월 13일 (목) 오후 3:05",
    );
    check(
        "입력 2025. 2. 13. 10:24",
        "2025-02-13T10:24",
        "2025. 2. 13. 10:24",
    );
    check(
        "2025년 2월 13일 오전 9시 5분",
        "2025-02-13T09:05",
        "2025년 2월 13일 오전 9시 5분",
    );
}

#[test]
fn standard_forms_keep_their_offset() {
    check(
        "2021-03-23T09:19:07+09:00",
        "2021-03-23T09:19+09:00",
        "2021-03-23T09:19:07+09:00",
    );
    check(
        "2021-03-23T00:19:00.123Z",
        "2021-03-23T00:19+00:00",
        "2021-03-23T00:19:00.123Z",
    );
    check(
        "2020-01-02 03:04:05",
        "2020-01-02T03:04",
        "2020-01-02 03:04:05",
    );
    check(
        "Tue, 23 Mar 2021 09:19:00 -0500",
        "2021-03-23T09:19-05:00",
        "23 Mar 2021 09:19:00 -0500",
    );
    check(
        "2025-05-14 08:30 GMT",
        "2025-05-14T08:30+00:00",
        "2025-05-14 08:30 GMT",
    );
    check(
        "14 May 2025 08:30 GMT+2",
        "2025-05-14T08:30+02:00",
        "14 May 2025 08:30 GMT+2",
    );
}

#[test]
fn a_number_that_is_no_date_is_none() {
    for line in [
        "Feb. 3",
        "12-13-14-15",
        "2021-13-40",
        "call 555-1234-5678",
        "May 2025",
        "99.99.2025",
    ] {
        assert_eq!(dates(line), Vec::new(), "{line}");
    }
}

#[test]
fn american_order_is_read_where_it_is_told_apart() {
    check("03/23/2021", "2021-03-23", "03/23/2021");
    check(
        "03/04/2021 9:15 AM",
        "2021-03-04T09:15",
        "03/04/2021 9:15 AM",
    );
    check("03/04/2021", "2021-04-03", "03/04/2021");
    check(
        "03/04/2021 9:15 a.m.",
        "2021-03-04T09:15",
        "03/04/2021 9:15 a.m.",
    );
    check(
        "03/04/2021 a las 07:10h",
        "2021-04-03T07:10",
        "03/04/2021 a las 07:10h",
    );
}

#[test]
fn seconds_since_1970_are_a_date() {
    assert_eq!(
        of_epoch(1_616_490_000),
        Some("2021-03-23T09:00+00:00".into())
    );
    assert_eq!(
        of_epoch(1_616_490_000_000),
        Some("2021-03-23T09:00+00:00".into())
    );
    assert_eq!(of_record("None"), None);
}
