//! From words to shaped paragraphs.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use harfrust::{
    BufferFlags, Feature, GlyphBuffer, Language, Script, ShapeOptions, ShapePlan, Tag,
    UnicodeBuffer, script,
};
use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, GlyphId, MetadataProvider};
use unicode_bidi::{BidiInfo, Level};
use unicode_script::{Script as ScriptName, UnicodeScript};

use super::breaking::{After, Cut, Edge, Measures, Word};
use super::missing::MissingCharacter;
use super::paragraph::{Cluster, Counted, Paragraph, Run, ShapedGlyph};
use super::wording::{Direction, Wording};
use super::{Fonts, Metrics, Style};
use crate::diagnostic::Span;

/// Shapes words with the faces of [`Fonts`]. It keeps what it needs between paragraphs, so each thread has its own.
pub(crate) struct Typesetter<'f> {
    fonts: &'f Fonts,
    faces: Vec<FaceAtWork<'f>>,
    /// The faces to try, by language and style, as they have been asked for.
    orders: Vec<(String, Style, Vec<usize>)>,
    segmenter: LineSegmenterBorrowed<'static>,
    buffer: Option<UnicodeBuffer>,
    plans: Vec<Plan>,
    language: String,
    missing: BTreeMap<char, MissingCharacter>,
    /// Whether the paragraph being shaped has all its characters.
    complete: bool,
}

struct FaceAtWork<'f> {
    shaper: harfrust::Shaper<'f>,
    characters: Charmap<'f>,
    /// 1 divided by the units of an em.
    em: f32,
    /// The glyph of a hyphen and its width in ems.
    hyphen: Option<(u16, f32)>,
    /// The sizes of glyphs, in ems.
    sizes: GlyphMetrics<'f>,
}

struct Plan {
    face: usize,
    right_to_left: bool,
    script: Script,
    language: String,
    even_figures: bool,
    shaping: ShapePlan,
}

/// Figures of one width, where a font has them beside others (OpenType's `tnum`), and standing on the line (`lnum`).
const EVEN_FIGURES: [Feature; 2] = [whole(*b"tnum"), whole(*b"lnum")];

/// A feature for all of the text.
const fn whole(tag: [u8; 4]) -> Feature {
    Feature {
        tag: Tag::new(&tag),
        value: 1,
        start: 0,
        end: u32::MAX,
    }
}

/// What is shaped as one.
struct Stretch {
    text: Range<usize>,
    face: usize,
    look: usize,
    level: u8,
    script: ScriptName,
}

