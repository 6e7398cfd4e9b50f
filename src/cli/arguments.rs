//! What may stand on the command line. Help and messages of wrong use come from here.

use std::path::PathBuf;

use clap::{Args, ColorChoice, Parser, Subcommand, ValueEnum};

use crate::build::Only;

/// One pack of guidance, many local editions: a website and printable posters for each board, council or school.
#[derive(Debug, Parser)]
#[command(
    name = "noticeboard",
    version,
    about,
    arg_required_else_help = true,
    disable_help_subcommand = true
)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Make the websites and posters of all editions
    Build(Build),
    /// Look for problems without writing anything
    Check(Check),
    /// Show the editions with what they extend, and the channels
    List(List),
    /// Write a small pack to begin with
    Init(Init),
}

/// Where things lie.
#[derive(Debug, Args)]
pub(super) struct Places {
    /// The folder of the pack
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub content: PathBuf,
    /// A folder of themes of your own [default: themes, if it is there]
    #[arg(long, value_name = "DIR", value_parser = folder)]
    themes: Option<PathBuf>,
}

impl Places {
    /// The folder of themes; it need not be there.
    pub(super) fn themes(&self) -> PathBuf {
        self.themes.clone().unwrap_or_else(|| "themes".into())
    }
}

/// A folder that is there: whoever names it means it.
fn folder(name: &str) -> Result<PathBuf, &'static str> {
    let path = PathBuf::from(name);
    if path.is_dir() {
        Ok(path)
    } else {
        Err("there is no such folder")
    }
}

/// How to print.
#[derive(Debug, Args)]
pub(super) struct Printing {
    /// Print only problems
    #[arg(long, short)]
    pub quiet: bool,
    /// When to use colours
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub color: ColorChoice,
}

/// What to make.
#[derive(Debug, Args)]
pub(super) struct Choice {
    /// Only this edition; may be given more than once
    #[arg(long = "edition", value_name = "ID")]
    pub editions: Vec<String>,
    /// Only the websites, only the posters, or only the handbooks
    #[arg(long, value_name = "WHAT")]
    pub only: Option<What>,
    /// Take what is not translated into this language for an error; may be given more than once
    #[arg(long = "require-complete", value_name = "LANGUAGE")]
    pub complete: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum What {
    Site,
    Posters,
    Handbook,
}

impl From<What> for Only {
    fn from(what: What) -> Self {
        match what {
            What::Site => Only::Site,
            What::Posters => Only::Posters,
            What::Handbook => Only::Handbook,
        }
    }
}

#[derive(Debug, Args)]
pub(super) struct Build {
    #[command(flatten)]
    pub places: Places,
    /// The folder to write to
    #[arg(long, value_name = "DIR", default_value = "output")]
    pub output: PathBuf,
    #[command(flatten)]
    pub choice: Choice,
    /// Make no pictures of posters; pages do without
    #[arg(long)]
    pub no_previews: bool,
    #[command(flatten)]
    pub printing: Printing,
}

#[derive(Debug, Args)]
pub(super) struct Check {
    #[command(flatten)]
    pub places: Places,
    #[command(flatten)]
    pub choice: Choice,
    #[command(flatten)]
    pub printing: Printing,
}

#[derive(Debug, Args)]
pub(super) struct List {
    #[command(flatten)]
    pub places: Places,
    #[command(flatten)]
    pub printing: Printing,
}

#[derive(Debug, Args)]
pub(super) struct Init {
    /// The folder to make
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
}
