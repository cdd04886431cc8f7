//! What released versions wrote: the store of a centre and the requests of a desk, under `released/VERSION`. Every
//! version since opens the store, takes the requests, and comes to the same state.
//!
//! `GUICHET_WRITE_RELEASED=1 cargo test --workspace --test centre released` writes down what this version does, once: it
//! is done at a release and never again for the same version.

use std::fs;
use std::path::{Path, PathBuf};

use central_server::Centre;
use complaints::{AttachDocument, Body, CorrectField, DocumentId, Field, Route};
use sync_protocol::{Codec, Exchange, Hashes, Outcome};

use crate::desk::Desk;
use crate::engine::{Place, office};
use crate::frames::SyncResponse;

const OFFICE: u8 = 12;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/released")
}

/// How a request is packed, how it names hashes, and what was done before it.
type Day = (Codec, Hashes, fn(&mut Desk));

/// Everything that a desk of this version says, in three requests, each packed in another way.
fn days() -> [Day; 3] {
    [
        (Codec::Text, Hashes::InFull, |desk| {
            for text in
                ["Pa ena delo depi trwa zour.", "La route est défoncée devant l’école.", "لا ماء في الحي"]
            {
                desk.register(text);
            }
        }),
        (Codec::Zstd, Hashes::Hinted, |desk| {
            let ids: Vec<_> = desk.complaints.keys().copied().collect();
            desk.note(ids[0], "called back");
            desk.act(Some(ids[1]), correction());
            desk.act(Some(ids[2]), document());
        }),
        (Codec::Plain, Hashes::Hinted, |desk| {
            let ids: Vec<_> = desk.complaints.keys().copied().collect();
            // Neither an office's to decide, nor known to this version: the one is refused, the other kept.
            desk.act(Some(ids[0]), Body::Route(Route { to: "CEB".to_owned(), text: None }));
            desk.act(
                Some(ids[1]),
                Body::Unknown { kind: 990, raw: vec![0xa1, 0x00, 0x63, b'n', b'e', b'w'] },
            );
            desk.write(b"not an operation".to_vec());
        }),
    ]
}

fn correction() -> Body {
    Body::CorrectField(CorrectField {
        field: Field::Locality,
        from: Some("Mahébourg".to_owned()),
        to: Some("Rose Belle".to_owned()),
    })
}

fn document() -> Body {
    Body::AttachDocument(AttachDocument {
        document: DocumentId::of(b"a scan"),
        size: 6,
        media_type: "image/png".to_owned(),
        name: "scan.png".to_owned(),
        pages: None,
        width: Some(1),
        height: Some(1),
    })
}

/// What a centre has come to, in words that stand in a file.
async fn told(centre: &Centre) -> String {
    let audit = centre.verify().await.unwrap();
    assert_eq!(audit.faults, []);
    let office = audit.offices.iter().find(|known| known.office == office(OFFICE)).unwrap();
    format!("fold {}\nhead {}\n", office.fold, office.head)
}

#[tokio::test]
async fn what_this_version_does_is_written_down_when_asked_for() {
    let released = folder().join(env!("CARGO_PKG_VERSION"));
    if released.exists() || std::env::var_os("GUICHET_WRITE_RELEASED").is_none() {
        return;
    }
    let place = Place::sqlite();
    let centre = place.centre().await;
    let mut desk = Desk::enrol(&centre, office(OFFICE), 1).await;
    fs::create_dir_all(&released).unwrap();
    let whole = place.file("whole.db");
    place.tamper(&format!("VACUUM INTO '{}'", whole.display()));
    fs::write(released.join("centre.db.zst"), sync_protocol::pack(&fs::read(whole).unwrap())).unwrap();
    fs::copy(place.file("centre.key"), released.join("centre.key")).unwrap();
    for (number, (codec, hashes, day)) in days().into_iter().enumerate() {
        day(&mut desk);
        let request = desk.request().seal_with(&desk.key, codec, hashes);
        fs::write(released.join(format!("request-{number}.cbor")), &request).unwrap();
        let mut answer = Vec::new();
        centre.sync(request, &mut |bytes| answer.extend_from_slice(bytes)).await.unwrap();
        desk.take(&SyncResponse::from_bytes(&answer));
    }
    fs::write(released.join("state.txt"), told(&centre).await).unwrap();
}

#[tokio::test]
async fn what_every_released_version_wrote_is_read_and_comes_to_the_same() {
    let mut versions: Vec<_> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    versions.sort();
    assert!(!versions.is_empty());
    for released in versions {
        let place = Place::sqlite();
        let store = sync_protocol::unpack(&fs::read(released.join("centre.db.zst")).unwrap()).unwrap();
        fs::write(place.file("centre.db"), store).unwrap();
        fs::copy(released.join("centre.key"), place.file("centre.key")).unwrap();
        let centre = Centre::open_existing(place.data(), None).await.unwrap();
        for number in 0.. {
            let Ok(request) = fs::read(released.join(format!("request-{number}.cbor"))) else {
                assert_eq!(number, 3, "{}", released.display());
                break;
            };
            let mut answer = Vec::new();
            centre.sync(request, &mut |bytes| answer.extend_from_slice(bytes)).await.unwrap();
            let answer = SyncResponse::from_bytes(&answer);
            assert_eq!(answer.outcome, Outcome::Done, "{}, request {number}", released.display());
        }
        let state = fs::read_to_string(released.join("state.txt")).unwrap();
        assert_eq!(told(&centre).await, state, "{}", released.display());
    }
}
