use super::*;

#[track_caller]
fn check(text: &str, notes: &[&str]) -> Settings {
    let (settings, told) = Settings::parse(text);
    let told: Vec<String> = told.iter().map(Note::to_string).collect();
    assert_eq!(told, notes);
    settings
}

#[test]
fn citations_are_read_with_their_lines() {
    let settings = check("# mine\n[cite]\nshort = \"{speaker}, {source}\"\n", &[]);
    let expected = Written {
        name: "short".into(),
        text: "{speaker}, {source}".into(),
        line: 3,
    };
    assert_eq!(settings.cite, [expected]);
    assert_eq!(check("", &[]), Settings::default());
}

#[test]
fn what_cannot_be_used_is_told_with_its_line_and_what_to_write() {
    let text = "cited = 1\n[cite]\na = 2\nb = \"x\"\n[ui]\nframes = \"round\"\nhint = false\nwidth = 5\n\
        [terminal]\npaste = \"no\"\n";
    check(
        text,
        &[
            "line 1: nothing is known of cited; is cite meant?",
            "line 3: a must be words between quotation marks",
            "line 6: ui.frames must be one of \"auto\", \"unicode\", \"ascii\", \"none\"; its usual value is used",
            "line 7: nothing is known of ui.hint; is ui.hints meant?",
            "line 8: ui.width must be a number from 20 to 400; its usual value is used",
            "line 10: terminal.paste must be true or false; its usual value is used",
        ],
    );
    check(
        "cite = \"x\"\n",
        &["line 1: cite is a section, as in [cite]"],
    );
    let (_, notes) = Settings::parse("[cite]\na = \"x\n");
    assert_eq!(notes.first().map(|note| note.line), Some(2));
}

#[test]
fn searches_programs_keys_and_themes_are_read() {
    let text = "[saved]\n\"The dam\" = \"dam date:7d\"\n[export]\ndirectory = \"/clips\"\n\
        [commands]\nmail = [\"mail\", \"-s\", \"clipping\"]\nbad = []\n\
        [keys.text]\n\"Ctrl-G\" = \"next-quote\"\n[keys]\nx = \"y\"\n[theme.mine]\nspeaker = \"bold cyan\"\n";
    // A table that is defined twice is no TOML.
    let (_, notes) = Settings::parse(text);
    assert_eq!(notes.len(), 2, "{notes:?}");
    let settings = check(
        &text.replace("[keys]\nx = \"y\"\n", ""),
        &[
            "line 7: bad must be a program and its arguments, as in [\"mail\", \"-s\", \"clipping\"]",
        ],
    );
    assert_eq!(settings.saved[0].text, "dam date:7d");
    assert_eq!(settings.export.directory, Some("/clips".into()));
    assert_eq!(settings.commands[0].words, ["mail", "-s", "clipping"]);
    assert_eq!(settings.keys[0].name, "text");
    assert_eq!(settings.keys[0].entries[0].text, "next-quote");
    assert_eq!(settings.theme[0].entries[0].text, "bold cyan");
}

#[test]
fn the_usual_settings_are_those_of_no_file() {
    assert_eq!(check(&Settings::usual(), &[]), Settings::default());
    let set = check("[terminal]\nescape_ms = 25\nclipboard = \"file\"\n", &[]);
    assert_eq!(
        set.terminal.escape,
        Some(std::time::Duration::from_millis(25))
    );
    assert_eq!(set.terminal.clipboard, Clipboard::File);
}

#[test]
fn a_number_is_read_in_the_base_it_is_written_in() {
    for written in ["80", "0x50", "0o120", "0b101_0000", "8_0"] {
        let settings = check(&format!("[ui]\nwidth = {written}\n"), &[]);
        assert_eq!(settings.ui.width, 80, "{written}");
    }
}

#[test]
fn no_file_is_no_setting() {
    let (settings, notes) = Settings::read(Path::new("/nowhere/at/all.toml"));
    assert_eq!((settings, notes.len()), (Settings::default(), 0));
}
