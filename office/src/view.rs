//! What the page is shown and what it hands in: plain data, serialised to JSON, with TypeScript types
//! generated into `ui/src/bindings/`. No rule lives here.
//!
//! Times are RFC 3339 with the offset they were recorded in; dates are `YYYY-MM-DD`.

mod capture;
mod casework;
mod desk;
mod file;
mod finding;
mod form;
mod papers;
mod policy;
mod profile;
mod settings;

pub use capture::{InHand, PictureWish, ScanView, ScannerView, Weight};
pub use casework::{
    ClockDay, ClockUse, ClockView, Deed, DifferingView, MorningView, NewsView, OfficeChoice, TellingView,
    ToTellView, UndoView, WayCount,
};
pub use desk::{
    CarriedIn, CarriedOut, ClerkView, DoneView, ExchangeStatus, Line, OfficeView, Screen, SignInView,
    Trouble, WaitingView,
};
pub use file::{
    ComplaintPage, ComplaintRow, ComplaintView, ConflictView, DocumentView, Filter, HistoryStep,
    KeptValueView, Mark, Step, TaskView,
};
pub use finding::{
    DueWhen, FoundPage, FoundRow, KnownCitizen, ListChoices, Period, PointView, SavedView, SelectionForm,
    TwinReason, TwinView,
};
pub use form::{
    CitizenCheck, CitizenForm, ComplaintForm, ContactWay, Draft, IdentityRemark, LinkedForm, NewClerk,
    PhoneRemark, Registered, RepresentativeForm,
};
pub use papers::{
    LetterKind, LetterOffer, PaperView, PrintJob, PrintOutcome, ReceiptCheckView, ReceiptClaimsView,
    ReceiptOutcome,
};
pub use policy::{PolicyMistakeView, PolicyView};
pub use profile::{CategoryView, InstitutionView, LanguageTexts, NeededDocument, PrivacyNotice, ProfileView};
pub use settings::{AboutView, BackupFile, BackupView, SettingsForm, SettingsView};
