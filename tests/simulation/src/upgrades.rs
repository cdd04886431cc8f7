//! Versions side by side: computers and the centre begin with the version before, and are upgraded one by one at some
//! moment, at the latest when the troubles are over. Until then they keep and relay what they cannot read; afterwards
//! everything has the effect that it has for those who could read it from the beginning.

use complaints::{EDITION, as_edition};

use crate::computers::Stage;
use crate::world::{Checked, World};

impl World {
    /// An administrator goes round and upgrades some of what is still old.
    pub(crate) fn upgrade_some(&mut self) -> Checked {
        if self.centre.edition < EDITION && self.random.chance(300) {
            self.upgrade_centre()?;
        }
        for computer in 0..self.computers.len() {
            if self.computers[computer].edition < EDITION && self.random.chance(300) {
                self.upgrade_desk(computer)?;
            }
        }
        Ok(())
    }

    /// Nothing old is left.
    pub(crate) fn upgrade_all(&mut self) -> Checked {
        if self.centre.edition < EDITION {
            self.upgrade_centre()?;
        }
        for computer in 0..self.computers.len() {
            if self.computers[computer].edition < EDITION {
                self.upgrade_desk(computer)?;
            }
        }
        Ok(())
    }

    fn upgrade_centre(&mut self) -> Checked {
        self.tell(format_args!("the centre is upgraded"));
        self.centre.edition = EDITION;
        as_edition(EDITION, || self.centre.restart())
    }

    /// The program ends, another one opens what is on the disk.
    fn upgrade_desk(&mut self, computer: usize) -> Checked {
        let name = self.computers[computer].name.clone();
        self.tell(format_args!("{name} is upgraded"));
        let pc = &mut self.computers[computer];
        pc.edition = EDITION;
        let Some(store) = pc.store.take() else { return Ok(()) };
        let image = store.image().map_err(|error| error.to_string())?;
        pc.forget_what_is_volatile();
        let store = pc.start_from(&image)?;
        pc.take_store(store)?;
        if pc.stage != Stage::Gone {
            self.set_timer(computer, 1_000);
        }
        self.check_last_words(computer)
    }
}
