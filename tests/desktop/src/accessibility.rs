//! The accessibility checker axe-core, run inside a page. Which pages must be clean is for the tests to say.

use std::fmt;

use serde_json::{Value, json};

use crate::page::Page;
use crate::places;
use crate::trouble::{Outcome, Trouble};

/// Runs when the page rests: a colour in the midst of a transition has no contrast worth measuring.
const RUN: &str = "
    const done = arguments[arguments.length - 1];
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null)))
        .then(() => document.fonts.ready)
        .then(() => axe.run(document, { resultTypes: ['violations'] }))
        .then((found) => done(found.violations), (error) => done(String(error)));";

/// Something that keeps people out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule's name.
    pub rule: String,
    /// How grave: `minor`, `moderate`, `serious`, `critical`.
    pub impact: String,
    /// What is wrong.
    pub help: String,
    /// Where, as selectors, each with what the checker says about it.
    pub places: Vec<String>,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}): {}", self.rule, self.impact, self.help)?;
        self.places.iter().try_for_each(|place| write!(f, "\n    {place}"))
    }
}

impl Page {
    /// What the checker finds on the page as it is now.
    ///
    /// # Errors
    /// When the checker is not there or fails.
    pub async fn findings(&self) -> Outcome<Vec<Finding>> {
        if self.script("return typeof window.axe", vec![]).await? != json!("object") {
            self.script(&places::axe()?, vec![]).await?;
        }
        match self.script_with_callback(RUN, vec![]).await? {
            Value::Array(found) => Ok(found.iter().map(finding).collect()),
            other => Err(Trouble::new(format!("the accessibility checker failed: {other}"))),
        }
    }

    /// Fails, with everything that was found, when the page keeps people out. `name` says which page it is.
    ///
    /// # Errors
    /// What was found.
    pub async fn must_be_accessible(&self, name: &str) -> Outcome<()> {
        let findings = self.findings().await?;
        if findings.is_empty() {
            return Ok(());
        }
        let told: Vec<String> = findings.iter().map(Finding::to_string).collect();
        Err(Trouble::new(format!("{name} is not accessible:\n  {}", told.join("\n  "))))
    }
}

fn finding(found: &Value) -> Finding {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let place = |node: &Value| {
        let summary = text(&node["failureSummary"]).split_whitespace().collect::<Vec<_>>().join(" ");
        format!("{}: {summary}", node["target"])
    };
    Finding {
        rule: text(&found["id"]),
        impact: text(&found["impact"]),
        help: text(&found["help"]),
        places: found["nodes"].as_array().into_iter().flatten().map(place).collect(),
    }
}
