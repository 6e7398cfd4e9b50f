use thiserror::Error;

/// Why a picture can't be printed, and by the words of its message what its owner can do.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum PictureError {
    /// It is neither SVG nor PNG nor JPEG.
    #[error("it is neither SVG, PNG nor JPEG")]
    UnknownKind,
    /// The file is damaged.
    #[error("the file is broken: {0}")]
    Broken(String),
    /// It is larger than any logo or photograph on a sheet need be.
    #[error("it is too large: {what}, and at most {limit} can be taken")]
    TooLarge {
        /// What there is too much of, with how much.
        what: String,
        /// How much may be.
        limit: String,
    },
    /// It is without width or height.
    #[error("it has no size")]
    NoSize,
    /// Nothing in it can be seen.
    #[error("nothing in it can be seen")]
    Empty,
    /// Letters depend on fonts that the file doesn't bring.
    #[error("it holds text; convert the text to paths in the drawing program")]
    Text,
    /// Its text asks for fonts that aren't at hand.
    #[error(
        "it holds text in the font {0}, which is not at hand; convert the text to paths in the drawing program, or name the font under `branding: {{ fonts: … }}`"
    )]
    Font(String),
    /// Its text has a letter that no font at hand has.
    #[error(
        "it holds text with “{0}”, which no font at hand has; convert the text to paths in the drawing program"
    )]
    Letter(char),
    /// A picture of pixels within a drawing.
    #[error("it holds a picture of pixels; save that as PNG or JPEG instead")]
    Image,
    /// A program within a drawing.
    #[error("it holds a script")]
    Script,
    /// It needs another file, or an address on the web.
    #[error("it refers to something outside itself: {0}")]
    OutsideReference(String),
    /// A colour that changes along the way.
    #[error("it holds a gradient; use plain colours, or save it as PNG")]
    Gradient,
    /// A repeated pattern.
    #[error("it holds a pattern; use plain colours, or save it as PNG")]
    Pattern,
    /// Something is cut off by another shape.
    #[error(
        "it holds a clipping path or mask; flatten it in the drawing program, or save it as PNG"
    )]
    Clip,
    /// A filter (blur, shadow) or a way of blending.
    #[error("it holds a filter or blending; flatten it in the drawing program, or save it as PNG")]
    Effect,
    /// The four colours of a print shop, which look different on every device.
    #[error("it is in CMYK; save it as RGB (sRGB)")]
    Cmyk,
}
