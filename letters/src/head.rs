//! The head of a letter: who writes, and where that office is found.

use serde::Serialize;

use crate::cleaning::line;
use crate::words::Words;

/// Who writes. A text that is empty takes its line away.
#[derive(Clone, Default)]
pub struct Letterhead {
    /// The service, which is the author of the PDF: `Citizen Support Portal`.
    pub service_title: String,
    /// The lines above the office: the state, the ministry, the unit.
    pub lines: Vec<String>,
    /// The mark of whoever writes; none: the product's own.
    pub logo: Option<Logo>,
    /// What kind of office it is: `Citizens Advice Bureau`.
    pub office_title: String,
    /// Which office: `CAB 12, Mahébourg`.
    pub office_name: String,
    /// Where it is.
    pub address: String,
    /// When it is open.
    pub hours: String,
    /// Its telephone number.
    pub phone: String,
}

/// A mark that stands at the head of a letter.
#[derive(Clone)]
pub struct Logo {
    /// `svg` or `png`.
    pub format: &'static str,
    /// The picture's file.
    pub bytes: Vec<u8>,
    /// What stands for it where it is not seen.
    pub alt: String,
}

/// The same as the templates read it.
#[derive(Serialize)]
struct LogoPart {
    format: &'static str,
    bytes: Vec<u8>,
    alt: String,
}

/// The same in words, as the templates read it.
#[derive(Serialize)]
pub(crate) struct Head {
    lines: Vec<String>,
    logo: Option<LogoPart>,
    office_title: Option<String>,
    office_name: Option<String>,
    address: Option<String>,
    hours: Option<String>,
    phone: Option<String>,
}

impl Letterhead {
    pub(crate) fn worded(&self, words: &Words) -> Head {
        Head {
            lines: self.lines.iter().filter_map(|line| words.typed(line)).collect(),
            logo: self.logo.as_ref().map(|logo| LogoPart {
                format: logo.format,
                bytes: logo.bytes.clone(),
                alt: line(&logo.alt),
            }),
            office_title: words.typed(&self.office_title),
            office_name: words.typed(&self.office_name),
            address: words.typed(&self.address),
            hours: words.typed(&self.hours),
            phone: words.number(&self.phone),
        }
    }
}
