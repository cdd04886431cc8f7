//! A point on the map out of what somebody types or pastes: two numbers, degrees with minutes, or a link of a map.

use crate::operation::Point;

/// Reads a point. None: there are no two numbers in it that can be latitude and longitude.
///
/// Understood are `-20.4083, 57.7`, `20°24'30"S 57°42'E`, `geo:-20.4,57.7`, and links in which a pair stands after
/// `@`, `q=`, `ll=`, `query=`, `destination=`, `mlat=`/`mlon=`, `#map=zoom/` or `!3d`/`!4d`.
pub fn read_point(typed: &str) -> Option<Point> {
    let text = percent_decoded(typed.trim());
    if text.is_empty() {
        return None;
    }
    let is_link = text.contains("://") || text.starts_with("geo:");
    if is_link { in_link(&text) } else { in_words(&text) }
}

/// As it is shown: six decimals, five of which are a metre.
pub fn shown_point(point: Point) -> String {
    let degrees = |e6: i32| format!("{:.6}", f64::from(e6) / 1e6);
    format!("{}, {}", degrees(point.latitude_e6), degrees(point.longitude_e6))
}

/// Whether it lies within the islands of Mauritius and the sea around them.
pub fn is_likely_point(point: Point) -> bool {
    (-21_500_000..=-10_000_000).contains(&point.latitude_e6)
        && (56_000_000..=64_500_000).contains(&point.longitude_e6)
}

fn in_link(link: &str) -> Option<Point> {
    // What the pin says is meant; what the map was centred on comes after it.
    let pins = [("!3d", "!4d"), ("mlat=", "mlon=")];
    for (north, east) in pins {
        let after = |mark: &str| link.rsplit_once(mark).and_then(|(_, rest)| leading_number(rest));
        if let (Some(latitude), Some(longitude)) = (after(north), after(east)) {
            return point(latitude, longitude);
        }
    }
    for mark in ["q=", "query=", "ll=", "destination=", "loc:", "geo:", "@", "#map="] {
        let Some((_, rest)) = link.split_once(mark) else { continue };
        let rest = if mark == "#map=" { rest.split_once('/').map_or(rest, |(_, pair)| pair) } else { rest };
        let mut numbers = rest.splitn(3, [',', '/', '+', ' ']).filter(|part| !part.is_empty());
        let (first, second) =
            (numbers.next().and_then(leading_number), numbers.next().and_then(leading_number));
        if let (Some(latitude), Some(longitude)) = (first, second)
            && let Some(found) = point(latitude, longitude)
        {
            return Some(found);
        }
    }
    None
}

fn in_words(text: &str) -> Option<Point> {
    let letters = |c: char| c.to_ascii_uppercase();
    if text.contains('°') || text.chars().map(letters).any(|c| matches!(c, 'N' | 'S')) {
        return in_degrees(text);
    }
    // A comma between digits is a decimal comma where a semicolon or a blank parts the two.
    let parts: Vec<String> = match text.split_once(';') {
        Some((one, other)) => vec![one.replace(',', "."), other.replace(',', ".")],
        None if text.matches(',').count() == 1 => text.split(',').map(str::to_owned).collect(),
        None => text.split_whitespace().map(|part| part.trim_matches(',').replace(',', ".")).collect(),
    };
    let [latitude, longitude] = &parts[..] else { return None };
    point(number(latitude)?, number(longitude)?)
}