impl<'f> Typesetter<'f> {
    /// A typesetter for text in this language, a BCP 47 tag.
    pub(crate) fn new(fonts: &'f Fonts, language: &str) -> Self {
        let faces = fonts
            .faces
            .iter()
            .filter_map(|loaded| {
                let font = FontRef::from_index(&loaded.face.data, loaded.face.index).ok()?;
                let shaper = loaded.shaping.shaper(&font).build();
                let characters = font.charmap();
                let sizes = font.glyph_metrics(Size::new(1.0), LocationRef::default());
                let hyphen = characters.map('-').and_then(|id| {
                    Some((u16::try_from(id.to_u32()).ok()?, sizes.advance_width(id)?))
                });
                Some(FaceAtWork {
                    em: 1.0 / shaper.units_per_em().max(1) as f32,
                    characters,
                    shaper,
                    hyphen,
                    sizes,
                })
            })
            .collect();
        Self {
            fonts,
            faces,
            orders: Vec::new(),
            segmenter: LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default()),
            buffer: None,
            plans: Vec::new(),
            language: language.to_owned(),
            missing: BTreeMap::new(),
            complete: true,
        }
    }

    /// The heights of a style in its language.
    pub(crate) fn metrics(&self, style: Style) -> Metrics {
        self.fonts.metrics(style, &self.language)
    }

    /// The heights of a style in the language of these words.
    pub(crate) fn metrics_of(&self, words: &Wording, style: Style) -> Metrics {
        self.fonts.metrics(style, self.language_of(words))
    }

    /// The language of words as a whole: their own, or else that of the typesetter.
    fn language_of<'w>(&'w self, words: &'w Wording) -> &'w str {
        words.own_language(&self.language).unwrap_or(&self.language)
    }

    /// The characters met so far that no face has.
    pub(crate) fn missing(&self) -> impl Iterator<Item = &MissingCharacter> {
        self.missing.values()
    }

    /// Shapes a paragraph, or finds it shaped. `at` is the place to name if a character is missing.
    pub(crate) fn paragraph(&mut self, words: &Wording, at: Span) -> Arc<Paragraph> {
        if let Some(paragraph) = self.fonts.shaped.find(words, &self.language) {
            return paragraph;
        }
        self.complete = true;
        let paragraph = Arc::new(self.shape_paragraph(words, at));
        // What is missing must be said at every place that lacks it.
        if self.complete {
            self.fonts.shaped.keep(words, &self.language, &paragraph);
        }
        paragraph
    }

    fn shape_paragraph(&mut self, words: &Wording, at: Span) -> Paragraph {
        let direction = Direction::of_language(self.language_of(words));
        let (words, soft_hyphens) = words.without_soft_hyphens();
        let words = words.as_ref();
        let text = words.text.as_str();
        let stretches = self.stretches(words, direction, at);
        let mut paragraph = Paragraph {
            text: text.into(),
            direction,
            looks: words
                .stretches
                .iter()
                .map(|(_, look)| look.clone())
                .collect(),
            runs: Vec::with_capacity(stretches.len()),
            clusters: Vec::with_capacity(text.len()),
            glyphs: Vec::with_capacity(text.len()),
            measures: Measures::default(),
            hyphen: None,
            counted: Counted::default(),
        };
        for stretch in &stretches {
            self.shape(text, stretch, &mut paragraph);
        }
        paragraph.hyphen = paragraph
            .runs
            .first()
            .and_then(|run| self.faces.get(run.face)?.hyphen);
        self.measure(&soft_hyphens, &mut paragraph);
        paragraph
    }

    /// Divides text so that each stretch has one face, look, direction and script.
    fn stretches(&mut self, words: &Wording, direction: Direction, at: Span) -> Vec<Stretch> {
        let text = words.text.as_str();
        let levels = levels(text, direction);
        let mut stretches: Vec<Stretch> = Vec::new();
        let mut look = 0;
        for (start, character) in text.char_indices() {
            while words
                .stretches
                .get(look)
                .is_some_and(|(end, _)| start >= *end)
            {
                look += 1;
            }
            let (style, language) = words
                .stretches
                .get(look)
                .map_or((Style::Regular, None), |(_, look)| {
                    (look.style, look.language.as_deref())
                });
            let level = levels
                .as_ref()
                .map_or(0, |levels| levels.get(start).map_or(0, Level::number));
            let end = start + character.len_utf8();
            let own = script_name(character);
            let neutral = is_neutral(own);
            let last = stretches.last().filter(|last| last.look == look);
            let face = match last {
                // Marks and spaces stay with the letters they belong to.
                Some(last)
                    if is_silent(character)
                        || (neutral && has(&self.faces, last.face, character)) =>
                {
                    last.face
                }
                _ => self.choose(style, language, character, at),
            };
            match stretches.last_mut() {
                Some(last)
                    if last.look == look
                        && last.face == face
                        && last.level == level
                        && (neutral || last.script == own || is_neutral(last.script)) =>
                {
                    last.text.end = end;
                    if is_neutral(last.script) {
                        last.script = own;
                    }
                }
                _ => stretches.push(Stretch {
                    text: start..end,
                    face,
                    look,
                    level,
                    script: own,
                }),
            }
        }
        stretches
    }

    /// The first face that has a character; if none has it, that is noted.
    fn choose(&mut self, style: Style, language: Option<&str>, character: char, at: Span) -> usize {
        let order = self.order(style, language);
        let order = &self.orders[order].2;
        let first = order.first().copied().unwrap_or_default();
        // Shaping makes rare spaces from the common one.
        if is_silent(character) || character.is_whitespace() {
            return first;
        }
        let found = order
            .iter()
            .copied()
            .find(|&face| has(&self.faces, face, character));
        found.unwrap_or_else(|| {
            self.complete = false;
            let language = language.unwrap_or(&self.language);
            self.missing
                .entry(character)
                .or_insert_with(|| MissingCharacter {
                    character,
                    at,
                    asked: self
                        .fonts
                        .families(style, language)
                        .into_iter()
                        .map(str::to_owned)
                        .collect(),
                });
            first
        })
    }

    /// Where among the orders the faces stand that are to be tried for a style of text in a language; that of the typesetter,
    /// if none is said.
    fn order(&mut self, style: Style, language: Option<&str>) -> usize {
        let language = language.unwrap_or(&self.language);
        let known = self
            .orders
            .iter()
            .position(|(of, for_style, _)| *for_style == style && of == language);
        known.unwrap_or_else(|| {
            let order = self.fonts.order(style, language);
            self.orders.push((language.to_owned(), style, order));
            self.orders.len() - 1
        })
    }

    fn shape(&mut self, text: &str, stretch: &Stretch, paragraph: &mut Paragraph) {
        let Some(face) = self.faces.get(stretch.face) else {
            return;
        };
        let right_to_left = stretch.level % 2 == 1;
        let language = paragraph
            .looks
            .get(stretch.look)
            .and_then(|look| look.language.as_deref())
            .unwrap_or(&self.language);
        let script = script_of(stretch.script);
        let even_figures = paragraph
            .looks
            .get(stretch.look)
            .is_some_and(|look| look.even_figures);
        let features: &[Feature] = if even_figures { &EVEN_FIGURES } else { &[] };

        let mut buffer = self.buffer.take().unwrap_or_default();
        buffer.clear();
        for (at, character) in text[stretch.text.clone()].char_indices() {
            // The author's break is shaped as a space, which no line shows.
            let character = if character == '\n' { ' ' } else { character };
            buffer.add(character, (stretch.text.start + at) as u32);
        }
        let direction = if right_to_left {
            harfrust::Direction::RightToLeft
        } else {
            harfrust::Direction::LeftToRight
        };
        let shaping_language = Language::new(language);
        buffer.set_direction(direction);
        buffer.set_script(script);
        if let Some(language) = shaping_language.clone() {
            buffer.set_language(language);
        }
        buffer.set_pre_context(&text[..stretch.text.start]);
        buffer.set_post_context(&text[stretch.text.end..]);
        buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES);

        let known = self.plans.iter().position(|plan| {
            plan.face == stretch.face
                && plan.right_to_left == right_to_left
                && plan.script == script
                && plan.language == language
                && plan.even_figures == even_figures
        });
        let known = known.unwrap_or_else(|| {
            self.plans.push(Plan {
                face: stretch.face,
                right_to_left,
                script,
                language: language.to_owned(),
                even_figures,
                shaping: ShapePlan::new(
                    &face.shaper,
                    direction,
                    Some(script),
                    shaping_language.as_ref(),
                    features,
                ),
            });
            self.plans.len() - 1
        });
        let shaped = face.shaper.shape(
            buffer,
            ShapeOptions::new()
                .features(features)
                .plan(Some(&self.plans[known].shaping)),
        );

        add_clusters(text, stretch, &shaped, face.em, paragraph);
        self.buffer = Some(shaped.clear());
    }

    /// Finds the words and where they could be broken. At `soft_hyphens` the author allows to break a word.
    fn measure(&self, soft_hyphens: &[usize], paragraph: &mut Paragraph) {
        let text = &*paragraph.text;
        let clusters = &paragraph.clusters;
        let mut measures = Measures {
            hyphen: paragraph.hyphen.map_or(0.0, |(_, width)| width),
            ..Measures::default()
        };
        let mut places: Vec<(usize, After)> = self
            .segmenter
            .segment_str(text)
            .filter(|&at| at > 0 && !joins_number(text, at))
            .map(|at| (at, After::Nothing))
            .collect();
        for &at in soft_hyphens {
            if let Err(place) = places.binary_search_by_key(&at, |(at, _)| *at)
                && at > 0
            {
                places.insert(place, (at, After::Hyphen));
            }
        }
        let mut start = 0;
        for (at, after) in places {
            let end = clusters.partition_point(|cluster| (cluster.text.start as usize) < at);
            // A break within a ligature is none.
            let whole = clusters
                .get(end)
                .is_none_or(|next| next.text.start as usize == at);
            if end <= start || !whole {
                continue;
            }
            let spaces = clusters[start..end]
                .iter()
                .rev()
                .take_while(|cluster| cluster.space)
                .count();
            let letters = end - spaces;
            let sum = |range: Range<usize>| clusters[range].iter().map(|c| c.advance).sum::<f32>();
            measures.words.push(Word {
                clusters: start..end,
                width: sum(start..letters),
                space: sum(letters..end),
                ends_line: text[..at].ends_with('\n') && at < text.len(),
                letters: letters - start,
                after,
                edge: self.edge(paragraph, start),
            });
            start = end;
        }
        for (at, cluster) in clusters.iter().enumerate() {
            let before = text[cluster.text.start as usize..cluster.text.end as usize]
                .chars()
                .next_back();
            let after = clusters
                .get(at + 1)
                .and_then(|next| text[next.text.start as usize..].chars().next());
            measures.cuts.push(Cut {
                width: cluster.advance,
                after: cut_between(before, after),
            });
        }
        paragraph.measures = measures;
    }

    /// How a word that begins with this cluster looks at the edge of a box.
    fn edge(&self, paragraph: &Paragraph, first: usize) -> Edge {
        /// The share of a quotation mark that hangs outside.
        const HANGS: f32 = 0.6;
        let found = paragraph.clusters.get(first).and_then(|cluster| {
            let run = paragraph.runs.get(cluster.run as usize)?;
            let glyphs = cluster.glyphs.start as usize..cluster.glyphs.end as usize;
            let [glyph] = paragraph.glyphs.get(glyphs)? else {
                return None;
            };
            let letter = paragraph.text.get(cluster.text.start as usize..)?;
            Some((cluster, run, glyph, letter.chars().next()?))
        });
        let Some((cluster, run, glyph, letter)) = found else {
            return Edge::default();
        };
        let right_to_left = run.level % 2 == 1;
        // Words that run against the paragraph don't begin at its edge, and a paragraph that runs against the sheet ends at the
        // edge where others begin.
        let is_of_sheet = paragraph.direction == Direction::of_language(&self.language);
        if !is_of_sheet || right_to_left != (paragraph.direction == Direction::RightToLeft) {
            return Edge::default();
        }
        let bounds = self
            .faces
            .get(run.face)
            .and_then(|face| face.sizes.bounds(GlyphId::from(glyph.id)));
        let Some(bounds) = bounds else {
            return Edge::default();
        };
        let (white, ink) = if right_to_left {
            (cluster.advance - bounds.x_max, bounds.x_max - bounds.x_min)
        } else {
            (bounds.x_min, bounds.x_max - bounds.x_min)
        };
        if matches!(letter, '“' | '‘' | '„' | '‚' | '«' | '‹' | '"') {
            Edge {
                hang: white + ink * HANGS,
                bearing: 0.0,
            }
        } else {
            Edge {
                hang: 0.0,
                bearing: white,
            }
        }
    }
}

