//! A desk gives a restored centre back what it has lost, over a line that breaks again and again: what was whole counts.

use complaints::ComplaintId;
use sync_engine::LinkMemory;

use crate::harness::{Computer, FAIR, Line, Weather, at_once, centre, must_verify};

const COMPLAINTS: u8 = 200;

/// Words that hardly pack.
fn words(number: u8) -> String {
    let digits = (0..16_u8).map(|part| blake3::hash(&[number, part]).to_hex().to_string());
    format!("Pena dilo {}", digits.collect::<Vec<_>>().join(" "))
}

/// A line of which is known that it is slow, so that requests are long.
fn on_a_slow_line(computer: &Computer) {
    *computer.link.lock().unwrap() = LinkMemory::with_rate(6_000.0);
}

/// Lets the centre forget everything since the backup, and the last computer that knows it give it back over a line that
/// is cut after so many bytes of each request.
fn must_go_on_after_each_cut(own: bool) {
    const EACH: usize = 24_000;
    let old = centre(None);
    let (one, two) = (Computer::admitted(&old, 1), Computer::admitted(&old, 2));
    let line = Line::new(&old, FAIR);
    one.exchange(&line).unwrap();
    two.exchange(&line).unwrap();
    let backup = old.image().unwrap();
    // What the other one does first is what keeps the last one's own log from leading to the same feed again.
    let first = two.register_text([250; 16], &words(250));
    two.exchange(&line).unwrap();
    let mut ids: Vec<ComplaintId> =
        (1..=COMPLAINTS).map(|number| one.register_text([number; 16], &words(number))).collect();
    ids.push(first);
    one.exchange(&line).unwrap();
    two.exchange(&line).unwrap();
    // The other computer is no more.
    let last = if own { one } else { two };

    let whole = {
        let line = Line::new(&centre(Some(&backup)), FAIR);
        let image = last.restored(&last.store.image().unwrap());
        on_a_slow_line(&image);
        image.exchange(&line).unwrap();
        line.bytes().0
    };
    assert!(whole > 4 * EACH as u64, "{whole} bytes are too few to be cut");
    let restored = centre(Some(&backup));
    let line = Line::new(&restored, Weather { up: EACH, ..FAIR });
    on_a_slow_line(&last);
    let (mut cuts, mut more) = (0_u64, true);
    while more {
        more = last.round(&line).unwrap_or_else(|_| {
            cuts += 1;
            true
        });
        assert!(cuts < 40, "it does not get further");
    }
    assert!(cuts >= 4, "{cuts}");
    // A cut costs the frame that it met, and two hellos.
    let most = whole + cuts * (EACH as u64 / 2 + 2_000);
    assert!(line.bytes().0 <= most, "{} of {most}", line.bytes().0);
    last.exchange(&Line::new(&restored, FAIR)).unwrap();
    for id in &ids {
        assert!(at_once(restored.complaint(*id)).unwrap().is_some());
    }
    last.must_verify();
    must_verify(&restored);
}

#[test]
fn testimony_about_others_goes_on_where_the_line_was_cut() {
    must_go_on_after_each_cut(false);
}

#[test]
fn testimony_about_what_the_desk_did_itself_goes_on_where_the_line_was_cut() {
    must_go_on_after_each_cut(true);
}
