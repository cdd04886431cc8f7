//! What crossed a line, and how often it was waited for.

/// What a proxy has counted since it began.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Bytes that crossed from the desk to the far end. What waited before a cut does not count.
    pub bytes_up: u64,
    /// Bytes that crossed from the far end to the desk.
    pub bytes_down: u64,
    /// HTTP requests seen on the way up; none where TLS hides them.
    pub requests: u64,
    /// Connections that were taken.
    pub connections: u64,
    /// Connections that were refused because the line was down.
    pub refused: u64,
    /// How often something came down after something had gone up, over all connections.
    pub turns: u64,
    /// How often the line was cut.
    pub cuts: u64,
    /// Connections that waited for an answer at the same time, at most.
    pub most_at_once: u64,
}

impl Counts {
    /// Both directions together.
    pub fn bytes(&self) -> u64 {
        self.bytes_up + self.bytes_down
    }

    /// Round trips that followed one another: one for each connection to be made, one for each answer.
    pub fn round_trips(&self) -> u64 {
        self.connections + self.turns
    }
}

/// The longest request line that is looked for, in bytes.
const LONGEST_LINE: usize = 4096;

/// Finds request lines in a stream of bytes that comes in pieces.
#[derive(Debug, Default)]
pub(crate) struct RequestFinder {
    /// The line that has begun; its beginning is forgotten when it grows too long.
    line: Vec<u8>,
}

impl RequestFinder {
    /// How many request lines end in this piece.
    pub(crate) fn count(&mut self, piece: &[u8]) -> u64 {
        let mut found = 0;
        for &byte in piece {
            if byte == b'\n' {
                found += u64::from(is_request_line(&self.line));
                self.line.clear();
            } else {
                if self.line.len() == LONGEST_LINE {
                    self.line.drain(..LONGEST_LINE / 2);
                }
                self.line.push(byte);
            }
        }
        found
    }
}

/// The bytes of a body may stand before the method: the next request follows it without a break.
fn is_request_line(line: &[u8]) -> bool {
    const METHODS: [&[u8]; 7] = [b"GET ", b"POST ", b"PUT ", b"HEAD ", b"PATCH ", b"DELETE ", b"CONNECT "];
    line.ends_with(b" HTTP/1.1\r")
        && METHODS.iter().any(|method| line.windows(method.len()).any(|window| window == *method))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_found_whole_in_pieces_and_behind_a_body() {
        let stream = b"POST /v1/sync HTTP/1.1\r\nhost: a\r\n\r\n\xa1\n\x00bodyGET /healthz HTTP/1.1\r\n\r\n";
        assert_eq!(RequestFinder::default().count(stream), 2);
        let mut finder = RequestFinder::default();
        let found: u64 = stream.iter().map(|byte| finder.count(&[*byte])).sum();
        assert_eq!(found, 2);
    }

    #[test]
    fn an_answer_is_no_request_and_a_long_body_is_forgotten() {
        let mut finder = RequestFinder::default();
        assert_eq!(finder.count(b"HTTP/1.1 200 OK\r\n\r\n"), 0);
        assert_eq!(finder.count(&vec![b'x'; 10 * LONGEST_LINE]), 0);
        assert_eq!(finder.count(b"POST / HTTP/1.1\r\n"), 1);
        assert!(finder.line.len() <= LONGEST_LINE);
    }
}
