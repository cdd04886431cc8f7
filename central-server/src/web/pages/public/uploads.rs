//! Files that come with a form: read one after the other and checked by their content. What else the form says comes
//! before them; nothing is read from a form that does not prove where it comes from.

use std::collections::BTreeMap;

use axum::extract::Multipart;
use axum::extract::multipart::Field;
use complaints::profile::Profile;
use locales::Args;

use crate::portal::{FileFault, SentFile, checked_file};
use crate::web::pages::Pages;
use crate::web::pages::failures::Failure;
use crate::web::pages::forms::{Faults, is_hidden};
use crate::web::pages::frame::Frame;

/// The most files of one form.
pub(super) const MOST_FILES: usize = 10;

/// The largest form with files that is read at all, in bytes; each file has its own limit in the profile.
pub(in crate::web::pages) const LARGEST_UPLOAD: usize = 256 << 20;

/// The longest line beside the files, in bytes.
const LONGEST_LINE: usize = 64 << 10;

/// The longest name of a file that is kept, in characters.
const LONGEST_NAME: usize = 100;

/// What came with a form.
pub(super) struct Upload {
    pub(super) typed: BTreeMap<String, String>,
    pub(super) files: Vec<SentFile>,
    /// What was wrong with other files, each by its name.
    pub(super) faults: Faults,
}

/// Reads a form with files. `proves` is asked with the form's word before any file is read.
pub(super) async fn read(
    pages: &Pages,
    frame: &Frame,
    mut form: Multipart,
    proves: impl Fn(&str) -> Result<(), Failure>,
) -> Result<Upload, Failure> {
    // Each holds a file in memory; who comes when all places are taken waits a moment.
    let Ok(_place) = pages.memory.uploads.acquire().await else { return Err(Failure::NotAllowed) };
    let mut upload = Upload { typed: BTreeMap::new(), files: Vec::new(), faults: Faults::default() };
    let mut is_proven = false;
    loop {
        let field = match form.next_field().await {
            Ok(Some(field)) => field,
            Ok(None) => break,
            Err(_) => {
                upload.faults.add("files", frame.t("portal-upload-cut"));
                break;
            }
        };
        let name = field.name().unwrap_or_default().to_owned();
        let Some(file_name) = field.file_name().map(str::to_owned) else {
            let value = line(field).await;
            if name == "word" {
                proves(&value)?;
                is_proven = true;
            }
            upload.typed.insert(name, value);
            continue;
        };
        if !is_proven {
            return Err(Failure::NotAllowed);
        }
        take(pages, frame, &mut upload, &file_name, field).await;
    }
    if is_proven { Ok(upload) } else { Err(Failure::NotAllowed) }
}

async fn take(pages: &Pages, frame: &Frame, upload: &mut Upload, file_name: &str, field: Field<'_>) {
    let policy = &pages.profile().documents;
    let name = shown_name(file_name);
    let most = usize::try_from(policy.largest_bytes).unwrap_or(usize::MAX);
    let (content, fault) = match bytes(field, most).await {
        Content::Whole(content) => (content, None),
        Content::TooLarge => (Vec::new(), Some(FileFault::TooLarge)),
        Content::Cut => {
            upload.faults.add("files", frame.t("portal-upload-cut"));
            return;
        }
    };
    // A browser sends an empty part for a field in which no file was chosen.
    if content.is_empty() && file_name.is_empty() {
        return;
    }
    if upload.files.len() >= MOST_FILES {
        upload.faults.add("files", too_many(frame));
        return;
    }
    let checked = match fault {
        Some(fault) => Err(fault),
        None => checked_file(&content, policy),
    };
    match checked {
        Ok(file) => upload.files.push(SentFile { name, file }),
        Err(fault) => upload.faults.add("files", message(frame, pages.profile(), fault, &name)),
    }
}

enum Content {
    Whole(Vec<u8>),
    TooLarge,
    Cut,
}

