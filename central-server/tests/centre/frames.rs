//! Requests and answers as the tests put them together and take them apart: whole ones, in one piece.

use sync_protocol::{
    ChainHead, Codec, DeviceId, DeviceKey, DownFrame, EntriesFrame, FeedEntry, FeedHead, FrameBuffer, Hash,
    Hashes, Hello, LogOperation, Outcome, Packer, Protocol, Reply, RequestWriter, Unpacker,
};

/// What a desk says in an exchange.
#[derive(Debug, Clone)]
pub(crate) struct SyncRequest {
    pub(crate) protocol: Protocol,
    pub(crate) device: DeviceId,
    pub(crate) base: ChainHead,
    pub(crate) operations: Vec<LogOperation>,
    pub(crate) feed: FeedHead,
    pub(crate) codecs: Vec<u8>,
    pub(crate) wanted_profile: Option<Hash>,
}

impl SyncRequest {
    pub(crate) fn hello(&self) -> Hello {
        Hello {
            protocol: self.protocol,
            device: self.device,
            base: self.base,
            feed: self.feed,
            codecs: self.codecs.clone(),
            wanted_profile: self.wanted_profile,
            wanted_documents: Vec::new(),
            testimony: None,
            seal_answer_to: None,
            wants_recipient: false,
            asked_documents: Vec::new(),
            document_bytes: None,
            entry_bytes: None,
            snapshot: None,
        }
    }

    /// The bytes, with every hash in full.
    pub(crate) fn seal(&self, key: &DeviceKey, codec: Codec) -> Vec<u8> {
        self.seal_with(key, codec, Hashes::InFull)
    }

    pub(crate) fn seal_with(&self, key: &DeviceKey, codec: Codec, hashes: Hashes) -> Vec<u8> {
        let mut writer = RequestWriter::new(key, self.hello(), hashes, Packer::new(codec));
        writer.operations(&self.operations);
        writer.finish()
    }
}

/// What the centre answered.
#[derive(Debug)]
pub(crate) struct SyncResponse {
    pub(crate) outcome: Outcome,
    pub(crate) acknowledged: Option<ChainHead>,
    pub(crate) reply: Reply,
    pub(crate) frames: Vec<(EntriesFrame, Vec<FeedEntry>)>,
}

impl SyncResponse {
    pub(crate) fn from_bytes(bytes: &[u8]) -> Self {
        let mut buffer = FrameBuffer::new();
        buffer.push(bytes);
        let first = buffer.next_frame().unwrap().expect("an answer begins with a reply");
        let DownFrame::Reply(reply) = DownFrame::from_bytes(&first).unwrap() else {
            panic!("an answer begins with a reply")
        };
        let mut unpacker = Unpacker::new();
        let mut frames = Vec::new();
        while let Some(frame) = buffer.next_frame().unwrap() {
            let DownFrame::Entries(frame) = DownFrame::from_bytes(&frame).unwrap() else {
                panic!("not a frame of entries")
            };
            let entries = frame.open(&mut unpacker).unwrap();
            frames.push((frame, entries));
        }
        assert!(!buffer.is_within_a_frame(), "the answer ends with a frame");
        Self { outcome: reply.outcome, acknowledged: reply.acknowledged, reply: *reply, frames }
    }

    pub(crate) fn entries(&self) -> impl Iterator<Item = &FeedEntry> {
        self.frames.iter().flat_map(|(_, entries)| entries)
    }
}
