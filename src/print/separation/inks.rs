//! From colours to inks.
//!
//! First come the colours that a board names itself, with the inks it says: then those of the theme, whose inks are known, too. A
//! colour that is one of the board's laid thinly on paper is a tint of the same inks, and so are the pale grounds of posters. For
//! all others, those of logos and photographs mostly, inks are guessed. Text in black is black ink alone, because four plates
//! never meet so exactly that small letters stay sharp.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::edition::{BrandColour, Cmyk, Edition, Rgb};
use crate::print::blocks::{BLACKS, INKS};
use crate::print::scene::{Colour, Ink, Share, Spot};

/// The inks of an edition's colours.
#[derive(Debug)]
pub(crate) struct Separation {
    /// Colours of the board itself.
    own: Vec<(Rgb, Ink)>,
    /// Colours of the theme.
    of_theme: Vec<(Rgb, Ink)>,
    spots: Vec<Spot>,
}

impl Separation {
    /// The inks of an edition's colours. Says of which of them nobody gave the inks.
    pub(crate) fn of(edition: &Edition, problems: &mut Diagnostics) -> Self {
        let mut own = Vec::new();
        let mut spots: Vec<Spot> = Vec::new();
        for (key, colour) in edition.own_colours() {
            let BrandColour { rgb, cmyk, spot } = &colour.value;
            if cmyk.is_none() {
                let guess = guess(*rgb).map(|share| (share.part() * 100.0).round());
                let [c, m, y, k] = guess;
                let of = match spot {
                    Some(spot) => format!("what stands in for `{spot}`"),
                    None => "its inks".to_owned(),
                };
                problems.push(
                    Diagnostic::new(
                        Code::GuessedInks,
                        format!("`{key}` has no `cmyk`, so {of} are guessed: {c}/{m}/{y}/{k}"),
                    )
                    .at(colour.at, "a guess from the colour of screens")
                    .help(format!(
                        "ask whoever made your brand for the four numbers, and write: {}: {{ rgb: \"{rgb}\", cmyk: [{c}, {m}, {y}, {k}] }}",
                        key.rsplit('.').next().unwrap_or(&key)
                    ))
                    .in_edition(&edition.id),
                );
            }
            let inks = cmyk.map_or_else(|| guess(*rgb), process);
            let ink = match spot {
                None => Ink::Process(inks),
                Some(name) => {
                    let known = spots.iter().position(|spot| *spot.name == **name);
                    let place = known.unwrap_or_else(|| {
                        spots.push(Spot {
                            name: name.as_str().into(),
                            stand_in: inks,
                        });
                        spots.len() - 1
                    });
                    Ink::Spot(place as u16, Share::FULL)
                }
            };
            own.push((*rgb, ink));
        }
        let of_theme = INKS.map(|(rgb, inks, part)| {
            let inks = process(Cmyk::new(inks));
            (rgb, Ink::Process(inks).tint(part))
        });
        Self {
            own,
            of_theme: of_theme.into(),
            spots,
        }
    }

    /// The inks besides cyan, magenta, yellow and black.
    pub(crate) fn spots(&self) -> &[Spot] {
        &self.spots
    }

    /// What a colour is printed with.
    pub(super) fn ink(&self, colour: Colour) -> Ink {
        match colour {
            Colour::Rgb(red, green, blue) => self.of_rgb(Rgb::new(red, green, blue)),
            Colour::Ink(ink) => ink,
        }
    }

    /// What text in a colour is printed with.
    pub(super) fn of_text(&self, colour: Colour) -> Colour {
        let is_black = |rgb: &Rgb| colour == Colour::Rgb(rgb.red, rgb.green, rgb.blue);
        Colour::Ink(if BLACKS.iter().any(is_black) {
            Ink::BLACK
        } else {
            self.ink(colour)
        })
    }

    fn of_rgb(&self, rgb: Rgb) -> Ink {
        let known = |table: &[(Rgb, Ink)]| {
            let found = table.iter().find(|(known, _)| *known == rgb);
            found.map(|(_, ink)| *ink)
        };
        if rgb == Rgb::WHITE {
            return Ink::PAPER;
        }
        known(&self.own)
            .or_else(|| BLACKS.contains(&rgb).then_some(Ink::BLACK))
            .or_else(|| known(&self.of_theme))
            .or_else(|| self.tint(rgb))
            .unwrap_or_else(|| Ink::Process(guess(rgb)))
    }

