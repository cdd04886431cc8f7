//! What goes into a statement and what comes out of it, alike for both engines.

use crate::error::CentreError;

/// One value of a statement or of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    /// Nothing.
    Null,
    /// A whole number; times are milliseconds since 1970, days are days since 1970-01-01.
    Int(i64),
    /// A text.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Int(number.into())
    }
}

impl From<u16> for Value {
    fn from(number: u16) -> Self {
        Self::Int(number.into())
    }
}

impl From<u8> for Value {
    fn from(number: u8) -> Self {
        Self::Int(number.into())
    }
}

/// Sequences and numbers of entries; the stores hold 63 bits, which no log will ever fill.
impl From<u64> for Value {
    fn from(number: u64) -> Self {
        Self::Int(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Vec<u8>> for Value {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Bytes(bytes)
    }
}

impl From<&[u8]> for Value {
    fn from(bytes: &[u8]) -> Self {
        Self::Bytes(bytes.to_vec())
    }
}

impl<const N: usize> From<[u8; N]> for Value {
    fn from(bytes: [u8; N]) -> Self {
        Self::Bytes(bytes.to_vec())
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// A row, read column by column from the left.
#[derive(Debug)]
pub(crate) struct Row(std::vec::IntoIter<Value>);

impl Row {
    pub(super) fn new(values: Vec<Value>) -> Self {
        Self(values.into_iter())
    }

    /// All columns that are left.
    pub(crate) fn into_values(self) -> Vec<Value> {
        self.0.collect()
    }

    /// The next column, a number of whatever width fits.
    pub(crate) fn number<T: TryFrom<i64>>(&mut self) -> Result<T, CentreError> {
        self.maybe_number()?.ok_or_else(|| unexpected("a number"))
    }

    /// The next column, a number or nothing.
    pub(crate) fn maybe_number<T: TryFrom<i64>>(&mut self) -> Result<Option<T>, CentreError> {
        match self.0.next() {
            Some(Value::Null) => Ok(None),
            Some(Value::Int(number)) => {
                T::try_from(number).map(Some).map_err(|_| unexpected("a smaller number"))
            }
            _ => Err(unexpected("a number")),
        }
    }

    /// The next column, a text.
    pub(crate) fn text(&mut self) -> Result<String, CentreError> {
        match self.0.next() {
            Some(Value::Text(text)) => Ok(text),
            _ => Err(unexpected("a text")),
        }
    }

    /// The next column, a text or nothing.
    pub(crate) fn maybe_text(&mut self) -> Result<Option<String>, CentreError> {
        match self.0.next() {
            Some(Value::Null) => Ok(None),
            Some(Value::Text(text)) => Ok(Some(text)),
            _ => Err(unexpected("a text")),
        }
    }

    /// The next column, bytes.
    pub(crate) fn bytes(&mut self) -> Result<Vec<u8>, CentreError> {
        self.maybe_bytes()?.ok_or_else(|| unexpected("bytes"))
    }

    /// The next column, bytes or nothing.
    pub(crate) fn maybe_bytes(&mut self) -> Result<Option<Vec<u8>>, CentreError> {
        match self.0.next() {
            Some(Value::Null) => Ok(None),
            Some(Value::Bytes(bytes)) => Ok(Some(bytes)),
            _ => Err(unexpected("bytes")),
        }
    }

    /// The next column, exactly that many bytes.
    pub(crate) fn array<const N: usize>(&mut self) -> Result<[u8; N], CentreError> {
        self.bytes()?.try_into().map_err(|_| unexpected("bytes of another length"))
    }

    /// The next column, exactly that many bytes or nothing.
    pub(crate) fn maybe_array<const N: usize>(&mut self) -> Result<Option<[u8; N]>, CentreError> {
        let exact = |bytes: Vec<u8>| bytes.try_into().map_err(|_| unexpected("bytes of another length"));
        self.maybe_bytes()?.map(exact).transpose()
    }
}

fn unexpected(what: &str) -> CentreError {
    CentreError::Damaged(format!("a column holds something else than {what}"))
}
