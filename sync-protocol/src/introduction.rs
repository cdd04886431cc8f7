//! A device introduces itself to a centre that was restored from a backup older than its admission: it shows the entry
//! with which it was admitted, and how the feed went on from there to a head that the centre signed.

use minicbor::data::Type;
use minicbor::{Decode, Decoder, Encode, Encoder};

use crate::ProtocolError;
use crate::feed::{DeviceEntry, FeedEntry, FeedHead, SignedHead};
use crate::ids::{DeviceId, Hash, Office};
use crate::keys::PublicKey;

/// Entries of a feed that lead to a head that the centre signed; the entry of a device's admission is the first one.
///
/// ```text
/// begin ──Device──▶ head ──digest──▶ head ──digest──▶ … ──▶ the signed head
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Introduction {
    /// The office whose feed it is.
    #[n(0)]
    pub office: Office,
    /// The feed's head right before the admission. Nobody need have signed it: what follows leads to the signed head
    /// from this one only.
    #[n(1)]
    pub begin: FeedHead,
    /// The admission and what came behind it.
    #[n(2)]
    pub links: Vec<Link>,
    /// The head after the last of them.
    #[n(3)]
    pub signed: SignedHead,
}

/// An entry of a feed, as far as its chain needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// What it says does not matter here.
    Digest(Hash),
    /// The admission, or the beginning of an epoch.
    Entry(FeedEntry),
}

impl Link {
    /// The link for an entry; for an operation its id is needed.
    pub fn of(entry: FeedEntry, operation: Option<&Hash>) -> Self {
        match entry {
            FeedEntry::Device(_) | FeedEntry::Epoch(_) => Self::Entry(entry),
            other => Self::Digest(other.digest(operation)),
        }
    }
}

impl Introduction {
    /// The admission of a device, verified to stand in a feed that the centre signed.
    ///
    /// # Errors
    /// [`ProtocolError::Signature`] when it does not, [`ProtocolError::Malformed`] when it is another device's.
    pub fn open(&self, device: DeviceId, centre: &PublicKey) -> Result<DeviceEntry, ProtocolError> {
        let Some(Link::Entry(FeedEntry::Device(admitted))) = self.links.first() else {
            return Err(ProtocolError::Malformed("an introduction without an admission".to_owned()));
        };
        if admitted.device != device || admitted.number == 0 {
            return Err(ProtocolError::Malformed("an introduction of another device".to_owned()));
        }
        let head = self.links.iter().fold(self.begin, |head, link| match link {
            Link::Digest(digest) => head.after(self.office, digest),
            Link::Entry(entry) => head.after_entry(self.office, entry, None),
        });
        if self.signed.open(self.office, centre)? == head {
            Ok(admitted.clone())
        } else {
            Err(ProtocolError::Signature)
        }
    }
}

impl<C> Encode<C> for Link {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut Encoder<W>,
        ctx: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        match self {
            Self::Digest(digest) => e.encode_with(digest, ctx)?.ok(),
            Self::Entry(entry) => e.encode_with(entry, ctx)?.ok(),
        }
    }
}

impl<'b, C> Decode<'b, C> for Link {
    fn decode(d: &mut Decoder<'b>, ctx: &mut C) -> Result<Self, minicbor::decode::Error> {
        match d.datatype()? {
            Type::Bytes => d.decode_with(ctx).map(Self::Digest),
            _ => d.decode_with(ctx).map(Self::Entry),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::Epoch;
    use crate::keys::DeviceKey;
    use crate::salt::SaltTree;
    use crate::{decode_all, encode};

    const OFFICE: Office = Office(12);

    fn centre() -> DeviceKey {
        DeviceKey::from_seed(&[1; 32])
    }

    fn admission(device: u32) -> FeedEntry {
        FeedEntry::Device(DeviceEntry {
            device: DeviceId(device),
            number: 2,
            key: DeviceKey::from_seed(&[2; 32]).public(),
            salts: SaltTree::from_root([3; 32]),
        })
    }

    fn introduction() -> Introduction {
        let begin = FeedHead { epoch: Epoch(0), number: 40, hash: Hash([4; 32]) };
        let entries = [admission(7), FeedEntry::Profile(Hash([5; 32])), FeedEntry::Epoch(Epoch(1))];
        let head = entries.iter().fold(begin, |head, entry| head.after_entry(OFFICE, entry, None));
        Introduction {
            office: OFFICE,
            begin,
            links: entries.into_iter().map(|entry| Link::of(entry, None)).collect(),
            signed: SignedHead::sign(OFFICE, &head, &centre()),
        }
    }

    #[test]
    fn an_admission_that_the_centre_signed_for_is_believed_as_it_stands() {
        let opened = introduction().open(DeviceId(7), &centre().public());
        assert_eq!(opened.map(FeedEntry::Device), Ok(admission(7)));
        assert_eq!(decode_all(&encode(&introduction())), Ok(introduction()));
    }

    #[test]
    fn nothing_of_it_can_be_changed() {
        let refused = |change: &dyn Fn(&mut Introduction)| {
            let mut changed = introduction();
            change(&mut changed);
            assert!(changed.open(DeviceId(7), &centre().public()).is_err());
        };
        refused(&|it| it.office = Office(13));
        refused(&|it| it.begin.hash = Hash([9; 32]));
        refused(&|it| it.begin.number = 39);
        refused(&|it| it.links[0] = Link::Entry(admission(8)));
        refused(&|it| it.links[1] = Link::Digest(Hash([9; 32])));
        refused(&|it| drop(it.links.pop()));
        refused(&|it| drop(it.links.remove(0)));
        assert!(introduction().open(DeviceId(8), &centre().public()).is_err());
        let stranger = DeviceKey::from_seed(&[9; 32]).public();
        assert_eq!(introduction().open(DeviceId(7), &stranger), Err(ProtocolError::Signature));
    }
}
