//! What an administrator does for a computer that a restored centre does not admit any more: a new code, with which it
//! goes on as another computer of its office.

use sync_engine::ExchangeError;

use crate::centre::at_once;
use crate::computers::Stage;
use crate::world::{Checked, World};

/// After so many refusals in a row somebody asks the administrator.
const REFUSALS: u32 = 3;

impl World {
    /// An administrator notices that the centre does not admit a computer that nobody has shut out, and gives it a code.
    pub(crate) fn perhaps_readmit(&mut self, computer: usize) -> Checked {
        let pc = &self.computers[computer];
        if pc.not_admitted < REFUSALS || pc.stage != Stage::Working || !self.centre_restored {
            return Ok(());
        }
        let (office, name) = (pc.office, pc.name.clone());
        let code = at_once(self.centre.centre.enrolment_code(office, 60)).map_err(crate::centre::told)?;
        self.tell(format_args!("{name} gets a new code"));
        self.computers[computer].new_code = Some(code.code);
        Ok(())
    }

    pub(crate) fn readmission_ended(&mut self, computer: usize, done: Result<(), ExchangeError>) -> Checked {
        let name = self.computers[computer].name.clone();
        match done {
            Ok(()) => {
                self.computers[computer].new_code = None;
                self.computers[computer].not_admitted = 0;
                self.tell(format_args!("{name} is admitted again"));
                self.set_timer(computer, 1_000);
            }
            Err(error) => {
                // The centre may have been restored once more, to a day before that code.
                if matches!(error, ExchangeError::Renewal(_)) {
                    self.computers[computer].new_code = None;
                }
                self.try_again(computer, &error);
            }
        }
        Ok(())
    }
}
