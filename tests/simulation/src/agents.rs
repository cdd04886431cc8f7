//! What agents do at the centre: they pass on, answer, change the status and write notes, sometimes on what they saw
//! a while ago.

use central_server::{Agent, AgentId, CentreError, DeedOutcome, Role};
use complaints::{
    Answer, Author as Signature, Body, ChangeStatus, ContactWay, EDITION, Moment, Note, OfficeCode,
    Operation, Reach, Route, Tell, Triage, edition,
};

use crate::centre::at_once;
use crate::ledger::{Author, Saved};
use crate::world::{Checked, World};

impl World {
    /// An agent takes up a complaint that has arrived.
    pub(crate) fn agents_work(&mut self) -> Checked {
        let office = OfficeCode::new(u8::try_from(self.random.between(1, self.offices.into())).unwrap_or(1));
        let office = office.map_err(|error| error.to_string())?;
        let known = self.ledger.complaints(office);
        if known.is_empty() {
            return Ok(());
        }
        let id = *self.random.pick(known);
        let found = at_once(self.centre.centre.complaint(id));
        let Some(complaint) = found.map_err(crate::centre::told)? else { return Ok(()) };
        // Which may have been handed over since.
        let office = complaint.office;
        let words = self.ledger.next_words();
        let reads_all = edition() == EDITION;
        let body = match self.random.below(10) {
            0..=2 => Body::Route(Route {
                to: (*self.random.pick(&["CWA", "WMA"])).to_owned(),
                text: Some(words.clone()),
            }),
            3..=5 => Body::Answer(Answer { text: words.clone(), definitive: self.random.chance(400) }),
            6..=7 => {
                let to = *self.random.pick(complaint.status.next());
                Body::ChangeStatus(ChangeStatus { from: complaint.status, to, text: Some(words.clone()) })
            }
            8 if reads_all && complaint.to_tell().is_some() => {
                let steps = complaint.to_tell().map(|to_tell| to_tell.steps).unwrap_or_default();
                Body::Tell(Tell {
                    steps,
                    way: ContactWay::Sms,
                    reach: Reach::Reached,
                    text: Some(words.clone()),
                })
            }
            9 if reads_all => {
                let (urgent, restricted) = (self.random.chance(500), self.random.chance(200));
                Body::Triage(Triage { urgent, restricted })
            }
            _ => Body::Note(Note { text: words.clone(), for_citizen: false }),
        };
        let seen = complaint.version - u32::from(complaint.version > 1 && self.random.chance(100));
        let agent = Agent {
            id: AgentId::from_bytes([1; 8]),
            name: "Devi Pillay".to_owned(),
            login: "devi".to_owned(),
            role: Role::Csu,
            institution: None,
            office: None,
            disabled: false,
            one_time_password: false,
        };
        let name = self.ledger.name(id);
        self.perhaps_arm_centre();
        // The very operation that the centre writes, so that it can be looked for.
        let author = Signature { name: agent.name.clone(), clerk: None, institution: None, capacity: None };
        let at = Moment::from_zoned(&self.centre.centre.now());
        let payload = Operation { subject: Some(id), author, at, body: body.clone() }.to_bytes();
        match at_once(self.centre.centre.deed(&agent, id, Some(seen), body)) {
            Ok(DeedOutcome::Done(_)) => {
                self.tell(format_args!("an agent works on {name} {words}"));
                self.ledger.save(Saved {
                    author: Author::Centre,
                    life: self.centre.life,
                    lost_once: false,
                    office,
                    complaint: Some(id),
                    words,
                    payload,
                    excused: None,
                });
            }
            Ok(DeedOutcome::Refused(refusal)) => {
                self.tell(format_args!("an agent may not work on {name}: {}", refusal.word()));
            }
            Ok(DeedOutcome::Overtaken(_)) => {
                self.tell(format_args!("an agent was overtaken on {name}"));
            }
            Ok(DeedOutcome::ForOneAlone) => {
                self.tell(format_args!("an agent’s words on {name} are for one citizen alone"));
            }
            Err(CentreError::Full) if self.centre.full => {
                self.tell(format_args!("an agent’s work on {name} finds the disk full"));
            }
            Err(_) if self.centre.disk.has_crashed() => {}
            Err(error) => return Err(crate::centre::told(error)),
        }
        self.restart_centre_if_it_crashed()
    }
}
