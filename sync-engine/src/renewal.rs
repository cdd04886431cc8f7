//! The way back when this computer was restored from a backup, or cloned: the centre has a log of it that this store
//! does not have. It takes a new key, the centre admits it as another device of the same office, and what the centre
//! has not got is issued again in the new log.
//!
//! A centre that was restored to a state before this computer's admission is shown that admission, and takes it back.
//! Where there is nothing to show, an administrator's new code does the same.

use office_store::KnownDevice;
use sync_protocol::mutant::{self, Mutant};
use sync_protocol::{
    DeviceEntry, DeviceKey, EnrolOutcome, EnrolRequest, EnrolResponse, Exchange, Introduction, Protocol,
    ProtocolError, Renewal, SaltTree, Sequence,
};

use crate::admission::{EnrolError, refusal};
use crate::error::ExchangeError;
use crate::round::{Engine, Round};

/// Gives secret random bytes: the seed and the salts of a new device. None when the system gives none.
pub type Entropy<'a> = &'a (dyn Fn() -> Option<[u8; 64]> + Sync);

impl<L: Exchange> Engine<'_, L> {
    pub(crate) async fn begin_anew(&self, mut round: Round) -> Result<Round, ExchangeError> {
        self.ask_anew("", None).await?;
        round.more = true;
        Ok(round)
    }

    /// The centre does not know this device any more.
    pub(crate) async fn introduce(&self, mut round: Round) -> Result<Round, ExchangeError> {
        // Whoever has read that it is shut out has nothing to show.
        let introduction = if self.store.is_revoked()? { None } else { self.store.introduction()? };
        let again = std::mem::replace(&mut self.link().introduced, true);
        if again || introduction.is_none() {
            return Err(ExchangeError::NotAdmitted);
        }
        match self.ask_anew("", introduction).await {
            Ok(()) => {}
            Err(ExchangeError::Renewal(EnrolError::NotAdmitted)) => return Err(ExchangeError::NotAdmitted),
            Err(error) => return Err(error),
        }
        round.more = true;
        Ok(round)
    }

    /// Asks to be admitted once more, with a new code of the same office. What the centre has not got of this
    /// computer's operations is issued again.
    ///
    /// # Errors
    /// [`ExchangeError`]; this computer is then who it was.
    pub async fn readmit(&self, code: &str) -> Result<(), ExchangeError> {
        self.ask_anew(code, None).await
    }

    async fn ask_anew(&self, code: &str, introduction: Option<Introduction>) -> Result<(), ExchangeError> {
        let (seed, salts) = self.next_secrets()?;
        let key = DeviceKey::from_seed(&seed);
        let identity = self.store.identity()?;
        let unseen = self.store.own_unseen()?;
        let introduced = introduction.is_some();
        let unseen = unseen.iter().map(|operation| operation.id);
        let renewal = Renewal::new(identity.device, key.public(), unseen).introduced(introduction);
        let request = EnrolRequest {
            protocol: Protocol::OURS,
            code: code.to_owned(),
            key: key.public(),
            salts: salts.clone(),
            renewal: Some(renewal.seal(&self.key()?)),
        };
        let answer = EnrolResponse::from_bytes(&self.line.enrol(request.seal(&key)).await?)?;
        if answer.outcome != EnrolOutcome::Admitted {
            return Err(refusal(&answer).into());
        }
        let incomplete = || ProtocolError::Malformed("admitted, and nothing said".to_owned());
        let admitted = answer.admitted.ok_or_else(incomplete)?;
        if admitted.office != identity.feed() {
            return Err(EnrolError::OtherOffice.into());
        }
        let Some(known) = admitted.known else {
            // The centre has taken the admission back: this computer is who it was.
            return if introduced { Ok(()) } else { Err(incomplete().into()) };
        };
        // A restored centre counts on from where it was, and may give an id that this store knows as another computer's.
        // What that one did is still to be given back, so the next try is to get the next id. Nor is it this computer's
        // when it has done something already: a copy that was made after the secrets were drawn has begun anew with them.
        let is_anothers = |known: &KnownDevice| {
            known.device == admitted.device
                && (known.key != key.public() || known.last.sequence > Sequence(0))
        };
        if self.store.devices()?.iter().any(is_anothers) {
            self.draw_secrets()?;
            return Err(EnrolError::NotAdmitted.into());
        }
        let known = if mutant::is(Mutant::RetryUnderNewId) { 0 } else { known };
        let entry =
            DeviceEntry { device: admitted.device, number: admitted.number, key: key.public(), salts };
        // Deeds may have been done while the centre was asked; they come behind those that it was asked about.
        self.store.write(|writing| writing.begin_anew(&entry, known))?;
        Ok(())
    }

    /// Drawn once and kept before the centre hears of them: after a cut the same are used again.
    fn next_secrets(&self) -> Result<([u8; 32], SaltTree), ExchangeError> {
        if let Some(known) = self.store.next_secrets()? {
            return Ok(known);
        }
        self.draw_secrets()
    }

    fn draw_secrets(&self) -> Result<([u8; 32], SaltTree), ExchangeError> {
        let bytes = (self.entropy)().ok_or(EnrolError::NoRandomness)?;
        let (seed, salts) = bytes.split_at(32);
        let mut drawn = ([0; 32], [0; 32]);
        drawn.0.copy_from_slice(seed);
        drawn.1.copy_from_slice(salts);
        let salts = SaltTree::from_root(drawn.1);
        self.store.write(|writing| writing.put_next_secrets(&drawn.0, &salts))?;
        Ok((drawn.0, salts))
    }
}
