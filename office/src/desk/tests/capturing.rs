//! Documents on their way in: in hand, weighed, kept, put down; and the scanner's folder.

use std::io::Cursor;

use super::{clerk, code, form, staffed};
use crate::view::PictureWish;

const AS_IT_IS: PictureWish = PictureWish { turns: 0, cut: [0; 4], colour: false };

fn page(seed: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let picture = image::GrayImage::from_fn(900, 600, |x, y| image::Luma([((x * seed / 7) ^ (y / 5)) as u8]));
    picture.write_to(&mut Cursor::new(&mut bytes), image::ImageFormat::Png).unwrap();
    bytes
}

#[tokio::test]
async fn a_page_in_hand_is_weighed_turned_cut_and_kept_once() {
    let (_folder, desk) = staffed().await;
    let id = desk.register(None, &form()).unwrap().id;
    let [held] = &desk.take_file(&page(3)).unwrap()[..] else { panic!("one page") };
    assert_eq!((held.picture, held.width, held.height, held.pages), (true, 900, 600, 0));
    let whole = desk.weigh(&held.id, AS_IT_IS).unwrap();
    let wish = PictureWish { turns: 1, cut: [1_000, 0, 4_000, 5_000], colour: false };
    let cut = desk.weigh(&held.id, wish).unwrap();
    assert!(cut.after < whole.after && whole.before == held.bytes, "{cut:?} {whole:?}");
    assert_eq!(cut.after_s, None, "nothing is known of the line yet");
    desk.office().unwrap().store.write(|writing| writing.put_setting("line_bytes_a_second", "1000")).unwrap();
    assert_eq!(desk.weigh(&held.id, wish).unwrap().after_s, Some(cut.after.div_ceil(1000)));
    assert!(desk.hand_picture(&held.id).unwrap().starts_with(&[0xff, 0xd8]));

    let view = desk.keep_in_hand(&held.id, &id, "Water bill", wish).unwrap();
    assert_eq!((view.documents[0].name.as_str(), view.documents[0].size), ("Water bill", cut.after));
    let kept = image::load_from_memory(&desk.document(&view.documents[0].document).unwrap()).unwrap();
    assert_eq!((kept.width(), kept.height()), (300, 450));
    assert_eq!(code(desk.keep_in_hand(&held.id, &id, "Again", wish)), "not_in_hand");
}

#[tokio::test]
async fn what_is_in_hand_outlives_a_lock_and_what_fails_stays_in_hand() {
    let (_folder, desk) = staffed().await;
    desk.add_clerk(&clerk("Kavi Bundhoo", "clerk")).unwrap();
    let id = desk.register(None, &form()).unwrap().id;
    let held = desk.take_file(&page(3)).unwrap().remove(0);
    assert_eq!(code(desk.keep_in_hand(&held.id, &"0".repeat(32), "Bill", AS_IT_IS)), "not_found");
    let crate::view::Screen::SignIn { clerks, .. } = desk.lock().unwrap() else { panic!("not locked") };
    assert_eq!(code(desk.hand_picture(&held.id)), "not_signed_in");
    assert_eq!(code(desk.scans()), "not_signed_in");
    let kavi = clerks.iter().find(|clerk| clerk.name == "Kavi Bundhoo").unwrap();
    desk.sign_in(&kavi.id, "246810").unwrap();
    assert_eq!(desk.keep_in_hand(&held.id, &id, "Bill", AS_IT_IS).unwrap().documents.len(), 1);
    let second = desk.take_file(&page(4)).unwrap().remove(0);
    desk.put_down(&second.id).unwrap();
    assert_eq!(code(desk.weigh(&second.id, AS_IT_IS)), "not_in_hand");
    assert_eq!(code(desk.take_file(b"MZ\x90\x00")), "document_kind");
}

#[tokio::test]
async fn a_scan_is_told_taken_kept_and_deleted_at_the_clerks_word_alone() {
    let (folder, desk) = staffed().await;
    let id = desk.register(None, &form()).unwrap().id;
    assert_eq!(desk.scans().unwrap().folder, "");
    let scans = folder.path().join("scans");
    std::fs::create_dir(&scans).unwrap();
    desk.name_scanner_folder(&scans).unwrap();
    for (name, seed) in [("one.png", 3), ("two.png", 4)] {
        std::fs::write(scans.join(name), page(seed)).unwrap();
    }
    let names = |done: bool| -> Vec<String> {
        let files = desk.scans().unwrap().files;
        let mut names: Vec<_> =
            files.into_iter().filter(|file| file.done == done).map(|file| file.name).collect();
        names.sort();
        names
    };
    assert_eq!(names(false), ["one.png", "two.png"]);
    let held = desk.take_scan("one.png").unwrap().remove(0);
    assert_eq!(names(true), ["one.png"], "in hand it is not new");
    desk.put_down(&held.id).unwrap();
    assert_eq!(names(false), ["one.png", "two.png"]);
    let held = desk.take_scan("one.png").unwrap().remove(0);
    desk.keep_in_hand(&held.id, &id, "Bill", AS_IT_IS).unwrap();
    desk.leave_scan("two.png", true).unwrap();
    assert_eq!(names(true), ["one.png", "two.png"]);
    assert!(scans.join("one.png").exists() && scans.join("two.png").exists(), "nothing is deleted by itself");
    assert_eq!(desk.leave_scan("two.png", false).unwrap().files.len(), 2);
    assert_eq!(names(false), ["two.png"]);
    std::fs::write(scans.join("one.png"), page(9)).unwrap();
    assert_eq!(names(false), ["one.png", "two.png"], "another page under the same name is new");
    desk.delete_scan("one.png").unwrap();
    assert!(!scans.join("one.png").exists());
    assert_eq!(code(desk.take_scan("one.png")), "scan_gone");
    assert_eq!(code(desk.take_scan("../keys.json")), "scan_gone");
    std::fs::remove_dir_all(&scans).unwrap();
    assert!(!desk.scans().unwrap().readable);
}
