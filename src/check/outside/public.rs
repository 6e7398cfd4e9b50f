//! Which addresses belong to the public internet.
//!
//! A pack may come from a partner by mail. If its links could lead anywhere, a check of them would ask the servers of one's own network
//! on behalf of whoever wrote it (server-side request forgery). So names are looked up here, and what leads into a network of its own
//! is not asked for: at the moment of asking, so that no name can mean one thing first and another then.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

use super::Reach;

/// What a look-up says of a name that leads into a network of its own.
pub(super) const PRIVATE: &str = "an address of a network of its own";

/// Looks names up, and holds back those that may not be reached.
#[derive(Debug)]
pub(super) struct Lookup {
    reach: Reach,
    names: DefaultResolver,
}

impl Lookup {
    pub(super) fn new(reach: Reach) -> Self {
        Self {
            reach,
            names: DefaultResolver::default(),
        }
    }
}

impl Resolver for Lookup {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = self.names.resolve(uri, config, timeout)?;
        // One private address among others is enough: which of them is taken isn't ours to say.
        if self.reach == Reach::Public && found.iter().any(|address| !is_public(address.ip())) {
            return Err(ureq::Error::Io(std::io::Error::other(PRIVATE)));
        }
        Ok(found)
    }
}

/// Whether an address is one of the public internet (the registries of IANA for special purposes).
pub(super) fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let is_special = address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_documentation()
        || address.is_multicast()
        || a == 0
        || a >= 240
        // Shared by providers (RFC 6598), for protocols (RFC 6890), and for measuring (RFC 2544).
        || (a == 100 && (64..128).contains(&b))
        || (a, b, c) == (192, 0, 0)
        || (a == 198 && (b == 18 || b == 19));
    !is_special
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    if let Some(within) = address.to_ipv4_mapped() {
        return is_public_v4(within);
    }
    let [first, second, ..] = address.segments();
    // Of what is given out (2000::/3), not the addresses for documentation, nor those that carry one of version 4 (6to4, Teredo).
    first & 0xe000 == 0x2000
        && first != 0x2002
        && !(first == 0x2001 && (second == 0x0db8 || second == 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn networks_of_their_own_are_not_public() {
        let own = "127.0.0.1 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 0.0.0.0 100.64.0.1 198.18.0.1 224.0.0.1 255.255.255.255 192.0.2.1 \
                   ::1 :: fe80::1 fc00::1 fd12::1 ff02::1 ::ffff:10.0.0.1 2001:db8::1 2002:a00:1::1 64:ff9b::a00:1";
        for address in own.split_whitespace() {
            assert!(
                !is_public(address.parse().expect("an address")),
                "{address}"
            );
        }
        for address in [
            "8.8.8.8",
            "172.32.0.1",
            "100.128.0.1",
            "2606:4700::1111",
            "::ffff:8.8.8.8",
        ] {
            assert!(is_public(address.parse().expect("an address")), "{address}");
        }
    }
}
