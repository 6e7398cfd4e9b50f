//! Posters in two languages.
//!
//! Both halves are set as one: in the same type, and with bands and feet that line up. So neither language is the lesser one.

use super::{Poster, Posters, Set};
use crate::diagnostic::Diagnostics;
use crate::edition::Printing;
use crate::print::blocks::{Desk, PosterLayout, sheet, wants_its_icon_above};
use crate::print::layout::{Limits, Piece, SetText, fit_abreast};
use crate::print::scene::Scene;
use crate::print::two_languages::on_one_sheet;

/// A poster of one of the languages, with the layout for its paper.
struct Half<'a> {
    posters: &'a Posters<'a>,
    poster: Poster<'a>,
    layout: PosterLayout,
}

impl Posters<'_> {
    /// The scene of a poster together with the same in another language of the edition, on one sheet; this one comes first. `None` if one
    /// of them can't be set, which has then been said.
    pub fn in_two_languages(
        &self,
        poster: Poster<'_>,
        other: (&Posters<'_>, Poster<'_>),
        printing: Printing,
        problems: &mut Diagnostics,
    ) -> Option<Scene> {
        let [(first, _), (second, _)] = self.halves(poster, other, printing, problems)?;
        Some(on_one_sheet(first, second))
    }

    /// Both scenes, and every text in them as it was set.
    pub(in crate::print) fn halves(
        &self,
        poster: Poster<'_>,
        (other, other_poster): (&Posters<'_>, Poster<'_>),
        printing: Printing,
        problems: &mut Diagnostics,
    ) -> Option<[(Scene, Vec<SetText>); 2]> {
        let first = Half::new(self, poster, printing);
        let second = Half::new(other, other_poster, printing);
        let Some([set, other_set]) = set_abreast([&first, &second], printing) else {
            // One of them doesn't fit on a sheet: it goes on on a second one, or is refused.
            let first = self.compose(poster, printing, problems)?;
            let second = other.compose(other_poster, printing, problems)?;
            return Some([first, second]);
        };
        let first = self.finished(Ok(set), poster, printing, &first.layout, problems)?;
        let second = other.finished(
            Ok(other_set),
            other_poster,
            printing,
            &second.layout,
            problems,
        )?;
        Some([first, second])
    }
}

impl<'a> Half<'a> {
    fn new(posters: &'a Posters<'a>, poster: Poster<'a>, printing: Printing) -> Self {
        Self {
            posters,
            poster,
            layout: posters.layout(poster).on(printing),
        }
    }
}

/// Both posters, each on one sheet, at one scale. `None` if one of them doesn't fit.
fn set_abreast<'a>(halves: [&'a Half<'a>; 2], printing: Printing) -> Option<[Set<'a>; 2]> {
    let [first, second] = halves;
    let mut desks = halves.map(|half| half.posters.desk(&half.layout, printing.variant()));
    let above = desks
        .iter()
        .zip(halves)
        .any(|(desk, half)| wants_its_icon_above(desk, half.poster.subject()));
    for desk in &mut desks {
        desk.icon_above = above;
    }
    let [desk, other_desk] = &desks;
    let piece = |half: &Half<'_>, desk| {
        let code = half.posters.code(half.poster);
        sheet(desk, half.poster.subject(), code)
    };
    let pieces = [piece(first, desk), piece(second, other_desk)];
    let page = first.layout.page;
    let limits = both_limits(&first.layout.limits(), &second.layout.limits());
    let (pieces, scale) = fit_abreast(pieces, page.width, page.height, &limits)?;
    let set = |half: &'a Half<'a>, desk: &Desk<'_>, piece: Piece| {
        let mut canvas = half.posters.canvas(&half.layout);
        piece.draw(canvas.sheet(), scale, &mut canvas);
        (canvas, desk.missing())
    };
    let [piece, other_piece] = pieces;
    Some([
        set(first, desk, piece),
        set(second, other_desk, other_piece),
    ])
}

