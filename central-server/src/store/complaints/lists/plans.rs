//! Which way the store takes to the lines of each list: by an index in the order of the list, never through all complaints.
//! In a store of ten complaints nobody would notice.

use jiff::civil::date;

use super::{
    Channel, ComplaintId, DueIn, GroupBy, LONGEST_LIST, Order, Restricted, Search, Session, Status, counting,
    lines_of,
};
use crate::people::AgentId;
use crate::store::{Store, Value};

const ALL_OPEN: Search = Search {
    statuses: Vec::new(),
    open: Some(true),
    unfiltered: false,
    due: None,
    institution: None,
    office: None,
    assignee: None,
    urgent: false,
    channels: Vec::new(),
    category: None,
    restricted: Restricted::All,
    names: super::Names::All,
    words: Vec::new(),
    recorded: None,
};

/// The lists of all roles, by what they are called here.
fn lists() -> Vec<(&'static str, Search, Order)> {
    let open = || ALL_OPEN;
    let mine = || Search {
        institution: Some("CWA".to_owned()),
        restricted: Restricted::OnlyOf(AgentId([1; 8])),
        ..open()
    };
    let office = || Search { office: complaints::OfficeCode::new(12).ok(), ..open() };
    let today = date(2026, 11, 23);
    vec![
        ("open", open(), Order::Due),
        ("overdue", Search { due: Some(DueIn::Before(today)), ..open() }, Order::Due),
        ("this week", Search { due: Some(DueIn::Days(today, date(2026, 11, 30))), ..open() }, Order::Due),
        ("stopped", Search { due: Some(DueIn::Stopped), ..open() }, Order::Due),
        ("to pass on", Search { unfiltered: true, ..open() }, Order::Oldest),
        (
            "to pass on, online",
            Search { unfiltered: true, channels: vec![Channel::Portal, Channel::Open311], ..open() },
            Order::Oldest,
        ),
        ("finished", Search { open: Some(false), ..open() }, Order::Latest),
        ("all", Search { open: None, ..open() }, Order::Latest),
        ("of an institution", mine(), Order::Due),
        (
            "to be answered by an institution",
            Search { statuses: vec![Status::PassedOn, Status::Reopened], ..mine() },
            Order::Due,
        ),
        ("all of an institution", Search { open: None, ..mine() }, Order::Latest),
        ("of one agent", Search { assignee: Some(AgentId([1; 8])), ..mine() }, Order::Due),
        ("of an office", office(), Order::Due),
        ("all of an office", Search { open: None, ..office() }, Order::Latest),
    ]
}

async fn plan(session: &mut Session, sql: &str, mut values: Vec<Value>) -> String {
    // Values decide nothing about the plan, but each placeholder wants one.
    let wanted = sql.matches('$').count();
    values.resize(wanted.max(values.len()), Value::Int(25));
    let Session::Sqlite(transaction) = session else { unreachable!("the store is in memory") };
    let rows = transaction.query(format!("EXPLAIN QUERY PLAN {sql}"), vec![values]).await.unwrap();
    let mut told = String::new();
    for mut row in rows.into_iter().flatten() {
        let cells: [i64; 3] = std::array::from_fn(|_| row.number().unwrap());
        told.push_str(&format!("{} {}\n", cells[0], row.text().unwrap()));
    }
    told
}

#[tokio::test]
async fn a_page_of_each_list_is_a_stretch_of_an_index() {
    let store = Store::in_memory(None).await.unwrap();
    let mut session = store.read().await.unwrap();
    for (name, search, order) in lists() {
        let urgent = if order == Order::Latest { &[None][..] } else { &[Some(true), Some(false)] };
        for urgent in urgent {
            let (sql, values) = lines_of(&session, &search, (order, *urgent));
            let plan = plan(&mut session, &sql, values).await;
            assert!(plan.contains("USING INDEX complaints_"), "{name}: {plan}");
            assert!(!plan.contains("TEMP B-TREE"), "{name} is sorted: {plan}");
        }
        let (sql, values) = counting(&session, &search, None);
        let plan = plan(&mut session, &sql, values).await;
        let wanted = match (search.unfiltered, search.statuses.is_empty()) {
            (true, _) => "COVERING INDEX complaints_unfiltered",
            // Most that an institution holds may be in other statuses.
            (false, false) => "INDEX complaints_standing",
            (false, true) => "INDEX complaints_",
        };
        assert!(plan.contains(wanted), "counting {name}: {plan}");
    }
}

