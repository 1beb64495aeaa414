//! Who said a passage where words are printed without spaces: the nearest cue, by rules
//! alone.

use crate::model::{QuoteKind, Rule};

use super::super::cue::{CueKind, Link, Role, is_topic};
use super::super::document::Token;
use super::super::lexicon::speech::{Language, Tags};
use super::super::lexicon::{JAPANESE_CLAUSE_ENDINGS, JAPANESE_POINTING, JAPANESE_QUOTATIVES};
use super::super::phrase::{Phrase, PhraseKind};
use super::scene::{Place, Scene};
use super::{At, Finding, confidence};

/// Whoever speaks by the nearest cue.
pub(super) fn speaker(scene: &Scene) -> Option<Finding> {
    let continued = super::paragraph::continued(scene);
    continued.or_else(|| match scene.paragraph.tokens.language {
        Language::Japanese => japanese(scene),
        _ => chinese(scene),
    })
}

/// 周立明说：“…” “…，”他说。
fn chinese(scene: &Scene) -> Option<Finding> {
    let near = |place: Place, fits: &dyn Fn(Link) -> bool| {
        let placed = scene.placed_links().filter(|&(_, p)| p == place);
        placed
            .map(|(link, _)| link)
            .filter(|&link| scene.cue(link).kind == CueKind::Finite && fits(link))
            .min_by_key(|&link| scene.cue(link).tokens.start.abs_diff(scene.at))
    };
    let any = |_: Link| true;
    let behind = |link: Link| scene.phrase(link).tokens.start > scene.at && is_parted(scene);
    let own = |link: Link| !is_modified(scene, scene.cue(link).tokens.end);
    let introduced = follows_colon(scene)
        .then(|| near(Place::Before, &own))
        .flatten();
    introduced
        .or_else(|| near(Place::After, &behind))
        .or_else(|| near(Place::Before, &own))
        .or_else(|| near(Place::BeforePassage, &any))
        .map(|link| scene.found(link, None))
        .or_else(|| colon(scene))
        .or_else(|| goes_on(scene))
}

/// Whether the passage is parted from what follows: a stop inside, or a comma behind it.
fn is_parted(scene: &Scene) -> bool {
    let ended = scene
        .words()
        .ends_with(['。', '！', '？', '，', '…', '.', '!', '?', ',']);
    let comma = scene
        .token(scene.at + 1)
        .is_some_and(|next| matches!(next.word, "，" | "," | "、"));
    ended || comma
}

/// 外界所说的“…”: the verb only describes what stands in the marks.
fn is_modified(scene: &Scene, end: usize) -> bool {
    end + 1 == scene.at && scene.token(end).is_some_and(|token| token.word == "的")
}

fn follows_colon(scene: &Scene) -> bool {
    let before = scene.paragraph.tokens.before(scene.at);
    before.is_some_and(|before| matches!(before.word, "：" | ":"))
}

/// 市长：“…”, or whoever the sentence before the colon begins with.
fn colon(scene: &Scene) -> Option<Finding> {
    if !follows_colon(scene) {
        return None;
    }
    let beside = scene
        .links()
        .find(|&link| link.role == Role::Colon && scene.cue(link).tokens.end == scene.at);
    let first = || {
        // 公司回应疑问：“…”: the body that the sentence begins with.
        let sentence = scene.token(scene.at)?.sentence;
        let phrases = &scene.paragraph.phrases;
        let found = phrases.partition_point(|phrase| phrase.sentence < sentence);
        let phrase = phrases.get(found).filter(|p| p.sentence == sentence)?;
        let begins = scene.paragraph.tokens.before(phrase.tokens.start);
        let opens = begins.is_none_or(|before| before.sentence != sentence);
        opens.then(|| by_phrase(scene, found, Rule::Colon))
    };
    beside.map(|link| scene.found(link, None)).or_else(first)
}

