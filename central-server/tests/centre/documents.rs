//! Contents of documents at the centre: slices from any number of desks in any order, cut and damaged, and never a byte
//! that nobody announced.

use central_server::{Centre, profiles};
use complaints::{AttachDocument, Body, Complaint, ComplaintId, DocumentId};
use sync_protocol::{
    Codec, DocumentHint, DocumentSlice, DocumentWanted, DownFrame, Exchange, FrameBuffer, Hash, Hashes,
    Hello, Outcome, Packer, Reply, RequestWriter, SLICE_BYTES,
};

use crate::desk::Desk;
use crate::engine::{Place, office};
use crate::on_both_engines;

on_both_engines!(
    a_document_comes_slice_by_slice_and_goes_to_the_other_computer,
    whatever_a_cut_leaves_of_a_request_counts_and_the_rest_goes_on_from_there,
    a_wrong_slice_is_noticed_and_the_document_begins_anew,
    nothing_is_kept_that_nobody_announced_or_that_is_too_much,
    two_computers_may_send_the_same_document_at_once,
    another_offices_documents_stay_there,
    what_was_restored_with_less_is_told_without_being_asked,
    a_store_from_before_the_documents_waits_for_those_that_its_complaints_have,
);

pub(crate) fn content(length: usize) -> Vec<u8> {
    (0..length).map(|at| (at * 7 + at / 251) as u8).collect()
}

pub(crate) fn attached(content: &[u8]) -> AttachDocument {
    AttachDocument {
        document: DocumentId::of(content),
        size: content.len() as u64,
        media_type: "image/jpeg".to_owned(),
        name: "Bill".to_owned(),
        pages: None,
        width: None,
        height: None,
    }
}

/// Announces a document of that length and sends all of it.
pub(crate) async fn attach_whole(desk: &mut Desk, centre: &Centre, complaint: ComplaintId, length: usize) {
    desk.act(Some(complaint), Body::AttachDocument(attached(&content(length))));
    desk.sync(centre).await;
    send_whole(desk, centre, length).await;
}

/// Sends all of a document that was announced.
pub(crate) async fn send_whole(desk: &Desk, centre: &Centre, length: usize) {
    let bytes = content(length);
    let told = say(desk, centre, |_| {}, &slices(&bytes, 0)).await;
    assert_eq!(told.held(&bytes), Some(Some(length as u64)));
}

/// What a desk gets that wants all of a document.
pub(crate) async fn fetched(desk: &Desk, centre: &Centre, content: &[u8]) -> Vec<u8> {
    say(desk, centre, want(content, 0, None), &[]).await.content(&[])
}

/// All slices of a content from an offset on.
pub(crate) fn slices(content: &[u8], from: usize) -> Vec<DocumentSlice> {
    let document = Hash(*DocumentId::of(content).as_bytes());
    let mut offset = from as u64;
    let slice = |bytes: &[u8]| {
        let slice = DocumentSlice { document, offset, bytes: bytes.to_vec() };
        offset += bytes.len() as u64;
        slice
    };
    content[from..].chunks(SLICE_BYTES).map(slice).collect()
}

/// What the centre said, and the slices that came with it.
struct Told {
    reply: Reply,
    slices: Vec<DocumentSlice>,
}

impl Told {
    /// What it said of a document; the outer none: nothing.
    fn held(&self, content: &[u8]) -> Option<Option<u64>> {
        let hint = DocumentHint::of(DocumentId::of(content).as_bytes());
        let held = self.reply.documents.iter().flatten().find(|held| held.document == hint);
        held.map(|held| held.bytes)
    }

    fn content(&self, from: &[u8]) -> Vec<u8> {
        let mut content = from.to_vec();
        for slice in &self.slices {
            assert_eq!(slice.offset, content.len() as u64);
            content.extend_from_slice(&slice.bytes);
        }
        content
    }
}

pub(crate) fn request(desk: &Desk, ask: impl Fn(&mut Hello), slices: &[DocumentSlice]) -> Vec<u8> {
    let mut hello = desk.request().hello();
    ask(&mut hello);
    let mut writer = RequestWriter::new(&desk.key, hello, Hashes::InFull, Packer::new(Codec::Plain));
    slices.iter().for_each(|slice| writer.document(slice));
    writer.finish()
}

