//! `noticeboard serve`: a pack in a browser while it is written.

use std::process::ExitCode;

use super::arguments::Serve;
use super::terminal;
use crate::build::{Extras, Request};
use crate::serve::{self, Settings};

pub(super) fn run(arguments: &Serve) -> ExitCode {
    let request = Request {
        content: arguments.places.content.clone(),
        themes: arguments.places.themes(),
        editions: Vec::new(),
        only: None,
        complete: Vec::new(),
        shard: None,
        keep_going: false,
        zip: false,
        deny_warnings: false,
        outside: None,
        formats: Vec::new(),
        today: arguments.day.today(),
        extras: Extras {
            previews: false,
            handbooks: false,
        },
        output: None,
    };
    let settings = Settings {
        address: arguments.address,
        hosts: arguments.hosts.clone(),
    };
    let ready = |address| {
        terminal::say(&format!(
            "Open http://{address}/ or, for all posters and handbooks, http://{address}/_/\nEnd it with Ctrl+C."
        ));
    };
    let lost = |error: &notify::Error| {
        eprintln!("warning: not all files can be watched any more, so start it again: {error}");
    };
    let served = serve::serve(&request, &settings, ready, lost);
    match served {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!(
                "error: nothing can be shown at {}: {error}",
                arguments.address
            );
            eprintln!("if another program has this port, choose one with --address 127.0.0.1:4001");
            ExitCode::from(super::PROBLEMS)
        }
    }
}
