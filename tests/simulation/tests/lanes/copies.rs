//! Copies of one computer that begin anew: each becomes a device of its own, also where the copy was made after the secrets
//! for it had been drawn.

use std::sync::Arc;

use central_server::Centre;
use complaints::OfficeCode;
use sync_engine::{Engine, EnrolError, ExchangeError};
use sync_protocol::SaltTree;

use crate::harness::{Computer, FAIR, Line, Weather, at_once, centre, must_verify};

fn readmit(computer: &Computer, centre: &Arc<Centre>, secret: u8) -> Result<(), ExchangeError> {
    let code = at_once(centre.enrolment_code(OfficeCode::new(12).unwrap(), 7)).unwrap().code;
    let (line, entropy) = (Line::new(centre, FAIR), || Some([secret; 64]));
    at_once(Engine::new(&computer.store, &computer.key, &line, &computer.link, &entropy).readmit(&code))
}

#[test]
fn a_copy_with_the_secrets_of_one_that_has_begun_anew_draws_its_own() {
    let centre = centre(None);
    let line = Line::new(&centre, FAIR);
    let one = Computer::admitted(&centre, 1);
    one.register(1);
    one.exchange(&line).unwrap();
    let third = one.restored(&one.store.image().unwrap());
    one.store.write(|writing| writing.put_next_secrets(&[40; 32], &SaltTree::from_root([41; 32]))).unwrap();
    let copy = one.restored(&one.store.image().unwrap());

    // The first begins anew with these secrets, and the copy reads what it does since.
    readmit(&one, &centre, 78).unwrap();
    one.register(2);
    one.exchange(&line).unwrap();
    copy.exchange(&line).unwrap();
    // Then the copy has to begin anew too: another one has gone on in its log.
    third.register(3);
    third.exchange(&line).unwrap();
    let last = copy.register(4);

    // The very secrets lead to the device that the first one is by now.
    let taken = copy.exchange(&line);
    assert!(matches!(taken, Err(ExchangeError::Renewal(EnrolError::NotAdmitted))), "{taken:?}");
    copy.exchange(&line).unwrap();
    one.exchange(&line).unwrap();
    assert_ne!(copy.store.identity().unwrap().device, one.store.identity().unwrap().device);
    for computer in [&one, &copy] {
        assert!(computer.store.complaint(last).unwrap().is_some_and(|record| record.waiting == 0));
        computer.must_verify();
    }
    must_verify(&centre);
}

#[test]
fn whoever_begins_anew_twice_before_it_reads_of_the_first_time_is_whole() {
    let centre = centre(None);
    let one = Computer::admitted(&centre, 1);
    one.register(1);
    one.exchange(&Line::new(&centre, FAIR)).unwrap();
    readmit(&one, &centre, 78).unwrap();
    let between = one.register(2);
    // The centre has it, and the answer that would tell of the device it came from is lost.
    one.round(&Line::new(&centre, Weather { down: 0, ..FAIR })).unwrap_err();
    readmit(&one, &centre, 79).unwrap();
    one.must_verify();
    one.exchange(&Line::new(&centre, FAIR)).unwrap();
    assert!(one.store.complaint(between).unwrap().is_some_and(|record| record.waiting == 0));
    one.must_verify();
    must_verify(&centre);
}
