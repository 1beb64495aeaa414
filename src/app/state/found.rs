//! What becomes of lines of the finder that are marked.

use super::App;
use super::screens::{lane_of_article, lane_of_source, lane_of_speaker};
use crate::app::overlay::{Ask, Offer, Overlay, Taken};
use crate::model::Place;
use crate::search::{Finding, FindingKind};

impl App {
    /// Closes the finder and asks what becomes of what is marked in it.
    pub(super) fn ask_found(&mut self, marked: Vec<Finding>) {
        if let Some(Overlay::Finder(finder)) = self.overlays.pop() {
            self.shelve(finder);
        }
        let mut offers = Vec::new();
        if !places(&marked).is_empty() {
            offers.push(Offer::new("basket", "into it, or out of it", Taken::Pick));
            offers.push(Offer::new("tag", "quotes, else articles", Taken::Tag));
        }
        let lanes = "for 4: speakers, actors, sources";
        offers.push(Offer::new("compare", lanes, Taken::Lanes));
        self.put_picker(Ask::Found(marked), offers, "");
    }

    /// Does with what is marked what was chosen.
    pub(super) fn take_found(&mut self, marked: &[Finding], taken: &Taken) {
        if let Some(finder) = &mut self.last_finder {
            finder.unmark();
        }
        match taken {
            Taken::Pick => self.pick_all(&places(marked)),
            Taken::Tag => self.ask_tag_on(places(marked)),
            Taken::Lanes => self.add_lanes(marked),
            // No choice of another question.
            _ => {}
        }
    }

    fn add_lanes(&mut self, marked: &[Finding]) {
        let catalog = self.catalog().clone();
        let row = |finding: &Finding| catalog.get(catalog.position(finding.article)?);
        let lane = |finding: &Finding| match (finding.kind, &finding.speaker) {
            (FindingKind::Actor, _) => lane_of_speaker(&finding.exact),
            (FindingKind::Quote, Some(speaker)) => lane_of_speaker(speaker),
            (FindingKind::Quote, None) => lane_of_source(row(finding)?.source.as_deref()?),
            (FindingKind::Article | FindingKind::Body, _) => lane_of_article(row(finding)?),
        };
        let mut lanes: Vec<(String, String)> = Vec::new();
        for lane in marked.iter().filter_map(lane) {
            if !lanes.contains(&lane) {
                lanes.push(lane);
            }
        }
        if lanes.is_empty() {
            self.outbox
                .say("nobody is known here whose words could be compared");
        }
        let issue = self.query_of_articles().unwrap_or_default();
        for (title, query) in &lanes {
            self.compare.add((title, query), &issue, &mut self.outbox);
        }
        self.lanes_changed();
    }
}

/// The quotes, and the articles of headlines and texts; a name is no passage.
fn places(marked: &[Finding]) -> Vec<Place> {
    let place = |finding: &Finding| match (finding.kind, finding.span) {
        (FindingKind::Actor, _) => None,
        (FindingKind::Quote, Some(span)) => Some(Place {
            article: finding.article,
            span,
            words: finding.exact.clone(),
        }),
        (FindingKind::Quote | FindingKind::Article | FindingKind::Body, _) => {
            Some(Place::whole(finding.article))
        }
    };
    let mut places: Vec<Place> = Vec::new();
    for place in marked.iter().filter_map(place) {
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places
}
