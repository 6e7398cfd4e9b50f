//! Diagnostics as text for people and other programs: the only place where they become lines.
