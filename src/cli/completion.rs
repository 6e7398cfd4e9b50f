//! What a shell offers while somebody types: commands and options come from the arguments themselves, the ids of editions and the
//! keys of what they say from the pack.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::PathBuf;

use clap::CommandFactory as _;
use clap_complete::{CompleteEnv, CompletionCandidate};

use super::arguments::Arguments;
use crate::diagnostic::Diagnostics;
use crate::edition;
use crate::explain::leaves;
use crate::pack::{self, PACK_ID, Pack};
use crate::source::Sources;

/// If a shell asks, answers it, and ends.
pub(super) fn answer() {
    CompleteEnv::with_factory(Arguments::command).complete();
}

/// What is typed already, without the name of the command itself.
fn words() -> Vec<String> {
    let words = std::env::args_os().map(|word| word.to_string_lossy().into_owned());
    words.skip_while(|word| word != "--").skip(2).collect()
}

/// The pack that the words speak of.
fn pack(sources: &mut Sources) -> Option<Pack> {
    let words = words();
    let named = words
        .windows(2)
        .find(|pair| pair[0] == "--content")
        .map(|pair| pair[1].clone());
    let folder = PathBuf::from(named.unwrap_or_else(|| "content".to_owned()));
    // Nobody wants to read what is wrong with a pack in the middle of a line.
    pack::read(&folder, sources, &mut Diagnostics::new())
}

/// The ids of editions.
pub(super) fn editions() -> Vec<CompletionCandidate> {
    let pack = pack(&mut Sources::new());
    let editions = pack.map(|pack| pack.editions).unwrap_or_default();
    editions
        .into_iter()
        .map(|layer| CompletionCandidate::new(layer.id))
        .collect()
}

/// The ids of editions, and that of the pack.
pub(super) fn layers() -> Vec<CompletionCandidate> {
    let mut layers = editions();
    layers.push(CompletionCandidate::new(PACK_ID));
    layers
}

/// The keys of what the edition says that was typed before.
pub(super) fn keys(typed: &OsStr) -> Vec<CompletionCandidate> {
    let typed = typed.to_string_lossy();
    let mut sources = Sources::new();
    let Some(mut pack) = pack(&mut sources) else {
        return Vec::new();
    };
    let words = words();
    let Some(edition) = pack
        .editions
        .iter()
        .map(|layer| layer.id.clone())
        .find(|id| words.contains(id))
    else {
        return Vec::new();
    };
    // One edition is asked for, and not the hundreds beside it.
    let mut chain = BTreeSet::new();
    let mut next = Some(edition.clone());
    while let Some(id) = next.filter(|id| chain.insert(id.clone())) {
        let extends = pack.layer(&id).and_then(|layer| layer.extends.as_ref());
        next = extends.map(|extends| extends.value.clone());
    }
    pack.editions.retain(|layer| chain.contains(&layer.id));
    let all = edition::editions(&pack, &sources, &mut Diagnostics::new());
    let mut found = BTreeSet::new();
    if let Some(edition) = all.iter().find(|one| one.id == edition && one.is_main()) {
        leaves(edition, &mut |key, _| {
            // A group can be explained, too.
            let groups = key.match_indices('.').map(|(at, _)| &key[..at]);
            found.extend(
                groups
                    .chain([key])
                    .filter(|key| key.starts_with(&*typed))
                    .map(str::to_owned),
            );
        });
    }
    found.into_iter().map(CompletionCandidate::new).collect()
}
