//! Receipts to print in tests, one a language, as an office would hand them out. Names and numbers are invented.

use jiff::civil::{date, datetime};
use letters::{Emergency, Kind, NeededPaper, Receipt};
use locales::Language;

/// As long as the text of a receipt's square code is; what it says is tried in `office`.
pub(crate) const SEAL: &str = "GC1:6BF C%O3WJ$.UTX2KMBG:LQ0W+R7PM3XQT9AB251ZVE*8DNS4HFYO-I6/TCG.KM47TX+Q5UJ$L0PZ8*BWV2E%:D1R3NA9HSFYOI6 TCGKM47TX-Q5UJL0PZ8BWV2ED1R3NA9HSFYOI6TCGKM47TXQ5UJL0PZ8BWV2ED1R3NA9HSFYOI6TCGKM47TXQ5UJL0PZ8BWV2ED1R3NA9HSFYOI6TCG";

/// A complete receipt in `language`.
pub(crate) fn sample(language: Language) -> Receipt {
    match language {
        Language::En => english(),
        Language::Fr => french(),
        Language::Mfe => kreol(),
        Language::ArMa => arabic(),
    }
}

fn paper(name: &str, copies: &str) -> NeededPaper {
    NeededPaper { name: name.to_owned(), copies: copies.to_owned() }
}

fn emergencies(what: [&str; 3]) -> Vec<Emergency> {
    what.into_iter()
        .zip(["999", "114", "115"])
        .map(|(what, number)| Emergency { what: what.to_owned(), number: number.to_owned() })
        .collect()
}

fn french() -> Receipt {
    Receipt {
        language: Language::Fr,
        service_title: "Réclamations des citoyens".to_owned(),
        office_title: "Citizens Advice Bureau (CAB)".to_owned(),
        office_name: "CAB 12, Mahébourg".to_owned(),
        office_address: "Rue du Souffleur, Mahébourg".to_owned(),
        office_hours: "Lundi à vendredi, 9\u{a0}h à 16\u{a0}h".to_owned(),
        office_phone: "600 0012".to_owned(),
        kind: Kind::Complaint,
        reference: "12-2-00417-D".to_owned(),
        access_code: "KM4 7TX".to_owned(),
        recorded_at: datetime(2026, 11, 24, 10, 52, 7, 0),
        citizen_name: "Sooria Pentiah".to_owned(),
        identity_ends_with: Some("0047".to_owned()),
        phone: Some("5000 0265".to_owned()),
        matter: "Eau\u{a0}: nouveau branchement retardé".to_owned(),
        place: "Rue Shivananda, Mahébourg".to_owned(),
        institution: "Central Water Authority (CWA)".to_owned(),
        due_on: Some(date(2027, 1, 7)),
        documents: vec![
            paper("Titre de propriété", "original et 1 copie"),
            paper("Plan de situation", "3 copies"),
        ],
        follow_url: "https://plaintes.example.mu".to_owned(),
        follow_phone: "600 0012".to_owned(),
        privacy: "Le Citizens Advice Bureau garde vos données personnelles pour traiter votre réclamation. Seuls \
            les services qui la traitent les voient. Vous pouvez demander à les voir ou à les faire corriger, ou \
            vous opposer à leur usage\u{a0}: 600 0012. En cas de désaccord, vous pouvez écrire au Data Protection \
            Office."
            .to_owned(),
        notice_version: "3".to_owned(),
        notice_language: Language::Mfe,
        clerk: "Anousha Ramdin".to_owned(),
        device: 2,
        register_state: "417-K7PM-3XQT-9AB2-51".to_owned(),
        emergency: emergencies(["police", "ambulance", "pompiers"]),
        seal: SEAL.to_owned(),
        duplicate: false,
    }
}

fn english() -> Receipt {
    Receipt {
        language: Language::En,
        service_title: "Citizens’ complaints".to_owned(),
        office_title: "Citizens Advice Bureau".to_owned(),
        office_hours: "Monday to Friday, 9:00 to 16:00".to_owned(),
        matter: "Water: new connection delayed".to_owned(),
        documents: vec![paper("Title deed", "original and 1 copy"), paper("Location plan", "3 copies")],
        privacy: "The Citizens Advice Bureau keeps your personal data to deal with your complaint. Only the services \
            that deal with it see them. You may ask to see them, have them corrected, or object to their use: \
            600 0012. If you do not agree, you may write to the Data Protection Office."
            .to_owned(),
        notice_language: Language::En,
        emergency: emergencies(["police", "ambulance", "fire brigade"]),
        ..french()
    }
}

fn kreol() -> Receipt {
    Receipt {
        language: Language::Mfe,
        service_title: "Plint sitwayen".to_owned(),
        office_hours: "Lindi ziska vandredi, 9:00 a 16:00".to_owned(),
        matter: "Delo: nouvo koneksion an retar".to_owned(),
        documents: vec![paper("Tit propriete", "orizinal ek 1 kopi"), paper("Plan lokalite", "3 kopi")],
        privacy: "Citizens Advice Bureau gard ou bann done personel pou okip ou plint. Zis bann servis ki okip ou \
            plint gagn drwa get zot. Ou kapav demann pou get zot, pou koriz zot, ouswa refiz ki nou servi zot: \
            600 0012. Si ou pa dakor, ou kapav ekrir Data Protection Office."
            .to_owned(),
        emergency: emergencies(["lapolis", "lanbilans", "ponpie"]),
        ..french()
    }
}

fn arabic() -> Receipt {
    Receipt {
        language: Language::ArMa,
        service_title: "شكايات المواطنين".to_owned(),
        office_title: "مكتب إرشاد المواطنين (CAB)".to_owned(),
        office_hours: "من الاثنين إلى الجمعة، من 9:00 إلى 16:00".to_owned(),
        matter: "الماء: تأخر ربط جديد".to_owned(),
        documents: vec![paper("رسم الملكية", "الأصل ونسخة واحدة"), paper("تصميم الموقع", "3 نسخ")],
        privacy: "تعالج معطياتكم الشخصية من طرف مكتب إرشاد المواطنين للنظر في شكايتكم. لا تطلع عليها إلا المصالح \
            المكلفة بمعالجة شكايتكم. لكم حق الولوج إليها وتصحيحها والتعرض على معالجتها: 600 0012. في حالة عدم \
            الاتفاق، يمكنكم توجيه شكاية إلى Data Protection Office."
            .to_owned(),
        notice_language: Language::ArMa,
        emergency: emergencies(["الشرطة", "الإسعاف", "الوقاية المدنية"]),
        ..french()
    }
}
