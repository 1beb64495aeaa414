//! Events: what happened once, told by several outlets in their own words.

use std::borrow::Cow;
use std::collections::HashSet;

use jiff::civil::Date;
use pullquote::model::BlockKind;

use crate::cast::{Cast, authors};
use crate::compile::{Compiled, Template};
use crate::outlet::Outlet;
use crate::random::Random;
use crate::render::{Voice, moved_day};
use crate::story::Story;

/// How many of a hundred paragraphs of the middle are left out.
const DROPPED_PERCENT: usize = 15;
/// How many of a hundred lines of page furniture are missing.
const BARE_PERCENT: usize = 20;
/// How many of a hundred articles come without furniture and captions.
const CLEAN_PERCENT: usize = 20;

/// An article, made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The headline.
    pub title: String,
    /// The whole page as people paste it.
    pub page: String,
    /// Its paragraphs only.
    pub body: String,
    /// The day it was published.
    pub day: Date,
    /// "08:30"
    pub time: String,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Which outlet it is of.
    pub outlet: Outlet,
    /// ISO 639-1.
    pub language: String,
}

/// What all articles are made from.
#[derive(Debug)]
pub struct Archive {
    /// The stories that events are modelled on.
    pub stories: Vec<Story>,
    /// The outlets of the samples.
    pub outlets: Vec<Outlet>,
    /// Another seed gives another corpus.
    pub seed: u64,
}

/// A paragraph from elsewhere: story (0 is the event's own), template, block.
type Loan = (usize, usize, usize);

// One event while its articles are made.
struct Event<'a> {
    // The event's own story, then one for background.
    stories: [&'a Story; 2],
    casts: [Cast; 2],
}

impl Archive {
    /// Makes all articles of event number `number`, whatever other events there are.
    pub fn event(&self, number: u64) -> Vec<Made> {
        let mut random = Random::new(self.seed, number);
        let stories = [self.story(&mut random), self.story(&mut random)];
        let [Some(own), Some(background)] = stories else {
            return Vec::new();
        };
        let casts =
            [own, background].map(|story| Cast::draw(&story.names, &self.outlets, &mut random));
        let event = Event {
            stories: [own, background],
            casts,
        };
        event.articles(&mut random)
    }

    // A story is chosen as often as it has samples, so that all samples serve alike.
    fn story(&self, random: &mut Random) -> Option<&Story> {
        let count = self.stories.iter().map(|story| story.templates.len()).sum();
        let mut left = random.below(count);
        self.stories.iter().find(|story| {
            let here = left < story.templates.len();
            left = left.saturating_sub(story.templates.len());
            here
        })
    }
}

