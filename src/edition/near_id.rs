//! Statements that a layer adds beside one whose id it may have misspelt.
//!
//! A wrong id of a statement can't be an error: any id may be new. Comes in: the tree that a layer is laid on, and what the
//! layer says. Goes out: hints. Nothing here changes a value.

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::pack::{id_of, is_edition, is_made_up};
use crate::source::Node;

/// Among more statements than this, ids are alike by chance, and comparing them all takes long.
const MOST: usize = 200;

/// Looks at the statements that a layer adds to the channels below it.
pub(super) fn look(layer: &str, below: &Node, over: &Node, problems: &mut Diagnostics) {
    let channels = over.get("channels").map(|channels| channels.entries());
    for channel in channels.unwrap_or_default() {
        let Some(inherited) = below.get("channels").and_then(|all| all.get(&channel.key)) else {
            continue;
        };
        let (inherited, own) = (statements(inherited), statements(&channel.node));
        if inherited.len() > MOST {
            continue;
        }
        let named: Vec<&str> = own.iter().filter_map(|statement| id(statement)).collect();
        for statement in own {
            if let Some(hint) = near_id(&inherited, &named, statement) {
                problems.push(if is_edition(layer) {
                    hint.in_edition(layer)
                } else {
                    hint
                });
            }
        }
    }
}

/// A statement that is new, and has nearly the id of one that is there already.
fn near_id(inherited: &[&Arc<Node>], named: &[&str], statement: &Node) -> Option<Diagnostic> {
    let (new, at) = id_of(statement)?;
    let is_known = inherited.iter().any(|other| id(other) == Some(new));
    // An id that comes from its words isn't written by anybody, and what can't be removed is said elsewhere.
    if is_known || is_made_up(statement) || statement.get("remove").is_some() {
        return None;
    }
    let (known, there) = inherited
        .iter()
        .filter_map(|other| id_of(other))
        // Whoever names both tells them apart.
        .filter(|(known, _)| !named.contains(known))
        .find(|(known, _)| is_slip(new, known))?;
    Some(
        Diagnostic::new(
            Code::NearId,
            format!("`{new}` is a new statement, beside `{known}`"),
        )
        .at(at, "nothing below has this id")
        .at(there, "this one stays as it is")
        .help(format!(
            "did you mean `{known}`? With that id, these words take the place of the others"
        )),
    )
}

/// Whether one id is likely to be another with a slip of the finger: a fifth of the letters or fewer differ. (That is stricter
/// than for names that must exist: a new statement may have any id.) Those that differ by their numbers are meant to differ.
fn is_slip(id: &str, other: &str) -> bool {
    /// Shorter ids are alike by chance.
    const FEWEST: usize = 4;
    let number = |id: &str| id.replace(|c: char| !c.is_ascii_digit(), "");
    let longest = id.len().max(other.len());
    longest >= FEWEST
        && number(id) == number(other)
        && strsim::damerau_levenshtein(id, other) <= (longest / 5).max(1)
}

/// The statements of a channel, in all its levels and among its safeguards.
fn statements(channel: &Node) -> Vec<&Arc<Node>> {
    let levels = channel.get("levels").map(|levels| levels.entries());
    let levels = levels.unwrap_or_default().iter().map(|level| &level.node);
    let lists = levels.chain(channel.get("safeguards"));
    lists.flat_map(|list| list.items()).collect()
}

fn id(statement: &Node) -> Option<&str> {
    id_of(statement).map(|(id, _)| id)
}
