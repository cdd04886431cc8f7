//! What is measured: figures of one piece of work, and their medians over several runs.

use serde_json::{Map, Value, json};

/// Bytes and exchanges as the proxy saw them, above TLS and HTTP headers included.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Traffic {
    /// From the client to the server.
    pub(crate) up: u64,
    /// From the server to the client.
    pub(crate) down: u64,
    /// HTTP requests.
    pub(crate) requests: u64,
    /// Connections opened.
    pub(crate) connections: u64,
}

/// One piece of work.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Figures {
    /// Time that the client's user waits, in milliseconds.
    pub(crate) ms: f64,
    /// How many complaints it was about.
    pub(crate) records: f64,
    /// Processor time of the client, seconds.
    pub(crate) client_cpu_s: f64,
    /// Processor time of the server with all that it starts, seconds.
    pub(crate) server_cpu_s: f64,
    /// The most memory that the client ever had, MiB.
    pub(crate) client_mib: f64,
    /// Bytes to the server.
    pub(crate) up: f64,
    /// Bytes to the client.
    pub(crate) down: f64,
    /// HTTP requests.
    pub(crate) requests: f64,
    /// Connections opened.
    pub(crate) connections: f64,
}

/// Reads or sets one figure.
type Field = (&'static str, fn(&Figures) -> f64, fn(&mut Figures, f64));

const FIELDS: [Field; 9] = [
    ("ms", |f| f.ms, |f, to| f.ms = to),
    ("records", |f| f.records, |f, to| f.records = to),
    ("client_cpu_s", |f| f.client_cpu_s, |f, to| f.client_cpu_s = to),
    ("server_cpu_s", |f| f.server_cpu_s, |f, to| f.server_cpu_s = to),
    ("client_mib", |f| f.client_mib, |f, to| f.client_mib = to),
    ("up_bytes", |f| f.up, |f, to| f.up = to),
    ("down_bytes", |f| f.down, |f, to| f.down = to),
    ("requests", |f| f.requests, |f, to| f.requests = to),
    ("connections", |f| f.connections, |f, to| f.connections = to),
];

impl Figures {
    /// Adds what the proxy saw.
    pub(crate) fn with(mut self, traffic: Traffic) -> Self {
        self.up = traffic.up as f64;
        self.down = traffic.down as f64;
        self.requests = traffic.requests as f64;
        self.connections = traffic.connections as f64;
        self
    }

    /// The median of each figure.
    pub(crate) fn median(all: &[Self]) -> Option<Self> {
        if all.is_empty() {
            return None;
        }
        let mut figures = Self::default();
        for (_, read, set) in FIELDS {
            set(&mut figures, median(all.iter().map(read).collect()));
        }
        Some(figures)
    }

    /// The mean of each figure; zeros of nothing.
    pub(crate) fn mean(all: &[Self]) -> Self {
        let mut figures = Self::default();
        for (_, read, set) in FIELDS {
            set(&mut figures, all.iter().map(read).sum::<f64>() / all.len().max(1) as f64);
        }
        figures
    }

    /// Complaints a second.
    pub(crate) fn per_second(&self) -> f64 {
        self.records / (self.ms / 1000.0)
    }

    pub(crate) fn to_json(self) -> Value {
        let rounded = |value: f64| (value * 1000.0).round() / 1000.0;
        Value::Object(
            FIELDS
                .iter()
                .map(|(name, read, _)| ((*name).to_owned(), json!(rounded(read(&self)))))
                .collect::<Map<_, _>>(),
        )
    }
}

/// The middle one, or the mean of the two in the middle; 0 of nothing.
pub(crate) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    match values.len() {
        0 => 0.0,
        odd if odd % 2 == 1 => values[middle],
        _ => f64::midpoint(values[middle - 1], values[middle]),
    }
}