impl Event<'_> {
    fn articles(&self, random: &mut Random) -> Vec<Made> {
        let count = self.stories[0].templates.len();
        let mut order: Vec<usize> = (0..count).collect();
        random.shuffle(&mut order);
        // Much is told once or twice, some by everybody, a little again and again.
        let size = match random.below(10) {
            0..4 => 1 + random.below(2),
            4..8 => 1 + random.below(count),
            _ => count + random.below(count),
        };
        let mut texts = HashSet::new();
        let mut made = Vec::new();
        for (nth, &template) in order.iter().cycle().take(size).enumerate() {
            // Cuts, authors or the time differ in the next try if they did not in this one.
            let article = (0..16)
                .map(|_| self.article(template, nth >= count, random))
                .find(|article| texts.insert(article.body.clone()));
            made.extend(article);
        }
        made
    }

    fn article(&self, template: usize, is_retold: bool, random: &mut Random) -> Made {
        let template = &self.stories[0].templates[template];
        let mut cast = Cow::Borrowed(&self.casts[0]);
        let outlet = self.outlet(template, is_retold, &mut cast, random);
        let mut credited = authors(&outlet, template.credited, random);
        let time = format!("{:02}:{:02}", 5 + random.below(16), random.below(60));
        let key = random.next();
        let voices = [&*cast, &self.casts[1]].map(|cast| Voice {
            cast,
            authors: &credited,
            time: &time,
            key,
        });
        let text = self.text(template, &voices, random);
        let day = moved_day(template.published, cast.weeks);
        let Text { title, body, .. } = text;
        let page = match template.has_byline {
            true => text.page,
            false => {
                let authors = credited.get(..template.authors).unwrap_or_default();
                let line = byline(template, authors, day, &time);
                text.page.replacen(&title, &format!("{title}\n\n{line}"), 1)
            }
        };
        credited.truncate(template.authors);
        Made {
            title,
            page,
            body,
            day,
            time,
            authors: credited,
            outlet,
            language: template.language.clone(),
        }
    }

    fn text(&self, template: &Template, voices: &[Voice; 2], random: &mut Random) -> Text {
        let mut text = Text::new(template, random.chance(CLEAN_PERCENT));
        for (block, keep, loan) in self.plan(template, random) {
            if keep {
                text.block(block, &voices[0].render(&block.pieces));
            }
            if let Some((story, other, from)) = loan {
                let lent = &self.stories[story].templates[other].blocks[from];
                // The numbers of its passages count from another text.
                let key = voices[story].key ^ other as u64;
                let voice = Voice {
                    key,
                    ..voices[story]
                };
                text.loan(&voice.render(&lent.pieces));
            }
        }
        text
    }

    // Who tells a sample a second time is another outlet than who told it first.
    fn outlet(
        &self,
        template: &Template,
        is_retold: bool,
        cast: &mut Cow<Cast>,
        random: &mut Random,
    ) -> Outlet {
        let of_page = template
            .outlet
            .and_then(|outlet| cast.outlets.get(outlet).cloned());
        match (template.outlet, of_page) {
            (Some(_), Some(outlet)) if !is_retold => outlet,
            (Some(number), Some(outlet)) => {
                let new = outlet.invented(random);
                cast.to_mut()
                    .replace_outlet(&self.stories[0].names, number, &new);
                new
            }
            _ => Outlet::named("The Post", &template.language).invented(random),
        }
    }

    // Which blocks are printed, and after which a borrowed one follows.
    fn plan<'t>(
        &self,
        template: &'t Template,
        random: &mut Random,
    ) -> Vec<(&'t Compiled, bool, Option<Loan>)> {
        let lenders = self.lenders(template);
        let mut loans: Vec<Loan> = Vec::new();
        for _ in 0..random.below(4) {
            let loan = random.pick(&lenders).copied();
            loans.extend(loan.filter(|loan| !loans.contains(loan)));
        }
        let plan = template.blocks.iter().enumerate().map(|(index, block)| {
            let drop = match block.kind {
                BlockKind::Paragraph if block.can_move => DROPPED_PERCENT,
                BlockKind::Furniture => BARE_PERCENT,
                _ => 0,
            };
            let next_is_glued = template
                .blocks
                .get(index + 1)
                .is_some_and(|next| next.is_glued);
            let may_lend = block.can_move && !next_is_glued && random.chance(30);
            let loan = may_lend.then(|| loans.pop()).flatten();
            (block, !random.chance(drop), loan)
        });
        plan.collect()
    }

    // Paragraphs of other samples in the same language with the same marks.
    fn lenders(&self, template: &Template) -> Vec<Loan> {
        let mut lenders = Vec::new();
        for (story, of) in self.stories.iter().enumerate() {
            for (other, lender) in of.templates.iter().enumerate() {
                let fits = lender.language == template.language && lender.mark == template.mark;
                if fits && !std::ptr::eq(lender, template) {
                    let blocks = lender.blocks.iter().enumerate();
                    let movable = blocks.filter(|(_, block)| block.can_move);
                    lenders.extend(movable.map(|(index, _)| (story, other, index)));
                }
            }
        }
        lenders
    }
}

// The texts of an article while they grow.
struct Text {
    title: String,
    page: String,
    body: String,
    gap: String,
    is_clean: bool,
}

impl Text {
    fn new(template: &Template, is_clean: bool) -> Self {
        let mut paragraphs = template
            .blocks
            .iter()
            .filter(|b| b.kind == BlockKind::Paragraph);
        Self {
            title: String::new(),
            page: String::new(),
            body: String::new(),
            gap: paragraphs
                .nth(1)
                .map_or("\n\n".to_owned(), |second| second.gap.clone()),
            is_clean,
        }
    }

    fn block(&mut self, block: &Compiled, words: &str) {
        let is_extra = matches!(block.kind, BlockKind::Furniture | BlockKind::Caption);
        if self.is_clean && is_extra {
            return;
        }
        if !self.page.is_empty() {
            self.page.push_str(&block.gap);
        }
        self.page.push_str(words);
        match block.kind {
            BlockKind::Headline => self.title = words.to_owned(),
            BlockKind::Deck | BlockKind::Paragraph => self.paragraph(words),
            BlockKind::Byline | BlockKind::Caption | BlockKind::Credit | BlockKind::Furniture => {}
        }
    }

    fn loan(&mut self, words: &str) {
        self.page.push_str(&self.gap);
        self.page.push_str(words);
        self.paragraph(words);
    }

    fn paragraph(&mut self, words: &str) {
        if !self.body.is_empty() {
            self.body.push_str("\n\n");
        }
        self.body.push_str(words);
    }
}

// For samples that are records and have no such line.
fn byline(template: &Template, authors: &[String], day: Date, time: &str) -> String {
    let (by, dated) = match template.language.as_str() {
        "de" => (
            "Von ",
            day.strftime("%d.%m.%Y").to_string() + ", " + time + " Uhr",
        ),
        "fr" => (
            "Par ",
            "Publié le ".to_owned() + &day.strftime("%d/%m/%Y").to_string(),
        ),
        "es" => ("Por ", day.strftime("%d/%m/%Y").to_string()),
        "ko" => ("", "송고시간 ".to_owned() + &day.to_string() + " " + time),
        _ => ("By ", format!("Published {day} {time} GMT")),
    };
    match authors {
        [] => dated,
        authors => format!("{by}{}\n{dated}", authors.join(", ")),
    }
}
