//! How the columns of a register become complaints: a small file that says it, beside the register's CSV. `docs/import.md`
//! explains it.

use std::collections::BTreeMap;

use ::complaints::{
    Channel, Citizen, ContactWay, Kind, Moment, OfficeCode, Point, Status, days_since_1970, stored_phone,
};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde::Deserialize;

use super::{Entry, Outcome};
use crate::error::CentreError;
use crate::filing::Filing;

/// How a register is to be read.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Mapping {
    /// The register's name. With a line's own number it makes sure that no line is taken over twice.
    pub(crate) source: String,
    /// Between two cells.
    #[serde(default = "comma")]
    pub(crate) delimiter: char,
    /// In whose name it is filed; none: the portal's.
    office: Option<String>,
    /// Where its clocks stand; none: where the deployment's do.
    time_zone: Option<String>,
    /// How its times are written, the likeliest first.
    time_formats: Vec<String>,
    /// The language of its texts, as a tag.
    language: String,
    columns: Columns,
    category: Choice,
    #[serde(default)]
    status: Choice,
    #[serde(default)]
    kind: Choice,
}

/// Which column holds what; several are put together.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Columns {
    number: String,
    received: String,
    text: Vec<String>,
    #[serde(default)]
    subject: Vec<String>,
    #[serde(default)]
    place: Vec<String>,
    latitude: Option<String>,
    longitude: Option<String>,
    surname: Option<String>,
    other_names: Option<String>,
    phone: Option<String>,
    email: Option<String>,
    address: Option<String>,
    locality: Option<String>,
    answer: Option<String>,
    /// When it was answered or closed.
    closed: Option<String>,
}

/// A column whose words are ours in other words.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Choice {
    column: Option<String>,
    /// For words that are not in the list; none: such a line is left out.
    default: Option<String>,
    #[serde(default)]
    values: BTreeMap<String, String>,
}

fn comma() -> char {
    ','
}

/// A register that is read with a mapping: where its columns are.
#[derive(Debug)]
pub(crate) struct Register<'a> {
    mapping: &'a Mapping,
    columns: BTreeMap<&'a str, usize>,
    office: Option<OfficeCode>,
    zone: TimeZone,
}

impl Mapping {
    /// Reads a mapping.
    ///
    /// # Errors
    /// [`CentreError::Invalid`] with the line that is wrong.
    pub(crate) fn read(text: &str) -> Result<Self, CentreError> {
        let mapping: Self = toml::from_str(text)
            .map_err(|error| CentreError::Invalid(format!("the mapping cannot be read: {error}")))?;
        if mapping.source.trim().is_empty() || mapping.time_formats.is_empty() {
            let why = "the mapping names its source, and at least one of time_formats";
            return Err(CentreError::Invalid(why.to_owned()));
        }
        Ok(mapping)
    }

    /// A register with these columns; `zone`: the deployment's.
    ///
    /// # Errors
    /// [`CentreError::Invalid`] when a column that the mapping names is not there.
    pub(crate) fn of<'a>(
        &'a self,
        header: &'a [String],
        zone: &TimeZone,
    ) -> Result<Register<'a>, CentreError> {
        let columns: BTreeMap<&str, usize> =
            header.iter().enumerate().map(|(at, name)| (name.as_str(), at)).collect();
        let missing: Vec<&str> = self.named().filter(|name| !columns.contains_key(*name)).collect();
        if !missing.is_empty() {
            let why = format!(
                "the register has no column {}; its columns are {}",
                missing.join(", "),
                header.join(", ")
            );
            return Err(CentreError::Invalid(why));
        }
        let invalid = |why: String| CentreError::Invalid(format!("the mapping: {why}"));
        let office = self.office.as_deref().map(str::parse).transpose();
        let office = office.map_err(|_| invalid("office is two digits between 01 and 99".to_owned()))?;
        let zone = match &self.time_zone {
            None => zone.clone(),
            Some(name) => TimeZone::get(name).map_err(|error| invalid(error.to_string()))?,
        };
        for status in self.status.values.values().chain(&self.status.default) {
            status.parse::<Status>().map_err(invalid)?;
        }
        for kind in self.kind.values.values().chain(&self.kind.default) {
            kind.parse::<Kind>().map_err(invalid)?;
        }
        Ok(Register { mapping: self, columns, office, zone })
    }

    fn named(&self) -> impl Iterator<Item = &str> {
        let columns = &self.columns;
        let single = [
            &columns.latitude,
            &columns.longitude,
            &columns.surname,
            &columns.other_names,
            &columns.phone,
            &columns.email,
            &columns.address,
            &columns.locality,
            &columns.answer,
            &columns.closed,
            &self.category.column,
            &self.status.column,
            &self.kind.column,
        ];
        let several = [&columns.text, &columns.subject, &columns.place];
        [&columns.number, &columns.received]
            .into_iter()
            .chain(single.into_iter().flatten())
            .chain(several.into_iter().flatten())
            .map(String::as_str)
    }
}

