//! The threads of the interface, each with a worker of its own.

use std::io;
use std::sync::Arc;

use crossbeam_channel::{Receiver, Sender, unbounded};

use super::Worker;
use crate::app::{Action, Effect, Outside};
use crate::store::Catalog;
use crate::tui::Session;
use crate::tui::pending::{PENDING, Promise};
use crate::tui::rest::supersedes;
use crate::tui::{guard, outside};

/// The threads that work beside the loop.
pub struct Workers {
    search: Sender<Job>,
    study: Sender<Job>,
    load: Sender<Job>,
    change: Sender<Job>,
    import: Sender<Job>,
    answers: Answers,
}

/// Takes an answer to the loop; says whether the loop is still there.
pub type Answers = Arc<dyn Fn(Action) -> bool + Send + Sync>;

/// What a thread is asked.
enum Job {
    /// An effect; what may not be lost holds its promise until it is done.
    Effect(Effect, Arc<Catalog>, Option<Promise>),
    /// What the first question needs is made ready.
    Prepare(Arc<Catalog>),
    /// A panic, for the test that one ends the program cleanly.
    Panic,
}

impl Job {
    /// Whether nobody waits for `old` any longer once this is asked.
    fn supersedes(&self, old: &Job) -> bool {
        match (self, old) {
            (Job::Effect(new, ..), Job::Effect(old, ..)) => supersedes(new, old),
            // A newer library makes what the older one needs worth nothing.
            (Job::Prepare(_), Job::Prepare(_)) => true,
            (Job::Effect(..) | Job::Prepare(_) | Job::Panic, _) => false,
        }
    }
}

impl Workers {
    /// Starts the threads.
    ///
    /// # Errors
    /// When the system has no more threads.
    pub fn start(session: &Session, answers: &Answers) -> io::Result<Self> {
        let thread = |name| start(name, Worker::new(session), Arc::clone(answers));
        Ok(Self {
            search: thread("search")?,
            study: thread("study")?,
            load: thread("load")?,
            change: thread("change")?,
            import: thread("import")?,
            answers: Arc::clone(answers),
        })
    }

    /// Hands an effect to its thread.
    pub fn ask(&self, effect: Effect, catalog: &Arc<Catalog>) {
        let thread = match &effect {
            Effect::List { .. } | Effect::Find { .. } => &self.search,
            Effect::Study { .. } | Effect::Save { .. } => &self.study,
            Effect::Load { .. } => &self.load,
            Effect::Change { .. } => &self.change,
            Effect::Import => &self.import,
            Effect::Pipe { program, id, text } => return self.pipe(program, id, text),
            Effect::Quit
            | Effect::Suspend
            | Effect::Redraw
            | Effect::ShowCopied
            | Effect::Mouse
            | Effect::OpenLink { .. }
            | Effect::Copy { .. } => return,
        };
        let lasts = matches!(effect, Effect::Change { .. } | Effect::Save { .. });
        let promise = lasts.then(|| PENDING.promise());
        // A thread is gone only when the whole program ends.
        let _ = thread.send(Job::Effect(effect, Arc::clone(catalog), promise));
    }

    /// Hands an article to a program, in a thread of its own: it may take seconds.
    fn pipe(&self, program: &Outside, id: &str, text: &str) {
        let (program, answers) = (program.clone(), Arc::clone(&self.answers));
        let (id, text) = (id.to_owned(), text.to_owned());
        let promise = PENDING.promise();
        let started = guard::spawn("pipe", move || {
            let told = outside::pipe(&program, &id, text);
            drop(promise);
            answers(Action::Told(told));
        });
        if let Err(error) = started {
            (self.answers)(Action::Told(format!("no program can be started ({error})")));
        }
    }

    /// Makes ready, where nobody waits, what the first question about many articles needs.
    pub fn prepare(&self, catalog: &Arc<Catalog>) {
        let _ = self.study.send(Job::Prepare(Arc::clone(catalog)));
    }

    /// Makes a thread panic.
    pub fn panic(&self) {
        let _ = self.load.send(Job::Panic);
    }
}

/// Starts a thread that performs the newest jobs and passes over older ones.
fn start(name: &str, mut worker: Worker, answers: Answers) -> io::Result<Sender<Job>> {
    let (sender, receiver) = unbounded();
    guard::spawn(name, move || {
        while let Ok(first) = receiver.recv() {
            for job in newest(first, &receiver) {
                match job {
                    Job::Effect(Effect::Import, ..) => worker.import(&mut |action| answers(action)),
                    Job::Effect(Effect::Change { ticket, deed }, _, promise) => {
                        let answer = worker.change(ticket, &deed, &mut |action| answers(action));
                        drop(promise);
                        answers(answer);
                    }
                    Job::Effect(effect, catalog, promise) => {
                        let answer = worker.answer(&effect, &catalog);
                        drop(promise);
                        answer.map(|action| answers(action));
                    }
                    Job::Prepare(catalog) => worker.prepare(&catalog, || receiver.is_empty()),
                    Job::Panic => panic!("asked for by --panic-in-worker"),
                }
            }
        }
    })?;
    Ok(sender)
}

/// The jobs that somebody still waits for, in their order; what nobody waits for goes last.
fn newest(first: Job, receiver: &Receiver<Job>) -> Vec<Job> {
    let mut jobs = vec![first];
    for job in receiver.try_iter() {
        jobs.retain(|old| !job.supersedes(old));
        jobs.push(job);
    }
    jobs.sort_by_key(|job| matches!(job, Job::Prepare(_)));
    jobs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Question, Ticket};

    #[test]
    fn a_question_goes_before_work_that_nobody_waits_for() {
        let (sender, receiver) = unbounded();
        let catalog = Arc::new(Catalog::default());
        let effect = Effect::Study {
            ticket: Ticket::default(),
            question: Question::Names("quist".into()),
        };
        sender
            .send(Job::Effect(effect, Arc::clone(&catalog), None))
            .unwrap();
        sender.send(Job::Prepare(Arc::clone(&catalog))).unwrap();
        let jobs = newest(Job::Prepare(catalog), &receiver);
        assert!(matches!(jobs[..], [Job::Effect(..), Job::Prepare(_)]));
    }
}
