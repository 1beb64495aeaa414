//! Themes with colours of their own: for light and for dark backgrounds, and one of
//! high contrast that brings its background along.

use ratatui::style::Color;

use super::Theme;
use super::chosen::Depth;

/// One colour at each depth: of millions, of the table of 256, of sixteen.
struct Shade(u32, u8, Color);

impl Shade {
    fn at(&self, depth: Depth) -> Color {
        let Shade(rgb, table, named) = *self;
        match depth {
            Depth::Millions => {
                let [_, r, g, b] = rgb.to_be_bytes();
                Color::Rgb(r, g, b)
            }
            Depth::Table => Color::Indexed(table),
            Depth::Sixteen => named,
        }
    }
}

/// The colours of a theme by what they are for.
struct Palette {
    person: Shade,
    organization: Shade,
    place: Shade,
    guess: Shade,
    error: Shade,
    frame: Shade,
}

/// Dark letters, for a light background.
const LIGHT: Palette = Palette {
    person: Shade(0x00_3a_70, 17, Color::Blue),
    organization: Shade(0x6a_12_6a, 53, Color::Magenta),
    place: Shade(0x0b_48_1d, 22, Color::Green),
    guess: Shade(0x66_3d_00, 52, Color::Yellow),
    error: Shade(0x8f_0d_0d, 88, Color::Red),
    frame: Shade(0x4d_4d_4d, 238, Color::Blue),
};

/// Light letters, for a dark background.
const DARK: Palette = Palette {
    person: Shade(0x7f_d7_ff, 117, Color::Cyan),
    organization: Shade(0xe0_b0_ff, 183, Color::Magenta),
    place: Shade(0xa0_e0_80, 150, Color::Green),
    guess: Shade(0xff_d7_5f, 221, Color::Yellow),
    error: Shade(0xff_b0_a0, 217, Color::Red),
    frame: Shade(0xb2_b2_b2, 249, Color::Cyan),
};

/// Light letters on black.
const CONTRAST: Palette = Palette {
    person: Shade(0x8f_e8_ff, 123, Color::LightCyan),
    organization: Shade(0xff_c8_ff, 225, Color::LightMagenta),
    place: Shade(0xb0_ff_b0, 157, Color::LightGreen),
    guess: Shade(0xff_ff_5f, 227, Color::LightYellow),
    error: Shade(0xff_d0_c8, 224, Color::LightYellow),
    frame: Shade(0xff_ff_ff, 231, Color::White),
};

/// For a light background.
pub fn light(depth: Depth) -> Theme {
    LIGHT.theme(depth)
}

/// For a dark background.
pub fn dark(depth: Depth) -> Theme {
    DARK.theme(depth)
}

/// White on black, whatever the terminal's own colours are.
pub fn contrast(depth: Depth) -> Theme {
    let theme = CONTRAST.theme(depth);
    let white = Shade(0xff_ff_ff, 231, Color::White).at(depth);
    let black = Shade(0, 16, Color::Black).at(depth);
    Theme {
        ground: theme.text.fg(white).bg(black),
        ..theme
    }
}

impl Palette {
    fn theme(&self, depth: Depth) -> Theme {
        let plain = Theme::mono();
        let shade = |shade: &Shade| shade.at(depth);
        Theme {
            matched: plain.matched.fg(shade(&self.place)),
            quote: plain.quote.fg(shade(&self.person)),
            speaker: plain.speaker.fg(shade(&self.person)),
            person: plain.person.fg(shade(&self.person)),
            organization: plain.organization.fg(shade(&self.organization)),
            place: plain.place.fg(shade(&self.place)),
            guess: plain.guess.fg(shade(&self.guess)),
            mark: plain.mark.fg(shade(&self.guess)),
            error: plain.error.fg(shade(&self.error)),
            frame: plain.frame.fg(shade(&self.frame)),
            ..plain
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::styles;
    use super::*;

    /// Red, green and blue of a colour, from 0 to 255; the sixteen as xterm draws them.
    fn rgb(colour: Color) -> [f64; 3] {
        let [r, g, b] = match colour {
            Color::Rgb(r, g, b) => [r, g, b],
            Color::Indexed(n @ 16..=231) => {
                let step = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
                [(n - 16) / 36, (n - 16) / 6 % 6, (n - 16) % 6].map(step)
            }
            Color::Indexed(n @ 232..) => [8 + 10 * (n - 232); 3],
            Color::Black => [0; 3],
            Color::White => [255; 3],
            Color::LightCyan => [0, 255, 255],
            Color::LightGreen => [0, 255, 0],
            Color::LightYellow => [255, 255, 0],
            Color::LightMagenta => [255, 0, 255],
            other => panic!("{other:?} is no colour of these themes"),
        };
        [r, g, b].map(f64::from)
    }

    /// Luminance and contrast as the guidelines for accessible pages define them.
    fn luminance(colour: Color) -> f64 {
        let [r, g, b] = rgb(colour).map(|part| {
            let part = part / 255.0;
            match part <= 0.04045 {
                true => part / 12.92,
                false => ((part + 0.055) / 1.055).powf(2.4),
            }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    fn ratio(one: Color, other: Color) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[track_caller]
    fn check(theme: Theme, ground: Color, least: f64) {
        for style in styles(&theme) {
            let ground = style.bg.or(theme.ground.bg).unwrap_or(ground);
            if let Some(letters) = style.fg.or(theme.ground.fg) {
                let found = ratio(letters, ground);
                assert!(found >= least, "{letters:?} on {ground:?} is {found:.1}:1");
            }
        }
    }

    #[test]
    fn letters_stand_out_by_seven_to_one() {
        for depth in [Depth::Millions, Depth::Table] {
            check(light(depth), Color::Rgb(255, 255, 255), 7.0);
            check(dark(depth), Color::Rgb(0, 0, 0), 7.0);
            check(contrast(depth), Color::Reset, 7.0);
        }
    }

    #[test]
    fn with_sixteen_colours_contrast_keeps_to_the_brightest() {
        // What the sixteen are is the terminal's choice; magenta is the darkest of these.
        let theme = Theme {
            organization: Theme::mono().organization,
            ..contrast(Depth::Sixteen)
        };
        check(theme, Color::Reset, 7.0);
    }
}
