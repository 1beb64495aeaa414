//! How many speakers are right, and whether their confidence says so.

use pullquote::analysis::{Label, Weights, analyze_with};
use pullquote::model::{Attribution, Via};

use super::labelled::{Labelled, Through};

/// Counts over labelled passages.
#[derive(Debug, Clone, Default)]
pub struct Score {
    /// Passages that somebody said.
    said: usize,
    /// Passages that nobody said.
    unsaid: usize,
    /// The confidence of each speaker found, whether it is right, and whether the name is.
    found: Vec<Found>,
    vias: Vias,
}

/// How often it was labelled, found and found right through whom words came.
#[derive(Debug, Clone, Copy, Default)]
struct Vias {
    labelled: usize,
    found: usize,
    right: usize,
}

#[derive(Debug, Clone, Copy)]
struct Found {
    confidence: f64,
    right: bool,
    named: bool,
    /// Whether somebody said the passage at all.
    said: bool,
}

impl Score {
    /// Compares what `weights` find in an article with its labels.
    pub fn of(labelled: &Labelled, weights: &Weights) -> Self {
        let analysis = analyze_with(&labelled.article, weights);
        let mut score = Score::default();
        for (index, label) in labelled.labels.iter().enumerate() {
            match label.speaker {
                Some(_) => score.said += 1,
                None => score.unsaid += 1,
            }
            let quotes = &analysis.quotes;
            let quote = quotes
                .iter()
                .find(|quote| quote.span.overlaps(label.passage));
            let speaker = quote.and_then(|quote| quote.speaker.as_ref());
            score
                .found
                .extend(speaker.map(|speaker| compare(label, speaker)));
            // Passages that nobody said have no label of it at all.
            if let Some(via) = labelled.vias.get(index)
                && label.speaker.is_some()
            {
                let found = speaker.and_then(|speaker| speaker.via.as_ref());
                score.vias.count(via.as_ref(), found);
            }
        }
        score
    }

    pub fn add(&mut self, other: &Score) {
        self.said += other.said;
        self.unsaid += other.unsaid;
        self.found.extend(&other.found);
        self.vias.labelled += other.vias.labelled;
        self.vias.found += other.vias.found;
        self.vias.right += other.vias.right;
    }

    /// The figures, a line each.
    pub fn lines(&self) -> String {
        let right = self.found.iter().filter(|found| found.right).count();
        let named = self.found.iter().filter(|found| found.named).count();
        let idle = self.found.iter().filter(|found| !found.said).count();
        let precision = share(right, self.found.len());
        let recall = share(right, self.said);
        let f1 = 2.0 * precision * recall / (precision + recall).max(f64::EPSILON);
        let sure: Vec<&Found> = self
            .found
            .iter()
            .filter(|found| found.confidence >= 0.6)
            .collect();
        let sure_right = sure.iter().filter(|found| found.right).count();
        format!(
            "  speaker P {precision:.3} R {recall:.3} F1 {f1:.3}   name {:.3}   ({right} right, {} found, {} said)\n  \
               via     {}\n  \
               at 0.6 or more P {:.3} of {}   on unsaid {idle} of {}   ECE {:.3}",
            share(named, self.said),
            self.found.len(),
            self.said,
            self.vias.line(),
            share(sure_right, sure.len()),
            sure.len(),
            self.unsaid,
            self.error(),
        )
    }

    /// How far confidence lies from the share that is right, over ten bins.
    fn error(&self) -> f64 {
        let bin = |found: &Found| ((found.confidence * 10.0) as usize).min(9);
        let off = |at: usize| {
            let inside: Vec<&Found> = self.found.iter().filter(|found| bin(found) == at).collect();
            let sure: f64 = inside.iter().map(|found| found.confidence).sum();
            let right = inside.iter().filter(|found| found.right).count() as f64;
            (sure - right).abs()
        };
        (0..10).map(off).sum::<f64>() / (self.found.len() as f64).max(1.0)
    }
}

impl Vias {
    /// Right is a via of the same relation whose words or name meet.
    fn count(&mut self, labelled: Option<&Through>, found: Option<&Via>) {
        self.labelled += usize::from(labelled.is_some());
        self.found += usize::from(found.is_some());
        self.right += usize::from(labelled.zip(found).is_some_and(|(labelled, found)| {
            let marked = labelled
                .mentions
                .iter()
                .any(|span| span.overlaps(found.mention));
            let named = labelled.name.to_lowercase() == found.name.to_lowercase();
            labelled.relation == found.relation.word() && (marked || named)
        }));
    }

    fn line(self) -> String {
        let precision = share(self.right, self.found);
        let recall = share(self.right, self.labelled);
        let f1 = 2.0 * precision * recall / (precision + recall).max(f64::EPSILON);
        let Vias {
            labelled,
            found,
            right,
        } = self;
        format!(
            "P {precision:.3} R {recall:.3} F1 {f1:.3}   ({right} right, {found} found, {labelled} labelled)"
        )
    }
}

fn compare(label: &Label, speaker: &Attribution) -> Found {
    let told = label.speaker.as_ref();
    let named = told.is_some_and(|told| told.name.to_lowercase() == speaker.name.to_lowercase());
    let marked = told.is_some_and(|told| {
        let mentions = &told.mentions;
        mentions.iter().any(|span| span.overlaps(speaker.mention))
    });
    Found {
        confidence: f64::from(speaker.confidence.thousandths()) / 1000.0,
        right: named || marked,
        named,
        said: told.is_some(),
    }
}

fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}
