//! From an edition to the scenes of its posters.

use std::sync::Arc;

use super::blocks::{Desk, Icons, PosterLayout, Subject, sheet};
use super::code::Code as QrCode;
use super::layout::{Art, Canvas, Fit, Piece, Scale, SetText, fit};
use super::picture::{Lettering, Picture, Prints};
use super::scene::{Bookmark, Scene};
use super::set::set;
use super::text::{Direction, FontCase, Fonts, Typesetter, missing_glyphs};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::edition::{Channel, DoAndDont, Edition, Printing};
use crate::source::{Sources, Value};
use crate::theme::{Theme, Words};

/// All that a theme brings for print: fonts, icons and layouts. Loaded once, shared by all threads.
#[derive(Debug)]
pub struct Press {
    fonts: Arc<Fonts>,
    /// The fonts of editions that bring their own.
    case: FontCase,
    icons: Icons,
    channel: PosterLayout,
    do_and_dont: PosterLayout,
    contacts: PosterLayout,
}

/// A poster of an edition.
#[derive(Debug, Clone, Copy)]
pub enum Poster<'a> {
    /// Of a channel.
    Channel(&'a Channel),
    /// Of what to do and what not to do, across channels.
    DoAndDont(&'a DoAndDont),
    /// Of all contacts, by urgency.
    Contacts,
}

/// The posters of one edition: the press with the edition's words, colours and logo.
#[derive(Debug)]
pub struct Posters<'a> {
    press: &'a Press,
    edition: &'a Edition,
    words: &'a Words,
    fonts: Arc<Fonts>,
    logo: Option<Arc<dyn Art>>,
    /// Pictures at the sizes in which they are printed.
    prints: Prints,
    channel: PosterLayout,
    do_and_dont: PosterLayout,
    contacts: PosterLayout,
}

impl Press {
    /// Loads what a theme brings for print. `None` if nothing could be printed with it, which has then been said.
    pub fn load(theme: &Theme, sources: &mut Sources, problems: &mut Diagnostics) -> Option<Self> {
        let fonts = Fonts::load(theme, problems);
        let mut layout = |name| PosterLayout::load(theme, name, sources, problems);
        let channel = layout("channel");
        let do_and_dont = layout("do-and-dont");
        let contacts = layout("contacts");
        Some(Self {
            fonts: Arc::new(fonts?),
            case: FontCase::default(),
            icons: Icons::load(theme),
            channel: channel?,
            do_and_dont: do_and_dont?,
            contacts: contacts?,
        })
    }

    /// Makes ready to print the posters of an edition: reads its logo and fonts.
    pub fn posters<'a>(
        &'a self,
        edition: &'a Edition,
        words: &'a Words,
        problems: &mut Diagnostics,
    ) -> Posters<'a> {
        // An address that didn't fit has been said already.
        let faulty = edition
            .values
            .get("url")
            .is_some_and(|url| url.value == Value::Faulty);
        if edition.url.is_none() && !faulty {
            problems.push(
                Diagnostic::new(
                    Code::NoUrl,
                    format!(
                        "`{}` has no `url`, so its posters have no QR code",
                        edition.id
                    ),
                )
                .at(edition.at, "")
                .help("say where its website will be: url: https://…/")
                .in_edition(&edition.id),
            );
        }
        let fonts = self.fonts(edition, problems);
        let mut layout =
            |layout: &PosterLayout| layout.of_edition(edition, words.language(), problems);
        Posters {
            channel: layout(&self.channel),
            do_and_dont: layout(&self.do_and_dont),
            contacts: layout(&self.contacts),
            press: self,
            edition,
            words,
            logo: logo(edition, &fonts, problems),
            prints: Prints::default(),
            fonts,
        }
    }

    /// The fonts of an edition: its own, and behind them those of the theme.
    fn fonts(&self, edition: &Edition, problems: &mut Diagnostics) -> Arc<Fonts> {
        let families = &edition.branding.fonts;
        if families.is_empty() {
            return Arc::clone(&self.fonts);
        }
        let fonts = self.case.with(&self.fonts, families);
        fonts.report(families, |problem| {
            problems.push(problem.in_edition(&edition.id));
        });
        fonts
    }
}

