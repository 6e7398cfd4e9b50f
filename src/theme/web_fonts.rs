//! The fonts of pages, as `theme.yml` names them under `web_fonts`.
//!
//! They are not those of posters: a page is sent to a phone, so it brings only the letters it needs. Comes in: the settings of a theme and of
//! those it extends. Goes out: families with their files, from which `web::fonts` writes the rules for browsers. The
//! nearest theme that has the key decides; an empty list means that pages are set in the fonts of the device.

use std::fmt;
use std::sync::Arc;

use super::Theme;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::pack::shape::{Kind, Record, may, needed};
use crate::source::Node;

/// A family of fonts for pages.
#[derive(Debug, Clone)]
pub(crate) struct WebFont {
    /// Its name in styles.
    pub(crate) family: String,
    /// Its letters, in parts: a browser fetches only those that a page has letters of.
    pub(crate) parts: Vec<Part>,
    /// What stands in for it until it is there, the likeliest first.
    pub(crate) stand_ins: Vec<StandIn>,
}

/// A part of the letters of a family.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    /// Which characters it has, as CSS writes it (`unicode-range`).
    pub(crate) characters: String,
    /// A file for each way its letters are cut.
    pub(crate) faces: Vec<Face>,
}

/// A file of a family.
#[derive(Debug, Clone)]
pub(crate) struct Face {
    /// How its letters are cut.
    pub(crate) cut: Cut,
    /// Its name, without folder and ending.
    pub(crate) stem: String,
    /// Its bytes.
    pub(crate) bytes: Arc<[u8]>,
}

/// A font that devices have, made as wide and high as the family, so that nothing moves when that arrives.
#[derive(Debug, Clone)]
pub(crate) struct StandIn {
    /// A font for each way letters are cut.
    pub(crate) faces: Vec<LocalFace>,
}

/// A font of the device.
#[derive(Debug, Clone)]
pub(crate) struct LocalFace {
    /// How its letters are cut.
    pub(crate) cut: Cut,
    /// The names it may have; the first that is there is taken.
    pub(crate) names: Vec<String>,
    /// How large it is to be drawn.
    pub(crate) size: Percent,
    /// How far a line reaches above its base line.
    pub(crate) ascent: Percent,
    /// How far a line reaches below its base line.
    pub(crate) descent: Percent,
}

/// How letters are cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cut {
    /// For reading.
    Regular,
    /// For headings and stress.
    Bold,
    /// For titles of works.
    Italic,
}

impl Cut {
    const ALL: [Self; 3] = [Self::Regular, Self::Bold, Self::Italic];

    fn key(self) -> &'static str {
        match self {
            Self::Regular => "regular",
            Self::Bold => "bold",
            Self::Italic => "italic",
        }
    }
}

/// A share of a font's size, in hundredths.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Percent(f32);

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}%", self.0)
    }
}

static PART: Record = Record {
    name: "a part of a web font",
    keys: &[&[
        needed(
            "characters",
            Kind::Plain,
            "Which characters the files have: `U+0020-007E, U+20AC`. A browser fetches them for pages with one of these.",
        ),
        may("regular", Kind::File, "The file for reading, in `fonts/`."),
        may("bold", Kind::File, "The file for headings and stress."),
        may("italic", Kind::File, "The file for titles of works."),
    ]],
    short_form: None,
};

static LOCAL_FACE: Record = Record {
    name: "a font of the device",
    keys: &[&[
        needed(
            "local",
            Kind::List(&Kind::Plain),
            "The names it may have. The first that is there is taken.",
        ),
        needed(
            "size",
            Kind::Plain,
            "How large it is drawn, so that lines are as wide as in the web font: `94.3%`.",
        ),
        needed(
            "ascent",
            Kind::Plain,
            "How far a line reaches above its base line: `106%`.",
        ),
        needed(
            "descent",
            Kind::Plain,
            "How far a line reaches below its base line: `34%`.",
        ),
    ]],
    short_form: None,
};

static STAND_IN: Record = Record {
    name: "a stand-in for a web font",
    keys: &[&[
        needed("regular", Kind::Record(&LOCAL_FACE), "For reading."),
        may(
            "bold",
            Kind::Record(&LOCAL_FACE),
            "For headings and stress.",
        ),
        may("italic", Kind::Record(&LOCAL_FACE), "For titles of works."),
    ]],
    short_form: None,
};

/// A family in `web_fonts` of `theme.yml`.
pub(super) static WEB_FONT: Record = Record {
    name: "a web font",
    keys: &[&[
        needed("family", Kind::Plain, "Its name."),
        needed(
            "parts",
            Kind::List(&Kind::Record(&PART)),
            "Its files, by the characters that are in them.",
        ),
        may(
            "stand_ins",
            Kind::List(&Kind::Record(&STAND_IN)),
            "Fonts of the device that are shown until it is there, made as wide, so that nothing moves.",
        ),
    ]],
    short_form: None,
};

