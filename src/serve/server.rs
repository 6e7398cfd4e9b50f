//! Answering a browser.

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request as Asked, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::desk::Desk;
use super::{pages, watch};
use crate::build::Request;

/// How long a browser waits for a change before it asks again.
const PATIENCE: Duration = Duration::from_secs(25);

/// Where and for whom to answer.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The address to listen at; a port of 0 means any that is free.
    pub address: SocketAddr,
    /// Names under which it may be reached, besides this machine's own.
    pub hosts: Vec<String>,
}

/// What every request is answered from.
#[derive(Clone)]
struct Server {
    desk: Arc<Desk>,
    hosts: Arc<[String]>,
}

/// Shows the pack that `request` names, until the program is ended. `ready` is told where, and `lost` when files can't be watched any more.
///
/// # Errors
/// When it can't listen at the address, or can't watch the files.
pub fn serve(
    request: &Request,
    settings: &Settings,
    ready: impl FnOnce(SocketAddr),
    lost: impl Fn(&notify::Error) + Send + 'static,
) -> io::Result<()> {
    let desk = Arc::new(Desk::open(request.clone()));
    let (watched, again) = (Arc::clone(&desk), request.clone());
    watch::watch(
        &desk.places(),
        move || {
            watched.read_again(again.clone());
            watched.places()
        },
        lost,
    )
    .map_err(io::Error::other)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(settings.address).await?;
        let address = listener.local_addr()?;
        let server = Server {
            desk,
            hosts: hosts(address.ip(), &settings.hosts),
        };
        ready(address);
        let router = Router::new().fallback(answer).with_state(server);
        axum::serve(listener, router).await
    })
}

/// The names that are known: this machine's own, the address that is listened at, and those that were given.
fn hosts(address: IpAddr, given: &[String]) -> Arc<[String]> {
    ["localhost", "127.0.0.1", "[::1]"]
        .into_iter()
        .map(str::to_owned)
        .chain([match address {
            IpAddr::V4(address) => address.to_string(),
            IpAddr::V6(address) => format!("[{address}]"),
        }])
        .chain(given.iter().map(|host| host.to_lowercase()))
        .collect()
}

