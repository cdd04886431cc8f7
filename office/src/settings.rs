//! What is set on this computer: paper, printers, the scanner's folder, the way out of the network. Language and colours are the
//! page's business, since they are needed before the store is open.

use std::path::Path;

use sync_engine::Proxy;

use crate::error::OfficeError;
use crate::open::Office;
use crate::printing::{Printing, ROLL_PRINTER, SHEET_PRINTER};
use crate::view::{AboutView, SettingsForm, SettingsView};

const PAPER: &str = "paper";
const SCANNER_FOLDER: &str = "scanner_folder";
/// `system`, `none`, or an address.
const PROXY: &str = "proxy";
/// When everything was last checked (RFC 3339), and how much was wrong, with a space between them.
const CHECKED: &str = "checked";

/// Sizes of paper that a receipt is set for.
const PAPERS: [&str; 3] = ["a4", "a5", "roll80"];

impl Office {
    /// The page of settings.
    ///
    /// # Errors
    /// When the store fails.
    pub fn settings(&self) -> Result<SettingsView, OfficeError> {
        let (proxy, proxy_address) = proxy_fields(self.proxy()?);
        let scanner_folder = self.scanner_folder()?.map(|folder| folder.display().to_string());
        Ok(SettingsView {
            form: SettingsForm {
                paper: self.kept(PAPER)?,
                sheet_printer: self.kept(SHEET_PRINTER)?,
                roll_printer: self.kept(ROLL_PRINTER)?,
                scanner_folder: scanner_folder.unwrap_or_default(),
                proxy,
                proxy_address,
            },
            profile_paper: self.profile().paper.clone(),
            printers: Printing::of_the_system().printers(),
            backup: self.backup_view()?,
            about: self.about()?,
        })
    }

    /// Keeps what was set. An empty field is no setting.
    ///
    /// # Errors
    /// `paper_wrong`, `folder_missing`, `proxy_wrong`, `set_by_policy`, or the store's; then nothing is kept.
    pub fn change_settings(&self, form: &SettingsForm) -> Result<SettingsView, OfficeError> {
        let form = &self.as_left_to_users(form)?;
        if !form.paper.is_empty() && !PAPERS.contains(&form.paper.as_str()) {
            return Err(OfficeError::Paper(form.paper.clone()));
        }
        let folder = form.scanner_folder.trim();
        let is_theirs = self.policy.scanner_folder.is_none();
        if is_theirs && !folder.is_empty() && !Path::new(folder).is_dir() {
            return Err(OfficeError::FolderMissing(folder.to_owned()));
        }
        let proxy = match form.proxy.as_str() {
            "" | "system" => "system".to_owned(),
            "none" => "none".to_owned(),
            _ => match Proxy::at(&form.proxy_address).map_err(OfficeError::Proxy)? {
                Proxy::Address(address) => address,
                Proxy::System | Proxy::None => "system".to_owned(),
            },
        };
        self.store.write(|writing| {
            writing.put_setting(PAPER, &form.paper)?;
            writing.put_setting(SHEET_PRINTER, form.sheet_printer.trim())?;
            writing.put_setting(ROLL_PRINTER, form.roll_printer.trim())?;
            writing.put_setting(SCANNER_FOLDER, folder)?;
            writing.put_setting(PROXY, &proxy)
        })?;
        self.settings()
    }

    /// The form with what the users have set where the administrator's word counts: what is not shown as theirs stays
    /// as it was, for the day on which the policy is gone.
    fn as_left_to_users(&self, form: &SettingsForm) -> Result<SettingsForm, OfficeError> {
        let (shown, mut form) = (self.settings()?.form, form.clone());
        if self.policy.proxy.is_some() {
            if (&form.proxy, &form.proxy_address) != (&shown.proxy, &shown.proxy_address) {
                return Err(OfficeError::SetByPolicy("proxy"));
            }
            (form.proxy, form.proxy_address) = proxy_fields(self.own_proxy()?);
        }
        if self.policy.scanner_folder.is_some() {
            if form.scanner_folder != shown.scanner_folder {
                return Err(OfficeError::SetByPolicy("scanner_folder"));
            }
            form.scanner_folder = self.kept(SCANNER_FOLDER)?;
        }
        Ok(form)
    }

    /// The paper of receipts.
    pub(crate) fn paper(&self) -> String {
        let kept = self.kept(PAPER).unwrap_or_default();
        if PAPERS.contains(&kept.as_str()) { kept } else { self.profile().paper.clone() }
    }

    /// The folder in which a scanner leaves its pictures; none: nobody has named one.
    ///
    /// # Errors
    /// When the store fails.
    pub fn scanner_folder(&self) -> Result<Option<std::path::PathBuf>, OfficeError> {
        if let Some(folder) = &self.policy.scanner_folder {
            return Ok(Some(folder.clone()));
        }
        let kept = self.kept(SCANNER_FOLDER)?;
        Ok((!kept.is_empty()).then(|| kept.into()))
    }

    /// The way out of the office's network.
    pub(crate) fn proxy(&self) -> Result<Proxy, OfficeError> {
        match &self.policy.proxy {
            Some(proxy) => Ok(proxy.clone()),
            None => self.own_proxy(),
        }
    }

    /// The same as the users have set it.
    fn own_proxy(&self) -> Result<Proxy, OfficeError> {
        Ok(match self.kept(PROXY)?.as_str() {
            "" | "system" => Proxy::System,
            "none" => Proxy::None,
            address => Proxy::Address(address.to_owned()),
        })
    }

    /// Checks everything in the store, and keeps when that was and what came of it.
    ///
    /// # Errors
    /// When the store fails.
    pub fn check_now(&self) -> Result<AboutView, OfficeError> {
        let problems = self.verify()?.problems.len();
        self.store.write(|writing| writing.put_setting(CHECKED, &format!("{} {problems}", self.moment())))?;
        self.about()
    }

    fn about(&self) -> Result<AboutView, OfficeError> {
        let office = self.office_view()?;
        let checked = self.kept(CHECKED)?;
        let checked = checked.split_once(' ');
        Ok(AboutView {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            office: office.name,
            device: office.device,
            server: office.server,
            store_bytes: self.store.size_bytes(),
            checked_at: checked.map(|(at, _)| at.to_owned()),
            problems: checked.and_then(|(_, problems)| problems.parse().ok()).unwrap_or(0),
        })
    }

    /// A setting; empty: there is none.
    pub(crate) fn kept(&self, name: &str) -> Result<String, OfficeError> {
        Ok(self.store.setting(name)?.unwrap_or_default())
    }
}

/// A proxy as the form has it: which one, and its address.
fn proxy_fields(proxy: Proxy) -> (String, String) {
    let (which, address) = match proxy {
        Proxy::System => ("system", String::new()),
        Proxy::None => ("none", String::new()),
        Proxy::Address(address) => ("address", address),
    };
    (which.to_owned(), address)
}
