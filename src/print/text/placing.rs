//! Glyphs at their places on the page.

use std::ops::Range;
use std::sync::Arc;

use unicode_bidi::{BidiInfo, Level};

use super::paragraph::Paragraph;
use super::{Direction, Fonts, Line, Link};
use crate::print::scene::{Colour, Glyph, GlyphRun};

/// How a line is written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pen {
    /// The size of type in points.
    pub(crate) size: f32,
    /// The colour.
    pub(crate) colour: Colour,
    /// Where the line begins on the left, in points.
    pub(crate) x: f32,
    /// The baseline, in points from the top of the page.
    pub(crate) y: f32,
}

/// Glyphs of one face and look at their places.
#[derive(Debug, Clone)]
pub(crate) struct PlacedRun {
    /// The glyphs.
    pub(crate) glyphs: GlyphRun,
    /// Where the words lead.
    pub(crate) link: Option<Arc<Link>>,
    /// From where to where it reaches, in points, without the spaces at the end of the line.
    pub(crate) reach: Range<f32>,
}

impl Paragraph {
    /// The glyphs of a line, in the order of the text.
    pub(crate) fn place(&self, line: &Line, pen: Pen, fonts: &Fonts) -> Vec<PlacedRun> {
        let xs = self.places(line);
        let mut placed: Vec<PlacedRun> = Vec::new();
        let mut current = None;
        let shown_end = self.shown_end(line);
        for at in line.clusters.clone() {
            let (Some(cluster), Some(&x)) =
                (self.clusters.get(at), xs.get(at - line.clusters.start))
            else {
                continue;
            };
            let Some(run) = self.runs.get(cluster.run as usize) else {
                continue;
            };
            let Some(face) = fonts.faces.get(run.face) else {
                continue;
            };
            if current != Some(cluster.run) {
                current = Some(cluster.run);
                let look = self.looks.get(run.look);
                placed.push(PlacedRun {
                    glyphs: GlyphRun {
                        face: Arc::clone(&face.face),
                        size: pen.size,
                        colour: pen.colour,
                        text: "".into(),
                        glyphs: Vec::new(),
                        language: look.and_then(|look| look.language.clone()),
                    },
                    link: look.and_then(|look| look.link.clone()),
                    reach: f32::INFINITY..f32::NEG_INFINITY,
                });
            }
            let Some(last) = placed.last_mut() else {
                continue;
            };
            let mut glyph_x = pen.x + x * pen.size;
            if at < shown_end {
                last.reach.start = last.reach.start.min(glyph_x);
                last.reach.end = last.reach.end.max(glyph_x + cluster.advance * pen.size);
            }
            for glyph in self
                .glyphs
                .get(cluster.glyphs.start as usize..cluster.glyphs.end as usize)
                .unwrap_or_default()
            {
                last.glyphs.glyphs.push(Glyph {
                    id: glyph.id,
                    x: glyph_x + glyph.x * pen.size,
                    y: pen.y - glyph.y * pen.size,
                    advance: glyph.advance * pen.size,
                    text: cluster.text.start as usize..cluster.text.end as usize,
                });
                glyph_x += glyph.advance * pen.size;
            }
        }
        for run in &mut placed {
            self.cut_text(&mut run.glyphs);
        }
        if line.hyphen {
            self.add_hyphen(&mut placed, pen);
        }
        placed.retain(|run| !run.glyphs.glyphs.is_empty());
        placed
    }

    /// The first cluster of the line that is only space at its end.
    fn shown_end(&self, line: &Line) -> usize {
        let spaces = self
            .clusters
            .get(line.clusters.clone())
            .unwrap_or_default()
            .iter()
            .rev()
            .take_while(|cluster| cluster.space)
            .count();
        line.clusters.end - spaces
    }

    /// The x of each cluster of the line in ems, in the order of the text. Those at the end that are only space hang
    /// outside: to the right of a line that runs right, to the left of one that runs left.
    fn places(&self, line: &Line) -> Vec<f32> {
        let clusters = self.clusters.get(line.clusters.clone()).unwrap_or_default();
        let shown = self.shown_end(line) - line.clusters.start;
        let level = |cluster: &super::paragraph::Cluster| {
            self.runs
                .get(cluster.run as usize)
                .map_or(0, |run| run.level)
        };
        let mut xs = vec![0.0; clusters.len()];
        let right_to_left = self.direction == Direction::RightToLeft;
        if !right_to_left && clusters.iter().all(|cluster| level(cluster) == 0) {
            let mut x = 0.0;
            for (cluster, place) in clusters.iter().zip(&mut xs) {
                *place = x;
                x += cluster.advance;
            }
            return xs;
        }
        // Rule L2 of the bidirectional algorithm, over the clusters that are shown. A hyphen stands at the line's end,
        // which in a line that runs left is on the left.
        let base = u8::from(right_to_left);
        let levels: Vec<Level> = clusters[..shown]
            .iter()
            .map(|cluster| Level::new(level(cluster)).unwrap_or_else(|_| Level::ltr()))
            .collect();
        let mut x = 0.0;
        for at in BidiInfo::reorder_visual(&levels) {
            xs[at] = x;
            x += clusters[at].advance;
        }
        let mut outside = if base == 1 { 0.0 } else { x };
        for (cluster, place) in clusters.iter().zip(&mut xs).skip(shown) {
            if base == 1 {
                outside -= cluster.advance;
                *place = outside;
            } else {
                *place = outside;
                outside += cluster.advance;
            }
        }
        xs
    }