/// Degrees, perhaps minutes and seconds, each with the letter of its direction before or after it.
fn in_degrees(text: &str) -> Option<Point> {
    let (mut values, mut numbers, mut word) = (Vec::new(), Vec::new(), String::new());
    let mut ends = |numbers: &mut Vec<f64>, sign: f64| {
        let [degrees, rest @ ..] = &numbers[..] else { return };
        let minutes =
            rest.first().copied().unwrap_or(0.0) / 60.0 + rest.get(1).copied().unwrap_or(0.0) / 3600.0;
        values.push((degrees.abs() + minutes) * if *degrees < 0.0 { -1.0 } else { sign });
        numbers.clear();
    };
    for c in text.chars().chain(std::iter::once(' ')) {
        match c {
            '0'..='9' | '.' | '-' => word.push(c),
            '−' => word.push('-'),
            _ => {
                if let Some(value) = number(&word) {
                    numbers.push(value);
                }
                word.clear();
                match c.to_ascii_uppercase() {
                    'N' | 'E' => ends(&mut numbers, 1.0),
                    // O: ouest.
                    'S' | 'W' | 'O' => ends(&mut numbers, -1.0),
                    _ => {}
                }
            }
        }
    }
    let [latitude, longitude] = values[..] else { return None };
    point(latitude, longitude)
}

fn number(text: &str) -> Option<f64> {
    let text = text.trim().replace('−', "-");
    let is_plain =
        !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '+'));
    if is_plain { text.parse().ok() } else { None }
}

/// The number that a text begins with.
fn leading_number(text: &str) -> Option<f64> {
    let end =
        text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '-' | '+'))).unwrap_or(text.len());
    number(&text[..end])
}

fn point(latitude: f64, longitude: f64) -> Option<Point> {
    let e6 = |degrees: f64, most: f64| {
        (degrees.is_finite() && degrees.abs() <= most).then(|| (degrees * 1e6).round() as i32)
    };
    Some(Point { latitude_e6: e6(latitude, 90.0)?, longitude_e6: e6(longitude, 180.0)? })
}

/// `%2C` and its like, as links are copied.
fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let hex = bytes.get(at + 1..at + 3).and_then(|pair| std::str::from_utf8(pair).ok());
        match hex.and_then(|pair| u8::from_str_radix(pair, 16).ok()) {
            Some(value) if byte == b'%' => {
                decoded.push(value);
                at += 3;
            }
            _ => {
                decoded.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str) -> Option<String> {
        read_point(typed).map(shown_point)
    }

    #[test]
    fn numbers_degrees_and_links_of_maps_are_understood() {
        let here = Some("-20.408333, 57.700000".to_owned());
        for typed in [
            "-20.408333, 57.7",
            " −20.408333 57.700000 ",
            "-20,408333; 57,7",
            "-20,408333 57,7",
            "20°24'30.0\"S 57°42'00.0\"E",
            "S 20.408333° ".trim(),
            "geo:-20.408333,57.7?z=17",
            "https://maps.example/maps?q=-20.408333,57.7&z=17",
            "https://maps.example/maps/place/X/@-20.1,57.1,17z/data=!3m1!3d-20.408333!4d57.7",
            "https://maps.example/@-20.408333,57.700000,15z",
            "https://www.openstreetmap.org/?mlat=-20.408333&mlon=57.7#map=17/-20.1/57.1",
            "https://www.openstreetmap.org/#map=17/-20.408333/57.7",
            "https://maps.example/?ll=-20.408333%2C57.7",
        ] {
            if typed.starts_with('S') {
                assert_eq!(read(typed), None, "half of it");
            } else {
                assert_eq!(read(typed), here, "{typed}");
            }
        }
        assert_eq!(read("20°24'30\"N, 57°42'W").as_deref(), Some("20.408333, -57.700000"));
    }

    #[test]
    fn what_is_no_point_is_none() {
        for typed in [
            "",
            "behind the mill",
            "57.7",
            "-95, 57",
            "20.4, 190",
            "https://maps.example/place/Mahebourg",
            "1 2 3",
            "12-1-00398-6",
            "%",
            "%2",
            "nan, inf",
            "https://maps.example/?q=Rue+Pasteur",
        ] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_point_far_from_the_islands_is_unlikely() {
        assert!(is_likely_point(read_point("-20.4, 57.7").unwrap()));
        assert!(!is_likely_point(read_point("57.7, -20.4").unwrap()));
    }
}
