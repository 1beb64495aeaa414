use super::*;

/// The blocks as one line each: kind and first words.
fn outline(text: &str) -> Vec<String> {
    let shape = shape(text, None);
    let line = |block: &Block| {
        let words: Vec<&str> = block.span.of(text).split_whitespace().take(3).collect();
        format!("{} {}", block.kind.word(), words.join(" "))
    };
    shape.blocks.iter().map(line).collect()
}

const AGENCY: &str = "\
From
Send to

Osk calls for talks with Marl against 'foreign boats' next spring'

June 23, 2024 - 09:19 By Meridian

President Ada Osk (L) greets Jon Marl in Velmar, in this photo released by the Central Wire. (KCW-Meridian)

President Ada Osk proposed talks on Sunday, state media said.

\"It is late,\" she said. The letter was two pages long, according to an official. (Meridian)
";

#[test]
fn a_pasted_agency_story_has_all_its_blocks() {
    let expected = [
        "furniture From",
        "furniture Send to",
        "headline Osk calls for",
        "byline June 23, 2024",
        "caption President Ada Osk",
        "paragraph President Ada Osk",
        "paragraph \"It is late,\"",
        "credit (Meridian)",
    ];
    assert_eq!(outline(AGENCY), expected);
    let meta = shape(AGENCY, None).meta;
    assert_eq!(meta.published.as_deref(), Some("2024-06-23T09:19"));
    assert_eq!(
        meta.published_text.as_deref(),
        Some("June 23, 2024 - 09:19")
    );
    assert_eq!(meta.byline.as_deref(), Some("Meridian"));
    assert_eq!(meta.source.as_deref(), Some("Meridian"));
    assert_eq!(meta.format, Format::Pasted);
    let caption = shape(AGENCY, None).blocks[4];
    assert_eq!(caption.credit.map(|c| c.of(AGENCY)), Some("KCW-Meridian"));
}

#[test]
fn a_standfirst_stands_between_headline_and_author() {
    let text = "The Calder Echo\nHealth\n\nNine lose their sight in a drug trial\n\n\
        The maker knew in May. Nobody told the patients.\n\nBy Ana Ruiz\nMarch 12, 2025\n\nShare\n\n\
        Nine people who took the drug lost part of their sight, the regulator said on Monday.\n\n\
        Ana Ruiz covers medicine for The Calder Echo.\nRelated stories\nWhat is a trial?\n© 2025 The Calder Echo";
    let expected = [
        "furniture The Calder Echo",
        "furniture Health",
        "headline Nine lose their",
        "deck The maker knew",
        "byline By Ana Ruiz",
        "byline March 12, 2025",
        "furniture Share",
        "paragraph Nine people who",
        "furniture Ana Ruiz covers",
        "furniture Related stories",
        "furniture What is a",
        "furniture © 2025 The",
    ];
    assert_eq!(outline(text), expected);
    let meta = shape(text, None).meta;
    assert_eq!(meta.source.as_deref(), Some("The Calder Echo"));
    assert_eq!(meta.byline.as_deref(), Some("Ana Ruiz"));
}

#[test]
fn a_foot_with_an_address_is_furniture_and_the_address_is_kept() {
    let text = "Crane falls in Ansel\n\nMay 8, 2009 - By Echo\n\nA crane fell on the quay at noon.\n\n\
        (Echo)\n\nSource: https://echo.example/crane\nLicence: CC BY 4.0, the authors";
    let expected = [
        "headline Crane falls in",
        "byline May 8, 2009",
        "paragraph A crane fell",
        "credit (Echo)",
        "furniture Source: https://echo.example/crane",
        "furniture Licence: CC BY",
    ];
    assert_eq!(outline(text), expected);
    assert_eq!(
        shape(text, None).meta.url.as_deref(),
        Some("https://echo.example/crane")
    );
}

#[test]
fn short_last_paragraphs_stay_paragraphs() {
    let text = "Raman: ‘You sold the depot’\n\n‘He asked again,’ she said, and looked out at the bus.\n\n‘In the end it was only me.’\n\nAlderby votes on 7 May.";
    let expected = [
        "headline Raman: ‘You sold",
        "paragraph ‘He asked again,’",
        "paragraph ‘In the end",
        "paragraph Alderby votes on",
    ];
    assert_eq!(outline(text), expected);
}

#[test]
fn one_line_alone_is_a_paragraph() {
    assert_eq!(
        outline("“One,” he said. “Two.”"),
        ["paragraph “One,” he said."]
    );
    assert_eq!(outline("Share"), ["furniture Share"]);
    assert_eq!(outline(""), Vec::<String>::new());
}

#[test]
fn a_name_above_the_date_is_the_author() {
    let text = "Island neighbours leave with a telephone line\n\nRosalind Pike in Tokyo\nWed 18 Jun 2025 07.00 BST\n\nAfter eleven hours the two states agreed on a date.";
    let meta = shape(text, None).meta;
    assert_eq!(meta.byline.as_deref(), Some("Rosalind Pike"));
    assert_eq!(meta.published.as_deref(), Some("2025-06-18T07:00"));
    assert_eq!(outline(text)[1], "byline Rosalind Pike in");
}

#[test]
fn links_between_paragraphs_end_with_their_group() {
    let text = "Ferry report is out at last\n\nBy Ann Lee\n\nThe report was published on Monday morning.\n\n\
        Related stories\nThe captain speaks\n\n“Nobody listened,” she said of it\n\nThe board meets again in May, it said in a statement.";
    let kinds: Vec<&str> = shape(text, None)
        .blocks
        .iter()
        .map(|b| b.kind.word())
        .collect();
    assert_eq!(
        kinds,
        [
            "headline",
            "byline",
            "paragraph",
            "furniture",
            "furniture",
            "paragraph",
            "paragraph"
        ]
    );
}

