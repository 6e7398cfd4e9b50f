//! Posters for a print shop.

use super::{Poster, Posters};
use crate::diagnostic::Diagnostics;
use crate::edition::Printing;
use crate::print::scene::{Colour, GlyphRun, Scene};
use crate::print::separation::{Imprint, Separation};
use crate::print::text::{Manner, Pen, Style, Typesetter, Wording};

/// The posters of one edition in inks, on sheets with marks.
#[derive(Debug)]
pub struct PrintShop<'a> {
    posters: &'a Posters<'a>,
    separation: Separation,
}

impl Posters<'_> {
    /// The same posters for a print shop. Says of which colours nobody gave the inks.
    pub fn for_print_shop(&self, problems: &mut Diagnostics) -> PrintShop<'_> {
        PrintShop {
            posters: self,
            separation: Separation::of(self.edition, problems),
        }
    }
}

impl PrintShop<'_> {
    /// The scene of a poster: the same as for everyone else, and then separated. `file` is what the poster is called at the press.
    pub fn scene(
        &self,
        poster: Poster<'_>,
        printing: Printing,
        file: &str,
        problems: &mut Diagnostics,
    ) -> Option<Scene> {
        let mut scene = self.posters.scene(poster, printing, problems)?;
        let bleed = self.posters.layout(poster).on(printing).page.bleed;
        let imprint = self.imprint(&scene, file, bleed);
        self.separation.apply(&mut scene, bleed, &imprint);
        Some(scene)
    }

    /// What is written outside the cut: which file it is, how large it is when it is cut, the inks, and how old its words are. It
    /// has no word of any language, since it is for people at the press alone.
    fn imprint(&self, scene: &Scene, file: &str, bleed: f32) -> Imprint {
        /// Its size in points: small, but larger than what print shops are used to.
        const SIZE: f32 = 7.0;
        let edition = self.posters.edition;
        let millimetres = |points: f32| (points / 72.0 * 25.4).round();
        let mut words = vec![file.to_owned()];
        if let Some(page) = scene.pages.first() {
            words.push(format!(
                "{} × {} mm + {} mm",
                millimetres(page.width),
                millimetres(page.height),
                millimetres(bleed)
            ));
        }
        let spots = self.separation.spots().iter().map(|spot| &*spot.name);
        words.push(
            ["C M Y K"]
                .into_iter()
                .chain(spots)
                .collect::<Vec<_>>()
                .join(" + "),
        );
        let document = &edition.document;
        words.extend(
            document
                .version
                .as_ref()
                .map(|version| version.value.clone()),
        );
        words.extend(document.issued.as_ref().map(|day| day.value.to_string()));

        let fonts = &self.posters.fonts;
        let mut typesetter = Typesetter::new(fonts, "en");
        let wording = Wording::new(&words.join("   "), Style::Regular);
        let paragraph = typesetter.paragraph(&wording, edition.at);
        // The names of spot colours are the only words that a font might not have.
        if typesetter.missing().next().is_some() {
            return Imprint(Vec::new());
        }
        let runs: Vec<GlyphRun> = paragraph
            .lines(f32::INFINITY, Manner::Ragged)
            .iter()
            .flat_map(|line| {
                let pen = Pen {
                    size: SIZE,
                    colour: Colour::Ink(crate::print::scene::Ink::BLACK),
                    x: 0.0,
                    y: 0.0,
                };
                paragraph.place(line, pen, fonts)
            })
            .map(|run| run.glyphs)
            .collect();
        Imprint(runs)
    }
}