    /// Gives a run the stretch of text that its glyphs stand for.
    fn cut_text(&self, run: &mut GlyphRun) {
        let start = run.glyphs.iter().map(|glyph| glyph.text.start).min();
        let end = run.glyphs.iter().map(|glyph| glyph.text.end).max();
        let (Some(start), Some(end)) = (start, end) else {
            return;
        };
        // The author's break is a space for those who listen.
        let text = self.text.get(start..end).unwrap_or_default();
        run.text = if text.contains('\n') {
            text.replace('\n', " ").into()
        } else {
            text.into()
        };
        for glyph in &mut run.glyphs {
            glyph.text = glyph.text.start - start..glyph.text.end - start;
        }
    }

    /// Ends a line that ends within a word. In the text it is a soft hyphen, so that the word is found and read whole.
    fn add_hyphen(&self, placed: &mut [PlacedRun], pen: Pen) {
        const SOFT_HYPHEN: &str = "\u{ad}";
        let (Some((id, width)), Some(last)) = (self.hyphen, placed.last_mut()) else {
            return;
        };
        let start = last.glyphs.text.len();
        last.glyphs.text = format!("{}{SOFT_HYPHEN}", last.glyphs.text).into();
        last.glyphs.glyphs.push(Glyph {
            id,
            x: last.reach.end,
            y: pen.y,
            advance: width * pen.size,
            text: start..start + SOFT_HYPHEN.len(),
        });
        last.reach.end += width * pen.size;
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Manner, Style, Typesetter, Wording};
    use super::*;
    use crate::diagnostic::{FileId, Span};

    fn placed(text: &str, language: &str, size: f32) -> Vec<PlacedRun> {
        let fonts = Fonts::of_default_theme();
        let mut typesetter = Typesetter::new(&fonts, language);
        let paragraph = typesetter.paragraph(
            &Wording::new(text, Style::Regular),
            Span::new(FileId(0), 0..0),
        );
        let lines = paragraph.lines(f32::INFINITY, Manner::Ragged);
        let pen = Pen {
            size,
            colour: Colour::Rgb(0, 0, 0),
            x: 0.0,
            y: 0.0,
        };
        paragraph.place(&lines[0], pen, &fonts)
    }

    #[test]
    fn glyphs_stand_for_their_text() {
        let runs = placed("Find words", "en", 10.0);
        let text: String = runs
            .iter()
            .flat_map(|run| {
                run.glyphs
                    .glyphs
                    .iter()
                    .map(|glyph| &run.glyphs.text[glyph.text.clone()])
            })
            .collect();
        assert_eq!(text, "Find words");
    }

    #[test]
    fn twice_the_size_is_twice_as_wide() {
        let small = placed("Use your work account", "en", 10.0);
        let large = placed("Use your work account", "en", 20.0);
        for (a, b) in small.iter().zip(&large) {
            for (a, b) in a.glyphs.glyphs.iter().zip(&b.glyphs.glyphs) {
                assert!((a.x * 2.0 - b.x).abs() < 1e-3);
            }
        }
    }

    #[test]
    fn right_to_left_text_begins_on_the_right() {
        // The faces of the default theme have no Hebrew: the places of the other letters are what counts here.
        let runs = placed("א 12 ab", "ar", 10.0);
        let x = |wanted: &str| {
            runs.iter()
                .flat_map(|run| run.glyphs.glyphs.iter().map(move |glyph| (run, glyph)))
                .find(|(run, glyph)| &run.glyphs.text[glyph.text.clone()] == wanted)
                .map(|(_, glyph)| glyph.x)
        };
        let (one, two, a, b) = (x("1"), x("2"), x("a"), x("b"));
        assert!(a < b && b < one && one < two, "{a:?} {b:?} {one:?} {two:?}");
    }
}