#[tokio::test]
async fn a_search_for_words_reads_the_complaints_that_have_them() {
    let store = Store::in_memory(None).await.unwrap();
    let mut session = store.read().await.unwrap();
    for (name, search, order) in lists() {
        let search = Search { words: vec!["dilo".to_owned(), "pete".to_owned()], ..search };
        let (sql, values) = lines_of(&session, &search, (order, None));
        let plan = plan(&mut session, &sql, values).await;
        assert!(plan.contains("searched_words VIRTUAL TABLE"), "{name}: {plan}");
        let by_id =
            plan.lines().any(|line| line.contains("SEARCH complaints USING INDEX") && line.contains("id=?"));
        assert!(by_id, "{name}: {plan}");
    }
}

#[tokio::test]
async fn a_month_of_an_overview_is_read_from_its_index_alone() {
    let store = Store::in_memory(None).await.unwrap();
    let mut session = store.read().await.unwrap();
    let month = Search { open: None, recorded: Some((0, 1)), ..ALL_OPEN };
    let of_one = Search { institution: Some("CWA".to_owned()), ..month.clone() };
    for search in [month, of_one] {
        for by in [GroupBy::Institution, GroupBy::Assignee] {
            let (sql, values) = super::counts::counted_by(&session, &search, by);
            let plan = plan(&mut session, &sql, values).await;
            assert!(plan.contains("COVERING INDEX complaints_"), "{plan}");
        }
    }
}

#[tokio::test]
async fn nobody_counts_further_than_a_list_is_long() {
    let store = Store::in_memory(None).await.unwrap();
    let mut session = store.write().await.unwrap();
    let columns = "id, reference, office, status, kind, category, institution, subject, citizen, locality, recorded_at,
                   recorded_offset, due_on, changed_at, changed_offset, version, words, state, is_open, urgent, due_rank";
    session.execute("INSERT INTO offices VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", office()).await.unwrap();
    let row = |number: u32| {
        let id = ComplaintId::from_bytes(u128::from(number).to_be_bytes());
        let mut row: Vec<Value> = vec![(*id.as_bytes()).into(), "12-2-000001-X".into(), 12_i64.into()];
        row.extend(["received", "complaint", "water-leak", "CWA", "", "", ""].map(Value::from));
        let numbers = [number.into(), 0_i64.into(), Value::Null, 1_i64.into(), 0_i64.into(), 1_i64.into()];
        row.extend(numbers);
        row.extend([
            Value::from(""),
            vec![0_u8].into(),
            1_i64.into(),
            i64::from(number < 3).into(),
            1_i64.into(),
        ]);
        row
    };
    let places: Vec<String> = (1..=21).map(|place| format!("${place}")).collect();
    let sql = format!("INSERT INTO complaints ({columns}) VALUES ({})", places.join(", "));
    session.execute_each(&sql, (0..LONGEST_LIST + 5).map(row).collect()).await.unwrap();
    let length = super::count(&mut session, &ALL_OPEN).await.unwrap();
    assert_eq!((length.number, length.more), (LONGEST_LIST, true));
    let finished = Search { open: Some(false), ..ALL_OPEN };
    let length = super::count(&mut session, &finished).await.unwrap();
    assert_eq!((length.number, length.more), (0, false));
    // Two lists, one behind the other, read as one.
    let sql = "UPDATE complaints SET reference = $1";
    let reference =
        complaints::Reference { office: complaints::OfficeCode::new(12).unwrap(), device: 2, counter: 1 };
    session.execute(sql, vec![reference.to_string().into()]).await.unwrap();
    for (offset, limit, expected) in [(0, 5, 0..5), (2, 3, 2..5), (3, 2, 3..5), (7, 2, 7..9), (0, 3, 0..3)] {
        let lines = super::lines(&mut session, &ALL_OPEN, Order::Due, offset, limit).await.unwrap();
        let came: Vec<i64> = lines.iter().map(|line| line.recorded_at.unix_ms).collect();
        assert_eq!(came, expected.collect::<Vec<i64>>(), "{offset}, {limit}");
    }
}

fn office() -> Vec<Value> {
    let mut row: Vec<Value> = vec![12_i64.into(), "Mahébourg".into(), 1_i64.into(), 0_i64.into()];
    row.extend([vec![0_u8; 32].into(), vec![0_u8].into(), 1_i64.into(), 0_i64.into()]);
    row
}
