//! The command line: one file a command. Each takes its arguments, calls the library, prints, and gives an exit code.

mod accept;
mod arguments;
mod build;
mod check;
mod completion;
mod diff;
mod explain;
mod init;
mod list;
mod merge;
mod new;
mod questions;
mod schema;
mod serve;
mod terminal;
mod translate;
mod update;

use std::process::ExitCode;

use clap::Parser as _;

use arguments::{Arguments, Command};

/// The exit code when there are problems in the pack, or when it could not be published.
const PROBLEMS: u8 = 1;
/// The exit code when the command was used wrongly, as clap gives it, too.
const WRONG_USE: u8 = 2;

/// Reads the command line and does what it says.
pub fn run() -> ExitCode {
    completion::answer();
    match Arguments::parse().command {
        Command::Build(arguments) => build::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Accept(arguments) => accept::run(&arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::List(arguments) => list::run(&arguments),
        Command::Merge(arguments) => merge::run(&arguments),
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::Init(arguments) => init::run(&arguments),
        Command::New(arguments) => new::run(&arguments),
        Command::Translate(arguments) => translate::run(&arguments),
        Command::Update(arguments) => update::run(&arguments),
    }
}
