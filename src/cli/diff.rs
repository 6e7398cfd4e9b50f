//! `noticeboard diff`: what an edition changes, for those who have to decide on it.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::Arc;

use super::arguments::{Diff, Form};
use super::terminal;
use crate::compare::{self, Report, Side};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::edition::merged;
use crate::pack::{self, PACK_ID, Pack};
use crate::source::{Node, Sources};

pub(super) fn run(arguments: &Diff) -> ExitCode {
    let mut sources = Sources::new();
    let mut problems = Diagnostics::new();
    let pack = pack::read(&arguments.places.content, &mut sources, &mut problems);
    let report = pack.and_then(|pack| report(arguments, &pack, &mut sources, &mut problems));
    let problems = problems.tidied(usize::MAX);
    terminal::problems(&problems, &sources, arguments.printing.color);
    if let Some(report) = report {
        let coloured = terminal::is_coloured(arguments.printing.color, &std::io::stdout());
        match arguments.format {
            Form::Text => terminal::page(&compare::text(&report, coloured)),
            Form::Markdown => terminal::print(&compare::markdown(&report)),
            Form::Json => terminal::print(&compare::json(&report)),
            Form::Html => terminal::print(&compare::page(&report)),
        }
    }
    ExitCode::from(terminal::exit_code(&problems))
}

/// Compares what the arguments ask for. `None` if one of the two isn't there, which has been said.
fn report(
    arguments: &Diff,
    pack: &Pack,
    sources: &mut Sources,
    problems: &mut Diagnostics,
) -> Option<Report> {
    let language = arguments.language.as_deref();
    let after = side(pack, &arguments.edition, language, problems)?;
    let other = arguments.other.clone().unwrap_or_else(|| {
        if arguments.before.is_some() || arguments.revision.is_some() {
            arguments.edition.clone()
        } else {
            pack.layer(&arguments.edition)
                .and_then(|layer| pack.beneath(layer))
                .map_or_else(|| PACK_ID.to_owned(), |below| below.id.clone())
        }
    });
    let elsewhere = match (&arguments.before, &arguments.revision) {
        (Some(folder), _) => Some((Earlier::folder(folder), folder.display().to_string())),
        (None, Some(revision)) => match Earlier::of_revision(&arguments.places.content, revision) {
            Ok(earlier) => Some((earlier, revision.clone())),
            Err(problem) => {
                problems.push(problem);
                return None;
            }
        },
        (None, None) => None,
    };
    let mut before = match &elsewhere {
        Some((earlier, _)) => {
            let earlier = pack::read(&earlier.path, sources, problems)?;
            side(&earlier, &other, language, problems)?
        }
        None => side(pack, &other, language, problems)?,
    };
    if let Some((_, name)) = elsewhere {
        before.0.id = format!("{} at {name}", before.0.id);
    }
    Some(Report::of(
        (before.0, before.1.as_ref()),
        (after.0, after.1.as_ref()),
    ))
}

/// An edition, or the pack itself, as one of the two that are compared.
fn side(
    pack: &Pack,
    id: &str,
    language: Option<&str>,
    problems: &mut Diagnostics,
) -> Option<(Side, Arc<Node>)> {
    if let Err(problem) = pack.needed_layer(id) {
        problems.push(problem);
        return None;
    }
    let tree = merged(pack, id, language, problems)?;
    let said = |key| Some(tree.get(key)?.scalar()?.to_string());
    // A pack has a title; it has a name only if its own board publishes it as it is.
    let title = || said("title").filter(|_| id == PACK_ID);
    let name = said("name").or_else(title).unwrap_or_else(|| id.to_owned());
    let side = Side {
        id: id.to_owned(),
        name,
    };
    Some((side, tree))
}

/// The pack as it is in another folder. One that was made for the purpose is taken away afterwards.
struct Earlier {
    path: PathBuf,
    is_ours: bool,
}

impl Earlier {
    fn folder(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            is_ours: false,
        }
    }

    /// Writes the pack as git has it at a revision into a folder of its own.
    fn of_revision(content: &Path, revision: &str) -> Result<Self, Diagnostic> {
        let failed = |what: String| {
            Diagnostic::new(
                Code::UnknownName,
                format!("there is no revision `{revision}` of this pack"),
            )
            .help(what)
            .help("a revision is a tag, a branch or a commit of the git repository that the pack is in")
        };
        let folder = std::env::temp_dir().join(format!("noticeboard-{}", std::process::id()));
        let earlier = Self {
            path: folder.join("content"),
            is_ours: true,
        };
        std::fs::create_dir_all(&earlier.path).map_err(|error| failed(error.to_string()))?;
        let git = |within: &Path, arguments: &[&str]| {
            let done = Command::new("git")
                .current_dir(within)
                // An index of its own leaves the one of the repository as it is.
                .env("GIT_INDEX_FILE", folder.join("index"))
                .args(arguments)
                .output()
                .map_err(|error| failed(format!("git can't be run: {error}")))?;
            if done.status.success() {
                Ok(String::from_utf8_lossy(&done.stdout).trim().to_owned())
            } else {
                let said = String::from_utf8_lossy(&done.stderr);
                Err(failed(format!("git says: {}", said.trim())))
            }
        };
        // From a folder within, git writes only what is of that folder; the tree is of the pack itself, so it starts at the top.
        let top = PathBuf::from(git(content, &["rev-parse", "--show-toplevel"])?);
        let wanted = format!("{revision}:./");
        let tree = git(
            content,
            &["rev-parse", "--verify", "--end-of-options", &wanted],
        )?;
        git(&top, &["read-tree", &tree])?;
        let prefix = format!("--prefix={}/", earlier.path.display());
        git(&top, &["checkout-index", "--all", &prefix])?;
        Ok(earlier)
    }
}

impl Drop for Earlier {
    fn drop(&mut self) {
        if self.is_ours
            && let Some(folder) = self.path.parent()
        {
            // A folder that stays behind in the system's place for such is no harm.
            let _ = std::fs::remove_dir_all(folder);
        }
    }
}
