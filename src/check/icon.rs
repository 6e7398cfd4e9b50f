//! A channel's icon must be one that the theme has.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::edition::Edition;
use crate::theme::Theme;

pub(super) fn check(edition: &Edition, theme: &Theme, problems: &mut Diagnostics) {
    for channel in &edition.channels {
        let Some(icon) = &channel.icon else { continue };
        if theme.file(&format!("icons/{}.svg", icon.value)).is_some() {
            continue;
        }
        let known: Vec<&str> = theme
            .folder("icons")
            .filter_map(|(path, _)| path.strip_prefix("icons/")?.strip_suffix(".svg"))
            .collect();
        problems.push(
            Diagnostic::new(
                Code::UnknownIcon,
                format!("the theme `{}` has no icon `{}`", theme.name, icon.value),
            )
            .at(icon.at, "")
            .suggest(&icon.value, known.iter().copied())
            .help(format!("its icons are {}", known.join(", ")))
            .in_edition(&edition.id),
        );
    }
}
