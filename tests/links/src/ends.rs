//! The two ends of a line, as every measurement needs them: a centre, a computer that reaches it over the line, and
//! what the centre's audit says.

use desktop::{Centre, Computer, Outcome, Trouble};
use serde_json::Value;

use crate::far::Far;
use crate::proxy::Proxy;
use crate::shape::Shape;

/// The office whose computers these are.
pub(crate) const OFFICE: &str = "12";

/// A line to the centre.
pub(crate) fn line_to(centre: &Centre, shape: Shape) -> Outcome<Proxy> {
    let address = centre.url().trim_start_matches("http://").to_owned();
    let address = address.parse().map_err(|error| Trouble::while_doing(address, error))?;
    Proxy::start(Far::Centre(address), shape).map_err(|error| Trouble::while_doing("the line", error))
}

/// Makes it a computer of the office, which knows the centre at the line's address.
pub(crate) fn enrol_over(line: &Proxy, centre: &Centre, computer: &Computer) -> Outcome<()> {
    let code = centre.enrolment_code(OFFICE)?;
    computer.ask()?.words(["enrol", "--server", &line.url(), "--code", &code]).run().map(drop)
}

/// What the centre's audit says of the office.
///
/// # Errors
/// When something does not fit.
pub(crate) fn audit(centre: &Centre) -> Outcome<Value> {
    let audit = centre.ask()?.word("verify").json()?;
    let offices = audit["offices"].as_array().map(Vec::as_slice).unwrap_or_default();
    let found = offices.iter().find(|found| found["office"] == OFFICE).cloned();
    found.filter(|_| audit["ok"] == true).ok_or_else(|| Trouble::new(format!("the centre's audit: {audit}")))
}

/// Whether the computer verifies, and has as many complaints and the same fold as the centre.
///
/// # Errors
/// What each of them has, when they are not equal.
pub(crate) fn must_be_equal(there: &Value, computer: &Computer, complaints: usize) -> Outcome<()> {
    let here = computer.ask()?.word("verify").json()?;
    let as_many = |side: &Value| side["complaints"].as_u64() == u64::try_from(complaints).ok();
    if here["ok"] == true && as_many(there) && as_many(&here) && here["fold"] == there["fold"] {
        return Ok(());
    }
    Err(Trouble::new(format!(
        "the ends are not equal ({complaints} complaints expected): the desk has {here}, the centre {there}"
    )))
}
