//! What counts as one line, where tries are counted by it.

use std::net::IpAddr;

/// The address under which tries are counted: a whole /64 of IPv6 belongs to one line.
pub(in crate::web) fn line_of(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(six) => match six.to_ipv4_mapped() {
            Some(four) => IpAddr::V4(four),
            None => {
                let [a, b, c, d, ..] = six.segments();
                IpAddr::from([a, b, c, d, 0, 0, 0, 0])
            }
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_one_address_of_ipv4_and_a_network_of_ipv6() {
        let line = |text: &str| line_of(text.parse().unwrap()).to_string();
        assert_eq!(line("192.0.2.7"), "192.0.2.7");
        assert_eq!(line("::ffff:192.0.2.7"), "192.0.2.7");
        assert_eq!(line("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
    }
}
