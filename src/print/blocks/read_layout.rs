//! Reading a theme's description of a poster.

use std::sync::Arc;

use super::large_print::{LEAST_LARGE, LargePrint, LargeSizes};
use super::layout_keys::POSTER;
use super::poster_layout::{LEAST, LEAST_BODY, PageSetup, PosterLayout, Purpose, TypeScale};
use super::turned;
use crate::diagnostic::{Code, Diagnostics};
use crate::edition::{Distance, PosterKind};
use crate::pack::conform::conform;
use crate::pack::shape::Kind;
use crate::print::fields::Fields;
use crate::print::layout::Squeeze;
use crate::source::{Node, Sources, Value, yaml};
use crate::theme::Theme;

/// How far colour reaches over the edge if nothing is said, in points: 3 mm, what print shops ask for.
const BLEED: f32 = 3.0 * 72.0 / 25.4;

impl PosterLayout {
    /// Reads the layout of a kind of poster: `posters/KIND.yml` of a theme. `None` if no poster could be made by it, which has then been said.
    pub(crate) fn load(
        theme: &Theme,
        kind: PosterKind,
        sources: &mut Sources,
        problems: &mut Diagnostics,
    ) -> Option<Self> {
        let path = format!("posters/{}.yml", kind.name());
        let (text, id) = theme.needed_text(&path, sources, problems)?;
        let before = problems.errors();
        let node = yaml::parse(text, id, 0, problems)?;
        let node = conform(
            &node,
            &Kind::Record(&POSTER),
            "the poster",
            sources,
            problems,
        )?;
        let layout = Reader {
            kind,
            theme,
            sources,
            problems,
        }
        .poster(&node);
        if problems.errors() > before {
            return None;
        }
        layout
    }
}

/// Reads the values of a tree that has the right shape.
pub(super) struct Reader<'a> {
    pub(super) kind: PosterKind,
    pub(super) theme: &'a Theme,
    pub(super) sources: &'a Sources,
    pub(super) problems: &'a mut Diagnostics,
}

impl Fields for Reader<'_> {
    const REFUSED: Code = Code::PosterLayout;

    fn problems(&mut self) -> &mut Diagnostics {
        self.problems
    }
}

impl Reader<'_> {
    fn poster(&mut self, node: &Node) -> Option<PosterLayout> {
        let mut layout = self.one_way_up(node)?;
        if let Some(other) = node.get("turned").filter(|other| !other.is_faulty()) {
            let mut turned = self.one_way_up(&laid_over(node, other))?;
            turned.page = layout.page.turned();
            if other.get("regions").is_none() {
                turned.regions = turned::turned(&layout.regions, turned.page.is_wide());
            }
            layout.turned = Some(Box::new(turned));
        }
        if let Some(large) = node.get("large_print").filter(|large| !large.is_faulty()) {
            layout.large_print = self.large_print(large);
        }
        Some(layout)
    }

    fn large_print(&mut self, node: &Node) -> LargePrint {
        let mut size = |name| {
            node.get(name)?;
            self.size(node, name, LEAST_LARGE)
        };
        let sizes = LargeSizes {
            body: size("body"),
            floor: size("floor"),
            title: size("title"),
            headline: size("headline"),
            heads: size("heads"),
            phones: size("phones"),
        };
        let leading = node
            .get("leading")
            .and_then(|_| self.number(node, "leading"));
        LargePrint {
            sizes,
            leading,
            margin: self.white(node, "margin"),
            pages: node
                .get("pages")
                .and_then(|pages| pages.scalar()?.parse().ok())
                .map(|pages: usize| pages.max(1)),
            regions: node.get("regions").map(|regions| self.regions(regions)),
        }
    }

    fn one_way_up(&mut self, node: &Node) -> Option<PosterLayout> {
        let page = self.needed(node, "page");
        let page = page.and_then(|page| self.page(page));
        let scale = self.needed(node, "type");
        let scale = scale.and_then(|scale| self.scale(scale));
        let squeezes = self.needed(node, "squeeze").map(|squeezes| {
            squeezes
                .items()
                .iter()
                .filter_map(|step| self.squeeze(step))
                .collect::<Vec<_>>()
        });
        let most_air = self.number(node, "most_air");
        let regions = self
            .needed(node, "regions")
            .map(|regions| self.regions(regions));
        Some(PosterLayout {
            page: page?,
            scale: scale?,
            squeezes: squeezes?,
            most_air: most_air?,
            regions: regions?,
            turned: None,
            large_print: LargePrint::default(),
            purpose: Purpose::Noticeboard,
        })
    }

    fn page(&mut self, node: &Node) -> Option<PageSetup> {
        let width = self.length(node, "width");
        let height = self.length(node, "height");
        let margin = self.length(node, "margin");
        let bleed = self.white(node, "bleed");
        Some(PageSetup {
            bleed: bleed.unwrap_or(BLEED),
            width: width?,
            height: height?,
            margin: margin?,
            magnification: 1.0,
        })
    }

    fn scale(&mut self, node: &Node) -> Option<TypeScale> {
        let floor = self.size(node, "floor", LEAST_BODY);
        let fine = self.size(node, "fine", LEAST);
        let mut size = |name| self.size(node, name, LEAST_BODY);
        let body = size("body");
        let comfort = size("comfort");
        let title = size("title");
        let title_one_line = size("title_one_line");
        let headline = size("headline");
        let heads = size("heads");
        let phones = size("phones");
        let leading = self.number(node, "leading");
        if let (Some(body), Some(floor)) = (body, floor)
            && body < floor
        {
            self.refuse(
                node.get("body").map_or(node.at, |node| node.at),
                "`body` is the largest size, and it is smaller than `floor`",
            );
        }
        Some(TypeScale {
            body: body?,
            floor: floor?,
            least: LEAST_BODY,
            comfort: comfort?,
            leading: leading?,
            title: title?,
            title_one_line: title_one_line?,
            headline: headline?,
            heads: heads?,
            phones: phones?,
            fine: fine?,
            reading_distance: node
                .get("reading_distance")
                .and_then(|far| Distance::parse(far.scalar()?)),
            hyphenate: node
                .get("hyphenate")
                .and_then(|node| node.scalar())
                .is_some_and(|text| &**text == "true"),
        })
    }

    fn squeeze(&mut self, node: &Node) -> Option<Squeeze> {
        let air = self.number(node, "air");
        let titles = self.number(node, "titles");
        let left_out = node
            .get("leave_out")
            .and_then(|node| node.scalar())
            .and_then(|text| text.parse().ok())
            .unwrap_or(0);
        Some(Squeeze {
            air: air?,
            titles: titles?,
            left_out,
        })
    }
}

