//! What every region is made with.

use std::borrow::Cow;
use std::cell::RefCell;
use std::sync::Arc;

use super::art::Outlined;
use super::inline::wording;
use super::palette::{GroundColours, Palette};
use super::region::RegionSetup;
use super::{Icons, PosterLayout};
use crate::diagnostic::{Located, Span};
use crate::edition::Ground;
use crate::edition::{Edition, Statement, Text as Line};
use crate::print::layout::{Align, Alt, Art, Extent, Gap, Length, Size, Text};
use crate::print::scene::{Colour, Role};
use crate::print::text::{Look as Letters, Manner, MissingCharacter, Style, Typesetter, Wording};
use crate::theme::Words;

/// The edition, its words, its colours and a typesetter: all that lies at hand when a poster is composed.
pub(crate) struct Desk<'a> {
    pub(crate) edition: &'a Edition,
    pub(crate) words: &'a Words,
    pub(crate) icons: &'a Icons,
    pub(crate) layout: &'a PosterLayout,
    pub(crate) palette: Palette,
    pub(crate) logo: Option<Arc<dyn Art>>,
    /// The picture that the edition has for its posters.
    pub(crate) picture: Option<Arc<dyn Art>>,
    /// Whether the icon of a title stands above it, however short the title: where the same in another language wants it there.
    pub(crate) icon_above: bool,
    typesetter: RefCell<Typesetter<'a>>,
}

/// How a paragraph looks.
#[derive(Debug, Clone)]
pub(super) struct Look {
    pub(super) size: Size,
    pub(super) style: Style,
    pub(super) leading: f32,
    pub(super) colour: Colour,
    pub(super) manner: Manner,
    pub(super) role: Option<Role>,
}

impl<'a> Desk<'a> {
    pub(crate) fn new(
        edition: &'a Edition,
        words: &'a Words,
        icons: &'a Icons,
        layout: &'a PosterLayout,
        palette: Palette,
        logo: Option<Arc<dyn Art>>,
        typesetter: Typesetter<'a>,
    ) -> Self {
        Self {
            edition,
            words,
            icons,
            layout,
            palette,
            logo,
            picture: None,
            icon_above: false,
            typesetter: RefCell::new(typesetter),
        }
    }

    /// With the picture that the edition has for its posters.
    pub(crate) fn with_picture(mut self, picture: Option<Arc<dyn Art>>) -> Self {
        self.picture = picture;
        self
    }

    /// The characters met so far that no font has.
    pub(crate) fn missing(&self) -> Vec<MissingCharacter> {
        self.typesetter.borrow().missing().cloned().collect()
    }

    /// What stands behind a region, and the colour of its words.
    pub(super) fn ground(&self, setup: &RegionSetup) -> GroundColours {
        let fill = setup.ground().unwrap_or(Ground::Pale);
        let mut ground = match &setup.text {
            Some(text) => self.palette.ground_with(fill, text.value),
            None => self.palette.ground(fill),
        };
        if setup.region.is_band()
            && let Some(lines) = self.palette.band(setup.region)
        {
            ground.fill = lines;
        }
        ground
    }

    /// The words of a head, and where they were written: the edition's own, or those the theme has for this region, or the
    /// usual ones of this name.
    pub(super) fn label(&self, name: &str, setup: Option<&RegionSetup>) -> (String, Span) {
        let edition = self.edition;
        let own = (edition.poster_changes.labels.get(name)).or_else(|| edition.labels.get(name));
        let of_region = || setup?.label.get(self.words.language());
        match own.or_else(of_region) {
            Some(label) => (label.value.clone(), label.at),
            None => (self.words.get(name), self.edition.at),
        }
    }

