//! Colours with what a print shop needs to know of them.

use super::context::Context;
use super::fields::Fields;
use crate::diagnostic::{Code, Diagnostic, Located};
use crate::edition::{BrandColour, Cmyk, Rgb};

/// Names of inks that mean something of their own in every PDF: all plates at once, none, and the four that `cmyk` is about
/// (ISO 32000-1 §8.6.6.4).
const TAKEN: [&str; 6] = ["All", "None", "Cyan", "Magenta", "Yellow", "Black"];

/// A colour as it was written: a plain string, or a map in which inks stand beside its `rgb`.
pub(super) struct Written<'n> {
    /// What it is on screens.
    pub(super) rgb: Located<String>,
    /// The map.
    inks: Option<Fields<'n>>,
}

impl<'n> Written<'n> {
    /// The value of a key; `None` if nothing is said, or an empty text, which takes away what is inherited.
    pub(super) fn at(fields: &Fields<'n>, key: &str, cx: &mut Context<'_>) -> Option<Self> {
        let node = fields.get(key)?;
        if let Some(text) = node.scalar() {
            return Some(Self {
                rgb: Located::new(text.trim().to_owned(), node.at),
                inks: None,
            });
        }
        let inner = fields.inner(key)?;
        let rgb = inner.word("rgb");
        if rgb.is_none() {
            inner.missing("rgb", cx);
        }
        let rgb = rgb?;
        Some(Self {
            rgb: Located::new(rgb.value.trim().to_owned(), rgb.at),
            inks: Some(inner),
        })
    }

    /// Whether it says more than what the colour is on screens.
    pub(super) fn has_inks(&self) -> bool {
        let inks = self.inks.as_ref();
        inks.is_some_and(|inks| inks.node().entries().len() > 1)
    }

    /// This colour with its inks.
    pub(super) fn with_inks(&self, rgb: Rgb, cx: &mut Context<'_>) -> BrandColour {
        let Some(inks) = &self.inks else {
            return rgb.into();
        };
        BrandColour {
            rgb,
            cmyk: cmyk(inks),
            spot: spot(inks, cx),
        }
    }
}

/// The colour of a key.
pub(super) fn colour(
    fields: &Fields<'_>,
    key: &str,
    cx: &mut Context<'_>,
) -> Option<Located<BrandColour>> {
    let written = Written::at(fields, key, cx)?;
    // What is no colour was said when the file was read.
    let rgb = Rgb::parse(&written.rgb.value)?;
    Some(Located::new(written.with_inks(rgb, cx), written.rgb.at))
}

fn cmyk(fields: &Fields<'_>) -> Option<Cmyk> {
    let items = fields.items("cmyk");
    let mut shares = [0; 4];
    if items.len() != shares.len() {
        return None;
    }
    for (share, item) in shares.iter_mut().zip(items) {
        *share = item.scalar()?.parse().ok()?;
    }
    Some(Cmyk::new(shares))
}