/// A map with what another says instead: key by key, and in maps within. Anything else is replaced as a whole.
fn laid_over(below: &Node, above: &Node) -> Node {
    let mut entries = below.entries().to_vec();
    for entry in above.entries() {
        match entries.iter_mut().find(|other| other.key == entry.key) {
            Some(other) if matches!(entry.node.value, Value::Map(_)) => {
                other.node = Arc::new(laid_over(&other.node, &entry.node));
            }
            Some(other) => *other = entry.clone(),
            None => entries.push(entry.clone()),
        }
    }
    Node::new(Value::Map(entries), above.at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(change: impl Fn(&str) -> String) -> (Option<PosterLayout>, Vec<Code>) {
        let theme = Theme::embedded("default").expect("the default theme is embedded");
        let text = theme
            .file("posters/channel.yml")
            .and_then(|file| file.text());
        let text = change(text.expect("it has a poster of channels"));
        let mut sources = Sources::new();
        let mut problems = Diagnostics::new();
        let id = sources.add("posters/channel.yml", text.as_str());
        let layout = yaml::parse(&text, id, 0, &mut problems)
            .and_then(|node| {
                conform(
                    &node,
                    &Kind::Record(&POSTER),
                    "the poster",
                    &sources,
                    &mut problems,
                )
            })
            .and_then(|node| {
                Reader {
                    kind: PosterKind::Channel,
                    theme: &theme,
                    sources: &sources,
                    problems: &mut problems,
                }
                .poster(&node)
            });
        (
            layout,
            problems.iter().map(|problem| problem.code).collect(),
        )
    }

    #[test]
    fn the_default_themes_posters_can_be_read() {
        let theme = Theme::embedded("default").expect("the default theme is embedded");
        for kind in PosterKind::ALL {
            let name = kind.name();
            let mut problems = Diagnostics::new();
            let layout = PosterLayout::load(&theme, kind, &mut Sources::new(), &mut problems);
            assert!(problems.is_empty(), "{name}: {problems:?}");
            let page = layout.expect(name).page;
            assert!((page.width - 595.28).abs() < 0.01 && (page.height - 841.89).abs() < 0.01);
        }
    }

    #[test]
    fn what_can_not_be_meant_is_said() {
        let (_, codes) = read(|text| text.replace("leading: 1.2", "leading: wide"));
        assert_eq!(codes, [Code::WrongForm]);
        let (_, codes) = read(|text| text.replace("margin: 11.3mm", "margin: 32"));
        assert_eq!(codes, [Code::WrongForm]);
        let (_, codes) = read(|text| text.replace("most_air: 1.5", "most_aire: 1.5"));
        assert_eq!(codes, [Code::UnknownKey]);
        let (_, codes) = read(|text| text.replace("- headline", "- headlines"));
        assert_eq!(codes, [Code::WrongForm]);
        let (_, codes) =
            read(|text| text.replace("- headline", "- { region: headline, fil: ink }"));
        assert_eq!(codes, [Code::UnknownKey]);
        let (_, codes) =
            read(|text| text.replace("- headline", "- { region: headline, fill: inc }"));
        assert_eq!(codes, [Code::WrongForm]);
        let (_, codes) =
            read(|text| text.replace("- headline", "- { region: headline, padding: 3 }"));
        assert_eq!(codes, [Code::WrongForm]);
    }

    #[test]
    fn body_text_under_twelve_points_is_refused() {
        let (layout, codes) = read(|text| text.replace("floor: 12pt", "floor: 11pt"));
        assert!(layout.is_none());
        assert_eq!(codes, [Code::PosterLayout]);
    }
}
