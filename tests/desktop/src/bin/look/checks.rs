//! What can be found without eyes: a page wider than its window, somebody who is kept out, words that are cut with no way
//! to read them whole, two main deeds on one screen.

use desktop::{Outcome, Page};

/// What was found, a line each.
#[derive(Debug, Default)]
pub(crate) struct Findings(Vec<String>);

/// Cut with an ellipsis, and neither it nor what it stands in says the whole in its title or label.
const CUT: &str = "
    const isCut = (one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).textOverflow === 'ellipsis';
    const says = (one) => one.closest('[title], [aria-label], select') !== null;
    const all = [...document.querySelectorAll('body *')].filter((one) => one.checkVisibility({ visibilityProperty: true }));
    return all.filter((one) => isCut(one) && !says(one)).map((one) => one.innerText.slice(0, 60));";

/// Filled buttons that one can see; behind an open dialogue there are none.
const MAIN: &str = "
    const dialog = document.querySelector('dialog:modal');
    const all = [...(dialog ?? document).querySelectorAll('.button--main')];
    const plain = Object.assign(document.createElement('i'), { className: 'button' });
    document.body.append(plain);
    const unfilled = getComputedStyle(plain).backgroundColor;
    plain.remove();
    const isFilled = (one) => one.checkVisibility({ visibilityProperty: true }) && getComputedStyle(one).backgroundColor !== unfilled;
    return all.filter(isFilled).map((one) => one.innerText.trim());";

impl Findings {
    /// Looks at what the page shows now; `name` says which screen it is, and in which way it is read.
    pub(crate) async fn look(&mut self, page: &Page, name: &str) -> Outcome<()> {
        for trouble in [page.must_fit(name).await, page.must_be_accessible(name).await] {
            self.0.extend(trouble.err().map(|trouble| trouble.to_string()));
        }
        let cut = page.script(CUT, vec![]).await?;
        if cut.as_array().is_some_and(|cut| !cut.is_empty()) {
            self.0.push(format!("{name} cuts words that can nowhere be read whole: {cut}"));
        }
        let main = page.script(MAIN, vec![]).await?;
        if main.as_array().is_some_and(|main| main.len() > 1) {
            self.0.push(format!("{name} has more than one main deed: {main}"));
        }
        Ok(())
    }

    /// Something that was found elsewhere.
    pub(crate) fn add(&mut self, finding: String) {
        self.0.push(finding);
    }

    /// All of it.
    pub(crate) fn all(&self) -> &[String] {
        &self.0
    }
}
