//! Reading a cookie out of a request. What each cookie means stands where it is set.

use axum::http::{HeaderMap, header};

/// The value of the first cookie of that name.
pub(super) fn value<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .find_map(|pair| {
            let (found, value) = pair.split_once('=')?;
            (found.trim() == name).then(|| value.trim())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_found_by_its_whole_name() {
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, "ab=1; b=2".parse().unwrap());
        headers.append(header::COOKIE, "c=x=y".parse().unwrap());
        assert_eq!(value(&headers, "b"), Some("2"));
        assert_eq!(value(&headers, "c"), Some("x=y"));
        assert_eq!(value(&headers, "a"), None);
    }
}
