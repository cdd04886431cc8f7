//! What was done on a day, read from the logs of the office's computers: each is walked back from its end.

use complaints::Operation;
use rusqlite::Connection;

use crate::Store;
use crate::error::StoreError;

/// After so many older operations in a row nothing of the day is expected any more. A log runs along with its
/// computer's clock, save where a computer began anew and issued again what it had done before, or its clock was set.
const OLDER_IN_A_ROW: u32 = 256;

impl Store {
    /// The operations whose authors' clocks said a moment from `from_ms` on and before `to_ms` (milliseconds since
    /// 1970), those that were not accepted included, in the order of these moments.
    ///
    /// # Errors
    /// When the store fails.
    pub fn done_between(&self, from_ms: i64, to_ms: i64) -> Result<Vec<Operation>, StoreError> {
        let connection = self.reader();
        let mut done = Vec::new();
        let mut statement = connection.prepare_cached("SELECT device FROM devices ORDER BY device")?;
        let devices: Vec<u32> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        for device in devices {
            done.extend(of_device(&connection, device, (from_ms, to_ms))?);
        }
        done.sort_by_key(|operation| operation.at.unix_ms);
        Ok(done)
    }
}

fn of_device(
    connection: &Connection,
    device: u32,
    (from_ms, to_ms): (i64, i64),
) -> Result<Vec<Operation>, StoreError> {
    let sql = "SELECT payload FROM operations WHERE device = ?1 ORDER BY sequence DESC";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([device])?;
    let (mut older, mut done) = (0, Vec::new());
    while let Some(row) = rows.next()? {
        let Ok(operation) = Operation::from_bytes(row.get_ref(0)?.as_blob().unwrap_or_default()) else {
            continue;
        };
        let at = operation.at.unix_ms;
        older = if at < from_ms { older + 1 } else { 0 };
        if older > OLDER_IN_A_ROW {
            break;
        }
        if (from_ms..to_ms).contains(&at) {
            done.push(operation);
        }
    }
    // Of two at one moment the earlier one comes first.
    done.reverse();
    Ok(done)
}