impl Register<'_> {
    /// A line as it is to be filed. `today`: nothing comes from a day after it.
    ///
    /// # Errors
    /// A sentence for whoever has to correct it.
    pub(crate) fn entry(&self, cells: &[&str], today: jiff::civil::Date) -> Result<Entry, String> {
        let columns = &self.mapping.columns;
        let number = self.cell(cells, &columns.number);
        if number.is_empty() {
            return Err(format!(
                "{} is empty: without a number of its own it could come in twice",
                columns.number
            ));
        }
        let received = self.time(cells, &columns.received)?;
        let received = received.ok_or_else(|| format!("{} is empty", columns.received))?;
        if days_since_1970(received.date()) > days_since_1970(today) {
            return Err(format!("{} lies in the future", columns.received));
        }
        let text = self.joined(cells, &columns.text, "\n");
        if text.is_empty() {
            return Err(format!("{} is empty", columns.text.join(", ")));
        }
        let category = self.chosen(cells, &self.mapping.category, "category")?;
        let kind = self.chosen(cells, &self.mapping.kind, "kind")?;
        let citizen = self.citizen(cells);
        let ways = [(&citizen.phone, ContactWay::Phone), (&citizen.email, ContactWay::Email)];
        let filing = Filing {
            channel: Channel::Import,
            office: self.office,
            kind: kind.map_or(Ok(Kind::Complaint), |kind| kind.parse())?,
            category: category.ok_or("there is no category for it")?.to_owned(),
            institution: None,
            subject: self.joined(cells, &columns.subject, ", "),
            text,
            place: Some(self.joined(cells, &columns.place, ", ")).filter(|place| !place.is_empty()),
            language: self.mapping.language.clone(),
            contact_by: ways.into_iter().filter(|(known, _)| known.is_some()).map(|(_, way)| way).collect(),
            citizen,
            notice_language: None,
            representative: None,
            discretion: None,
            point: self.point(cells)?,
            recorded_at: Some(received),
        };
        let outcome = self.outcome(cells, received)?;
        Ok(Entry { number: number.to_owned(), filing, outcome })
    }

    /// The line's own number there, whatever else is wrong with it.
    pub(crate) fn number<'b>(&self, cells: &[&'b str]) -> &'b str {
        self.cell(cells, &self.mapping.columns.number)
    }

    fn outcome(&self, cells: &[&str], received: Moment) -> Result<Option<Outcome>, String> {
        let columns = &self.mapping.columns;
        let status = self.chosen(cells, &self.mapping.status, "status")?;
        let status: Status = status.map_or(Ok(Status::Received), |status| status.parse())?;
        let answer = columns.answer.as_ref().map(|name| self.cell(cells, name)).filter(|it| !it.is_empty());
        if status == Status::Received {
            return Ok(None);
        }
        let closed = columns.closed.as_ref().map(|name| self.time(cells, name)).transpose()?.flatten();
        // What a register says of a time before it came in is wrong, and the status is right all the same.
        let at = closed.filter(|closed| closed.unix_ms >= received.unix_ms).unwrap_or(received);
        Ok(Some(Outcome { status, answer: answer.map(str::to_owned), at }))
    }

    fn chosen<'b>(
        &'b self,
        cells: &[&'b str],
        choice: &'b Choice,
        what: &str,
    ) -> Result<Option<&'b str>, String> {
        let Some(column) = &choice.column else { return Ok(choice.default.as_deref()) };
        let word = self.cell(cells, column);
        match choice.values.get(word).or(choice.default.as_ref()) {
            Some(ours) => Ok(Some(ours)),
            None if word.is_empty() => Err(format!("{column} is empty, and there is no {what} for that")),
            None => Err(format!("the mapping has no {what} for “{word}” in {column}")),
        }
    }

    fn citizen(&self, cells: &[&str]) -> Citizen {
        let columns = &self.mapping.columns;
        let line = |name: &Option<String>| {
            let line = name.as_ref().map(|name| self.cell(cells, name).to_owned());
            line.filter(|line| !line.is_empty())
        };
        Citizen {
            surname: line(&columns.surname),
            other_names: line(&columns.other_names),
            nic: None,
            phone: line(&columns.phone).map(|phone| stored_phone(&phone)),
            email: line(&columns.email),
            address: line(&columns.address),
            locality: line(&columns.locality),
        }
    }

    fn point(&self, cells: &[&str]) -> Result<Option<Point>, String> {
        let (Some(latitude), Some(longitude)) =
            (&self.mapping.columns.latitude, &self.mapping.columns.longitude)
        else {
            return Ok(None);
        };
        let degrees = |name: &str, most: f64| match self.cell(cells, name) {
            "" => Ok(None),
            text => match text.parse::<f64>() {
                Ok(degrees) if degrees.abs() <= most => Ok(Some((degrees * 1e6).round() as i32)),
                _ => Err(format!("{name} “{text}” is no number of degrees")),
            },
        };
        let point = degrees(latitude, 90.0)?.zip(degrees(longitude, 180.0)?);
        Ok(point.map(|(latitude_e6, longitude_e6)| Point { latitude_e6, longitude_e6 }))
    }

    fn time(&self, cells: &[&str], name: &str) -> Result<Option<Moment>, String> {
        let text = self.cell(cells, name);
        if text.is_empty() {
            return Ok(None);
        }
        if let Ok(moment) = text.parse() {
            return Ok(Some(moment));
        }
        let read = |format: &String| {
            let time = DateTime::strptime(format, text)
                .ok()
                .or_else(|| jiff::civil::Date::strptime(format, text).ok().map(|day| day.at(12, 0, 0, 0)));
            time.and_then(|time| time.to_zoned(self.zone.clone()).ok())
        };
        match self.mapping.time_formats.iter().find_map(read) {
            Some(zoned) => Ok(Some(Moment::from_zoned(&zoned))),
            None => Err(format!("{name} “{text}” is written in none of time_formats")),
        }
    }

    fn joined(&self, cells: &[&str], names: &[String], between: &str) -> String {
        let cells = names.iter().map(|name| self.cell(cells, name)).filter(|cell| !cell.is_empty());
        cells.collect::<Vec<_>>().join(between)
    }

    fn cell<'b>(&self, cells: &[&'b str], name: &str) -> &'b str {
        self.columns.get(name).and_then(|at| cells.get(*at)).map_or("", |cell| cell.trim())
    }
}
