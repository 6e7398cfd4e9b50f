//! `noticeboard init`: a small pack to begin with.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;

use include_dir::{Dir, include_dir};

use super::arguments::Init;
use super::terminal;
use crate::source::folder::display;

/// The pack that is written, file by file.
static STARTER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/starter");

pub(super) fn run(arguments: &Init) -> ExitCode {
    let folder = &arguments.folder;
    match in_the_way(folder) {
        Ok(None) => {}
        Ok(Some(name)) => {
            eprintln!(
                "error: {} is there already, with `{name}` in it; nothing was written",
                display(folder)
            );
            eprintln!("  = help: name a folder that is new or empty");
            return ExitCode::from(super::PROBLEMS);
        }
        Err(error) => return failed(folder, &error),
    }
    if let Err(error) = write(&STARTER, folder) {
        return failed(folder, &error);
    }
    terminal::say(&format!(
        "A small pack is in {}. Build it:\n",
        display(folder)
    ));
    let folder = display(folder);
    let quote = if folder.contains(char::is_whitespace) {
        "\""
    } else {
        ""
    };
    terminal::say(&format!(
        "  cd {quote}{folder}{quote}\n  noticeboard build\n"
    ));
    terminal::say("Then open content/pack.yml in an editor, and begin.");
    terminal::say(
        "The edition content/editions/my-board is a sample: make it yours, or delete it before you publish.",
    );
    ExitCode::SUCCESS
}

/// A file that lies in the folder already.
fn in_the_way(folder: &Path) -> io::Result<Option<String>> {
    match fs::read_dir(folder) {
        Ok(mut entries) => entries
            .next()
            .transpose()
            .map(|entry| entry.map(|entry| entry.file_name().to_string_lossy().into_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn write(starter: &Dir<'_>, folder: &Path) -> io::Result<()> {
    for file in starter.files() {
        let path = folder.join(file.path());
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        // `create_new` never overwrites, even if something else writes here at the same time.
        fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(path)?
            .write_all(file.contents())?;
    }
    starter.dirs().try_for_each(|inner| write(inner, folder))
}

fn failed(folder: &Path, error: &io::Error) -> ExitCode {
    eprintln!("error: {} can't be written: {error}", display(folder));
    ExitCode::from(super::PROBLEMS)
}