/// A sentence of its own behind somebody's words.
fn goes_on(scene: &Scene) -> Option<Finding> {
    let (_, earlier) = scene.history.here?;
    let sentence = |token: &Token| token.sentence;
    let here = scene.token(scene.at).map(sentence);
    let begins = scene.paragraph.tokens.before(scene.at).map(sentence) != here
        || follows_colon(scene)
        || scene
            .paragraph
            .tokens
            .before(scene.at)
            .is_some_and(|token| token.passage.is_some());
    let ended = scene.words().ends_with(['。', '！', '？', '…']);
    let quoted = scene.paragraph.tokens.language == Language::Japanese;
    (quoted || (begins && ended)).then(|| Finding {
        cue: None,
        rule: Rule::SameParagraph,
        confidence: confidence::of(Rule::SameParagraph, Some(confidence::BEFORE_WITH_THAT)),
        ..earlier
    })
}

/// 三崎氏は「…」と述べた。 「…」と三崎氏は述べた。
fn japanese(scene: &Scene) -> Option<Finding> {
    if scene.is_headline() {
        return headline(scene);
    }
    if !is_utterance(scene) {
        return None;
    }
    let topic = topic_before(scene).or_else(|| topic_after(scene));
    topic
        .or_else(|| source(scene))
        .or_else(|| pointed_at(scene))
        .or_else(|| goes_on(scene))
}

/// Whether と or the end of the sentence stands behind the passage, and no verb says
/// that it is only a name.
fn is_utterance(scene: &Scene) -> bool {
    let next = scene.token(scene.at + 1);
    next.is_none_or(|next| {
        JAPANESE_QUOTATIVES.contains(next.word) || next.word == "。" || is_estimate(scene)
    })
}

/// 「最有力」とみている; also where を or に leads to such a verb.
fn is_estimate(scene: &Scene) -> bool {
    let verb = scene.token(scene.at + 2);
    let particle = scene.token(scene.at + 1);
    particle.is_some_and(|particle| matches!(particle.word, "に" | "を"))
        && verb.is_some_and(|verb| verb.known.verb.is_some())
}

fn topic_before(scene: &Scene) -> Option<Finding> {
    let sentence = scene.token(scene.at)?.sentence;
    let phrases = &scene.paragraph.phrases;
    let behind = phrases.partition_point(|phrase| phrase.tokens.start < scene.at);
    let near = (behind.saturating_sub(MAX_PHRASES)..behind).rev();
    let same = |&phrase: &usize| phrases[phrase].sentence == sentence;
    let found = near
        .take_while(same)
        .find(|&phrase| speaks(scene, &phrases[phrase]))?;
    Some(by_phrase(scene, found, Rule::SubjectOfCue))
}

fn topic_after(scene: &Scene) -> Option<Finding> {
    let sentence = scene.token(scene.at)?.sentence;
    let phrases = &scene.paragraph.phrases;
    let behind = phrases.partition_point(|phrase| phrase.tokens.start < scene.at);
    let mut near = (behind..phrases.len()).take(MAX_PHRASES);
    let found = near
        .find(|&phrase| phrases[phrase].sentence == sentence && speaks(scene, &phrases[phrase]))?;
    Some(by_phrase(scene, found, Rule::SubjectOfCue))
}

/// So many noun phrases on either side are looked at.
const MAX_PHRASES: usize = 8;

fn speaks(scene: &Scene, phrase: &Phrase) -> bool {
    is_topic(&scene.paragraph.tokens, phrase)
}

/// 担当者によると、「…」。
fn source(scene: &Scene) -> Option<Finding> {
    let sentence = scene.token(scene.at)?.sentence;
    let link = scene.links().find(|&link| {
        let cue = scene.cue(link);
        link.role == Role::According && cue.sentence == sentence && cue.tokens.end <= scene.at
    })?;
    Some(scene.found(link, None))
}

/// 「…」。漁師はそう話した。
fn pointed_at(scene: &Scene) -> Option<Finding> {
    let sentence = scene.token(scene.at)?.sentence;
    let before = scene.paragraph.tokens.before(scene.at);
    if before.is_some_and(|before| before.sentence == sentence) {
        return None;
    }
    let link = scene.links().find(|&link| {
        let cue = scene.cue(link);
        let word = scene.paragraph.tokens.before(cue.tokens.start);
        let points = word.is_some_and(|word| JAPANESE_POINTING.contains(word.word));
        cue.sentence == sentence + 1 && points && link.role == Role::Subject
    })?;
    Some(scene.found(link, Some(confidence::AFTER)))
}

