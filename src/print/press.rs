//! From an edition to the scenes of its posters.

mod abreast;
mod print_shop;

pub use print_shop::PrintShop;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::blocks::{
    Desk, Icons, Palette, PosterLayout, Purpose, Sheets, Subject, say_what_has_no_place, sheet,
};
use super::code::Code as QrCode;
use super::handbook::{Binder, HandbookLayout, Unbound, impose};
use super::layout::{Art, Canvas, Drawn, Edges, Fill, Fit, FitOver, Flow, SetText, fit};
use super::overflow::{TooMuch, on_paper};
use super::picture::{Lettering, Picture, Prints};
use super::scene::{Bookmark, Scene};
use super::set::set;
use super::text::{
    Direction, FontCase, Fonts, MissingCharacter, Typesetter, can_hyphenate, missing_glyphs,
};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::edition::{
    Channel, Distance, DoAndDont, Edition, HandbookVariant, Overflow, PosterKind, Printing, Variant,
};
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
    handbook: HandbookLayout,
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

/// A poster on its sheets, and the characters that no font has.
type Set<'a> = (Canvas<'a>, Vec<MissingCharacter>);

/// The posters of one edition: the press with the edition's words, colours and logo.
#[derive(Debug)]
pub struct Posters<'a> {
    press: &'a Press,
    edition: &'a Edition,
    words: Words,
    /// The words without those that only posters have.
    own_words: &'a Words,
    fonts: Arc<Fonts>,
    logo: Option<Arc<dyn Art>>,
    picture: Option<Arc<dyn Art>>,
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
        let mut layout = |kind| PosterLayout::load(theme, kind, sources, problems);
        let channel = layout(PosterKind::Channel);
        let do_and_dont = layout(PosterKind::DoAndDont);
        let contacts = layout(PosterKind::Contacts);
        let handbook = HandbookLayout::load(theme, sources, problems);
        Some(Self {
            fonts: Arc::new(fonts?),
            case: FontCase::default(),
            icons: Icons::load(theme),
            channel: channel?,
            do_and_dont: do_and_dont?,
            contacts: contacts?,
            handbook: handbook?,
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
        let mut layout = |kind, layout: &PosterLayout| {
            layout.of_edition(kind, edition, words.language(), problems)
        };
        let channel = layout(PosterKind::Channel, &self.channel);
        let do_and_dont = layout(PosterKind::DoAndDont, &self.do_and_dont);
        let contacts = layout(PosterKind::Contacts, &self.contacts);
        let layouts = [&channel, &do_and_dont, &contacts];
        if layouts.iter().any(|layout| layout.scale.hyphenate) && !can_hyphenate(words.language()) {
            let asked = edition.posters.hyphenate.as_ref();
            problems.push(
                Diagnostic::new(
                    Code::NoHyphenation,
                    format!(
                        "there are no rules to hyphenate the language `{}`",
                        words.language()
                    ),
                )
                .at(
                    asked.map_or(edition.at, |asked| asked.at),
                    "words stay whole",
                )
                .help("soft hyphens (U+00AD) in a text part a word in any language")
                .in_edition(&edition.id),
            );
        }
        say_what_has_no_place(edition, &[&channel, &do_and_dont, &contacts], problems);
        Posters {
            channel,
            do_and_dont,
            contacts,
            press: self,
            edition,
            words: words.with_labels(&edition.poster_changes.labels),
            own_words: words,
            logo: logo(edition, &fonts, problems),
            picture: picture(edition, &fonts, problems),
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
    art(
        &logo.bytes,
        "the logo",
        logo.file.at,
        edition,
        fonts,
        problems,
    )
}

fn picture(edition: &Edition, fonts: &Fonts, problems: &mut Diagnostics) -> Option<Arc<dyn Art>> {
    let picture = edition.poster_changes.picture.as_ref()?;
    let name = format!("`{}`", picture.file.value);
    art(
        &picture.bytes,
        &name,
        picture.file.at,
        edition,
        fonts,
        problems,
    )
}

/// A picture ready to print. `None` if it can't be, which has then been said.
fn art(
    bytes: &[u8],
    name: &str,
    at: Span,
    edition: &Edition,
    fonts: &Fonts,
    problems: &mut Diagnostics,
) -> Option<Arc<dyn Art>> {
    match Picture::read_with(bytes, Some(&Lettering::new(fonts.all_faces()))) {
        Ok(picture) => Some(Arc::new(picture)),
        Err(error) => {
            problems.push(
                Diagnostic::new(
                    Code::BadPicture,
                    format!("{name} can't be printed: {error}"),
                )
                .at(at, "")
                .in_edition(&edition.id),
            );
            None
        }
    }
}

impl<'a> Poster<'a> {
    /// What it is about.
    fn subject(self) -> Subject<'a> {
        match self {
            Poster::Channel(channel) => Subject::Channel(channel),
            Poster::DoAndDont(summary) => Subject::DoAndDont(summary),
            Poster::Contacts => Subject::Contacts,
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

    /// The whole edition as one document. `None` if it can't be, which has then been said.
    pub fn handbook(
        &self,
        variant: Option<HandbookVariant>,
        problems: &mut Diagnostics,
    ) -> Option<Scene> {
        self.bind_handbook(variant, problems)
            .map(|(scene, _)| scene)
    }

    /// The handbook, and every text in it as it was set.
    pub(super) fn bind_handbook(
        &self,
        variant: Option<HandbookVariant>,
        problems: &mut Diagnostics,
    ) -> Option<(Scene, Vec<SetText>)> {
        let edition = self.edition;
        let layout = self.press.handbook.of(variant);
        let handbook = layout.compose(edition, self.own_words);
        let mut pictures = BTreeMap::new();
        for (file, bytes) in &edition.pictures {
            let name = format!("`{file}`");
            let art = art(bytes, &name, edition.at, edition, &self.fonts, problems);
            pictures.extend(art.map(|art| (file.clone(), art)));
        }
        let binder = Binder {
            handbook: &handbook,
            edition,
            words: self.own_words,
            icons: &self.press.icons,
            fonts: &self.fonts,
            palette: Palette::new(&edition.branding, Variant::Standard),
            layout,
            logo: self.logo.clone(),
            pictures,
            variant,
        };
        match binder.bind() {
            Ok((mut scene, texts)) => {
                self.prints.fit(&mut scene);
                if variant == Some(HandbookVariant::Booklet) {
                    let direction = Direction::of_language(self.own_words.language());
                    scene = impose(scene, direction);
                }
                Some((scene, texts))
            }
            Err(Unbound::Missing(missing)) => {
                self.report_missing(&missing, problems);
                None
            }
            Err(unbound) => {
                problems.push(unbound.say(edition));
                None
            }
        }
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
        let subject = poster.subject();
        let layout = self.layout(poster).on(printing);
        let variant = printing.variant();
        let set = match layout.purpose {
            Purpose::LargePrint { pages } => {
                self.on_sheets(&layout, variant, subject, poster, (pages, Fill::Whole))
            }
            Purpose::Noticeboard => match self.on_one_sheet(&layout, variant, subject, poster) {
                Err(_) if self.edition.posters.overflow == Overflow::SecondPage => {
                    let layout = layout.over_sheets();
                    self.on_sheets(&layout, variant, subject, poster, (2, Fill::Even))
                }
                set => set,
            },
        };
        self.finished(set, poster, printing, &layout, problems)
    }

    /// The scene of a poster that has been set, at its size on paper. `None` if it doesn't fit, needs characters that no font has, or has
    /// words too small for who is far away; all this is said.
    fn finished(
        &self,
        set: Result<Set<'_>, TooMuch>,
        poster: Poster<'_>,
        printing: Printing,
        layout: &PosterLayout,
        problems: &mut Diagnostics,
    ) -> Option<(Scene, Vec<SetText>)> {
        let (canvas, missing) = match set {
            Ok(set) => set,
            Err(too_much) => {
                self.report_missing(&too_much.missing, problems);
                problems.push(too_much.say(
                    self.edition,
                    printing,
                    &self.title(poster),
                    self.place(poster),
                ));
                return None;
            }
        };
        if !self.report_missing(&missing, problems) {
            return None;
        }
        let (mut scene, mut texts) = self.scene_of(poster, canvas);
        if !self.report_small(poster, printing, layout, &texts, problems) {
            return None;
        }
        let times = layout.page.magnification;
        scene.magnify(times);
        self.prints.fit(&mut scene);
        for text in &mut texts {
            text.magnify(times);
        }
        Some((scene, texts))
    }

    /// The layout of a poster, on the sheet that it is written for.
    fn layout(&self, poster: Poster<'_>) -> &PosterLayout {
        match poster {
            Poster::Channel(_) => &self.channel,
            Poster::DoAndDont(_) => &self.do_and_dont,
            Poster::Contacts => &self.contacts,
        }
    }

    /// A poster on one sheet, in the largest type at which everything fits.
    fn on_one_sheet(
        &self,
        layout: &PosterLayout,
        variant: Variant,
        subject: Subject<'_>,
        poster: Poster<'_>,
    ) -> Result<Set<'_>, TooMuch> {
        let desk = self.desk(layout, variant);
        let piece = sheet(&desk, subject, self.code(poster));
        let missing = desk.missing();
        let page = layout.page;
        let fit = fit(&piece, page.width, page.height, &layout.limits());
        let (Fit::Fits(scale) | Fit::TooMuch { scale, .. }) = fit;
        let mut canvas = self.canvas(layout);
        piece.draw(canvas.sheet(), scale, &mut canvas);
        match fit {
            Fit::Fits(_) => Ok((canvas, missing)),
            Fit::TooMuch { excess, .. } => {
                Err(TooMuch::new(canvas, missing, layout, (scale, excess), 1))
            }
        }
    }

    /// A poster on no more than so many sheets, in the largest type at which they hold everything.
    fn on_sheets(
        &self,
        layout: &PosterLayout,
        variant: Variant,
        subject: Subject<'_>,
        poster: Poster<'_>,
        (most, fill): (usize, Fill),
    ) -> Result<Set<'_>, TooMuch> {
        let desk = self.desk(layout, variant);
        let sheets = Sheets::new(&desk, subject, self.code(poster));
        let surround = |folio| sheets.surround(folio);
        let flow = Flow {
            body: sheets.body(),
            surround: &surround,
            width: layout.page.width,
            height: layout.page.height,
            most,
            fill,
            edges: Edges::default(),
        };
        let mut canvas = self.canvas(layout);
        let limits = layout.limits();
        // Two sheets may have room for what one leaves out.
        let fit = match flow.fit(&limits.keeping_everything()) {
            FitOver::Fits(pages) if pages.is_comfortable(&limits) => FitOver::Fits(pages),
            _ => flow.fit(&limits),
        };
        match fit {
            FitOver::Fits(pages) => {
                flow.draw(&pages, &mut canvas);
                Ok((canvas, desk.missing()))
            }
            FitOver::TooMuch { scale, excess } => {
                flow.body.draw(canvas.sheet(), scale, &mut canvas);
                let missing = desk.missing();
                Err(TooMuch::new(canvas, missing, layout, (scale, excess), most))
            }
        }
    }

    fn desk<'d>(&'d self, layout: &'d PosterLayout, variant: Variant) -> Desk<'d> {
        Desk::new(
            self.edition,
            &self.words,
            &self.press.icons,
            layout,
            Palette::new(&self.edition.branding, variant),
            self.logo.clone(),
            Typesetter::new(&self.fonts, self.words.language()),
        )
        .with_picture(self.picture.clone())
    }

    /// An empty page.
    fn canvas(&self, layout: &PosterLayout) -> Canvas<'_> {
        let page = layout.page;
        let direction = Direction::of_language(self.words.language());
        Canvas::new(page.width, page.height, direction, &self.fonts)
    }

    fn scene_of(&self, poster: Poster<'_>, canvas: Canvas<'_>) -> (Scene, Vec<SetText>) {
        let Drawn {
            pages,
            structure,
            places,
            texts,
        } = canvas.finish();
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
            places,
            cover: None,
            press: None,
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

    /// Where a poster is spoken of in the pack.
    fn place(&self, poster: Poster<'_>) -> Span {
        match poster {
            Poster::Channel(channel) => channel.title.at,
            Poster::DoAndDont(summary) => summary.title.at,
            Poster::Contacts => self.edition.at,
        }
    }

    /// Says which characters no font has. Whether there are none.
    fn report_missing(&self, missing: &[MissingCharacter], problems: &mut Diagnostics) -> bool {
        let missing = missing_glyphs(missing.iter());
        let complete = missing.is_empty();
        for missing in missing {
            problems.push(missing.in_edition(&self.edition.id));
        }
        complete
    }

    /// Says which words are too small to be read from as far as is asked for. Whether there are none.
    fn report_small(
        &self,
        poster: Poster<'_>,
        printing: Printing,
        layout: &PosterLayout,
        texts: &[SetText],
        problems: &mut Diagnostics,
    ) -> bool {
        /// Sizes that differ by less are the same, in points.
        const SAME: f32 = 0.01;
        let Some(distance) = layout.scale.reading_distance else {
            return true;
        };
        let asked = self.edition.posters.reading_distance.as_ref();
        let mut enough = true;
        for text in texts {
            let Some((needed, at)) = text.from_afar.filter(|(size, _)| text.size < size - SAME)
            else {
                continue;
            };
            enough = false;
            let capital = distance.capital() * text.size / needed;
            problems.push(
                Diagnostic::new(
                    Code::ReadingDistance,
                    format!(
                        "“{}” on the poster “{}”{} can be read from {}, not from {distance}",
                        text.text,
                        self.title(poster),
                        on_paper(printing),
                        Distance::of_capital(capital)
                    ),
                )
                .at(
                    at,
                    format!(
                        "there is room for capitals {capital:.1} mm high; {:.1} mm are needed",
                        distance.capital()
                    ),
                )
                .at_some(asked.map(|far| far.at), "asked for here")
                .help("say it in fewer or shorter words, or print it larger: posters: { sizes: [a3] }")
                .help("or ask for a shorter `reading_distance`")
                .in_edition(&self.edition.id),
            );
        }
        enough
    }
}
