//! Regions arranged for a sheet the other way up.
//!
//! A sheet that lies has little height: title and board share a masthead, notes become a column beside the levels, and
//! contacts stand in one row. A sheet that stands has little width, and all of this is undone. Order, colours and what is left out
//! stay as the theme has them. A theme that wants it otherwise says so under `turned`.

use super::look::Arrangement;
use super::region::RegionSetup;
use crate::edition::Region;

/// So many contacts stand side by side, if nothing is said.
const IN_A_ROW: usize = 2;
/// More never do.
const MOST_IN_A_ROW: usize = 6;

/// The regions for a sheet that lies, if `wide`, or stands.
pub(super) fn turned(regions: &[RegionSetup], wide: bool) -> Vec<RegionSetup> {
    let mut regions = if wide {
        with_masthead(regions)
    } else {
        without_masthead(regions)
    };
    let has = |regions: &[RegionSetup], region| regions.iter().any(|one| one.region == region);
    let levels = regions
        .iter()
        .position(|setup| setup.region == Region::Levels);
    if let Some(at) = levels {
        if wide && has(&regions, Region::Notes) {
            regions[at].notes = true;
        } else if !wide && regions[at].notes {
            regions[at].notes = false;
            regions.insert(at + 1, RegionSetup::plain(Region::Notes));
        }
    }
    if wide {
        let beside = regions.iter().any(|setup| setup.notes);
        regions.retain(|setup| !(beside && setup.region == Region::Notes));
    }
    for setup in &mut regions {
        match setup.region {
            Region::Levels if wide => setup.arrange = Arrangement::Columns,
            Region::Contacts | Region::Directory => {
                let now = setup.in_a_row.unwrap_or(IN_A_ROW);
                setup.in_a_row = Some(if wide {
                    (2 * now).min(MOST_IN_A_ROW)
                } else {
                    now.div_ceil(2)
                });
            }
            _ => {}
        }
    }
    regions
}

/// A band with a title right below it becomes a masthead.
fn with_masthead(regions: &[RegionSetup]) -> Vec<RegionSetup> {
    let mut turned: Vec<RegionSetup> = Vec::with_capacity(regions.len());
    for setup in regions {
        match turned.last_mut() {
            Some(above) if above.region == Region::Band && setup.region == Region::Title => {
                *above = RegionSetup {
                    region: Region::Masthead,
                    ..setup.clone()
                };
            }
            _ => turned.push(setup.clone()),
        }
    }
    turned
}

/// A masthead becomes a band and a title.
fn without_masthead(regions: &[RegionSetup]) -> Vec<RegionSetup> {
    regions
        .iter()
        .flat_map(|setup| {
            let region = |region| RegionSetup {
                region,
                ..setup.clone()
            };
            if setup.region == Region::Masthead {
                vec![region(Region::Band), region(Region::Title)]
            } else {
                vec![setup.clone()]
            }
        })
        .collect()
}