/// The kinds of all blocks, by their first letters.
#[track_caller]
fn check_kinds(text: &str, expected: &str, author: &str, published: &str) {
    let shape = shape(text, None);
    let letters: String = shape.blocks.iter().map(|b| &b.kind.word()[..1]).collect();
    assert_eq!(letters, expected, "{:?}", outline(text));
    assert_eq!(shape.meta.byline.as_deref().unwrap_or_default(), author);
    assert_eq!(
        shape.meta.published.as_deref().unwrap_or_default(),
        published
    );
}

#[test]
fn a_british_site_puts_the_role_below_the_name() {
    let text = "Home\nNews\n\nFerry crash: Captain blames fog\n3 hours ago\nShare\nJane Doe\n\
        Transport correspondent, Ansel\nThe captain has told an inquiry that he saw nothing.\n\n\
        \"Nothing,\" he said.\n\nRelated topics\nFerries\nMore on this story\nFerry kills two";
    check_kinds(text, "ffhffbbppffff", "Jane Doe", "");
    let text = "Captain tells of fog\nThe inquiry hears of a radar that was dark\n\nJane Doe Transport correspondent\n\
        Wed 18 Jun 2025 07.00 BST\nLast modified on Wed 18 Jun 2025 09.12 BST\n\nShare\n12\nHe had eleven seconds, he said.";
    check_kinds(text, "hdbbbffp", "Jane Doe", "2025-06-18T07:00");
}

#[test]
fn an_american_site_has_changes_and_print_notes() {
    let text = "SKIP ADVERTISEMENT\nCaptain Saw Barge Too Late\n\nThe first hearing opened with a door.\n\n\
        Share full article\n14\n\nBy Jane Doe and John Roe\nReporting from Port Ansel\n\nPublished June 3, 2025\n\
        Updated June 4, 2025, 3:12 a.m. ET\n\nHe saw it too late, he said.\n\n“It was fog,” he said.\n\n\
        John Roe is a reporter covering ferries. More about John Roe\n\
        A version of this article appears in print on June 4, 2025, Section A.\nSee more on: Ferries";
    check_kinds(
        text,
        "fhdffbbbbppfff",
        "Jane Doe and John Roe",
        "2025-06-03",
    );
}

#[test]
fn agencies_sign_below_and_name_photographers_without_brackets() {
    let text = "Captain saw barge too late\nBy Jane Doe\nJune 3, 2025 9:19 AM GMT+2 · Updated 2 hours ago\n\n\
        The ferry at the quay, June 2, 2025. WIRE/Nina Holt Purchase Licensing Rights\n\
        ANSEL, June 3 (Wire) - The captain said on Tuesday that he saw a barge too late.\n\n\"It was fog,\" he said.\n\n\
        Reporting by Jane Doe; Editing by John Roe";
    check_kinds(text, "hbbcppb", "Jane Doe", "2025-06-03T09:19+02:00");
    assert_eq!(shape(text, None).meta.source.as_deref(), Some("Wire"));
}

#[test]
fn german_french_and_spanish_heads_are_read() {
    let text = "Fährunglück vor Ansel\n»Da war nur Nebel«\nVon Jana Doe, Ansel\n14.05.2025, 08.30 Uhr • aus DER BOTE 20/2025\n\
        Artikel zum Hören • 5 Min\nKapitän Hale am Dienstag: »Elf Sekunden«\nFoto: Jan Ruhl / DER BOTE\n\
        Der Kapitän sagte, er habe nur Nebel gesehen.\nMehr zum Thema\nFähre rammt Kahn: Zwei Tote";
    check_kinds(text, "fhbbfccpff", "Jana Doe", "2025-05-14T08:30");
    let text = "INTERNATIONAL\nNaufrage : « Il n'y avait que du brouillard »\nLe capitaine a été entendu mardi.\n\
        Par Jeanne Dupont (Ansel, envoyée spéciale)\nPublié le 14 mai 2025 à 08h30, modifié le 14 mai 2025 à 11h08\n\
        Temps de Lecture 3 min.\n\nLe capitaine a dit qu'il n'avait rien vu.\n\nLire aussi | Deux morts";
    check_kinds(text, "fhdbbfpf", "Jeanne Dupont", "2025-05-14T08:30");
    let text = "Naufragio: «Solo había niebla»\nEl capitán declara ante la comisión\n\nMARÍA PÉREZ\n\
        Ansel - 14 MAY 2025 - 08:30 CEST\n\nEl capitán declaró que solo vio niebla.\n\nSobre la firma\nMaría Pérez\n\
        Archivado En\nTransporte";
    check_kinds(text, "hdbbpffff", "MARÍA PÉREZ", "2025-05-14T08:30");
}

#[test]
fn a_masthead_may_stand_above_date_and_headline() {
    let text = "El Diario de Ansel\nMiércoles, 20 de agosto de 2025 | 06:15\n\nIbáñez: «Se lo dijimos en junio»\n\n\
        Por Julián Arce\n\nLa inspección lo advirtió en junio, según el acta.";
    check_kinds(text, "fbhbp", "Julián Arce", "2025-08-20T06:15");
    assert_eq!(
        shape(text, None).meta.source.as_deref(),
        Some("El Diario de Ansel")
    );
}