/// 高木「…」: the one named right before the marks; or the subject behind them.
fn headline(scene: &Scene) -> Option<Finding> {
    let phrases = &scene.paragraph.phrases;
    let first = phrases.partition_point(|phrase| phrase.tokens.end < scene.at);
    let touches = |phrase: &usize| {
        phrases
            .get(*phrase)
            .is_some_and(|p| p.tokens.end == scene.at)
    };
    let beside = Some(first).filter(touches);
    let person = |&phrase: &usize| {
        let head = scene.paragraph.tokens.before(phrases[phrase].tokens.end);
        let role = head.is_some_and(|head| head.is(Tags::ROLE));
        role || phrases[phrase].kind == PhraseKind::Name
    };
    if let Some(phrase) = beside.filter(person) {
        return Some(by_phrase(scene, phrase, Rule::Colon));
    }
    let link = scene.links().find(|&link| {
        let told = link.role == Role::Subject && scene.cue(link).tokens.start > scene.at;
        told && scene.phrase(link).tokens.start > scene.at
    })?;
    Some(scene.found(link, Some(confidence::AFTER)))
}

fn by_phrase(scene: &Scene, phrase: usize, rule: Rule) -> Finding {
    let cue = scene
        .links()
        .find(|&link| link.phrase == phrase && scene.cue(link).tokens.start > scene.at);
    let share = match cue {
        Some(_) => None,
        None => Some(confidence::PARTICLE),
    };
    Finding {
        speaker: At {
            paragraph: scene.number,
            phrase,
        },
        cue: cue.map(|link| link.cue),
        rule,
        confidence: confidence::of(rule, share),
    }
}

/// An utterance of fewer characters is a fragment, unless a stop ends it.
const MIN_CLAUSE: usize = 10;

/// How much of an utterance the passage is, by its length and how it is introduced.
pub(super) fn kind(scene: &Scene, finding: Option<&Finding>) -> QuoteKind {
    let words = scene.words();
    let length = words.chars().count();
    let stopped = words.contains(['。', '！', '？', '，', '、']);
    match finding {
        None if length < 2 * MIN_CLAUSE && !words.ends_with(['。', '！', '？']) => {
            QuoteKind::Term
        }
        None => QuoteKind::Direct,
        Some(_) if follows_colon(scene) || words.ends_with(['。', '！', '？', '，']) => {
            QuoteKind::Direct
        }
        Some(finding) if scene.paragraph.tokens.language == Language::Chinese => {
            match is_said_whole(scene, finding) && length >= MIN_CHINESE_CLAUSE {
                true => QuoteKind::Direct,
                false => QuoteKind::Partial,
            }
        }
        Some(_) if stopped || length >= MIN_CLAUSE || is_clause(words) => QuoteKind::Direct,
        Some(_) => QuoteKind::Partial,
    }
}

/// A Chinese clause has a subject or an adverb beside its verb.
const MIN_CHINESE_CLAUSE: usize = 4;

/// “今晚不出海”，他说: the sentence begins with the passage, and only who said it follows.
fn is_said_whole(scene: &Scene, finding: &Finding) -> bool {
    let sentence = |token: &Token| token.sentence;
    let before = scene.paragraph.tokens.before(scene.at);
    let begins = before.map(sentence) != scene.token(scene.at).map(sentence);
    let comma = scene
        .token(scene.at + 1)
        .is_some_and(|next| matches!(next.word, "，" | ","));
    let told = finding.speaker.paragraph == scene.number
        && finding
            .cue
            .is_some_and(|cue| scene.paragraph.cues[cue].tokens.start > scene.at);
    begins && comma && told
}

fn is_clause(words: &str) -> bool {
    let mut endings = JAPANESE_CLAUSE_ENDINGS.iter();
    endings.any(|end| words.ends_with(end))
}

