//! `noticeboard translate`: texts to translators, and back.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use super::arguments::{Translate, TranslateFile};
use super::terminal;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::pack::{self, Languages, Pack, is_language};
use crate::source::Sources;
use crate::source::folder::display;
use crate::translate::{self, Form};

pub(super) fn run(arguments: &Translate) -> ExitCode {
    let (arguments, is_export) = match arguments {
        Translate::Export(arguments) => (arguments, true),
        Translate::Import(arguments) => (arguments, false),
    };
    let mut sources = Sources::new();
    let mut problems = Diagnostics::new();
    let pack = pack::read(&arguments.places.content, &mut sources, &mut problems);
    // A pack that can't be read as it is meant would be handed over with holes.
    if let Some(pack) = pack.filter(|_| problems.errors() == 0) {
        let done = if is_export {
            export(arguments, &pack)
        } else {
            import(arguments, &pack, &mut sources, &mut problems)
        };
        match done {
            Ok(said) if !arguments.printing.quiet => terminal::say(&said),
            Ok(_) => {}
            Err(problem) => problems.push(problem),
        }
    }
    let problems = problems.tidied(0);
    terminal::problems(&problems, &sources, arguments.printing.color);
    ExitCode::from(terminal::exit_code(&problems))
}

/// The file, and the form that its name tells.
fn file(arguments: &TranslateFile) -> Result<(String, Form), Diagnostic> {
    let file = arguments.file.as_ref().map_or_else(
        || format!("{}.{}.xlf", arguments.edition, arguments.language),
        |file| display(file),
    );
    match Form::of(&file) {
        Some(form) => Ok((file, form)),
        None => Err(Diagnostic::new(
            Code::WrongForm,
            format!("the name of `{file}` doesn't tell its form"),
        )
        .help("end it with .xlf for a translator's program, or with .csv for a spreadsheet")),
    }
}

/// The language that texts are translated from.
fn from<'p>(
    arguments: &TranslateFile,
    languages: &'p Languages<'p>,
) -> Result<&'p str, Diagnostic> {
    let language = &arguments.language;
    let written = languages.written(&arguments.edition);
    if !is_language(language) {
        return Err(
            Diagnostic::new(Code::WrongForm, format!("`{language}` is not a language"))
                .help("languages are written as en, cy, pl, ur"),
        );
    }
    if written == language {
        return Err(Diagnostic::new(
            Code::WrongForm,
            format!("`{}` is written in `{language}`", arguments.edition),
        )
        .help("name the language that it is to be translated into"));
    }
    Ok(written)
}

fn export(arguments: &TranslateFile, pack: &Pack) -> Result<String, Diagnostic> {
    let (file, form) = file(arguments)?;
    let units = translate::units(pack, &arguments.edition, &arguments.language)?;
    let languages = Languages::of(pack);
    let from = from(arguments, &languages)?;
    let text = translate::written(&units, form, from, &arguments.language);
    write(&file, &text)?;
    let done = units.iter().filter(|unit| unit.target.is_some()).count();
    Ok(format!(
        "{} written to {file}, {done} of them translated already",
        terminal::count(units.len(), "text")
    ))
}

fn import(
    arguments: &TranslateFile,
    pack: &Pack,
    sources: &mut Sources,
    problems: &mut Diagnostics,
) -> Result<String, Diagnostic> {
    let (file, form) = file(arguments)?;
    let languages = Languages::of(pack);
    from(arguments, &languages)?;
    let text = fs::read_to_string(&file).map_err(|error| {
        Diagnostic::new(
            Code::UnreadableFile,
            format!("{file} can't be read: {error}"),
        )
    })?;
    let text = text.trim_start_matches('\u{feff}');
    let language = &arguments.language;
    let returned = translate::read(&file, text, form, language, sources, problems);
    if problems
        .iter()
        .any(|problem| problem.code == Code::NotXliff)
    {
        return Ok("nothing was written".to_owned());
    }
    let taken = translate::take(
        pack,
        sources,
        &arguments.edition,
        language,
        &returned,
        problems,
    )?;
    let mut said: Vec<String> = Vec::new();
    for (path, text) in &taken.files {
        write(path, text)?;
        said.push(path.clone());
    }
    said.push(format!(
        "{} new or changed, {} as before, {} without a translation",
        terminal::count(taken.changed, "text"),
        taken.same,
        taken.empty
    ));
    let spoken = languages.spoken(&arguments.edition);
    if !spoken.iter().any(|spoken| spoken.value == *language) {
        said.push(format!(
            "`{}` does not speak `{language}` yet: name it in `languages:`",
            arguments.edition
        ));
    }
    Ok(said.join("\n"))
}

fn write(file: &str, text: &str) -> Result<(), Diagnostic> {
    let write = || {
        if let Some(folder) = Path::new(file).parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(file, text)
    };
    write().map_err(|error: std::io::Error| {
        Diagnostic::new(
            Code::Unwritable,
            format!("{file} can't be written: {error}"),
        )
    })
}