    /// Where the edition's website is.
    pub(super) fn site(&self) -> Option<&'a str> {
        self.edition.url.as_ref().map(|url| url.value.as_str())
    }

    /// The height of a capital of body text, in sizes of type.
    pub(super) fn cap_height(&self) -> f32 {
        self.typesetter.borrow().metrics(Style::Regular).top
    }

    /// From the top of a line of body text to its foot, in sizes of type: the height of a capital, and of scripts that reach
    /// deeper what is below.
    pub(super) fn letter_height(&self) -> f32 {
        let metrics = self.typesetter.borrow().metrics(Style::Regular);
        metrics.top + metrics.bottom
    }

    /// From baseline to baseline of body text, in sizes of type: what the layout says for Latin letters, and more for taller
    /// scripts.
    pub(super) fn leading(&self) -> f32 {
        let metrics = self.typesetter.borrow().metrics(Style::Regular);
        metrics.leading(self.layout.scale.leading)
    }

    /// Half a line of body text: the step on which lines of columns side by side meet.
    pub(super) fn half_line(&self) -> Length {
        Length::ems(self.leading() / 2.0)
    }

    /// What is between items of lists, so that lines of lists side by side have common baselines: a line and a half, in steps
    /// of half a line. In large print it is a blank line (UKAAF G003); letters that fill very high lines are apart enough with
    /// a line and a quarter. `times` is the size of the items, in sizes of body text.
    pub(super) fn between_items(&self, times: f32) -> (Length, Gap) {
        /// In sizes of type, as Urdu has it in Nastaliq.
        const VERY_HIGH: f32 = 1.9;
        let line = self.leading();
        let (parts, steps) = if self.layout.is_in_one_column() {
            (2.0, 4)
        } else if line < VERY_HIGH {
            (2.0, 3)
        } else {
            (4.0, 5)
        };
        let step = Length::ems(times * line / parts);
        let gap = Gap::Baselines {
            step,
            steps,
            capital: Length::ems(times * self.letter_height()),
        };
        (step, gap)
    }

    /// A size of type in points that stays large enough to read on the paper it is printed on.
    pub(super) fn points(&self, points: f32) -> Size {
        Size::Points(points.max(self.layout.scale.least))
    }

    /// The size of details beside body text: hours, costs, addresses.
    pub(super) fn detail(&self) -> Size {
        /// In sizes of body text.
        const TIMES: f32 = 0.8;
        /// In points, on the sheet that a layout is written for.
        const LEAST: f32 = 12.0;
        Size::Detail {
            times: TIMES,
            least: LEAST.max(self.layout.scale.least),
        }
    }

    /// A size of type that fills its width on so many lines, no larger than `max` points, unless that is too small to read.
    pub(super) fn fill(&self, max: f32, one_line: f32, lines: usize) -> Size {
        let least = self.layout.scale.least;
        Size::Fill {
            max: max.max(least),
            least,
            one_line: one_line.max(least),
            lines,
            required: 0.0,
        }
    }

    /// A paragraph that must be read from as far as is asked for: it takes more lines than so many if that makes it large enough.
    pub(super) fn read_from_afar(
        &self,
        at: Span,
        (max, one_line, lines): (f32, f32, usize),
        set: impl FnOnce(Size) -> Text,
    ) -> Text {
        let mut size = self.fill(max, one_line, lines);
        let Some(needed) = self.needed_from_afar() else {
            return set(size);
        };
        if let Size::Fill { required, .. } = &mut size {
            *required = needed;
        }
        let mut text = set(size);
        text.from_afar = Some((needed, at));
        text
    }

    /// The size of type in points whose capitals can be read from as far as is asked for.
    pub(super) fn needed_from_afar(&self) -> Option<f32> {
        /// Letters of scripts without capitals are about as large as these; what reaches higher is marks.
        const LARGEST: f32 = 0.7;
        let capital = self.layout.scale.reading_distance?.capital() * 72.0 / 25.4;
        let letter = self.typesetter.borrow().metrics(Style::Black).top;
        Some(capital / letter.min(LARGEST) / self.layout.page.magnification)
    }

    /// A large icon: by its outlines where ink is to be saved.
    pub(super) fn large(&self, icon: Arc<dyn Art>) -> Arc<dyn Art> {
        if self.palette.saves_ink {
            Arc::new(Outlined(icon))
        } else {
            icon
        }
    }

    /// A look for reading.
    pub(super) fn body(&self) -> Look {
        Look {
            size: Size::Body(1.0),
            style: Style::Regular,
            leading: self.layout.scale.leading,
            colour: self.palette.ink,
            manner: Manner::Ragged,
            role: Some(Role::Paragraph),
        }
    }

    /// A look for a heading.
    pub(super) fn heading(&self, level: u8, size: Size) -> Look {
        Look {
            size,
            style: Style::Black,
            leading: 1.0,
            colour: self.palette.heading,
            manner: Manner::Balanced,
            role: Some(Role::Heading(level)),
        }
    }

    /// A paragraph of plain words, which were written at `at`. Where nobody has translated them, they say which language they are in.
    pub(super) fn plain(&self, words: &str, at: Span, look: Look) -> Text {
        let mut wording = Wording::default();
        wording.push_look(words, self.letters(at, look.style));
        self.set(&wording, at, look)
    }

    /// What a picture shows, in words of the edition.
    pub(super) fn alt(&self, words: &Located<String>) -> Alt {
        Alt {
            words: words.value.clone(),
            language: self.edition.language_at(words.at).map(Arc::from),
        }
    }

    /// How letters look of plain words that were written at a place.
    pub(super) fn letters(&self, at: Span, style: Style) -> Letters {
        Letters {
            style,
            language: self.edition.language_at(at).map(Arc::from),
            ..Letters::default()
        }
    }

    /// A paragraph of a line with its markup.
    pub(super) fn line(&self, line: &Line, look: Look) -> Text {
        self.set(
            &wording(&line.content, look.style, self.site()),
            line.at,
            look,
        )
    }

    /// The body of a statement, which is named if it doesn't fit.
    pub(super) fn statement(&self, statement: &Statement, look: Look) -> Text {
        let mut text = self.line(&statement.short, look);
        text.statement = Some(statement.at);
        text
    }

    /// A paragraph.
    pub(super) fn set(&self, wording: &Wording, at: Span, look: Look) -> Text {
        let mut typesetter = self.typesetter.borrow_mut();
        let metrics = typesetter.metrics_of(wording, look.style);
        // Titles, labels and numbers are read at a glance, and stay whole.
        let wording = if self.layout.scale.hyphenate && look.manner == Manner::Ragged {
            wording.hyphenated(self.words.language())
        } else {
            Cow::Borrowed(wording)
        };
        Text {
            metrics,
            paragraph: typesetter.paragraph(&wording, at),
            size: look.size,
            leading: metrics.leading(look.leading),
            colour: look.colour,
            manner: look.manner,
            align: Align::Start,
            role: look.role,
            statement: None,
            from_afar: None,
            extent: Extent::Whole,
            notes: Vec::new(),
        }
    }
}

impl Look {
    pub(super) fn colour(mut self, colour: Colour) -> Self {
        self.colour = colour;
        self
    }

    pub(super) fn size(mut self, size: Size) -> Self {
        self.size = size;
        self
    }

    pub(super) fn style(mut self, style: Style) -> Self {
        self.style = style;
        self
    }

    pub(super) fn role(mut self, role: Option<Role>) -> Self {
        self.role = role;
        self
    }

    pub(super) fn leading(mut self, leading: f32) -> Self {
        self.leading = leading;
        self
    }

    pub(super) fn balanced(mut self) -> Self {
        self.manner = Manner::Balanced;
        self
    }
}
