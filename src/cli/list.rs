//! `noticeboard list`: the editions with what they extend, and the channels.

use std::process::ExitCode;

use super::arguments::List;
use super::terminal;
use crate::diagnostic::Diagnostics;
use crate::edition::{Edition, editions};
use crate::pack;
use crate::source::Sources;

pub(super) fn run(arguments: &List) -> ExitCode {
    let mut sources = Sources::new();
    let mut problems = Diagnostics::new();
    let pack = pack::read(&arguments.places.content, &mut sources, &mut problems);
    let editions = pack
        .map(|pack| editions(&pack, &sources, &mut problems))
        .unwrap_or_default();
    let editions: Vec<Edition> = editions.into_iter().filter(Edition::is_main).collect();
    let problems = problems.tidied(editions.len());
    terminal::problems(&problems, &sources, arguments.printing.color);
    if !editions.is_empty() {
        print(&editions);
    }
    ExitCode::from(terminal::exit_code(&problems))
}

fn print(editions: &[Edition]) {
    let widest = editions
        .iter()
        .map(|edition| edition.id.chars().count())
        .max()
        .unwrap_or(0);
    terminal::say("Editions");
    for edition in editions {
        let below = &edition.chain[..edition.chain.len().saturating_sub(1)];
        terminal::say(&format!(
            "  {:widest$}  {} ({})",
            edition.id,
            edition.name.value,
            below.join(" → ")
        ));
    }
    terminal::say("\nChannels");
    let mut channels: Vec<(&str, &str, Vec<&str>)> = Vec::new();
    for edition in editions {
        for channel in &edition.channels {
            match channels.iter_mut().find(|(id, ..)| *id == channel.id) {
                Some((_, _, with)) => with.push(&edition.id),
                None => channels.push((&channel.id, &channel.title.value, vec![&edition.id])),
            }
        }
    }
    let widest = channels
        .iter()
        .map(|(id, ..)| id.chars().count())
        .max()
        .unwrap_or(0);
    for (id, title, with) in channels {
        let whose = if with.len() == editions.len() {
            "all editions".to_owned()
        } else if with.len() <= 3 {
            format!("only {}", with.join(", "))
        } else {
            let without: Vec<&str> = editions
                .iter()
                .map(|edition| edition.id.as_str())
                .filter(|id| !with.contains(id))
                .collect();
            if without.len() <= 3 {
                format!("all but {}", without.join(", "))
            } else {
                format!("{} of {} editions", with.len(), editions.len())
            }
        };
        terminal::say(&format!("  {id:widest$}  {title} ({whose})"));
    }
}