/// Whether a face has a character.
fn has(faces: &[FaceAtWork<'_>], face: usize, character: char) -> bool {
    faces
        .get(face)
        .is_some_and(|face| face.characters.map(character).is_some())
}

/// Adds what was shaped to a paragraph, in the order of the text.
fn add_clusters(
    text: &str,
    stretch: &Stretch,
    shaped: &GlyphBuffer,
    em: f32,
    paragraph: &mut Paragraph,
) {
    let run = paragraph.runs.len() as u32;
    paragraph.runs.push(Run {
        face: stretch.face,
        look: stretch.look,
        level: stretch.level,
    });
    let infos = shaped.glyph_infos();
    let positions = shaped.glyph_positions();
    let first_cluster = paragraph.clusters.len();
    let mut at = 0;
    while at < infos.len() {
        let cluster = infos[at].cluster;
        let first_glyph = paragraph.glyphs.len() as u32;
        let mut advance = 0.0;
        while at < infos.len() && infos[at].cluster == cluster {
            let place = &positions[at];
            advance += place.x_advance as f32 * em;
            // Glyph 0 is the box for what a face hasn't got; it was noted, and no box is drawn.
            if infos[at].glyph_id != 0 {
                paragraph.glyphs.push(ShapedGlyph {
                    id: infos[at].glyph_id as u16,
                    advance: place.x_advance as f32 * em,
                    x: place.x_offset as f32 * em,
                    y: place.y_offset as f32 * em,
                });
            }
            at += 1;
        }
        paragraph.clusters.push(Cluster {
            text: cluster..cluster,
            glyphs: first_glyph..paragraph.glyphs.len() as u32,
            run,
            advance,
            space: text[cluster as usize..]
                .chars()
                .next()
                .is_some_and(char::is_whitespace),
        });
    }
    let clusters = &mut paragraph.clusters[first_cluster..];
    if stretch.level % 2 == 1 {
        clusters.reverse();
    }
    let mut end = stretch.text.end as u32;
    for cluster in clusters.iter_mut().rev() {
        cluster.text.end = end;
        end = cluster.text.start;
    }
}

/// What a break between two characters of a word would look like.
fn cut_between(before: Option<char>, after: Option<char>) -> After {
    let (Some(before), Some(after)) = (before, after) else {
        return After::Never;
    };
    if after.is_whitespace() {
        return After::Never;
    }
    if before.is_alphabetic() && after.is_alphabetic() {
        // Joined scripts have no hyphens, and would change their letters' forms.
        return match before.script() {
            ScriptName::Latin | ScriptName::Greek | ScriptName::Cyrillic => After::Hyphen,
            _ => After::Never,
        };
    }
    After::Nothing
}

/// Whether a break here would tear a phone number, or a number from what it counts: 01632 960000.
fn joins_number(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    let before_space = before.trim_end_matches(' ');
    before_space.len() < before.len()
        && before_space.ends_with(|c: char| c.is_ascii_digit())
        && after.starts_with(|c: char| c.is_ascii_digit())
}

/// The level of each byte, if any text here runs right to left.
fn levels(text: &str, direction: Direction) -> Option<Vec<Level>> {
    /// No letter before the Hebrew block runs right to left.
    const FIRST_RIGHT_TO_LEFT: char = '\u{590}';
    let base = match direction {
        Direction::LeftToRight => Level::ltr(),
        Direction::RightToLeft => Level::rtl(),
    };
    if base == Level::ltr() && text.chars().all(|c| c < FIRST_RIGHT_TO_LEFT) {
        return None;
    }
    let text = with_whole_numbers(text);
    Some(BidiInfo::new(&text, Some(base)).levels)
}

/// The text with something that runs as a number does in the place of all that a phone number is made of. Otherwise its groups
/// would change places among letters that run right to left: the algorithm takes each for a number of its own (Unicode
/// Standard Annex 9, rules W2, W4 and N1).
fn with_whole_numbers(text: &str) -> Cow<'_, str> {
    /// As many digits as the shortest phone number with an area code has.
    const LEAST_DIGITS: usize = 7;
    let mut whole = Cow::Borrowed(text);
    let mut rest = 0;
    while let Some(start) = text[rest..].find(|c: char| c.is_ascii_digit() || c == '+') {
        let start = rest + start;
        let stretch = text[start..]
            .find(|c: char| {
                !c.is_ascii_digit() && !matches!(c, '+' | ' ' | '-' | '(' | ')' | '.' | '/')
            })
            .map_or(&text[start..], |length| &text[start..start + length]);
        let number = stretch.trim_end_matches(|c: char| !c.is_ascii_digit());
        if number.bytes().filter(u8::is_ascii_digit).count() >= LEAST_DIGITS {
            let digits = "0".repeat(number.len());
            whole
                .to_mut()
                .replace_range(start..start + number.len(), &digits);
        }
        rest = start + stretch.len();
    }
    whole
}