fn logo(edition: &Edition, fonts: &Fonts, problems: &mut Diagnostics) -> Option<Arc<dyn Art>> {
    let logo = edition.branding.logo.as_ref()?;
    match Picture::read_with(&logo.bytes, Some(&Lettering::new(fonts.all_faces()))) {
        Ok(picture) => Some(Arc::new(picture)),
        Err(error) => {
            problems.push(
                Diagnostic::new(
                    Code::BadPicture,
                    format!("the logo can't be printed: {error}"),
                )
                .at(logo.file.at, "")
                .in_edition(&edition.id),
            );
            None
        }
    }
}

impl Posters<'_> {
    /// The scene of a poster, set in the largest type at which everything fits. `None` if it doesn't fit at all, or if it needs
    /// characters that no font has; both have then been said.
    pub fn scene(
        &self,
        poster: Poster<'_>,
        printing: Printing,
        problems: &mut Diagnostics,
    ) -> Option<Scene> {
        self.compose(poster, printing, problems)
            .map(|(scene, _)| scene)
    }

    /// All posters as one document, in the order of their scenes, so that they can be printed at once. `None` where there
    /// are fewer than two.
    pub fn set(&self, scenes: Vec<Scene>) -> Option<Scene> {
        let title = self.words.get("all_posters");
        let subject = self
            .words
            .format("poster_subject", &[("title", title.as_str().into())]);
        let title = format!("{title} – {}", self.edition.name.value);
        set(title, subject, scenes)
    }

    /// The scene, and every text in it as it was set.
    pub(super) fn compose(
        &self,
        poster: Poster<'_>,
        printing: Printing,
        problems: &mut Diagnostics,
    ) -> Option<(Scene, Vec<SetText>)> {
        let (layout, subject) = match poster {
            Poster::Channel(channel) => (&self.channel, Subject::Channel(channel)),
            Poster::DoAndDont(summary) => (&self.do_and_dont, Subject::DoAndDont(summary)),
            Poster::Contacts => (&self.contacts, Subject::Contacts),
        };
        let layout = &layout.on(printing);
        let typesetter = Typesetter::new(&self.fonts, self.words.language());
        let desk = Desk::new(
            self.edition,
            self.words,
            &self.press.icons,
            layout,
            self.logo.clone(),
            typesetter,
        );
        let piece = sheet(&desk, subject, self.code(poster));
        let typesetter = desk.into_typesetter();
        let complete = self.report_missing(&typesetter, problems);

        let page = layout.page;
        let scale = match fit(&piece, page.width, page.height, &layout.limits()) {
            Fit::Fits(scale) => scale,
            Fit::TooMuch { scale, excess } => {
                self.report_overflow(
                    (poster, printing),
                    &piece,
                    layout,
                    (scale, excess),
                    problems,
                );
                return None;
            }
        };
        if !complete {
            return None;
        }
        let canvas = self.draw(&piece, layout, scale);
        let (mut scene, mut texts) = self.scene_of(poster, canvas);
        let times = layout.page.magnification;
        scene.magnify(times);
        self.prints.fit(&mut scene);
        for text in &mut texts {
            text.magnify(times);
        }
        Some((scene, texts))
    }

    fn draw<'f>(&'f self, piece: &Piece, layout: &PosterLayout, scale: Scale) -> Canvas<'f> {
        let page = layout.page;
        let direction = Direction::of_language(self.words.language());
        let mut canvas = Canvas::new(page.width, page.height, direction, &self.fonts);
        let frame = canvas.sheet();
        piece.draw(frame, scale, &mut canvas);
        canvas
    }

    fn scene_of(&self, poster: Poster<'_>, canvas: Canvas<'_>) -> (Scene, Vec<SetText>) {
        let (pages, structure, texts) = canvas.finish();
        let title = self.title(poster);
        let scene = Scene {
            outline: vec![Bookmark {
                title: title.clone(),
                page: 0,
                y: 0.0,
                children: Vec::new(),
            }],
            subject: self
                .words
                .format("poster_subject", &[("title", title.as_str().into())]),
            title: format!("{title} – {}", self.edition.name.value),
            language: self.words.language().to_owned(),
            author: self.edition.name.value.clone(),
            date: self.edition.document.issued.as_ref().map(|date| date.value),
            pages,
            structure,
        };
        (scene, texts)
    }

    /// The code that leads to a poster's page, with the address of that page.
    fn code(&self, poster: Poster<'_>) -> Option<(String, Arc<dyn Art>)> {
        let site = &self.edition.url.as_ref()?.value;
        let address = match poster {
            Poster::Channel(channel) => format!("{site}channels/{}/", channel.id),
            Poster::DoAndDont(_) => format!("{site}do-and-dont/"),
            Poster::Contacts => format!("{site}contacts/"),
        };
        let code = QrCode::of(&address).ok()?;
        Some((address, Arc::new(code)))
    }

    fn title(&self, poster: Poster<'_>) -> String {
        match poster {
            Poster::Channel(channel) => channel.title.value.clone(),
            Poster::DoAndDont(summary) => summary.title.value.clone(),
            Poster::Contacts => self.words.get("contacts"),
        }
    }

    /// Says which characters no font has. Whether there are none.
    fn report_missing(&self, typesetter: &Typesetter<'_>, problems: &mut Diagnostics) -> bool {
        let missing = missing_glyphs(typesetter.missing());
        let complete = missing.is_empty();
        for missing in missing {
            problems.push(missing.in_edition(&self.edition.id));
        }
        complete
    }

    /// Says by how much a poster is too full, and which statements take the most lines.
    fn report_overflow(
        &self,
        (poster, printing): (Poster<'_>, Printing),
        piece: &Piece,
        layout: &PosterLayout,
        (scale, excess): (Scale, f32),
        problems: &mut Diagnostics,
    ) {
        /// So many statements are named.
        const NAMED: usize = 3;
        let canvas = self.draw(piece, layout, scale);
        let (_, _, texts) = canvas.finish();
        let mut statements: Vec<&SetText> = texts
            .iter()
            .filter(|text| text.statement.is_some())
            .collect();
        // The longest first; of equal ones, the one that comes first.
        statements.sort_by_key(|text| std::cmp::Reverse((text.lines, text.text.chars().count())));
        let lines = (excess / (scale.body * layout.scale.leading))
            .ceil()
            .max(1.0);
        let at = match poster {
            Poster::Channel(channel) => channel.title.at,
            Poster::DoAndDont(summary) => summary.title.at,
            Poster::Contacts => self.edition.at,
        };
        // As few decimals as it takes: paper of another size makes them.
        let smallest = (layout.scale.floor * layout.page.magnification * 10.0).round() / 10.0;
        // The main printing needs no name.
        let on_paper = printing
            .folder()
            .map_or_else(String::new, |name| format!(" ({name})"));
        let lines = if lines > 1.0 {
            format!("{lines} lines")
        } else {
            "1 line".to_owned()
        };
        let mut diagnostic = Diagnostic::new(
            Code::PosterOverflow,
            format!(
                "the poster “{}”{on_paper} is too full by {lines} at {} pt, the smallest size allowed",
                self.title(poster),
                smallest
            ),
        )
        .at(at, format!("{lines} too many"));
        for text in statements.iter().take(NAMED) {
            if let Some(at) = text.statement {
                diagnostic = diagnostic.at(
                    at,
                    match text.lines {
                        1 => "takes a line".to_owned(),
                        lines => format!("takes {lines} lines"),
                    },
                );
            }
        }
        diagnostic = diagnostic
            .help("shorten the longest statements: what `short` leaves out, `full` can say on the website")
            .help("or leave out a statement, with `remove: true` in an edition");
        if let Some(name) = printing.folder() {
            diagnostic = diagnostic
                .at_some(self.edition.posters.asked_at(printing), "asked for here")
                .help(format!("or do without posters in `{name}`"));
        }
        problems.push(diagnostic.in_edition(&self.edition.id));
    }
}
