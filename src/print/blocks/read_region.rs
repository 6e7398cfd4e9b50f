//! Reading what a theme says of a region.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::layout_keys::REGION;
use super::look::{Arrangement, Padding, RegionIcon, Rules, Tones};
use super::read_layout::Reader;
use super::region::{RegionSetup, ThemePicture};
use crate::diagnostic::{Code, Diagnostic, Located, Span, one_of};
use crate::edition::{Ground, Region};
use crate::markdown::{
    Inline, Options, Place, ShortBlock, Target, links_of_line, parse_blocks, short_text,
};
use crate::print::fields::Fields;
use crate::print::layout::Art;
use crate::print::picture::Picture;
use crate::source::Node;

/// The most contacts or figures that stand side by side.
const MOST_IN_A_ROW: usize = 6;
/// The smallest code that phones read from an arm's length, in points: 30 mm.
const LEAST_CODE: f32 = 30.0 * 72.0 / 25.4;

impl Reader<'_> {
    /// All regions of a sheet. What one says twice, and what is missing, is said.
    pub(super) fn regions(&mut self, node: &Node) -> Vec<RegionSetup> {
        let mut setups: Vec<RegionSetup> = Vec::new();
        let mut places: Vec<Span> = Vec::new();
        for item in node.items() {
            let Some(setup) = self.region(item) else {
                continue;
            };
            let twice = setups
                .iter()
                .position(|other| setup.region.repeats(other.region));
            if let Some(at) = twice {
                let (one, other) = (setups[at].region.name(), setup.region.name());
                self.problems.push(
                    Diagnostic::new(
                        Code::DuplicateId,
                        if one == other {
                            format!("the region `{one}` stands twice on a poster")
                        } else {
                            format!("the regions `{one}` and `{other}` say the same")
                        },
                    )
                    .at(item.at, "again here")
                    .at(places[at], "first here"),
                );
            }
            setups.push(setup);
            places.push(item.at);
        }
        // A region with a faulty name may be the one that is missing: that has been said.
        if setups.len() == node.items().len() && !node.is_faulty() {
            let there: Vec<Region> = setups.iter().map(|setup| setup.region).collect();
            for need in self.kind.lacks(&there, true) {
                let names = one_of(need.one_of.iter().map(|region| region.name()));
                self.problems.push(
                    Diagnostic::new(
                        Code::MissingRegion,
                        format!("the poster is without the region {names}"),
                    )
                    .at(node.at, need.or_else)
                    .help(format!("add {names} to `regions`")),
                );
            }
        }
        setups
    }

    /// A region.
    fn region(&mut self, node: &Node) -> Option<RegionSetup> {
        let switch = |name| choice(node, name, |text| text.parse::<bool>().ok());
        let region = choice(node, "region", Region::named)?;
        self.say_what_means_nothing(region, node);
        Some(RegionSetup {
            region,
            fill: choice(node, "fill", Ground::named),
            text: node
                .get("text")
                .and_then(|node| Some(Located::new(Ground::named(node.scalar()?)?, node.at))),
            edge: switch("edge"),
            padding: self.padding(region, node),
            gap: self.white(node, "gap"),
            corners: self.white(node, "corners"),
            rules: self.rules(region, node),
            arrange: choice(node, "arrange", Arrangement::named).unwrap_or_default(),
            tones: choice(node, "tones", Tones::named).unwrap_or_default(),
            notes: switch("notes").unwrap_or(false),
            in_a_row: choice(node, "in_a_row", |text| text.parse().ok())
                .map(|n: usize| n.clamp(1, MOST_IN_A_ROW)),
            icon: self.icon(node),
            label: by_language(node, "label"),
            words: self.words(node),
            picture: self.picture(region, node),
            height: self.height(region, node),
            leave_out: choice(node, "leave_out", |text| text.parse().ok()).unwrap_or(0),
        })
    }

    /// Says which keys a region doesn't know: a theme that sets them waits for something that never happens.
    fn say_what_means_nothing(&mut self, region: Region, node: &Node) {
        let known = || Region::COMMON_KEYS.iter().chain(region.keys()).copied();
        for entry in node.entries() {
            let key = &*entry.key;
            // What no region knows has been said when the shape was checked.
            if REGION.key(key).is_none() || known().any(|known| known == key) {
                continue;
            }
            self.problems.push(
                Diagnostic::new(
                    Code::UnknownKey,
                    format!("the region `{}` has no key `{key}`", region.name()),
                )
                .at(entry.at, "")
                .suggest(key, known()),
            );
        }
    }

    fn padding(&mut self, region: Region, node: &Node) -> Padding {
        let Some(node) = node.get("padding") else {
            return Padding::default();
        };
        let all = self.white(node, "all");
        // What a band holds keeps to the margins of the sheet, and the lines of levels to their rhythm.
        let upright = all.filter(|_| !matches!(region, Region::Levels | Region::DoAndDont));
        let sideways = all.filter(|_| !region.is_band());
        Padding {
            top: self.white(node, "top").or(upright),
            sides: self.white(node, "sides").or(sideways),
            bottom: self.white(node, "bottom").or(upright),
        }
    }

    fn rules(&mut self, region: Region, node: &Node) -> Rules {
        let Some(node) = node.get("rules") else {
            return Rules::default();
        };
        if let Some(between) = node.get("between")
            && !region.has_parts()
        {
            self.problems.push(
                Diagnostic::new(
                    Code::UnknownKey,
                    format!(
                        "the region `{}` has no parts for lines to stand between",
                        region.name()
                    ),
                )
                .at(between.at, "")
                .help("`above` and `below` draw lines about it"),
            );
        }
        Rules {
            above: self.white(node, "above").unwrap_or_default(),
            below: self.white(node, "below").unwrap_or_default(),
            between: self.white(node, "between").unwrap_or_default(),
            colour: choice(node, "colour", Ground::named).unwrap_or(Ground::Primary),
        }
    }

    fn icon(&mut self, node: &Node) -> RegionIcon {
        let Some((node, name)) = node
            .get("icon")
            .and_then(|node| Some((node, node.scalar()?)))
        else {
            return RegionIcon::Usual;
        };
        match name.trim() {
            "true" => RegionIcon::Usual,
            "false" => RegionIcon::Hidden,
            name => {
                if self.theme.icon(name).is_none() {
                    self.problems.push(
                        Diagnostic::new(
                            Code::UnknownIcon,
                            format!("the theme has no icon `{name}`"),
                        )
                        .at(node.at, "expected `true`, `false` or the name of an icon")
                        .suggest(name, self.theme.icons()),
                    );
                }
                RegionIcon::Named(Located::new(name.to_owned(), node.at))
            }
        }
    }

    /// What a text says, by language.
    fn words(&mut self, node: &Node) -> BTreeMap<String, Vec<ShortBlock>> {
        let mut words = BTreeMap::new();
        let entries = node.get("words").map(|node| node.entries());
        for entry in entries.unwrap_or_default() {
            let Some(text) = entry.node.scalar() else {
                continue;
            };
            let at = entry.node.at;
            let place = Place::of(text, at, self.sources);
            let blocks = parse_blocks(text, place, Options::default(), self.problems);
            match short_text(blocks, at) {
                Ok(blocks) => {
                    self.say_what_a_theme_cannot_know(&blocks, at);
                    words.insert(entry.key.to_string(), blocks);
                }
                Err(problem) => self.problems.push(problem),
            }
        }
        words
    }

    /// A theme serves many packs: it can't know their terms, nor what is in them to link to.
    fn say_what_a_theme_cannot_know(&mut self, blocks: &[ShortBlock], at: Span) {
        let lines = blocks.iter().flat_map(|block| match block {
            ShortBlock::Heading(line) | ShortBlock::Paragraph(line) => std::slice::from_ref(line),
            ShortBlock::List { items, .. } => items,
        });
        for line in lines {
            let mut said = |message: &str| {
                self.problems.push(
                    Diagnostic::new(Code::PosterLayout, message)
                        .at(at, "")
                        .help("write it in an edition: posters: { text: … }"),
                );
            };
            if has_term(line) {
                said("the words of a theme can't have terms: another pack may lack them");
            }
            let mut inside = false;
            links_of_line(line, &mut |target, _| {
                inside |= !matches!(target, Target::Address(_));
            });
            if inside {
                said("the words of a theme can only link to web addresses");
            }
        }
    }

    fn picture(&mut self, region: Region, node: &Node) -> Option<ThemePicture> {
        let file = node.get("file");
        if region != Region::Picture {
            return None;
        }
        let file = file?;
        let name = file.scalar()?.trim();
        let decoration = choice(node, "decoration", |text| text.parse().ok()).unwrap_or(false);
        let alt = by_language(node, "alt");
        if alt.is_empty() && !decoration {
            self.problems.push(
                Diagnostic::new(
                    Code::MissingAlt,
                    format!("the picture `{name}` has no words for those who don't see it"),
                )
                .at(file.at, "")
                .help("say what it shows: alt: { en: … }; or decoration: true, if it says nothing"),
            );
        }
        let Some(found) = self.theme.file(name) else {
            self.problems.push(
                Diagnostic::new(
                    Code::MissingFile,
                    format!("the theme `{}` has no file `{name}`", self.theme.name),
                )
                .at(file.at, "a path in the theme's folder"),
            );
            return None;
        };
        match Picture::read(&found.bytes) {
            Ok(picture) => Some(ThemePicture {
                at: file.at,
                art: Arc::new(picture) as Arc<dyn Art>,
                alt: (!decoration).then_some(alt),
            }),
            Err(error) => {
                self.problems.push(
                    Diagnostic::new(
                        Code::BadPicture,
                        format!("`{name}` can't be printed: {error}"),
                    )
                    .at(file.at, ""),
                );
                None
            }
        }
    }

    fn height(&mut self, region: Region, node: &Node) -> Option<f32> {
        let height = node.get("height")?;
        let length = self.length(node, "height")?;
        if region == Region::Qr && length + 1e-3 < LEAST_CODE {
            self.refuse(
                height.at,
                "a code lower than 30mm can't be read by every phone",
            );
        }
        Some(length)
    }
}

fn choice<T>(node: &Node, name: &str, named: impl Fn(&str) -> Option<T>) -> Option<T> {
    named(node.get(name)?.scalar()?)
}

/// Words by language.
fn by_language(node: &Node, name: &str) -> BTreeMap<String, Located<String>> {
    let entries = node.get(name).map(|node| node.entries());
    entries
        .unwrap_or_default()
        .iter()
        .filter_map(|entry| {
            let words = entry.node.scalar()?.trim().replace('\'', "’");
            Some((entry.key.to_string(), Located::new(words, entry.node.at)))
        })
        .collect()
}

fn has_term(line: &[Inline]) -> bool {
    line.iter().any(|inline| match inline {
        Inline::Term { .. } => true,
        Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link { content: inner, .. } => {
            has_term(inner)
        }
        _ => false,
    })
}
