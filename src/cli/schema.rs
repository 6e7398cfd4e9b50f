//! `noticeboard schema`: what editors need to complete and check as one types.

use std::fs;
use std::process::ExitCode;

use super::arguments::Schema;
use super::terminal;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::pack::schemas;
use crate::source::Sources;
use crate::source::folder::display;

pub(super) fn run(arguments: &Schema) -> ExitCode {
    let mut problems = Diagnostics::new();
    let folder = &arguments.folder;
    let write = || {
        fs::create_dir_all(folder)?;
        for (name, text) in schemas() {
            fs::write(folder.join(format!("{name}.schema.json")), text)?;
        }
        Ok::<(), std::io::Error>(())
    };
    match write() {
        Ok(()) => terminal::say(&format!(
            "{} written to {}; docs/editors.md says how editors find them",
            terminal::count(schemas().len(), "schema"),
            display(folder)
        )),
        Err(error) => problems.push(
            Diagnostic::new(
                Code::Unwritable,
                format!("{} can't be written to", display(folder)),
            )
            .help(error.to_string()),
        ),
    }
    terminal::problems(&problems, &Sources::new(), clap::ColorChoice::Auto);
    ExitCode::from(terminal::exit_code(&problems))
}
