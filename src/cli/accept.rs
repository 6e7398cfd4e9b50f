//! `noticeboard accept`: somebody has looked at what changed below an edition.

use std::process::ExitCode;

use super::arguments::Accept;
use super::terminal;
use crate::acceptance::{accept, file_of};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::pack;
use crate::source::Sources;
use crate::source::folder::display;

pub(super) fn run(arguments: &Accept) -> ExitCode {
    let mut sources = Sources::new();
    let mut problems = Diagnostics::new();
    let content = &arguments.places.content;
    let pack = pack::read(content, &mut sources, &mut problems);
    let mut written = None;
    if let Some(pack) = pack.filter(|_| problems.errors() == 0) {
        let id = &arguments.edition;
        match pack.needed_layer(id) {
            Err(problem) => problems.push(problem),
            Ok(layer) => match accept(&pack, layer, arguments.key.as_deref()) {
                Ok(text) => {
                    let file = file_of(content, id);
                    let done = file
                        .parent()
                        .map_or(Ok(()), std::fs::create_dir_all)
                        .and_then(|()| std::fs::write(&file, text));
                    match done {
                        Ok(()) => written = Some(file),
                        Err(error) => problems.push(
                            Diagnostic::new(
                                Code::Unwritable,
                                format!("{} can't be written", display(&file)),
                            )
                            .help(error.to_string()),
                        ),
                    }
                }
                Err(problem) => problems.push(problem),
            },
        }
    }
    terminal::problems(&problems, &sources, arguments.printing.color);
    if let Some(file) = written.filter(|_| !arguments.printing.quiet) {
        terminal::say(&format!("kept in {}", display(&file)));
    }
    ExitCode::from(terminal::exit_code(&problems))
}