/// The families that the nearest of these settings names. What can't be used is said.
pub(super) fn web_fonts<'n>(
    theme: &Theme,
    mut settings: impl Iterator<Item = &'n Arc<Node>>,
    problems: &mut Diagnostics,
) -> Vec<WebFont> {
    let Some(families) = settings.find_map(|settings| settings.get("web_fonts")) else {
        return Vec::new();
    };
    let mut reader = Reader { theme, problems };
    families
        .items()
        .iter()
        .filter_map(|node| reader.family(node))
        .collect()
}

/// The names that the settings give to files of `web_fonts`, whether or not they decide: none of these files is a stray one.
pub(super) fn named<'n>(
    settings: impl Iterator<Item = &'n Arc<Node>>,
) -> impl Iterator<Item = &'n str> {
    settings
        .filter_map(|settings| settings.get("web_fonts"))
        .flat_map(|families| families.items())
        .filter_map(|family| family.get("parts"))
        .flat_map(|parts| parts.items())
        .flat_map(|part| Cut::ALL.into_iter().filter_map(|cut| part.get(cut.key())))
        .filter_map(|file| file.scalar())
        .map(|name| within(name))
}

/// The name of a font from the folder of fonts, which may be written along.
fn within(name: &str) -> &str {
    name.strip_prefix("fonts/").unwrap_or(name)
}

struct Reader<'a> {
    theme: &'a Theme,
    problems: &'a mut Diagnostics,
}

impl Reader<'_> {
    fn family(&mut self, node: &Node) -> Option<WebFont> {
        let family = self.name(node.get("family"));
        let list = |key| node.get(key).map(|list| list.items()).unwrap_or_default();
        let parts: Vec<Part> = list("parts")
            .iter()
            .filter_map(|part| self.part(part))
            .collect();
        let stand_ins = list("stand_ins")
            .iter()
            .map(|stand_in| StandIn {
                faces: Cut::ALL
                    .into_iter()
                    .filter_map(|cut| self.local_face(cut, stand_in.get(cut.key())?))
                    .collect(),
            })
            .collect();
        Some(WebFont {
            family: family?,
            parts,
            stand_ins,
        })
    }

    fn part(&mut self, node: &Node) -> Option<Part> {
        let characters = self.read(
            node.get("characters"),
            "ranges of characters",
            "write them as U+0020-007E, U+20AC",
            character_ranges,
        );
        let faces = Cut::ALL
            .into_iter()
            .filter_map(|cut| self.face(cut, node.get(cut.key())?))
            .collect();
        Some(Part {
            characters: characters?,
            faces,
        })
    }

    fn face(&mut self, cut: Cut, node: &Node) -> Option<Face> {
        let name = within(node.scalar()?);
        let Some(file) = self.theme.file(&format!("fonts/{name}")) else {
            let known = self.theme.folder("fonts");
            let known = known.filter_map(|(path, _)| path.strip_prefix("fonts/"));
            self.problems.push(
                Diagnostic::new(
                    Code::MissingFile,
                    format!("the theme `{}` has no font `{name}`", self.theme.name),
                )
                .at(node.at, "")
                .suggest(name, known),
            );
            return None;
        };
        if !file.bytes.starts_with(b"wOF2") {
            self.problems.push(
                Diagnostic::new(
                    Code::BadFont,
                    format!("`{name}` is not a font for pages"),
                )
                .at(node.at, "not a WOFF2 file")
                .help("WOFF2 is the smallest form of a font, and every browser of today reads it; fonttools can write it"),
            );
            return None;
        }
        let file_name = name.rsplit('/').next().unwrap_or(name);
        let stem = file_name
            .rsplit_once('.')
            .map_or(file_name, |(stem, _)| stem);
        Some(Face {
            cut,
            stem: stem.to_owned(),
            bytes: Arc::from(&*file.bytes),
        })
    }

    fn local_face(&mut self, cut: Cut, node: &Node) -> Option<LocalFace> {
        let names = node
            .get("local")?
            .items()
            .iter()
            .filter_map(|name| self.name(Some(name)))
            .collect();
        let mut percent = |key| {
            self.read(
                node.get(key),
                "a share of the size",
                "write it as 94.3%",
                percent,
            )
        };
        let (size, ascent, descent) = (percent("size"), percent("ascent"), percent("descent"));
        Some(LocalFace {
            cut,
            names,
            size: size?,
            ascent: ascent?,
            descent: descent?,
        })
    }

    /// The name of a font: it stands between quotation marks in styles, so it has none itself.
    fn name(&mut self, node: Option<&Arc<Node>>) -> Option<String> {
        self.read(
            node,
            "the name of a font",
            "it is made of letters, digits, spaces and hyphens",
            |text| {
                let is_plain = |c: char| c.is_alphanumeric() || c == ' ' || c == '-';
                (!text.is_empty() && text.chars().all(is_plain)).then(|| text.to_owned())
            },
        )
    }

    /// A value in the form that `read` knows. Anything else is said.
    fn read<T>(
        &mut self,
        node: Option<&Arc<Node>>,
        what: &str,
        help: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let node = node?;
        let text = node.scalar()?;
        let value = read(text);
        if value.is_none() {
            self.problems.push(
                Diagnostic::new(Code::WrongForm, format!("`{text}` is not {what}"))
                    .at(node.at, "")
                    .help(help),
            );
        }
        value
    }
}