async fn give(centre: &Centre, request: Vec<u8>) -> Told {
    let mut buffer = FrameBuffer::new();
    centre.sync(request, &mut |bytes| buffer.push(bytes)).await.unwrap();
    let (mut reply, mut slices) = (None, Vec::new());
    while let Some(frame) = buffer.next_frame().unwrap() {
        match DownFrame::from_bytes(&frame).unwrap() {
            DownFrame::Reply(said) => reply = Some(*said),
            DownFrame::Document(slice) => slices.push(slice),
            other => {
                assert!(matches!(other, DownFrame::Entries(_)) && slices.is_empty(), "entries come first")
            }
        }
    }
    Told { reply: reply.unwrap(), slices }
}

async fn say(desk: &Desk, centre: &Centre, ask: impl Fn(&mut Hello), slices: &[DocumentSlice]) -> Told {
    give(centre, request(desk, ask, slices)).await
}

fn want(content: &[u8], offset: usize, most: Option<u64>) -> impl Fn(&mut Hello) {
    let wanted =
        DocumentWanted { document: Hash(*DocumentId::of(content).as_bytes()), offset: offset as u64 };
    move |hello| {
        hello.wanted_documents = vec![wanted];
        hello.document_bytes = most;
    }
}

fn ask(content: &[u8]) -> impl Fn(&mut Hello) {
    let hint = DocumentHint::of(DocumentId::of(content).as_bytes());
    move |hello| hello.asked_documents = vec![hint]
}

/// A desk of office 12 with a complaint and a document of that length, which is announced.
async fn announced(centre: &Centre, length: usize) -> (Desk, Complaint, Vec<u8>) {
    let mut desk = Desk::enrol(centre, office(12), 1).await;
    let id = desk.register("Pena dilo.");
    let bytes = content(length);
    desk.act(Some(id), Body::AttachDocument(attached(&bytes)));
    desk.sync(centre).await;
    (desk, centre.complaint(id).await.unwrap().unwrap(), bytes)
}

async fn a_document_comes_slice_by_slice_and_goes_to_the_other_computer(place: &Place) {
    let centre = place.centre().await;
    let (desk, complaint, bytes) = announced(&centre, 50_000).await;
    let other = Desk::enrol(&centre, office(12), 2).await;
    assert_eq!(say(&desk, &centre, |_| {}, &[]).await.held(&bytes), Some(Some(0)), "it is on its way");
    let all = slices(&bytes, 0);
    let half = say(&desk, &centre, |_| {}, &all[..3]).await;
    assert_eq!(half.held(&bytes), Some(Some(3 * SLICE_BYTES as u64)));
    let early = say(&other, &centre, want(&bytes, 0, None), &[]).await;
    assert_eq!((early.held(&bytes), early.slices.len()), (Some(Some(3 * SLICE_BYTES as u64)), 0));
    let state = centre.documents(&complaint).await.unwrap()[0];
    assert_eq!((state.have, state.is_whole()), (3 * SLICE_BYTES as u64, false));
    // A slice that was there already, and the rest.
    let whole = say(&desk, &centre, |_| {}, &all[2..]).await;
    assert_eq!(whole.held(&bytes), Some(Some(50_000)));
    assert!(centre.documents(&complaint).await.unwrap()[0].is_whole());
    assert_eq!(say(&desk, &centre, |_| {}, &[]).await.held(&bytes), None, "nothing to tell any more");

    assert!(say(&other, &centre, want(&bytes, 0, None), &[]).await.content(&[]) == bytes);
    for offset in [1, 8_191, 8_192, 20_000, 49_999] {
        let rest = say(&other, &centre, want(&bytes, offset, None), &[]).await;
        assert!(rest.content(&bytes[..offset]) == bytes, "from {offset}");
    }
    let some = say(&other, &centre, want(&bytes, 0, Some(10_000)), &[]).await;
    assert!(some.content(&[]) == bytes[..3 * SLICE_BYTES], "as much as was wanted, in whole slices");
    assert!(say(&other, &centre, want(&bytes, 50_000, None), &[]).await.slices.is_empty());
    assert_eq!(centre.verify().await.unwrap().faults, []);
}