fn spot(fields: &Fields<'_>, cx: &mut Context<'_>) -> Option<String> {
    if fields.node().get("spot").is_some() && fields.get("spot").is_none() {
        fields.missing("spot", cx);
    }
    let spot = fields.word("spot")?;
    let name = spot.value.trim();
    if let Some(taken) = TAKEN.iter().find(|taken| taken.eq_ignore_ascii_case(name)) {
        let help = match *taken {
            "All" | "None" => "name one ink, as its maker calls it: spot: PANTONE 3308 C",
            _ => "leave `spot` out, and say how much of it under `cmyk`",
        };
        cx.say(
            Diagnostic::new(
                Code::WrongForm,
                format!("`{name}` can't be the name of a spot colour"),
            )
            .at(spot.at, "it means something else to print shops")
            .help(help),
        );
        return None;
    }
    Some(name.to_owned())
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Diagnostics;
    use crate::edition::{BrandColour, Cmyk, Edition, Rgb, editions};
    use crate::source::Sources;

    /// The edition `ash` with these layers: the settings of the pack, of a county, and of a school that extends it.
    fn school(pack: &str, county: &str, school: &str) -> (Edition, Vec<String>) {
        let folder = crate::trial::Folder::new();
        let levels = "levels: [{id: best, label: Best, tone: do}]\n";
        folder.write("pack.yml", &format!("title: Safe\n{levels}{pack}"));
        folder.write(
            "channels/email.md",
            "---\ntitle: Email\nlevels: {best: [{id: a, short: Ask.}]}\n---\n",
        );
        folder.write(
            "editions/county/edition.yml",
            &format!("name: County\n{county}"),
        );
        folder.write(
            "editions/ash/edition.yml",
            &format!("name: Ash\nextends: county\n{school}"),
        );
        let mut sources = Sources::new();
        let mut problems = Diagnostics::new();
        let pack = crate::pack::read(folder.path(), &mut sources, &mut problems).expect("a pack");
        let found = editions(&pack, &sources, &mut problems);
        let said = problems
            .iter()
            .map(|problem| {
                let at = problem.labels[0].at;
                let text = &sources.file(at.file).text[at.range()];
                format!("{}: {} [{text}]", problem.code.name(), problem.message)
            })
            .collect();
        let ash = found.into_iter().find(|edition| edition.id == "ash");
        (ash.expect("an edition"), said)
    }

    const COUNTY: &str =
        "branding:\n  primary: {rgb: '#0b4f54', cmyk: [90, 45, 50, 40], spot: PANTONE 3308 C}\n";

    #[test]
    fn inks_are_handed_down_with_their_colour() {
        let (ash, said) = school("", COUNTY, "");
        assert!(said.is_empty(), "{said:?}");
        assert_eq!(
            ash.branding.primary.value,
            BrandColour {
                rgb: Rgb::new(0x0b, 0x4f, 0x54),
                cmyk: Some(Cmyk::new([90, 45, 50, 40])),
                spot: Some("PANTONE 3308 C".to_owned()),
            }
        );
        assert_eq!(ash.branding.secondary, ash.branding.primary);
    }

    #[test]
    fn a_new_colour_doesnt_keep_the_inks_of_the_one_it_replaces() {
        let red: BrandColour = Rgb::new(0x90, 0, 0).into();
        for school_colour in ["'#900000'", "{rgb: '#900000'}"] {
            let (ash, said) = school(
                "",
                COUNTY,
                &format!("branding: {{primary: {school_colour}}}\n"),
            );
            assert!(said.is_empty(), "{said:?}");
            assert_eq!(ash.branding.primary.value, red);
        }
    }

    #[test]
    fn colours_behind_regions_have_inks_too() {
        let (ash, said) = school(
            "",
            "",
            "posters:\n  colours: {band: secondary, headline: {rgb: '#5b2333', cmyk: [30, 90, 50, 50]}, title: '#123456'}\n",
        );
        assert!(said.is_empty(), "{said:?}");
        assert_eq!(ash.poster_changes.colours.len(), 3);
        let own: Vec<_> = ash
            .own_colours()
            .map(|(key, colour)| (key, colour.value.cmyk.map(Cmyk::shares)))
            .collect();
        assert_eq!(
            own,
            [
                ("branding.primary".to_owned(), Some([95, 70, 25, 10])),
                (
                    "posters.colours.headline".to_owned(),
                    Some([30, 90, 50, 50])
                ),
                ("posters.colours.title".to_owned(), None),
            ]
        );
    }

    #[test]
    fn what_is_wrong_is_said_where_it_stands() {
        for (settings, expected) in [
            (
                "branding: {primary: {rgb: '#900000', cmyk: [120, 0, red, 0]}}",
                &[
                    "wrong-form: `120` is not a share of cyan [120]",
                    "wrong-form: `red` is not a share of yellow [red]",
                ][..],
            ),
            (
                "branding: {primary: {rgb: '#900000', cmyk: [10, 0, 0]}}",
                &["wrong-form: `cmyk` takes four numbers, and has 3 [[]"],
            ),
            (
                "branding: {primary: {rgb: '#900000', cmyk: [100, 100, 60, 60]}}",
                &["wrong-form: these inks are 320 % together [[]"],
            ),
            (
                "branding: {primary: {rgb: '#900000', spot: ''}}",
                &[
                    "empty-text: the `spot` of `primary` of `branding` of the edition `ash` is empty ['']",
                ],
            ),
            (
                "branding: {primary: {rgb: '#900000', spot: all}}",
                &["wrong-form: `all` can't be the name of a spot colour [all]"],
            ),
            (
                "branding: {primary: {cmyk: [10, 0, 0, 0]}}",
                &["missing-key: `primary` of `branding` of the edition `ash` has no `rgb` [{]"],
            ),
            (
                "branding: {primary: red}",
                &["wrong-form: `red` is not a colour [red]"],
            ),
            (
                "posters: {colours: {band: {rgb: primary, cmyk: [1, 1, 1, 1]}}}",
                &["wrong-form: `primary` has inks of its own already [primary]"],
            ),
        ] {
            let (_, said) = school("", "", &format!("{settings}\n"));
            assert_eq!(said, expected, "{settings}");
        }
    }
}