async fn answer(State(server): State<Server>, asked: Asked) -> Response {
    if !server.knows(asked.headers()) {
        return (
            StatusCode::FORBIDDEN,
            "This preview doesn't know the name it was asked under. Start it with --host NAME to let it.\n",
        )
            .into_response();
    }
    if !matches!(*asked.method(), Method::GET | Method::HEAD) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let Some(path) = decoded(asked.uri().path()) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    if path == "/_/changes" {
        return server.changes(asked.uri().query()).await;
    }
    // Making an edition takes a while, and others may ask meanwhile.
    tokio::task::spawn_blocking(move || server.find(&path))
        .await
        .unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

impl Server {
    /// Whether the name that was asked for is one of ours.
    fn knows(&self, headers: &HeaderMap) -> bool {
        let asked = headers
            .get(header::HOST)
            .and_then(|host| host.to_str().ok());
        asked.is_some_and(|asked| {
            let name = match asked.rsplit_once(':') {
                Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
                _ => asked,
            };
            self.hosts.iter().any(|host| *host == name.to_lowercase())
        })
    }

    /// How often files changed: at once, if that is not what the browser knows, or else after the next change.
    async fn changes(&self, query: Option<&str>) -> Response {
        let mut changes = self.desk.changes();
        let known = query
            .and_then(|query| query.strip_prefix("after="))
            .and_then(|after| after.parse::<u64>().ok());
        if known == Some(*changes.borrow_and_update()) {
            // After a while without changes, the answer is the same number, and the browser asks again.
            let _ = tokio::time::timeout(PATIENCE, changes.changed()).await;
        }
        let now = *changes.borrow();
        given("text/plain; charset=utf-8", now.to_string())
    }

    /// What there is at a path.
    fn find(&self, path: &str) -> Response {
        let path = path.strip_prefix('/').unwrap_or(path);
        if let Some(own) = path
            .strip_prefix(pages::OWN)
            .and_then(|path| path.strip_prefix('/'))
        {
            return self.own(own);
        }
        // What keeps pages for later would show old ones.
        if path.ends_with("offline.js") {
            return StatusCode::NOT_FOUND.into_response();
        }
        let Some((folder, made)) = self.desk.edition(path) else {
            let files = self.desk.workshop().start_page();
            let path = if path.is_empty() { "index.html" } else { path };
            return match files.get(path) {
                Some(bytes) => file(path, bytes),
                None if files.is_empty() && path == "index.html" => {
                    given(HTML, pages::contents(&self.desk.workshop()))
                }
                None => missing(path),
            };
        };
        if let Some(bytes) = made.file(path) {
            return file(path, bytes);
        }
        let page = format!("{}/index.html", path.trim_end_matches('/'));
        if let Some(bytes) = made.file(&page) {
            // Links of a page count from its folder.
            if path.ends_with('/') {
                return file(&page, bytes);
            }
            let there = [(header::LOCATION, format!("/{path}/"))];
            return (StatusCode::TEMPORARY_REDIRECT, there).into_response();
        }
        let within = path.strip_prefix(&folder).unwrap_or(path);
        let within = within.strip_prefix('/').unwrap_or(within);
        let printed = self.desk.poster(&folder, within);
        match printed.or_else(|| self.desk.workshop().handbook(&folder, within)) {
            Some(bytes) => file(path, &bytes),
            None => missing(path),
        }
    }

    /// The preview's own pages and files.
    fn own(&self, path: &str) -> Response {
        let workshop = self.desk.workshop();
        let split = |path: &str| {
            let folder = workshop.folder_of(path)?.to_owned();
            let within = path.strip_prefix(&folder)?.strip_prefix('/')?.to_owned();
            Some((folder, within))
        };
        if let Some(page) = path.strip_prefix("problems") {
            let page = page.strip_prefix('/').unwrap_or(page);
            let poster = page.strip_prefix("_/poster/").unwrap_or(page);
            let (text, errors, warnings) = workshop.problems(workshop.folder_of(poster));
            let answer = json!({ "text": text, "errors": errors, "warnings": warnings });
            return given("application/json", answer.to_string());
        }
        if let Some((folder, poster)) = path.strip_prefix("poster/").and_then(split) {
            return match workshop.fit(&folder, &poster) {
                Some(fit) => given(HTML, pages::poster(&folder, &poster, &fit)),
                None => missing(path),
            };
        }
        if let Some((folder, poster)) = path.strip_prefix("picture/").and_then(split) {
            return match workshop.picture(&folder, &poster) {
                Some(bytes) => given("image/png", bytes),
                None => missing(path),
            };
        }
        match path {
            "" => given(HTML, pages::contents(&workshop)),
            "reload.js" => given("text/javascript; charset=utf-8", pages::SCRIPT),
            "preview.css" => given("text/css; charset=utf-8", pages::STYLE),
            _ => missing(path),
        }
    }
}

const HTML: &str = "text/html; charset=utf-8";

fn file(path: &str, bytes: &[u8]) -> Response {
    let kind = kind(path);
    if kind == HTML {
        return given(kind, pages::with_script(&String::from_utf8_lossy(bytes)));
    }
    given(kind, bytes.to_vec())
}

fn missing(path: &str) -> Response {
    (StatusCode::NOT_FOUND, given(HTML, pages::nothing(path))).into_response()
}

/// An answer that browsers don't keep: the next one may be another.
fn given(kind: &'static str, body: impl Into<Body>) -> Response {
    (
        [
            (header::CONTENT_TYPE, kind),
            (header::CACHE_CONTROL, "no-store"),
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        ],
        body.into(),
    )
        .into_response()
}

/// What a file is, by the end of its name.
fn kind(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => HTML,
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "xml" => "application/xml",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// A path with its encoded characters (RFC 3986 §2.1) as they are meant. `None` if it is no text.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
            let (high, low) = (digit(rest.next())?, digit(rest.next())?);
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_decoded_or_refused() {
        assert_eq!(decoded("/a%20b").as_deref(), Some("/a b"));
        assert_eq!(decoded("/caf%C3%A9").as_deref(), Some("/café"));
        for wrong in ["/%", "/%2", "/%zz", "/%ff"] {
            assert_eq!(decoded(wrong), None, "{wrong}");
        }
    }
}
