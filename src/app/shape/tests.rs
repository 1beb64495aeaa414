use super::*;

fn at(columns: u16, rows: u16, focus: Focus) -> Layout {
    let arrangement = Arrangement {
        focus,
        tab: Tab::Quotes,
        share: Share::Normal,
        splits: Splits::default(),
    };
    layout(Window::new(columns, rows), &arrangement)
}

/// Expects the inner columns and rows of list, reader, quotes, actors.
#[track_caller]
fn check(columns: u16, rows: u16, focus: Focus, expected: [Option<(usize, usize)>; 4]) {
    let layout = at(columns, rows, focus);
    let inner = |slot: Option<Slot>| slot.map(|slot| (slot.columns(), slot.rows()));
    let found = [layout.list, layout.reader, layout.quotes, layout.actors].map(inner);
    assert_eq!(found, expected);
}

#[test]
fn the_panes_follow_the_width() {
    let list = Focus::List;
    let wide = [
        Some((46, 44)),
        Some((70, 44)),
        Some((38, 25)),
        Some((38, 17)),
    ];
    check(160, 48, list, wide);
    check(
        120,
        30,
        list,
        [Some((38, 26)), Some((48, 26)), Some((28, 26)), None],
    );
    check(80, 24, list, [Some((80, 7)), Some((80, 14)), None, None]);
    check(44, 12, list, [Some((44, 10)), None, None, None]);
    check(44, 12, Focus::Reader, [None, Some((44, 10)), None, None]);
    check(19, 12, list, [None; 4]);
}

#[test]
fn the_rail_takes_the_place_of_the_list_where_panes_are_stacked() {
    check(
        80,
        24,
        Focus::Quotes,
        [None, Some((80, 14)), Some((80, 6)), None],
    );
}

#[test]
fn low_screens_give_up_frames_then_hints_then_status() {
    let framed = |rows| at(120, rows, Focus::List).list.map(|slot| slot.edge);
    assert_eq!(framed(25), Some(Edge::Frame));
    assert_eq!(framed(24), Some(Edge::RuleAndSide));
    assert!(at(80, 12, Focus::List).hints && !at(80, 11, Focus::List).hints);
    assert!(at(80, 8, Focus::List).status.is_some());
    assert!(at(80, 7, Focus::List).status.is_none());
}

#[test]
fn a_larger_share_is_never_smaller() {
    for focus in Focus::ALL {
        for (columns, rows) in [
            (60, 12),
            (80, 24),
            (100, 40),
            (120, 30),
            (160, 48),
            (300, 90),
        ] {
            let cells = |share| {
                let arrangement = Arrangement {
                    focus,
                    tab: Tab::Quotes,
                    share,
                    splits: Splits::default(),
                };
                let slot = layout(Window::new(columns, rows), &arrangement).slot(focus);
                slot.map_or(0, |slot| slot.columns() * slot.rows())
            };
            let [normal, half, full] = [Share::Normal, Share::Half, Share::Full].map(cells);
            assert!(
                normal <= half && half <= full,
                "{focus:?} at {columns}x{rows}"
            );
        }
    }
}

#[test]
fn no_pane_leaves_the_screen_and_the_focused_one_is_shown() {
    let splits = Splits {
        wide: (500, -500),
        columns: (-500, 500),
        stacked: 500,
    };
    for share in [Share::Normal, Share::Half, Share::Full] {
        for focus in Focus::ALL {
            let tab = Tab::Actors;
            let arrangement = Arrangement {
                focus,
                tab,
                share,
                splits,
            };
            for size in (0..=200).flat_map(|columns| (0..=60).map(move |rows| (columns, rows))) {
                check_inside(size, &arrangement);
            }
        }
    }
}

#[track_caller]
fn check_inside((columns, rows): (u16, u16), arrangement: &Arrangement) {
    let layout = layout(Window::new(columns, rows), arrangement);
    let shown = layout.slot(arrangement.focus).is_some();
    assert!(shown || layout.shape == Shape::Floor);
    let slots = [layout.list, layout.reader, layout.quotes, layout.actors];
    for slot in slots.into_iter().flatten() {
        assert!(slot.area.x + slot.area.width <= columns);
        assert!(slot.area.y + slot.area.height <= rows);
        assert!(slot.inner.width > 0, "{columns}x{rows} {slot:?}");
    }
}
