//! Speakers by layout: transcripts and names behind a dash.

use super::Finding;
use super::scene::Scene;

/// "…" — Ana Ruiz, on a line of its own or behind the passage.
pub(super) fn dash_line(scene: &Scene) -> Option<Finding> {
    let _ = scene;
    None
}

/// The label of the passage's paragraph.
pub(super) fn speaker(scene: &Scene) -> Option<Finding> {
    let _ = scene;
    None
}