/// The least, the middle, the one that nine tenths do not exceed, and the most.
pub(crate) fn spread(values: &[f64]) -> Value {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = |share: f64| sorted.get(((sorted.len().max(1) - 1) as f64 * share).round() as usize).copied();
    json!({"least": at(0.0), "median": at(0.5), "nine_tenths": at(0.9), "most": at(1.0)})
}

/// What one system did in all works; what it could not do is absent.
#[derive(Debug, Clone, Default)]
pub(crate) struct Measured {
    /// Registering the complaints offline.
    pub(crate) create: Vec<Figures>,
    /// Pushing complaints made offline.
    pub(crate) push: Vec<Figures>,
    /// Pulling them into a fresh client.
    pub(crate) pull: Vec<Figures>,
    /// Pushing complaints made offline over a slow line.
    pub(crate) slow: Vec<Figures>,
    /// One exchange of ten new complaints, the mean of many.
    pub(crate) ten: Vec<Figures>,
    /// One exchange of one new complaint, the mean of many.
    pub(crate) one: Vec<Figures>,
    /// Bytes up of each single exchange of one new complaint.
    pub(crate) ups_of_one: Vec<f64>,
    /// Ten complaints changed, one sync at a round trip of 300 ms.
    pub(crate) changed: Vec<Figures>,
    /// Nothing changed.
    pub(crate) idle: Vec<Figures>,
    /// Rows inserted straight into a store like the client's; milliseconds without and with the search index.
    pub(crate) bare_insert_ms: Vec<(f64, f64)>,
}

/// The short name of a work, and its runs.
pub(crate) type Work = (&'static str, fn(&Measured) -> &Vec<Figures>);

/// The works in the order of the report: short name, and the figures of it.
pub(crate) const WORKS: [Work; 8] = [
    ("create", |m| &m.create),
    ("push", |m| &m.push),
    ("pull", |m| &m.pull),
    ("slow", |m| &m.slow),
    ("ten", |m| &m.ten),
    ("one", |m| &m.one),
    ("changed", |m| &m.changed),
    ("idle", |m| &m.idle),
];

impl Measured {
    /// The medians of a work of that name.
    pub(crate) fn of(&self, work: &str) -> Option<Figures> {
        WORKS.iter().find(|(name, _)| *name == work).and_then(|(_, read)| Figures::median(read(self)))
    }

    /// Takes exchanges of ten new complaints each.
    pub(crate) fn take_tens(&mut self, all: &[Figures]) {
        self.ten.push(Figures::mean(all));
    }

    /// Takes exchanges of one new complaint each.
    pub(crate) fn take_ones(&mut self, all: &[Figures]) {
        self.one.push(Figures::mean(all));
        self.ups_of_one.extend(all.iter().map(|one| one.up));
    }

    pub(crate) fn to_json(&self) -> Value {
        let mut works = Map::new();
        for (name, read) in WORKS {
            let runs = read(self);
            if let Some(median) = Figures::median(runs) {
                let runs: Vec<Value> = runs.iter().map(|run| run.to_json()).collect();
                works.insert(name.to_owned(), json!({"median": median.to_json(), "runs": runs}));
            }
        }
        if !self.ups_of_one.is_empty() {
            works.insert("one_up_bytes".to_owned(), spread(&self.ups_of_one));
        }
        if !self.bare_insert_ms.is_empty() {
            works.insert("bare_insert_ms".to_owned(), json!(self.bare_insert_ms));
        }
        Value::Object(works)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_one() {
        assert_eq!(median(vec![3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median(vec![4.0, 1.0]), 2.5);
        assert_eq!(median(vec![]), 0.0);
    }

    #[test]
    fn each_figure_has_its_own_median() {
        let figures = |ms, up| Figures { ms, up, ..Figures::default() };
        let median = Figures::median(&[figures(1.0, 9.0), figures(2.0, 7.0), figures(3.0, 8.0)]).unwrap();
        assert_eq!((median.ms, median.up), (2.0, 8.0));
        assert_eq!(Figures::median(&[]), None);
    }
}
