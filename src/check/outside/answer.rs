//! What an address on the web answers.

/// What became of asking for an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Answer {
    /// It is there.
    There,
    /// It is there, at another address for good (RFC 9110 §15.4.2 and §15.4.9).
    Moved(String),
    /// It isn't there any more: why.
    Gone(String),
    /// No server has the name.
    Nameless,
    /// Nobody answered: why.
    Silent(String),
    /// Somebody answered, but not whether it is there: why.
    Unsure(String),
    /// It belongs to a network of its own, and wasn't asked for.
    Private,
}

impl Answer {
    /// The answer that a status means (RFC 9110 §15).
    pub(super) fn of_status(status: u16) -> Self {
        match status {
            200..300 => Self::There,
            404 | 410 => Self::Gone(format!("the server answers {status}")),
            // Many servers answer programs so, and people otherwise.
            401 | 403 | 405 | 406 | 429 | 451 => Self::Unsure(format!(
                "the server answers {status}, perhaps only to programs"
            )),
            500.. => Self::Unsure(format!("the server answers {status}, a fault of its own")),
            _ => Self::Unsure(format!("the server answers {status}")),
        }
    }

    /// Whether nobody was reached at all.
    pub(super) fn is_silence(&self) -> bool {
        matches!(self, Self::Nameless | Self::Silent(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_surely_gone_is_gone() {
        assert_eq!(Answer::of_status(204), Answer::There);
        for gone in [404, 410] {
            assert!(matches!(Answer::of_status(gone), Answer::Gone(_)), "{gone}");
        }
        for unsure in [304, 400, 403, 418, 429, 500, 503, 999] {
            let answer = Answer::of_status(unsure);
            assert!(matches!(answer, Answer::Unsure(_)), "{unsure}");
        }
    }
}
