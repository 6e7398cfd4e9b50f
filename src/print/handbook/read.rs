//! Reading a theme's description of its handbook.

use super::keys::HANDBOOK;
use super::layout::{Colours, HandbookLayout, LEAST_BODY, Page, Sizes};
use crate::diagnostic::{Code, Diagnostics};
use crate::edition::{Ground, HandbookPart};
use crate::pack::conform::conform;
use crate::pack::shape::Kind;
use crate::print::fields::Fields;
use crate::source::{Node, Sources, yaml};
use crate::theme::Theme;

/// The file of a theme.
const FILE: &str = "handbook.yml";

impl HandbookLayout {
    /// Reads `handbook.yml` of a theme. `None` if no handbook could be made by it, which has then been said.
    pub(crate) fn load(
        theme: &Theme,
        sources: &mut Sources,
        problems: &mut Diagnostics,
    ) -> Option<Self> {
        let (text, id) = theme.needed_text(FILE, sources, problems)?;
        read(text, id, sources, problems)
    }
}

/// Reads the text of a description.
fn read(
    text: &str,
    file: crate::diagnostic::FileId,
    sources: &Sources,
    problems: &mut Diagnostics,
) -> Option<HandbookLayout> {
    let before = problems.errors();
    let node = yaml::parse(text, file, 0, problems)?;
    let node = conform(
        &node,
        &Kind::Record(&HANDBOOK),
        "the handbook",
        sources,
        problems,
    )?;
    let layout = Reader { problems }.handbook(&node);
    if problems.errors() > before {
        return None;
    }
    layout
}

/// Reads the values of a tree that has the right shape.
struct Reader<'a> {
    problems: &'a mut Diagnostics,
}

impl Fields for Reader<'_> {
    const REFUSED: Code = Code::HandbookLayout;

    fn problems(&mut self) -> &mut Diagnostics {
        self.problems
    }
}

impl Reader<'_> {
    fn handbook(&mut self, node: &Node) -> Option<HandbookLayout> {
        let page = self.needed(node, "page").and_then(|page| self.page(page));
        let sizes = self
            .needed(node, "type")
            .and_then(|sizes| self.sizes(sizes));
        Some(HandbookLayout {
            page: page?,
            sizes: sizes?,
            colours: colours(node.get("colours").map(|colours| &**colours)),
            new_page: parts(node, "new_page").unwrap_or_default(),
            parts: parts(node, "parts"),
        })
    }

    fn page(&mut self, node: &Node) -> Option<Page> {
        /// The least that is left for text, as a share of the page.
        const LEFT: f32 = 0.5;
        let mut length = |name| self.length(node, name);
        let (width, height) = (length("width"), length("height"));
        let (top, bottom) = (length("top"), length("bottom"));
        let (side, spine) = (length("side"), length("spine"));
        let page = Page {
            width: width?,
            height: height?,
            top: top?,
            bottom: bottom?,
            side: side?,
            spine: spine?,
        };
        if page.width - 2.0 * page.side < page.width * LEFT
            || page.height - page.top - page.bottom < page.height * LEFT
        {
            self.refuse(node.at, "its margins leave less than half of the page");
            return None;
        }
        if page.spine > page.side {
            self.refuse(node.at, "`spine` is more than the white at a `side`");
            return None;
        }
        Some(page)
    }

    fn sizes(&mut self, node: &Node) -> Option<Sizes> {
        let mut size = |name| self.size(node, name, LEAST_BODY);
        let (body, title, chapter) = (size("body"), size("title"), size("chapter"));
        let (heading, subheading) = (size("heading"), size("subheading"));
        let headline = size("headline");
        let leading = self.number(node, "leading");
        Some(Sizes {
            body: body?,
            leading: leading?,
            title: title?,
            chapter: chapter?,
            heading: heading?,
            subheading: subheading?,
            headline: headline?,
        })
    }
}

fn colours(node: Option<&Node>) -> Colours {
    let named = |name, usual| {
        node.and_then(|node| Ground::named(node.get(name)?.scalar()?))
            .unwrap_or(usual)
    };
    Colours {
        cover: named("cover", Ground::Primary),
        headline: named("headline", Ground::Ink),
        boxes: named("boxes", Ground::Pale),
        lines: named("lines", Ground::Primary),
    }
}

/// A list of parts; names that don't exist have been said.
fn parts(node: &Node, name: &str) -> Option<Vec<HandbookPart>> {
    let list = node.get(name)?;
    let mut parts: Vec<HandbookPart> = Vec::new();
    for part in list.items() {
        if let Some(part) = part.scalar().and_then(|name| HandbookPart::named(name))
            && !parts.contains(&part)
        {
            parts.push(part);
        }
    }
    Some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(change: impl Fn(&str) -> String) -> Vec<Code> {
        let theme = Theme::embedded("default").expect("the default theme is embedded");
        let text = theme.file(FILE).and_then(|file| file.text());
        let text = change(text.expect("it has a handbook"));
        let (mut sources, mut problems) = (Sources::new(), Diagnostics::new());
        let file = sources.add(FILE, text.as_str());
        let layout = super::read(&text, file, &sources, &mut problems);
        assert_eq!(layout.is_some(), problems.errors() == 0);
        problems.iter().map(|problem| problem.code).collect()
    }

    #[test]
    fn the_handbooks_of_all_themes_can_be_read() {
        for name in ["default", "bold"] {
            let theme = Theme::embedded(name).expect("the theme is embedded");
            let mut problems = Diagnostics::new();
            let layout = HandbookLayout::load(&theme, &mut Sources::new(), &mut problems);
            assert!(problems.is_empty(), "{name}: {problems:?}");
            assert!((layout.expect("a layout").page.width - 595.28).abs() < 0.01);
        }
    }

    #[test]
    fn what_can_not_be_meant_is_said() {
        let change = |from: &'static str, to: &'static str| {
            codes(|text| {
                assert!(text.contains(from), "{from}");
                text.replace(from, to)
            })
        };
        assert_eq!(change("body: 12pt", "body: 11pt"), [Code::HandbookLayout]);
        assert_eq!(change("side: 22mm", "side: 80mm"), [Code::HandbookLayout]);
        assert_eq!(change("spine: 4mm", "spine: 40mm"), [Code::HandbookLayout]);
        assert_eq!(change("side: 22mm", "side: 22"), [Code::WrongForm]);
        assert_eq!(change("leading:", "leadng:"), [Code::UnknownKey]);
        assert_eq!(change("cover: primary", "cover: purple"), [Code::WrongForm]);
    }
}
