//! A clerk at a computer: what is done there, and that it is written down what was saved.

use complaints::{Moment, OfficeCode, as_edition};
use office_store::StoreError;

use crate::clerk::{self, Deed};
use crate::computers::{HOUR_MS, Stage};
use crate::faults::Fault;
use crate::ledger::{Author, Saved};
use crate::world::{Checked, Event, World};

impl World {
    /// The offices to which a complaint can be handed over.
    fn other_offices(&self, office: OfficeCode) -> Result<Vec<OfficeCode>, String> {
        let all = (1..=self.offices).map(OfficeCode::new).collect::<Result<Vec<_>, _>>();
        let all = all.map_err(|error| error.to_string())?;
        Ok(all.into_iter().filter(|other| *other != office).collect())
    }

    /// A clerk does something, and it is written down what was saved.
    pub(crate) fn clerk_works(&mut self, computer: usize) -> Checked {
        let pc = &self.computers[computer];
        let (Some(store), office, version) = (pc.store.clone(), pc.office, pc.version()) else {
            return Ok(());
        };
        let edition = pc.edition;
        let at = Moment { unix_ms: self.now() + pc.ahead_ms, offset_min: 240 };
        let known = self.ledger.complaints(office).to_vec();
        let others = self.other_offices(office)?;
        let random = &mut self.random;
        let deed = as_edition(edition, || clerk::draw(random, &store, &known, &others, version));
        let deed = deed.map_err(|error| error.to_string())?;
        let words = self.ledger.next_words();
        self.perhaps_arm(computer, 0);
        if self.mix.strikes(Fault::FullDesk, &mut self.random) {
            self.set_desk_full(computer, true)?;
            let until = self.random.mostly_short_ms(24 * HOUR_MS);
            self.later(until, Event::DeskHasRoom { computer });
        }
        let random = &mut self.random;
        let done = as_edition(edition, || {
            store.write(|writing| clerk::perform(writing, office, deed, &words, at, random))
        });
        let name = self.computers[computer].name.clone();
        match done {
            Ok(Some(operation)) => {
                let complaint = operation.subject;
                let payload = operation.to_bytes();
                let author = Author::Computer(computer);
                let shut_out = self.computers[computer].stage == Stage::ShutOut;
                let excused = shut_out.then_some("it was written on a computer that is shut out");
                let life = self.computers[computer].life;
                self.ledger.save(Saved {
                    author,
                    life,
                    lost_once: false,
                    office,
                    complaint,
                    words: words.clone(),
                    payload,
                    excused,
                });
                if let Deed::HandOver(id, to) = deed {
                    self.ledger.hand_over(id, to);
                }
                let about = complaint.map_or_else(|| "the office".to_owned(), |id| self.ledger.name(id));
                self.tell(format_args!("{name} {} {about} {words}", clerk::told(deed)));
            }
            Ok(None) => self.tell(format_args!("{name} may not do what its clerk wants")),
            Err(StoreError::DiskFull) if self.computers[computer].full => {
                self.tell(format_args!("{name} cannot save {words}: its disk is full"));
            }
            Err(_) if self.computers[computer].disk.has_crashed() => {
                self.tell(format_args!("{name} crashes while it saves {words}"));
            }
            Err(error) => return Err(format!("{name} cannot save: {error}")),
        }
        self.crash_if_armed(computer)?;
        self.check_last_words(computer)
    }
}