async fn whatever_a_cut_leaves_of_a_request_counts_and_the_rest_goes_on_from_there(place: &Place) {
    let centre = place.centre().await;
    let (desk, _, bytes) = announced(&centre, 60_000).await;
    let mut have = 0;
    for cut in [100, 5_000, 9_000, 12_000, 17_500, 3_000] {
        let mut request = request(&desk, |_| {}, &slices(&bytes, have));
        request.truncate(cut);
        // The answer is lost.
        centre.sync(request, &mut |_| {}).await.unwrap();
        let told = say(&desk, &centre, ask(&bytes), &[]).await.held(&bytes).unwrap().unwrap();
        let now = usize::try_from(told).unwrap();
        assert!(
            now >= have && now + SLICE_BYTES + 500 > (have + cut).min(bytes.len()),
            "cut at {cut}: {now}"
        );
        have = now;
    }
    let told = say(&desk, &centre, |_| {}, &slices(&bytes, have)).await;
    assert_eq!(told.held(&bytes), Some(Some(60_000)));
    assert_eq!(centre.verify().await.unwrap().faults, []);
}

async fn a_wrong_slice_is_noticed_and_the_document_begins_anew(place: &Place) {
    let centre = place.centre().await;
    let (desk, complaint, bytes) = announced(&centre, 30_000).await;
    for damaged in 0..4 {
        let mut all = slices(&bytes, 0);
        all[damaged].bytes[100] ^= 1;
        let told = say(&desk, &centre, |_| {}, &all).await;
        assert_eq!(told.held(&bytes), Some(Some(0)), "slice {damaged}");
        assert_eq!(centre.documents(&complaint).await.unwrap()[0].have, 0);
        assert!(say(&desk, &centre, want(&bytes, 0, None), &[]).await.slices.is_empty());
    }
    let told = say(&desk, &centre, |_| {}, &slices(&bytes, 0)).await;
    assert_eq!(told.held(&bytes), Some(Some(30_000)));
    assert_eq!(centre.verify().await.unwrap().faults, []);
}

async fn nothing_is_kept_that_nobody_announced_or_that_is_too_much(place: &Place) {
    let mut profile = profiles::mauritius();
    let text = profile.file("profile.toml").to_owned();
    let (before, _) = text.split_once("[documents]").unwrap_or((&text, ""));
    profile.insert("profile.toml", format!("{before}\n[documents]\nlargest_bytes = 40000\n"));
    let centre = place.open(profile).await.unwrap();
    let (mut desk, complaint, bytes) = announced(&centre, 30_000).await;
    let unknown = content(9_000);
    let told = say(&desk, &centre, |_| {}, &slices(&unknown, 0)).await;
    assert_eq!((told.reply.outcome, told.held(&unknown)), (Outcome::Done, Some(None)));

    // Beyond the announced end, behind a gap, at the end of all numbers.
    let longer = [&bytes[..], b"more"].concat();
    let mut all = slices(&bytes, 0);
    let odd = |offset: u64, part: &[u8]| DocumentSlice {
        offset,
        bytes: part.to_vec(),
        ..slices(&bytes, 0)[0].clone()
    };
    let told =
        say(&desk, &centre, |_| {}, &[odd(0, &longer), odd(1, &bytes[1..]), odd(u64::MAX, b"x")]).await;
    assert_eq!(told.held(&bytes), Some(Some(0)));
    all.swap(1, 2);
    let told = say(&desk, &centre, |_| {}, &all).await;
    assert_eq!(told.held(&bytes), Some(Some(2 * SLICE_BYTES as u64)), "a gap, and what came before it");

    // Larger than the profile takes: it is on the record, and its content does not come.
    let large = content(40_001);
    desk.act(Some(complaint.id), Body::AttachDocument(attached(&large)));
    desk.sync(&centre).await;
    let told = say(&desk, &centre, ask(&large), &slices(&large, 0)).await;
    assert_eq!(told.held(&large), Some(None));
    // Not accepted: on the record as refused, and no document of the complaint.
    let other = content(10_001);
    desk.act(Some(ComplaintId::from_bytes([9; 16])), Body::AttachDocument(attached(&other)));
    desk.sync(&centre).await;
    assert_eq!(say(&desk, &centre, |_| {}, &slices(&other, 0)).await.held(&other), Some(None));
    assert_eq!(centre.verify().await.unwrap().faults, []);
}

