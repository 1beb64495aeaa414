use super::*;
use crate::search::searchable::searchable;

#[track_caller]
fn check(word: &str, line: &str, expected: Option<Class>) {
    let line = searchable(line).text.into_bytes();
    let needle = Needle::new(&Pattern::new(word));
    assert_eq!(needle.class(&line, mask(&line)), expected);
}

#[test]
fn a_whole_word_is_the_best_there_is() {
    check("border", "a borderline; the Border!", Some(Class::Word));
    check("border", "“border”", Some(Class::Word));
    check("5%", "it rose 5% today", Some(Class::Word));
}

#[test]
fn the_beginning_beats_the_inside() {
    check("bord", "aboard, borders", Some(Class::Beginning));
    check("oar", "aboard", Some(Class::Inside));
}

#[test]
fn initials_stand_for_words_with_few_left_out() {
    check("wpk", "Workers' Party of Korea", Some(Class::Inside));
    check("wpk", "we all like a party and a bit of karaoke", None);
    check("kj", "Kim Jong", None);
}

#[test]
fn beginnings_of_words_may_be_joined() {
    check("gulfwest", "the gulf of the west", Some(Class::Scattered));
    check("harbdeal", "harbour talks: a deal", Some(Class::Scattered));
}

#[test]
fn scattered_letters_lie_within_twice_the_length() {
    check("brdr", "the border", Some(Class::Scattered));
    check("rder", "a ri-de-r", Some(Class::Scattered));
    check("odr", "border", Some(Class::ScatteredInside));
    check("brdr", "bored of reading rules", None);
    check("xyz", "the border", None);
}

#[test]
fn letters_of_other_scripts_are_never_cut() {
    check("мск", "Москва", Some(Class::Scattered));
    check("москва", "в москве", None);
    check("東京", "東京都", Some(Class::Beginning));
}

#[test]
fn a_part_ends_every_word() {
    let line = b"harbour\nstays";
    let needle = Needle::new(&Pattern::new("hst"));
    assert_eq!(needle.class(line, mask(line)), None);
}