/// The limits that hold for both.
fn both_limits(first: &Limits, second: &Limits) -> Limits {
    Limits {
        max: first.max.min(second.max),
        floor: first.floor.max(second.floor),
        comfort: first.comfort.max(second.comfort),
        squeezes: first.squeezes.clone(),
        most_air: first.most_air.min(second.most_air),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::{Channel, Edition, PosterSettings, Tone};
    use crate::print::Press;
    use crate::print::sample::{channel, edition, text, words};
    use crate::print::scene::{Drawing, Role, Segment};
    use crate::print::tests::{assert_sound, bold_press, press};

    const WELSH: &[&str] = &[
        "Defnyddiwch y cyfrif y mae eich sefydliad yn ei roi i chi at bob neges.",
        "Anfonwch gopi at gydweithiwr neu at flwch a rennir pan ysgrifennwch at blentyn neu at ei deulu.",
        "Darllenwch y cyfeiriad ddwywaith cyn anfon.",
    ];
    const ENGLISH: &[&str] = &[
        "Use the account you are given.",
        "Copy in a colleague.",
        "Read the address twice.",
    ];

    fn subject(title: &str, heads: [&str; 3], statements: &[&str]) -> Channel {
        let said = || statements.iter().map(|&words| words.to_owned()).collect();
        let tones = [Tone::Do, Tone::Caution, Tone::Dont];
        let levels: Vec<_> = heads
            .into_iter()
            .zip(tones)
            .map(|(head, tone)| (head, tone, said()))
            .collect();
        channel(title, &levels)
    }

    fn halves(
        press: &Press,
        [(edition, channel), (other, other_channel)]: [(&Edition, &Channel); 2],
    ) -> [(Scene, Vec<SetText>); 2] {
        let (own, others) = (words(edition), words(other));
        let mut problems = Diagnostics::new();
        let posters = press.posters(edition, &own, &mut problems);
        let twins = press.posters(other, &others, &mut problems);
        let set = posters.halves(
            Poster::Channel(channel),
            (&twins, Poster::Channel(other_channel)),
            PosterSettings::default().main_printing(),
            &mut problems,
        );
        set.unwrap_or_else(|| panic!("{problems:?}"))
    }

    /// From where to where what is as wide as the sheet reaches, from top to bottom, in points.
    fn bands(scene: &Scene) -> Vec<(f32, f32)> {
        let page = &scene.pages[0];
        let filled = page.items.iter().filter_map(|item| match &item.drawing {
            Drawing::Shape(shape) if shape.fill.is_some() => Some(shape),
            _ => None,
        });
        let mut bands = Vec::new();
        for shape in filled {
            let points: Vec<(f32, f32)> = shape
                .path
                .iter()
                .filter_map(|segment| match *segment {
                    Segment::Move(x, y) | Segment::Line(x, y) => Some((x, y)),
                    _ => None,
                })
                .collect();
            let least =
                |of: fn(&(f32, f32)) -> f32| points.iter().map(of).fold(f32::INFINITY, f32::min);
            let most = |of: fn(&(f32, f32)) -> f32| points.iter().map(of).fold(0.0, f32::max);
            if most(|p| p.0) - least(|p| p.0) > page.width - 1.0 {
                bands.push((least(|p| p.1), most(|p| p.1)));
            }
        }
        bands
    }

    fn assert_lined_up(press: &Press, first: (&Edition, &Channel), second: (&Edition, &Channel)) {
        let [(scene, texts), (other_scene, other_texts)] = halves(press, [first, second]);
        assert_sound(&scene, &texts);
        assert_sound(&other_scene, &other_texts);
        let sizes = |texts: &[SetText]| {
            let of_statements = texts.iter().filter(|text| text.statement.is_some());
            let mut sizes: Vec<i32> = of_statements
                .map(|text| (text.size * 100.0) as i32)
                .collect();
            sizes.sort_unstable();
            sizes.dedup();
            sizes
        };
        assert_eq!(sizes(&texts), sizes(&other_texts));
        let size_of = |texts: &[SetText], words: &str| {
            texts
                .iter()
                .find(|text| text.text == words)
                .map(|text| text.size)
        };
        let title = |(_, channel): (&Edition, &Channel)| channel.title.value.clone();
        assert_eq!(
            size_of(&texts, &title(first)),
            size_of(&other_texts, &title(second))
        );
        let (bands, others) = (bands(&scene), bands(&other_scene));
        assert!(bands.len() > 2, "{bands:?}");
        assert_eq!(bands.len(), others.len());
        for (band, other) in bands.iter().zip(&others) {
            assert!(
                (band.0 - other.0).abs() < 0.05 && (band.1 - other.1).abs() < 0.05,
                "{bands:?} beside {others:?}"
            );
        }
        let code = |scene: &Scene| {
            let mut parts = (0..scene.structure.len())
                .map(|at| scene.structure.part(crate::print::scene::PartId(at as u32)));
            parts.find_map(|part| match &part.role {
                Role::Figure { place, .. } => Some(place.1.y),
                _ => None,
            })
        };
        let (code, other) = (code(&scene), code(&other_scene));
        assert!(
            code.zip(other)
                .is_some_and(|(code, other)| (code - other).abs() < 0.05)
        );
    }

    #[test]
    fn both_languages_have_the_same_type_and_their_bands_line_up() {
        let mut welsh = edition();
        "cy".clone_into(&mut welsh.language);
        welsh.contacts[1].name.value =
            "Tîm dyletswydd gwasanaethau plant y cyngor a\u{2019}r heddlu, ddydd a nos, bob dydd"
                .to_owned();
        let english = edition();
        let mut mail = subject(
            "E-bost a negeseuon",
            ["Arfer gorau", "Arfer diogel", "Arfer gwael"],
            WELSH,
        );
        mail.headline_note = Some(text(
            "Gan gynnwys yr ap e-bost ar eich ffôn eich hun, ac ar unrhyw ffôn arall sydd gennych gartref neu yn y gwaith.",
        ));
        let email = subject(
            "Email",
            ["Best practice", "Safe practice", "Poor practice"],
            ENGLISH,
        );
        for press in [press(), bold_press()] {
            assert_lined_up(press, (&welsh, &mail), (&english, &email));
            assert_lined_up(press, (&english, &email), (&welsh, &mail));
        }
    }

    #[test]
    fn what_fits_by_itself_fits_beside_the_other() {
        let english = edition();
        let long: Vec<&str> = WELSH.iter().copied().cycle().take(7).collect();
        let full = subject("Email", ["Best", "Safe", "Poor"], &long);
        let mut without = subject("Email", ["Best", "Safe", "Poor"], ENGLISH);
        without.headline = None;
        let mut problems = Diagnostics::new();
        let own = words(&english);
        let posters = press().posters(&english, &own, &mut problems);
        let printing = PosterSettings::default().main_printing();
        let alone = posters.compose(Poster::Channel(&full), printing, &mut problems);
        let (_, alone) = alone.unwrap_or_else(|| panic!("{problems:?}"));
        let [(_, beside), (_, other)] = halves(press(), [(&english, &full), (&english, &without)]);
        let size = |texts: &[SetText]| {
            let found = texts.iter().find(|text| text.statement.is_some());
            found.map_or(0.0, |text| text.size)
        };
        assert_eq!((size(&beside), size(&other)), (size(&alone), size(&alone)));
    }
}