/// The content of a file. One that is too large is read to its end and thrown away, so that the browser shows our answer
/// and not that the line broke.
async fn bytes(mut field: Field<'_>, most: usize) -> Content {
    let (mut content, mut is_too_large) = (Vec::new(), false);
    loop {
        match field.chunk().await {
            Ok(Some(piece)) if is_too_large || content.len() + piece.len() > most => {
                is_too_large = true;
                content = Vec::new();
            }
            Ok(Some(piece)) => content.extend_from_slice(&piece),
            Ok(None) if is_too_large => return Content::TooLarge,
            Ok(None) => return Content::Whole(content),
            Err(_) => return Content::Cut,
        }
    }
}

async fn line(mut field: Field<'_>) -> String {
    let mut line = Vec::new();
    while let Ok(Some(piece)) = field.chunk().await {
        if line.len() < LONGEST_LINE {
            line.extend_from_slice(&piece);
        }
    }
    String::from_utf8_lossy(&line).into_owned()
}

/// The name of a file without its folder and its ending, and without what cannot be seen.
fn shown_name(file_name: &str) -> String {
    let name = file_name.rsplit(['/', '\\']).next().unwrap_or_default();
    let name = name.rsplit_once('.').map_or(name, |(name, _)| name);
    let name: String = name.chars().filter(|c| !is_hidden(*c) && *c != '\n' && *c != '\t').collect();
    name.trim().chars().take(LONGEST_NAME).collect()
}

fn message(frame: &Frame, profile: &Profile, fault: FileFault, name: &str) -> String {
    let key = match fault {
        FileFault::Empty => "portal-upload-empty",
        FileFault::TooLarge => "portal-upload-large",
        FileFault::OtherKind => "portal-upload-kind",
        FileFault::Damaged => "portal-upload-damaged",
        FileFault::Locked => "portal-upload-locked",
    };
    let args = Args::new().with("name", name).with("limit", megabytes(profile));
    frame.with(key, &args)
}

/// There are as many as there may be.
pub(super) fn too_many(frame: &Frame) -> String {
    frame.with("portal-upload-many", &Args::new().with("limit", MOST_FILES))
}

/// What is taken, and how large.
pub(super) fn hint(frame: &Frame, profile: &Profile) -> String {
    let args = Args::new().with("limit", megabytes(profile)).with("count", MOST_FILES);
    frame.with("portal-upload-hint", &args)
}

fn megabytes(profile: &Profile) -> u32 {
    u32::try_from(profile.documents.largest_bytes >> 20).unwrap_or(u32::MAX).max(1)
}

/// Thousands of bytes, at least one.
pub(super) fn kilobytes(bytes: u64) -> u32 {
    u32::try_from(bytes.div_ceil(1000)).unwrap_or(u32::MAX)
}

/// What a kind of file is called by everybody.
pub(super) fn kind_name(media_type: &str) -> &'static str {
    match media_type {
        "image/jpeg" => "JPEG",
        "image/png" => "PNG",
        "image/webp" => "WebP",
        "application/pdf" => "PDF",
        _ => "–",
    }
}

#[cfg(test)]
mod tests {
    use super::shown_name;

    #[test]
    fn a_name_is_what_one_can_read_of_it() {
        for (sent, shown) in [
            ("bill.jpg", "bill"),
            ("C:\\Users\\me\\bill.final.pdf", "bill.final"),
            ("../../etc/passwd", "passwd"),
            ("=SUM(A1).pdf", "=SUM(A1)"),
            ("gpj.\u{202e}exe.png", "gpj.exe"),
            ("a\r\nSet-Cookie: x.png", "aSet-Cookie: x"),
            ("", ""),
        ] {
            assert_eq!(shown_name(sent), shown, "{sent}");
        }
        assert_eq!(shown_name(&"é".repeat(400)).chars().count(), 100);
    }
}
