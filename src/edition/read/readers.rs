//! What is there for certain readers: worries, audiences, the button to leave, and old addresses.

use super::context::{Context, Presence};
use super::fields::Fields;
use crate::diagnostic::{Code, Diagnostic, Located};
use crate::edition::model::{Audience, Way, Worry};
use crate::source::Node;
use crate::source::names::is_windows_name;

/// Where the button "Exit this page" leads if an edition names no address: a page that says nothing about who looks at it. It is
/// the one that GOV.UK's component has.
const NEUTRAL_PAGE: &str = "https://www.bbc.co.uk/weather";

/// Where the button to leave leads; none where an edition wants no button.
pub(super) fn exit_page(root: &Fields<'_>) -> Option<String> {
    let Some(fields) = root.inner("exit_page") else {
        return Some(NEUTRAL_PAGE.to_owned());
    };
    if fields.get("show").is_some() && !fields.switch("show") {
        return None;
    }
    let url = fields.word("url").map(|url| url.value);
    Some(url.unwrap_or_else(|| NEUTRAL_PAGE.to_owned()))
}

/// Addresses on the web that an edition vouches for.
pub(super) fn allowed_links(root: &Fields<'_>) -> Vec<Located<String>> {
    let links = root.inner("links");
    let allowed = links.as_ref().and_then(|links| links.get("allow"));
    allowed
        .map(|list| list.items())
        .unwrap_or_default()
        .iter()
        .filter_map(|link| {
            let address = link.get("address")?;
            Some(Located::new(address.scalar()?.to_string(), address.at))
        })
        .collect()
}

/// A worry. One that leads to what the edition leaves out is left out, too.
pub(super) fn worry(node: &Node, cx: &mut Context<'_>) -> Option<Worry> {
    type MakeWay = fn(String) -> Way;
    let ways: [(&str, &'static str, MakeWay); 3] = [
        ("channel", "channels", Way::Channel),
        ("section", "sections", Way::Section),
        ("contact", "contacts", Way::Contact),
    ];
    let id = node.get("id")?.scalar()?.to_string();
    let fields = Fields::new(node, format!("the worry `{id}`"), node.at);
    let text = fields.need("text", cx);
    let said: Vec<_> = ways
        .into_iter()
        .filter_map(|(key, list, way)| Some((key, list, way, fields.word(key)?)))
        .collect();
    let [(_, list, way, name)] = said.as_slice() else {
        let keys: Vec<&str> = said.iter().map(|(key, ..)| *key).collect();
        let message = if keys.is_empty() {
            format!("the worry `{id}` leads nowhere")
        } else {
            format!(
                "the worry `{id}` leads to more than one place: {}",
                keys.join(", ")
            )
        };
        cx.say(
            Diagnostic::new(Code::MissingKey, message)
                .at(node.at, "")
                .help("give it one of `channel`, `section` and `contact`, with an id"),
        );
        return None;
    };
    match cx.presence(list, &name.value) {
        Presence::There => Some(Worry {
            id,
            text: text?,
            way: way(name.value.clone()),
        }),
        Presence::LeftOut => None,
        Presence::Unknown => {
            cx.unknown_name(list, &name.value, name.at);
            None
        }
    }
}

pub(super) fn audience(node: &Node, cx: &mut Context<'_>) -> Option<Audience> {
    let id = node.get("id")?.scalar()?.to_string();
    let fields = Fields::new(node, format!("the audience `{id}`"), node.at);
    Some(Audience {
        at: node.at,
        label: fields.need("label", cx)?,
        about: fields.text("about", cx),
        id,
    })
}

/// The audiences that a statement is for, by id; what was removed is left out.
pub(super) fn audiences(fields: &Fields<'_>, cx: &mut Context<'_>) -> Vec<String> {
    fields
        .words("audiences")
        .into_iter()
        .filter(|audience| match cx.presence("audiences", &audience.value) {
            Presence::There => true,
            Presence::LeftOut => false,
            Presence::Unknown => {
                let none = cx.ids("audiences").is_empty();
                let diagnostic = Diagnostic::new(
                    Code::UnknownName,
                    format!("there is no audience `{}`", audience.value),
                )
                .at(audience.at, "");
                let ids = cx.ids("audiences");
                cx.say(
                    diagnostic
                        .suggest(&audience.value, ids.iter().map(String::as_str))
                        .help_if(
                            none,
                            "say in pack.yml which there are: audiences: [{id: volunteers, label: Volunteers}]",
                        ),
                );
                false
            }
        })
        .map(|audience| audience.value)
        .collect()
}

/// The addresses that a page had before, from the folder of the edition, without `/` at either end: `channels/e-mail`.
pub(super) fn aliases(fields: &Fields<'_>, cx: &mut Context<'_>) -> Vec<Located<String>> {
    let mut aliases = Vec::new();
    for alias in fields.words("aliases") {
        let bare = alias.value.trim_start_matches('/');
        let bare = bare.strip_suffix("index.html").unwrap_or(bare);
        let bare = bare.trim_end_matches('/');
        let is_part = |part: &str| {
            !part.is_empty()
                && !part.starts_with('.')
                && !part.ends_with('.')
                && !is_windows_name(part)
                && part
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '~'))
        };
        if bare.split('/').all(is_part) {
            aliases.push(Located::new(bare.to_owned(), alias.at));
        } else {
            cx.say(
                Diagnostic::new(
                    Code::WrongForm,
                    format!("`{}` is not an address within the edition", alias.value),
                )
                .at(alias.at, "")
                .help("write it from the folder of the edition, with letters, digits, hyphens and dots: channels/e-mail"),
            );
        }
    }
    aliases
}