#[cfg(test)]
mod tests {
    use crate::analysis::{analyze, sample};
    use crate::model::QuoteKind;

    #[track_caller]
    fn check(language: &str, text: &str, expected: &[Option<&str>]) {
        let quotes = analyze(&sample::in_language(language, text)).quotes;
        let speakers = quotes
            .iter()
            .map(|quote| Some(quote.speaker.as_ref()?.name.as_str()));
        assert_eq!(speakers.collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn chinese_puts_the_subject_before_its_verb_on_either_side_of_the_passage() {
        check("zh", "船长罗小海说：“今晚不出海。”", &[Some("罗小海")]);
        check(
            "zh",
            "“今晚不出海，”船长罗小海对记者说，“风太大。”",
            &[Some("罗小海"); 2],
        );
        check(
            "zh",
            "船长罗小海表示，风浪“太大”。她强调，乘客“可以退票”。",
            &[Some("罗小海"); 2],
        );
    }

    #[test]
    fn a_whole_chinese_clause_is_direct_and_a_woven_one_partial() {
        #[track_caller]
        fn check(text: &str, expected: QuoteKind) {
            assert_eq!(
                analyze(&sample::in_language("zh", text)).quotes[0].kind,
                expected
            );
        }
        check("“今晚不出海”，船长罗小海说。", QuoteKind::Direct);
        check("“太大”，船长罗小海说。", QuoteKind::Partial);
        check("船长罗小海说今晚“风浪还会更大”。", QuoteKind::Partial);
    }

    #[test]
    fn a_chinese_name_between_marks_is_nobodys_words() {
        check("zh", "渡轮“海鸥号”昨日停航。", &[None]);
    }

    #[test]
    fn japanese_tells_the_speaker_by_a_particle() {
        check(
            "ja",
            "北村薫町長は「今夜は船を出さない」と述べた。",
            &[Some("北村薫")],
        );
        check(
            "ja",
            "「今夜は船を出さない」と北村薫町長は述べた。",
            &[Some("北村薫")],
        );
        check(
            "ja",
            "「風が強い」。船員の女性（41）はそう話した。",
            &[Some("船員の女性")],
        );
        check(
            "ja",
            "担当者によると、「復旧は明日になる」という。",
            &[None],
        );
    }

    #[test]
    fn an_office_is_not_that_of_a_deputy_or_of_who_held_it() {
        let deputy = "副市长周立明说：“今晚不出海，大家都要回家。”";
        let mayor = "市长说：“明天再说，大家都要等待消息。”";
        let told = [Some("周立明"), Some("市长")];
        check("zh", &format!("{deputy}{mayor}"), &told);
        check("zh", &deputy.replace("副市", "市"), &[Some("周立明")]);
        let both = format!("{deputy}{mayor}").replace("副市长", "市长");
        check("zh", &both, &[Some("周立明"); 2]);
        // No list knows 副总理.
        let premier = format!("{deputy}{mayor}").replace("市长", "总理");
        check("zh", &premier, &[Some("周立明"), Some("总理")]);
        let again = premier.replace("总理说", "副总理说");
        check("zh", &again, &[Some("周立明"); 2]);
        let deputy = "北村薫副首相は「今夜は船を出さない」と述べた。";
        let other = "首相は「明日まで待つ」と述べた。";
        let told = [Some("北村薫"), Some("首相")];
        check("ja", &format!("{deputy}{other}"), &told);
        let both = format!("{deputy}{other}").replace("副首相", "首相");
        check("ja", &both, &[Some("北村薫"); 2]);
    }

    #[test]
    fn a_korean_office_is_not_that_of_a_deputy() {
        let told = "노라 베크 부시장은 “배를 띄우지 않겠다”고 말했다.";
        let other = "시장은 “내일까지 기다리자”고 말했다.";
        check(
            "ko",
            &format!("{told} {other}"),
            &[Some("노라 베크"), Some("시장")],
        );
    }

    #[test]
    fn a_japanese_name_between_marks_is_nobodys_words() {
        check("ja", "北村薫町長は映画「灯の冬」を見た。", &[None]);
    }
}