async fn two_computers_may_send_the_same_document_at_once(place: &Place) {
    let centre = place.centre().await;
    let (one, complaint, bytes) = announced(&centre, 200_000).await;
    let two = Desk::enrol(&centre, office(12), 2).await;
    let all = slices(&bytes, 0);
    for part in all.chunks(5) {
        let (first, second) =
            tokio::join!(say(&one, &centre, |_| {}, part), say(&two, &centre, |_| {}, part));
        let end = part.last().map(|slice| slice.offset + slice.bytes.len() as u64);
        assert_eq!((first.held(&bytes), second.held(&bytes)), (Some(end), Some(end)));
    }
    assert!(centre.documents(&complaint).await.unwrap()[0].is_whole());
    assert_eq!(centre.verify().await.unwrap().faults, []);
}

async fn another_offices_documents_stay_there(place: &Place) {
    let centre = place.centre().await;
    let (mut one, complaint, bytes) = announced(&centre, 20_000).await;
    attach_whole(&mut one, &centre, complaint.id, 20_000).await;
    let mut stranger = Desk::enrol(&centre, office(13), 3).await;
    let told = say(&stranger, &centre, want(&bytes, 0, None), &[]).await;
    assert!(told.slices.is_empty() && told.held(&bytes).is_none());
    // Whoever has heard of its hash, and announces it for a complaint of their own, has to bring the content.
    let own = stranger.register("Mine.");
    stranger.act(Some(own), Body::AttachDocument(attached(&bytes)));
    stranger.sync(&centre).await;
    let told = say(&stranger, &centre, want(&bytes, 0, None), &[]).await;
    assert_eq!((told.slices.len(), told.held(&bytes)), (0, Some(Some(0))));
    assert_eq!(centre.verify().await.unwrap().faults, []);
}

async fn what_was_restored_with_less_is_told_without_being_asked(place: &Place) {
    let centre = place.centre().await;
    let (mut desk, complaint, bytes) = announced(&centre, 30_000).await;
    attach_whole(&mut desk, &centre, complaint.id, 30_000).await;
    // As in a backup that was made between two slices.
    place.tamper("DELETE FROM document_slices WHERE start > 12288");
    place.tamper("UPDATE documents SET have = 16384");
    assert_eq!(centre.verify().await.unwrap().faults, []);
    let told = say(&desk, &centre, |_| {}, &[]).await;
    assert_eq!(told.held(&bytes), Some(Some(16_384)));
    let told = say(&desk, &centre, |_| {}, &slices(&bytes, 16_384)).await;
    assert_eq!(told.held(&bytes), Some(Some(30_000)));
    place.tamper("DELETE FROM document_slices WHERE start = 8192");
    let faults = centre.verify().await.unwrap().faults;
    assert!(faults.len() == 1 && faults[0].to_string().contains("a part of it is missing"), "{faults:?}");
}

async fn a_store_from_before_the_documents_waits_for_those_that_its_complaints_have(place: &Place) {
    let centre = place.centre().await;
    let (desk, _, bytes) = announced(&centre, 9_000).await;
    drop(centre);
    place.tamper("DROP TABLE document_slices");
    place.tamper("DROP TABLE documents");
    place.tamper("DROP TABLE snapshot_pieces");
    place.tamper("DROP TABLE snapshots");
    place.tamper("DELETE FROM settings WHERE key = 'documents'");
    place.tamper("DELETE FROM migrations WHERE number IN (5, 6, 21)");
    place.upgrade().await;
    let centre = place.centre().await;
    assert_eq!(centre.verify().await.unwrap().faults, []);
    let told = say(&desk, &centre, |_| {}, &slices(&bytes, 0)).await;
    assert_eq!(told.held(&bytes), Some(Some(9_000)));
}