/// Characters that are not shown: joiners, marks of direction, variation selectors.
fn is_silent(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// The script of a character, without the search for those that most text consists of.
fn script_name(character: char) -> ScriptName {
    if character.is_ascii() {
        if character.is_ascii_alphabetic() {
            ScriptName::Latin
        } else {
            ScriptName::Common
        }
    } else {
        character.script()
    }
}

fn is_neutral(script: ScriptName) -> bool {
    matches!(script, ScriptName::Common | ScriptName::Inherited)
}

fn script_of(name: ScriptName) -> Script {
    if is_neutral(name) {
        return script::LATIN;
    }
    name.short_name()
        .as_bytes()
        .try_into()
        .ok()
        .and_then(|tag: [u8; 4]| Script::from_iso15924_tag(Tag::new(&tag)))
        .unwrap_or(script::LATIN)
}

#[cfg(test)]
mod tests {
    use super::super::{Link, Manner};
    use super::*;
    use crate::diagnostic::FileId;

    fn nowhere() -> Span {
        Span::new(FileId(0), 0..0)
    }

    fn set(text: &str) -> Arc<Paragraph> {
        let fonts = Fonts::of_default_theme();
        Typesetter::new(&fonts, "en-GB").paragraph(&Wording::new(text, Style::Regular), nowhere())
    }

    #[test]
    fn letters_are_kerned_and_joined() {
        let pair = set("To").natural_width();
        let apart = set("T").natural_width() + set("o").natural_width();
        assert!(pair < apart - 0.01, "{pair} {apart}");
    }

    #[test]
    fn words_end_at_spaces_and_hyphens() {
        let paragraph = set("Use your well-kept account");
        let words: Vec<&str> = paragraph
            .measures
            .words
            .iter()
            .map(|word| {
                let clusters = &paragraph.clusters[word.clusters.clone()];
                &paragraph.text[clusters[0].text.start as usize
                    ..clusters[clusters.len() - 1].text.end as usize]
            })
            .collect();
        assert_eq!(words, ["Use ", "your ", "well-", "kept ", "account"]);
    }

    #[test]
    fn phone_numbers_stay_whole() {
        assert_eq!(set("Call 01632 960000 now").measures.words.len(), 3);
    }

    #[test]
    fn clusters_cover_the_text_without_a_gap() {
        for text in ["office affluent", "Ẹ̀kọ́ Łódź ș", "a\u{2066}b\u{2069}c"] {
            let paragraph = set(text);
            let mut at = 0;
            for cluster in &paragraph.clusters {
                assert!(cluster.text.start >= at, "{text}");
                at = cluster.text.end;
            }
            assert_eq!(at as usize, text.len(), "{text}");
        }
    }

    #[test]
    fn stressed_words_have_their_own_face() {
        let fonts = Fonts::of_default_theme();
        let mut words = Wording::new("Use your ", Style::Regular);
        words.push("work", Style::Bold);
        words.push_link(
            " email",
            Style::Regular,
            Arc::new(Link {
                to: crate::print::scene::Goal::Address("mailto:a@b.example".to_owned()),
                description: String::new(),
            }),
        );
        let paragraph = Typesetter::new(&fonts, "en").paragraph(&words, nowhere());
        let faces: Vec<&str> = paragraph
            .runs
            .iter()
            .map(|run| fonts.faces[run.face].face.name.as_str())
            .collect();
        assert_eq!(
            faces,
            [
                "SourceSans3-Regular",
                "SourceSans3-Bold",
                "SourceSans3-Regular"
            ]
        );
        assert!(paragraph.has_links());
    }

    #[test]
    fn what_no_face_has_is_noted_and_not_drawn() {
        let fonts = Fonts::of_default_theme();
        let mut typesetter = Typesetter::new(&fonts, "en");
        let paragraph = typesetter.paragraph(&Wording::new("a 漢 b 漢", Style::Regular), nowhere());
        let missing: Vec<char> = typesetter.missing().map(|m| m.character).collect();
        assert_eq!(missing, ['漢']);
        assert!(paragraph.glyphs.iter().all(|glyph| glyph.id != 0));
    }

    #[test]
    fn nothing_is_shaped_twice_unless_something_is_missing() {
        let fonts = Fonts::of_default_theme();
        let again = |words: &Wording, language: &str| {
            let mut typesetter = Typesetter::new(&fonts, language);
            let paragraph = typesetter.paragraph(words, nowhere());
            (paragraph, typesetter.missing().count())
        };
        let words = Wording::new("Use your work account", Style::Regular);
        let (first, _) = again(&words, "en");
        assert!(Arc::ptr_eq(&first, &again(&words, "en").0));
        // Shapes may differ by language, and by style.
        assert!(!Arc::ptr_eq(&first, &again(&words, "tr").0));
        let bold = Wording::new("Use your work account", Style::Bold);
        assert!(!Arc::ptr_eq(&first, &again(&bold, "en").0));
        let lacking = Wording::new("a 漢 b", Style::Regular);
        assert_eq!(again(&lacking, "en").1, 1);
        assert_eq!(again(&lacking, "en").1, 1, "it is said again");
    }

    #[test]
    fn words_of_another_language_keep_their_own_direction() {
        let fonts = Fonts::of_default_theme();
        let mut typesetter = Typesetter::new(&fonts, "ur");
        let english = typesetter.paragraph(
            &Wording::new("Keep it for 10 years.", Style::Regular),
            nowhere(),
        );
        assert_eq!(english.direction, Direction::LeftToRight);
        // Its lines are as far apart as those of English.
        let words = Wording::new("Keep it.", Style::Regular);
        assert_eq!(
            typesetter.metrics_of(&words, Style::Regular),
            fonts.metrics(Style::Regular, "en")
        );
    }

    #[test]
    fn languages_of_the_default_theme_are_complete() {
        let fonts = Fonts::of_default_theme();
        let mut typesetter = Typesetter::new(&fonts, "en");
        for text in [
            "Llandudno: ŵ ŷ â ê î ô û ï Ŵ Ŷ",
            "Zażółć gęślą jaźń ŁÓDŹ",
            "ă â î ș ț Ș Ț",
            "ą č ę ė į š ų ū ž",
            "ğ ı İ ş ç ö ü",
            "Thầy cô giáo ưu tiên đường phố",
            "“quotes” ‘single’ – — … • £ €",
        ] {
            typesetter.paragraph(&Wording::new(text, Style::Black), nowhere());
        }
        assert_eq!(typesetter.missing().count(), 0, "{:?}", typesetter.missing);
    }

    #[test]
    fn a_phone_number_is_one_number_in_text_that_runs_right_to_left() {
        let whole = |text: &str| {
            let levels = levels(text, Direction::RightToLeft).expect("it runs right to left");
            let levels: Vec<u8> = levels.iter().map(Level::number).collect();
            let all =
                text.find("01632").expect("it is there")..text.find("100").expect("it is there");
            levels[all].iter().all(|&level| level == 2)
        };
        for text in [
            "اتصل 01632 960100 الآن",
            "اتصل (01632) 960-100 الآن",
            "اتصل +44 01632.960 100 الآن",
        ] {
            assert!(whole(text), "{text}");
        }
        // The end of a sentence and a bracket around it stay outside.
        assert_eq!(
            with_whole_numbers("(a 01632 960100). b 5 6"),
            "(a 000000000000). b 5 6"
        );
    }

    #[test]
    fn chinese_is_broken_between_ideographs_and_not_before_or_after_punctuation_that_must_not_be() {
        let font = include_bytes!("../../../tests/fonts/NotoSansSC-Words.otf");
        let fonts = Fonts::with_font(font, "zh-Hans");
        let mut typesetter = Typesetter::new(&fonts, "zh-Hans");
        let text =
            "点击“发送”之前，请将地址核对两遍。如有担忧，请立即致电 01632 960100（全天开放）。";
        let paragraph = typesetter.paragraph(&Wording::new(text, Style::Regular), nowhere());
        assert_eq!(typesetter.missing().count(), 0);
        let mut broken = 0;
        for tenths in 40..200_u8 {
            let lines = paragraph.lines(f32::from(tenths) / 10.0, Manner::Ragged);
            broken += usize::from(lines.len() > 2);
            for line in &lines {
                assert!(!line.hyphen, "ideographs have no hyphens");
                let clusters = &paragraph.clusters[line.clusters.clone()];
                let shown = text[clusters[0].text.start as usize
                    ..clusters[clusters.len() - 1].text.end as usize]
                    .trim();
                // Unicode Standard Annex 14, classes CL, CP and OP.
                assert!(!shown.starts_with(['，', '。', '）', '”']), "{shown}");
                assert!(!shown.ends_with(['（', '“']), "{shown}");
                assert!(!shown.ends_with("01632"), "{shown}");
            }
        }
        assert!(broken > 50, "{broken}");
    }

    #[test]
    fn a_word_joiner_keeps_ideographs_together() {
        let font = include_bytes!("../../../tests/fonts/NotoSansSC-Words.otf");
        let fonts = Fonts::with_font(font, "zh-Hans");
        let words = |text: &str| {
            let mut typesetter = Typesetter::new(&fonts, "zh-Hans");
            let paragraph = typesetter.paragraph(&Wording::new(text, Style::Regular), nowhere());
            assert_eq!(typesetter.missing().count(), 0);
            paragraph.measures.words.len()
        };
        assert_eq!((words("请核对"), words("请核\u{2060}对")), (3, 2));
    }

    #[test]
    fn letters_of_scripts_join_and_change_places() {
        /// How many glyphs a word has in the font of a language.
        fn glyphs(font: &[u8], language: &str, word: &str) -> Vec<u16> {
            let fonts = Fonts::with_font(font, language);
            let mut typesetter = Typesetter::new(&fonts, language);
            let paragraph = typesetter.paragraph(&Wording::new(word, Style::Regular), nowhere());
            assert_eq!(typesetter.missing().count(), 0, "{word}");
            paragraph.glyphs.iter().map(|glyph| glyph.id).collect()
        }
        let arabic = include_bytes!("../../../tests/fonts/NotoNaskhArabic-Words.ttf");
        // A letter has forms of its own at the beginning, within, at the end, and before an alef.
        let mut forms = [glyphs(arabic, "ar", "ل"), glyphs(arabic, "ar", "للل")].concat();
        forms.push(glyphs(arabic, "ar", "لا")[1]);
        let count = forms.len();
        forms.sort_unstable();
        forms.dedup();
        assert_eq!((count, forms.len()), (5, 5));
        let hindi = include_bytes!("../../../tests/fonts/NotoSansDevanagari-Words.ttf");
        // A conjunct of three characters, and a vowel that is written before the consonant it is spoken after.
        assert!(glyphs(hindi, "hi", "क्ष").len() < 3);
        let (consonant, vowel) = (glyphs(hindi, "hi", "क"), glyphs(hindi, "hi", "कि"));
        assert_eq!(vowel.last(), consonant.last());
        let punjabi = include_bytes!("../../../tests/fonts/NotoSansGurmukhi-Words.ttf");
        let (consonant, vowel) = (glyphs(punjabi, "pa", "ਕ"), glyphs(punjabi, "pa", "ਕਿ"));
        assert_eq!(vowel.last(), consonant.last());
        let bengali = include_bytes!("../../../tests/fonts/NotoSansBengali-Words.ttf");
        let (consonant, vowel) = (glyphs(bengali, "bn", "ক"), glyphs(bengali, "bn", "কে"));
        assert_eq!((vowel.len(), vowel.last()), (2, consonant.last()));
    }

    #[test]
    fn soft_hyphens_are_places_to_break_and_nothing_else() {
        let paragraph = set("A safe\u{ad}guard\u{ad}ing board");
        assert_eq!(paragraph.text(), "A safeguarding board");
        let words = paragraph.measures.words.len();
        assert_eq!(words, 5);
        assert!(
            (paragraph.natural_width() - set("A safeguarding board").natural_width()).abs() < 1e-5
        );
        let lines = paragraph.lines(4.5, Manner::Ragged);
        let hyphens = lines.iter().filter(|line| line.hyphen).count();
        assert_eq!((lines.len(), hyphens), (3, 1), "{lines:?}");
        assert!(lines.iter().all(|line| line.width <= 4.5));
        // Stretches keep their letters.
        let fonts = Fonts::of_default_theme();
        let mut stressed = Wording::new("safe\u{ad}", Style::Regular);
        stressed.push("guard\u{ad}ing", Style::Bold);
        let paragraph = Typesetter::new(&fonts, "en").paragraph(&stressed, nowhere());
        let bold = paragraph.clusters.iter().find(|cluster| cluster.run == 1);
        assert_eq!(bold.map(|cluster| cluster.text.start), Some(4));
    }

    #[test]
    fn quotation_marks_hang_and_titles_begin_with_their_ink() {
        let hang = |text: &str, manner| {
            let paragraph = set(text);
            let lines = paragraph.lines(f32::INFINITY, manner);
            (lines[0].hang, paragraph.clusters[0].advance)
        };
        let (hangs, width) = hang("“Never mind”", Manner::Ragged);
        assert!(
            hangs > width * 0.5 && hangs < width * 0.8,
            "{hangs} {width}"
        );
        // The stem of an E stands in white, and so does an O, but less.
        let (stem, _) = hang("Email", Manner::Balanced);
        let (round, _) = hang("Online", Manner::Balanced);
        assert!((0.05..0.15).contains(&stem), "{stem}");
        assert!(round > 0.0 && round < stem, "{round} {stem}");
        assert!(hang("Email", Manner::Ragged).0.abs() < 1e-6);
    }

    #[test]
    fn long_words_are_broken_visibly() {
        let paragraph = set("Donaudampfschifffahrtsgesellschaftskapitän");
        let lines = paragraph.lines(6.0, Manner::Ragged);
        assert!(lines.len() > 2);
        assert!(lines[0].hyphen);
        let address = set("safeguarding@partnership.example");
        let lines = address.lines(8.0, Manner::Ragged);
        assert!(lines.len() > 1);
        assert!(
            lines.iter().all(|line| !line.hyphen),
            "addresses get no hyphen: {lines:?}"
        );
    }
}