/// Ranges of characters as CSS writes them (CSS Fonts 4 §4.5), tidied.
fn character_ranges(text: &str) -> Option<String> {
    /// The last character that Unicode has.
    const LAST: u32 = 0x10_FFFF;
    let number = |digits: &str| {
        let number = u32::from_str_radix(digits, 16).ok()?;
        (number <= LAST && digits.len() <= 6).then_some(number)
    };
    let mut ranges = Vec::new();
    for range in text.split(',') {
        let range = range.trim().strip_prefix("U+")?;
        match range.split_once('-') {
            Some((first, last)) if number(first)? <= number(last)? => {}
            None if number(range).is_some() => {}
            _ => return None,
        }
        ranges.push(format!("U+{range}"));
    }
    Some(ranges.join(","))
}

fn percent(text: &str) -> Option<Percent> {
    let number: f32 = text.strip_suffix('%')?.parse().ok()?;
    (number > 0.0 && number < 1000.0).then_some(Percent(number))
}

#[cfg(test)]
mod tests {
    use super::super::Themes;
    use super::*;
    use crate::source::Sources;
    use crate::trial;

    fn load(files: &[(&str, &str)]) -> (Vec<WebFont>, Vec<Code>) {
        let folder = trial::Folder::new();
        for (path, text) in files {
            folder.write(path, text);
        }
        let mut problems = Diagnostics::new();
        let themes = Themes::read(folder.path(), &mut problems);
        let theme = themes
            .load("own", &mut Sources::new(), &mut problems)
            .expect("it is there");
        let codes = problems.iter().map(|problem| problem.code).collect();
        (theme.web_fonts, codes)
    }

    #[test]
    fn a_theme_has_those_it_inherits_unless_it_says_otherwise() {
        let (inherited, codes) = load(&[("own/theme.yml", "extends: default")]);
        assert_eq!(codes, []);
        assert_eq!(inherited[0].family, "Noticeboard Sans");
        assert_eq!(inherited[0].parts[0].faces.len(), 3);
        let (none, codes) = load(&[("own/theme.yml", "extends: default\nweb_fonts: []")]);
        assert_eq!((none.len(), codes), (0, vec![]));
        let own = "extends: default\nweb_fonts: [{family: Own, parts: [{characters: U+20, bold: web/own.woff2}]}]";
        let (own, codes) = load(&[("own/theme.yml", own), ("own/fonts/web/own.woff2", "wOF2…")]);
        assert_eq!(codes, []);
        assert_eq!(own.len(), 1);
        assert_eq!(own[0].parts[0].faces[0].cut, Cut::Bold);
        assert_eq!(own[0].parts[0].faces[0].stem, "own");
    }

    #[test]
    fn what_cannot_be_used_is_said() {
        let said = |web_fonts: &str| {
            let theme = format!("extends: default\nweb_fonts: [{web_fonts}]");
            let files = [
                ("own/theme.yml", &*theme),
                ("own/fonts/plain.ttf", "\0\x01"),
            ];
            let mut codes = load(&files).1;
            codes.sort_unstable();
            codes
        };
        let family = |part: &str| format!("{{family: Own, parts: [{{{part}}}]}}");
        assert_eq!(
            said(&family("characters: U+20, regular: web/none.woff2")),
            [Code::MissingFile, Code::StrayFile]
        );
        assert_eq!(
            said(&family("characters: U+20, regular: plain.ttf")),
            [Code::BadFont]
        );
        assert_eq!(
            said(&family("characters: latin, regular: plain.ttf")),
            [Code::WrongForm, Code::BadFont]
        );
        assert_eq!(
            said("{family: 'Own\"', parts: []}"),
            [Code::StrayFile, Code::WrongForm]
        );
    }

    #[test]
    fn ranges_and_shares_have_a_form() {
        assert_eq!(character_ranges("U+20").as_deref(), Some("U+20"));
        assert_eq!(
            character_ranges("U+0020-007E,  U+20AC").as_deref(),
            Some("U+0020-007E,U+20AC")
        );
        for wrong in ["", "20", "U+", "U+7E-20", "U+110000", "U+20;}", "U+20, "] {
            assert_eq!(character_ranges(wrong), None, "{wrong}");
        }
        assert_eq!(
            percent("94.3%").map(|p| p.to_string()).as_deref(),
            Some("94.3%")
        );
        for wrong in ["94.3", "-1%", "0%", "inf%", "NaN%"] {
            assert_eq!(percent(wrong), None, "{wrong}");
        }
    }
}