    /// One of the board's colours, laid thinly on paper.
    fn tint(&self, rgb: Rgb) -> Option<Ink> {
        self.own
            .iter()
            .find_map(|(own, ink)| Some(ink.tint(part_of(*own, rgb)?)))
    }

    /// What a colour of a pixel is printed with, in cyan, magenta, yellow and black: no picture has plates of its own.
    pub(super) fn of_pixel(&self, rgb: Rgb) -> [Share; 4] {
        let own = self.own.iter().find(|(own, _)| *own == rgb);
        own.map_or_else(|| guess(rgb), |(_, ink)| self.stand_in(*ink))
    }

    /// Cyan, magenta, yellow and black instead of an ink.
    pub(super) fn stand_in(&self, ink: Ink) -> [Share; 4] {
        match ink {
            Ink::Process(shares) => shares,
            Ink::Spot(place, share) => {
                let spot = self.spots.get(usize::from(place));
                spot.map_or([Share::NONE; 4], |spot| {
                    spot.stand_in.map(|ink| ink.times(share.part()))
                })
            }
            Ink::All => [Share::FULL; 4],
        }
    }
}

fn process(cmyk: Cmyk) -> [Share; 4] {
    cmyk.shares().map(Share::per_cent)
}

/// How much of a colour is in another, if that is the colour with nothing but paper mixed in.
fn part_of(colour: Rgb, tint: Rgb) -> Option<f32> {
    let parts = |rgb: Rgb| [rgb.red, rgb.green, rgb.blue].map(|part| 255 - part);
    let (full, thin) = (parts(colour), parts(tint));
    // The part that differs most from paper says it most exactly.
    let (most, of_it) = full.into_iter().zip(thin).max_by_key(|(full, _)| *full)?;
    if most == 0 || of_it > most {
        return None;
    }
    let part = f32::from(of_it) / f32::from(most);
    let fits = full
        .into_iter()
        .zip(thin)
        .all(|(full, thin)| (f32::from(full) * part - f32::from(thin)).abs() <= 1.0);
    fits.then_some(part)
}

