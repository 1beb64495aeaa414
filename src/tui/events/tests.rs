//! Keys, pastes and what is neither, cut at every byte.

use super::*;

fn words(inputs: Vec<Input>) -> String {
    let words = inputs.iter().map(|input| match input {
        Input::Key(key) => key.to_string(),
        Input::Paste(text) => format!("{text:?}"),
        Input::Mouse(button, column, row) => format!("{button:?}@{column},{row}"),
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Reads `bytes` whole and cut at every byte.
#[track_caller]
fn check(bytes: &str, expected: &str) {
    let bytes = bytes.as_bytes();
    for cut in 0..bytes.len() {
        let mut decoder = Decoder::new(Duration::ZERO);
        let mut inputs = decoder.read(&bytes[..cut]);
        inputs.extend(decoder.read(&bytes[cut..]));
        inputs.extend(decoder.rest());
        assert_eq!(words(inputs), expected, "{bytes:?} cut at {cut}");
    }
}

#[test]
fn keys_are_the_same_wherever_they_are_cut() {
    check("aé漢", "a é 漢");
    check(
        "\r\n\t\x7f\x08\x03\x13 ",
        "Enter Ctrl-J Tab Backspace Backspace Ctrl-C Ctrl-S Space",
    );
    check(
        "\x1b[A\x1b[B\x1b[C\x1b[D\x1b[H\x1b[F\x1b[Z",
        "Up Down Right Left Home End Shift-Tab",
    );
    check("\x1bOA\x1bOBx", "Up Down x");
    check(
        "\x1b[5~\x1b[6~\x1b[3~\x1b[1~\x1b[4~",
        "PgUp PgDn Delete Home End",
    );
    check("\x1b[1;2A", "Up");
    check("\x1b[99;5u\x1b[27u\x1b[106u\x1b[106;1:3u", "Ctrl-C Esc j");
}

#[test]
fn an_escape_alone_is_a_key_and_before_another_one_too() {
    check("\x1b", "Esc");
    check("\x1b\x1b", "Esc Esc");
    check("\x1b\x1b[A", "Esc Up");
    check("x\x1b", "x Esc");
}

#[test]
fn what_is_no_key_of_ours_is_swallowed_whole() {
    check("\x1bq\x1b[1;5A\x1b[15~\x1b[[Ax", "x");
    check("\x1b[M !!x\x1b[<0;3;4mx", "x x");
    check("\x1b[I\x1b[Ox", "x");
}

#[test]
fn late_answers_to_other_programs_are_swallowed_whole() {
    for answer in [
        "\x1b[?61;4c",
        "\x1b[>0;276;0c",
        "\x1b[12;40R",
        "\x1b[0;0R",
        "\x1b[?2026;2$y",
        "\x1b[?1u",
        "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\",
        "\x1b]11;rgb:1e1e/1e1e/1e1e\x07",
        "\x1b]52;c;cTo=\x07",
        "\x1bP>|XTerm(390)\x1b\\",
        "\x1bP1+r544e=787465726d\x1b\\",
        "\x1b_Gi=31;OK\x1b\\",
    ] {
        check(&format!("{answer}j"), "j");
    }
}

#[test]
fn a_paste_is_one_text_whatever_it_holds() {
    check(
        "\x1b[200~q\r\nQ\x1b[A:quit\r\x1b[201~j",
        r#""q\nQ\u{1b}[A:quit\n" j"#,
    );
    check("\x1b[200~\x1b[201~j", "j");
}

#[test]
fn a_paste_without_an_end_is_handed_on_and_left_by_escape() {
    let mut decoder = Decoder::new(Duration::ZERO);
    assert_eq!(decoder.read(b"\x1b[200~abc"), []);
    assert_eq!(decoder.patience(), Some(PASTE_RESTS));
    assert_eq!(words(decoder.rest()), r#""abc""#);
    assert_eq!(decoder.patience(), None);
    assert_eq!(words(decoder.read(b"\x03")), "Ctrl-C");
    assert_eq!(words(decoder.read(b"j")), "j");
}

#[test]
fn an_unfinished_sequence_does_not_swallow_later_keys() {
    for start in [
        "\x1b[",
        "\x1b]11;rgb",
        "\x1bP1",
        "\x1bO",
        "\x1b_G",
        "\x1b[M!",
        "\u{e9}",
    ] {
        let mut decoder = Decoder::new(Duration::ZERO);
        let cut = if start.is_ascii() { start.len() } else { 1 };
        assert_eq!(decoder.read(&start.as_bytes()[..cut]), []);
        assert_eq!(decoder.patience(), Some(UNFINISHED), "{start:?}");
        assert_eq!(decoder.rest(), []);
        assert_eq!(words(decoder.read(b"j")), "j", "{start:?}");
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig {
        failure_persistence: None, ..Default::default()
    })]

    #[test]
    fn any_bytes_are_read_without_harm(pieces in proptest::collection::vec(
        proptest::collection::vec(proptest::prelude::any::<u8>(), 0..20), 0..20)) {
        let mut decoder = Decoder::new(Duration::ZERO);
        for piece in pieces {
            decoder.read(&piece);
            if piece.len() % 3 == 0 {
                decoder.rest();
            }
        }
    }
}

#[test]
fn reports_of_the_mouse_tell_which_cell() {
    check("\x1b[<0;3;4M\x1b[<0;3;4m", "Press@2,3");
    check(
        "\x1b[<64;1;1M\x1b[<65;200;1M",
        "WheelUp@0,0 WheelDown@199,0",
    );
    check("\x1b[<32;3;4M", "Drag@2,3");
    // Buttons of no use here.
    check("\x1b[<34;3;4M\x1b[<2;3;4M\x1b[<0;3M", "");
}
