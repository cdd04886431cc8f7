//! A desk that stays open, as the window's does: the `office` crate on its store, one line to the centre that is kept
//! open, and exchanges when this program says so. Time and bytes of single exchanges are measured with it.

use std::io::Cursor;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use complaints::ComplaintId;
use office::view::Filter;
use office::{Clock, Exchanger, LineOutcome, Office};
use sync_engine::HttpLine;
use tokio::runtime::Runtime;

use crate::figures::Figures;
use crate::proxy::Proxy;
use crate::trouble::{Outcome, Trouble};

/// An open desk with its line through the proxy.
pub(crate) struct Desk<'a> {
    office: Arc<Office>,
    exchanger: Arc<Exchanger>,
    line: HttpLine,
    proxy: &'a Proxy,
    runtime: &'a Runtime,
}

impl<'a> Desk<'a> {
    /// Opens the store of an enrolled computer.
    pub(crate) fn open(data: &Path, key: &Path, proxy: &'a Proxy, runtime: &'a Runtime) -> Outcome<Self> {
        let office =
            Office::open(data, None, Some(key), Clock::system()).map_err(Trouble::doing("the desk"))?;
        let office = Arc::new(office);
        let exchanger = Exchanger::new(Arc::clone(&office)).map_err(Trouble::doing("the desk"))?;
        let line = HttpLine::new(&format!("http://{}", proxy.address)).map_err(Trouble::new)?;
        Ok(Self { office, exchanger, line, proxy, runtime })
    }

    /// Registers complaints, one JSON object a line.
    pub(crate) fn register(&self, lines: &str) -> Outcome<()> {
        let mut refused = None;
        self.office
            .import(&mut Cursor::new(lines), &Office::administrator("benchmark"), |line| {
                if let LineOutcome::Refused { reason } = line.outcome {
                    refused = Some(reason);
                }
                Ok(())
            })
            .map_err(Trouble::doing("registering"))?;
        refused.map_or(Ok(()), |reason| Err(Trouble::new(format!("a complaint was refused: {reason}"))))
    }

    /// Changes so many complaints, each by a note of a few words.
    pub(crate) fn change(&self, count: u32) -> Outcome<()> {
        let page = self.office.list(Filter::All, None, count).map_err(Trouble::doing("listing"))?;
        for row in page.rows {
            let id: ComplaintId = row.id.parse().map_err(|_| Trouble::new("a complaint has no id"))?;
            self.office
                .add_note(id, "The citizen has called again.", false, &Office::administrator("benchmark"))
                .map_err(Trouble::doing("a note"))?;
        }
        Ok(())
    }

    /// One whole exchange.
    pub(crate) fn exchange(&self) -> Outcome<Figures> {
        self.proxy.take_traffic();
        let begun = Instant::now();
        let report = self
            .runtime
            .block_on(self.exchanger.exchange_over(&self.line))
            .map_err(Trouble::doing("an exchange"))?;
        let ms = begun.elapsed().as_secs_f64() * 1000.0;
        let figures = Figures { ms, records: f64::from(report.pushed), ..Figures::default() };
        Ok(figures.with(self.proxy.take_traffic()))
    }
}