/// The inks of a colour of which nothing is known. All that the three colours have in common is black instead, so that greys are
/// black ink alone, and no more than two colours and black lie on one another: never more than 300 %. It knows nothing of
/// paper and presses, so it is a guess.
fn guess(rgb: Rgb) -> [Share; 4] {
    let [red, green, blue] = [rgb.red, rgb.green, rgb.blue].map(|part| f32::from(part) / 255.0);
    let lightest = red.max(green).max(blue);
    if lightest <= 0.0 {
        return [Share::NONE, Share::NONE, Share::NONE, Share::FULL];
    }
    let ink = |part: f32| Share::new((lightest - part) / lightest);
    [ink(red), ink(green), ink(blue), Share::new(1.0 - lightest)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Located;
    use crate::print::sample;
    use proptest::prelude::*;

    fn shares(per_cent: [u8; 4]) -> Ink {
        Ink::Process(per_cent.map(Share::per_cent))
    }

    /// A board whose main colour has inks, and whose second colour is an ink of its own.
    fn separation() -> Separation {
        let mut edition = sample::edition();
        let at = sample::place(0);
        edition.branding.primary = Located::new(
            BrandColour {
                rgb: Rgb::new(0x0b, 0x4f, 0x54),
                cmyk: Some(Cmyk::new([90, 45, 50, 40])),
                spot: None,
            },
            at,
        );
        edition.branding.secondary = Located::new(
            BrandColour {
                rgb: Rgb::new(0x8a, 0x3b, 0x12),
                cmyk: Some(Cmyk::new([20, 80, 100, 30])),
                spot: Some("PANTONE 168 C".to_owned()),
            },
            at,
        );
        let mut problems = Diagnostics::new();
        let separation = Separation::of(&edition, &mut problems);
        assert!(problems.is_empty(), "{problems:?}");
        separation
    }

    #[test]
    fn a_boards_colours_are_printed_as_it_says() {
        let separation = separation();
        assert_eq!(
            separation.ink(Colour::Rgb(0x0b, 0x4f, 0x54)),
            shares([90, 45, 50, 40])
        );
        assert_eq!(
            separation.ink(Colour::Rgb(0x8a, 0x3b, 0x12)),
            Ink::Spot(0, Share::FULL)
        );
        assert_eq!(&*separation.spots()[0].name, "PANTONE 168 C");
        assert_eq!(
            separation.of_pixel(Rgb::new(0x8a, 0x3b, 0x12)),
            [20, 80, 100, 30].map(Share::per_cent)
        );
    }

    #[test]
    fn tints_are_of_the_same_inks() {
        let separation = separation();
        let pale = |rgb: Rgb| {
            let rgb = rgb.mix(Rgb::WHITE, 0.91);
            separation.ink(Colour::Rgb(rgb.red, rgb.green, rgb.blue))
        };
        let Ink::Process(inks) = pale(Rgb::new(0x0b, 0x4f, 0x54)) else {
            panic!("no process inks");
        };
        for (ink, full) in inks.into_iter().zip([0.9, 0.45, 0.5, 0.4]) {
            assert!((ink.part() - 0.09 * full).abs() < 0.002, "{inks:?}");
        }
        let Ink::Spot(0, share) = pale(Rgb::new(0x8a, 0x3b, 0x12)) else {
            panic!("no spot colour");
        };
        assert!((share.part() - 0.09).abs() < 0.003, "{share:?}");
    }

    #[test]
    fn black_text_is_black_alone_even_if_the_board_mixes_black() {
        let mut separation = separation();
        separation.own.push((Rgb::BLACK, shares([60, 40, 40, 100])));
        assert_eq!(
            separation.of_text(Colour::Rgb(0, 0, 0)),
            Colour::Ink(Ink::BLACK)
        );
        assert_eq!(
            separation.of_text(Colour::Rgb(0x1a, 0x1a, 0x1a)),
            Colour::Ink(Ink::BLACK)
        );
        assert_eq!(
            separation.ink(Colour::Rgb(0, 0, 0)),
            shares([60, 40, 40, 100])
        );
        assert_eq!(separation.ink(Colour::Rgb(255, 255, 255)), Ink::PAPER);
    }

    #[test]
    fn greys_are_black_ink_alone() {
        assert_eq!(guess(Rgb::new(128, 128, 128))[..3], [Share::NONE; 3]);
        assert_eq!(guess(Rgb::BLACK), [0, 0, 0, 100].map(Share::per_cent));
        assert_eq!(guess(Rgb::WHITE), [Share::NONE; 4]);
        assert_eq!(
            guess(Rgb::new(255, 0, 0)),
            [0, 100, 100, 0].map(Share::per_cent)
        );
    }

    #[test]
    fn a_colour_without_inks_is_said_with_what_to_write() {
        let mut problems = Diagnostics::new();
        Separation::of(&sample::edition(), &mut problems);
        let said: Vec<_> = problems.iter().map(|problem| problem.code).collect();
        assert_eq!(said, [Code::GuessedInks, Code::GuessedInks]);
        let first = problems.iter().next().expect("a hint");
        assert!(
            first.help[0].contains("primary: { rgb: \"#1b365d\", cmyk: [71, 42, 0, 64] }"),
            "{:?}",
            first.help
        );
    }

    proptest! {
        #[test]
        fn no_colour_takes_more_ink_than_paper_does(red: u8, green: u8, blue: u8) {
            let inks = separation().ink(Colour::Rgb(red, green, blue));
            let together: f32 = separation().stand_in(inks).iter().map(|ink| ink.part()).sum();
            prop_assert!(together <= f32::from(Cmyk::MOST) / 100.0);
        }
    }

    #[test]
    fn the_themes_own_colours_take_no_more_ink_than_paper_does() {
        for (rgb, inks, _) in INKS {
            assert!(Cmyk::new(inks).together() <= Cmyk::MOST, "{rgb}");
        }
    }
}
