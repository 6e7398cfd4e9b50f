//! What browsers are told to allow: styles, scripts and pictures of the site itself, and nothing else.
//!
//! Every page says so itself (`meta`), so that the rule holds on any host. `_headers` says it again for hosts that read
//! such a file, with what only a header can say.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::address::{Address, Viewpoint};
use crate::build::Artifact;
use crate::edition::Edition;

/// The Content-Security-Policy (W3C CSP 3) of a page. `from` says where the files of a site come from, and `own_style`
/// is the stylesheet that a page carries within: it is allowed by its hash.
fn policy(from: &str, own_style: Option<&str>) -> String {
    let policy =
        format!("default-src {from}; object-src 'none'; base-uri 'none'; form-action {from}");
    match own_style {
        Some(style) => {
            let hash = STANDARD.encode(Sha256::digest(style.as_bytes()));
            format!("{policy}; style-src {from} 'sha256-{hash}'")
        }
        None => policy,
    }
}

/// The policy that a page says itself. A site on a disk has no origin, and browsers differ in whether `'self'` is meant for
/// it; on the web, `file:` allows nothing, because browsers never open a disk's file from there.
pub(crate) fn page_policy(own_style: Option<&str>) -> String {
    policy("'self' file:", own_style)
}

/// What Netlify, Cloudflare Pages and others send along with each file. The file is for the top folder of a host, so its
/// paths begin with those of the site's address.
pub(crate) fn headers(edition: &Edition, own_style: &str) -> Artifact {
    let site = edition
        .url
        .as_ref()
        .and_then(|url| url::Url::parse(&url.value).ok())
        .map_or_else(|| "/".to_owned(), |url| url.path().to_owned());
    let policy = policy("'self'", edition.url.is_some().then_some(own_style));
    let assets = Viewpoint::Anywhere(&site).link(&Address::Asset("*".to_owned()));
    // What an address says would otherwise be encoded.
    let assets = assets.replace("%2A", "*");
    Artifact::new(
        Address::Headers.path(),
        format!(
            "{site}*\n  Content-Security-Policy: {policy}; frame-ancestors 'self'\n  Referrer-Policy: same-origin\n  X-Content-Type-Options: nosniff\n\
             \n{assets}\n  Cache-Control: public, max-age=31536000, immutable\n"
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_within_a_page_is_allowed_by_its_hash() {
        // The SHA-256 of nothing, in base64.
        let hash = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
        assert!(page_policy(Some("")).ends_with(&format!("style-src 'self' file: {hash}")));
        assert!(!page_policy(None).contains("sha256"));
    }
}
