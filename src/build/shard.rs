//! A share of the editions, for machines that build side by side.
//!
//! Shards need nothing from each other: each reads the whole pack, makes the editions that are its own, and the page over all of them, which
//! is the same in each. A note beside the output says which shard of which build it is; by these notes
//! [`merge`](super::merge()) puts the shards together.

use std::fs;
use std::path::Path;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::digest::{Digester, PROGRAM, of_edition};
use super::look::Look;
use crate::edition::Edition;

/// One of several shares of the editions: the third of eight is `3/8`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shard {
    /// Which one, from 1.
    part: usize,
    /// How many there are.
    of: usize,
}

/// A shard that can't be.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("write a shard as its number and how many there are, such as 3/8")]
pub struct NoShard;

impl FromStr for Shard {
    type Err = NoShard;

    fn from_str(text: &str) -> Result<Self, NoShard> {
        let (part, of) = text.split_once('/').ok_or(NoShard)?;
        let number = |text: &str| text.parse::<usize>().map_err(|_| NoShard);
        let (part, of) = (number(part)?, number(of)?);
        if (1..=of).contains(&part) {
            Ok(Self { part, of })
        } else {
            Err(NoShard)
        }
    }
}

impl std::fmt::Display for Shard {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}/{}", self.part, self.of)
    }
}

impl Shard {
    /// Which one it is, from 1.
    pub fn part(self) -> usize {
        self.part
    }

    /// How many there are.
    pub fn of(self) -> usize {
        self.of
    }

    /// The editions of this shard. All languages of an edition are in the same.
    pub(super) fn share<'e>(self, editions: &[&'e Edition]) -> Vec<&'e Edition> {
        let mut place = 0;
        let mut last: Option<&str> = None;
        let mut share = Vec::new();
        for &edition in editions {
            if last.is_some_and(|last| last != edition.id) {
                place += 1;
            }
            last = Some(&edition.id);
            if place % self.of == self.part - 1 {
                share.push(edition);
            }
        }
        share
    }
}

/// The note beside the output of a shard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ShardNote {
    pub(super) shard: Shard,
    /// The digest of all that the whole build is made from: shards of different builds don't go together.
    pub(super) build: String,
}

impl ShardNote {
    pub(super) fn of<'l>(
        shard: Shard,
        options: &str,
        all: &[&Edition],
        looks: impl Iterator<Item = &'l Look>,
    ) -> Self {
        let mut digester = Digester::new();
        digester.text(PROGRAM);
        digester.text(options);
        for look in looks {
            digester.text(&look.digest);
        }
        for edition in all {
            digester.text(&of_edition(edition));
        }
        Self {
            shard,
            build: digester.finish(),
        }
    }

    /// The note in a file; none if there is none that can be understood.
    pub(super) fn read(file: &Path) -> Option<Self> {
        let bytes = fs::read(file).ok()?;
        serde_json::from_slice(&bytes).ok()
    }

    /// The note as it is kept.
    pub(super) fn bytes(&self) -> Vec<u8> {
        // Texts and numbers can always be written.
        serde_json::to_vec(self).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shard_is_one_of_those_there_are() {
        assert_eq!("3/8".parse(), Ok(Shard { part: 3, of: 8 }));
        for wrong in ["", "3", "0/8", "9/8", "3/0", "a/b", "1/2/3", "-1/2"] {
            assert_eq!(wrong.parse::<Shard>(), Err(NoShard), "{wrong}");
        }
    }
}
