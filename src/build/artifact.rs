//! One output file.

/// One file of the output, not yet written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artifact {
    /// Where it goes, from the output folder, with `/`.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
    /// The digest of the scene that it was written from, if it was.
    pub(super) made_from: Option<String>,
}

impl Artifact {
    /// The file of this path.
    pub fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            path: path.into(),
            bytes: bytes.into(),
            made_from: None,
        }
    }

    /// The file, with the digest of the scene that it was written from.
    #[must_use]
    pub(super) fn made_from(mut self, digest: Option<String>) -> Self {
        self.made_from = digest;
        self
    }
}
