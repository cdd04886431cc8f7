//! Several communes on one server: the file that names them. Each has host names of its own, a folder with its key, a store, a
//! profile and ways out of the house; nothing of one is another's. `docs/decisions/0035-communes-share-nothing-but-the-listener.md`
//! says why.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::error::CentreError;

/// The communes of a server, in the order of their file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tenants(Vec<Tenant>);

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tenant {
    /// Its name for administrators and in the log.
    pub name: String,
    /// The host names under which it answers, in small letters.
    pub hosts: Vec<String>,
    /// Its folder.
    pub data: PathBuf,
    /// A PostgreSQL database instead of the store in the folder.
    pub database_url: Option<String>,
    /// The name or folder of its profile; none: an existing centre keeps the one that it has.
    pub profile: Option<String>,
    /// The mail server; none: the one of the command line.
    pub smtp_url: Option<String>,
    /// The sender of its e-mail; none: the one of the command line.
    pub mail_from: Option<String>,
    /// How its SMS are handed to a gateway; none: as the command line says.
    pub sms_gateway: Option<PathBuf>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileText {
    #[serde(default)]
    tenant: Vec<TenantText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TenantText {
    name: String,
    hosts: Vec<String>,
    data: PathBuf,
    database_url: Option<String>,
    database_url_env: Option<String>,
    profile: Option<String>,
    smtp_url: Option<String>,
    smtp_url_env: Option<String>,
    mail_from: Option<String>,
    sms_gateway: Option<PathBuf>,
}

impl Tenants {
    /// Reads the file. Paths in it are meant from the folder that it lies in; what stands in the environment is asked of `env`.
    ///
    /// # Errors
    /// [`CentreError::File`] when it cannot be read, [`CentreError::Invalid`] with everything that is wrong in it.
    pub fn read(file: &Path, env: impl Fn(&str) -> Option<String>) -> Result<Self, CentreError> {
        let failed = |source| CentreError::File { path: file.to_owned(), source };
        let text = fs::read_to_string(file).map_err(failed)?;
        let folder = std::path::absolute(file).map_err(failed)?;
        let folder = folder.parent().unwrap_or(Path::new("/"));
        Self::parse(&text, folder, env)
            .map_err(|why| CentreError::Invalid(format!("{}: {why}", file.display())))
    }

    fn parse(text: &str, folder: &Path, env: impl Fn(&str) -> Option<String>) -> Result<Self, String> {
        let read: FileText = toml::from_str(text).map_err(|error| error.to_string())?;
        let mut mistakes = Vec::new();
        let tenants: Vec<Tenant> =
            read.tenant.into_iter().map(|text| text.tenant(folder, &env, &mut mistakes)).collect();
        if tenants.is_empty() {
            mistakes.push("it names no commune; write one [[tenant]] at least".to_owned());
        }
        check_apart(&tenants, &mut mistakes);
        if mistakes.is_empty() { Ok(Self(tenants)) } else { Err(mistakes.join("\n")) }
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Tenant> {
        self.0.iter()
    }

    /// The one of that name.
    ///
    /// # Errors
    /// [`CentreError::NotFound`], which names those that there are.
    pub fn get(&self, name: &str) -> Result<&Tenant, CentreError> {
        let none = || CentreError::NotFound(format!("there is no commune “{name}”: {}", self.names()));
        self.iter().find(|tenant| tenant.name == name).ok_or_else(none)
    }

    /// Their names in a row.
    pub fn names(&self) -> String {
        self.iter().map(|tenant| tenant.name.as_str()).collect::<Vec<_>>().join(", ")
    }
}

impl TenantText {
    fn tenant(
        self,
        folder: &Path,
        env: &impl Fn(&str) -> Option<String>,
        mistakes: &mut Vec<String>,
    ) -> Tenant {
        let name = self.name;
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if name.is_empty() || !name.chars().all(plain) {
            mistakes.push(format!("the name “{name}” has other characters than a to z, digits and hyphens"));
        }
        if self.hosts.is_empty() {
            mistakes.push(format!("{name}: it has no host name, so nobody reaches it"));
        }
        let hosts = self.hosts.iter().map(|given| {
            let host = plain_host(given);
            if host.as_deref() != Some(given.to_lowercase().as_str()) {
                mistakes.push(format!(
                    "{name}: “{given}” is no host name; write it without scheme, port and path"
                ));
            }
            host.unwrap_or_default()
        });
        let hosts = hosts.collect();
        let mut secret = |given: Option<String>, variable: Option<String>, what: &str| match (given, variable)
        {
            (Some(_), Some(_)) => {
                mistakes.push(format!("{name}: {what} and {what}_env are both there; keep one"));
                None
            }
            (given, None) => given,
            (None, Some(variable)) => {
                let value = env(&variable);
                if value.is_none() {
                    mistakes.push(format!("{name}: the variable {variable} is not set"));
                }
                value
            }
        };
        let profile = self.profile.map(|profile| match profile.as_str() {
            "mauritius" => profile,
            path => folder.join(path).display().to_string(),
        });
        Tenant {
            database_url: secret(self.database_url, self.database_url_env, "database_url"),
            smtp_url: secret(self.smtp_url, self.smtp_url_env, "smtp_url"),
            data: folder.join(self.data),
            sms_gateway: self.sms_gateway.map(|path| folder.join(path)),
            mail_from: self.mail_from,
            profile,
            hosts,
            name,
        }
    }
}

/// Nothing of one may be another's, nor lie within another's folder.
fn check_apart(tenants: &[Tenant], mistakes: &mut Vec<String>) {
    let mut taken: BTreeMap<(&str, &str), &str> = BTreeMap::new();
    for tenant in tenants {
        let own = std::iter::once(("name", tenant.name.as_str()))
            .chain(tenant.hosts.iter().map(|host| ("host", host.as_str())))
            .chain(tenant.database_url.iter().map(|url| ("database", url.as_str())));
        for (what, value) in own {
            if let Some(other) = taken.insert((what, value), &tenant.name) {
                // The address of a database may hold a password.
                let value = if what == "database" { "of the two" } else { value };
                mistakes.push(format!("{other} and {}: the {what} {value} is the same", tenant.name));
            }
        }
    }
    for (at, tenant) in tenants.iter().enumerate() {
        for other in tenants.iter().enumerate().filter(|(place, _)| *place != at).map(|(_, other)| other) {
            if other.data.starts_with(&tenant.data) && (other.data != tenant.data || other.name > tenant.name)
            {
                mistakes.push(format!("{}: its folder lies in the one of {}", other.name, tenant.name));
            }
        }
    }
}

/// A host as names are compared: in small letters, without port and without the point at its end. None: it is none.
pub(crate) fn plain_host(given: &str) -> Option<String> {
    let given = given.trim();
    let host = match given.strip_prefix('[') {
        Some(rest) => rest.split_once(']')?.0,
        None => given.split(':').next().unwrap_or(given),
    };
    let host = host.strip_suffix('.').unwrap_or(host).to_lowercase();
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.' | '_' | ':');
    (!host.is_empty() && host.len() <= 253 && host.chars().all(fits)).then_some(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Tenants, String> {
        Tenants::parse(text, Path::new("/srv"), |name| {
            (name == "URL").then(|| "postgres://x/safi".to_owned())
        })
    }

    const TWO: &str = r#"
        [[tenant]]
        name = "sefrou"
        hosts = ["Plaintes.Sefrou.example", "www.plaintes.sefrou.example"]
        data = "sefrou"
        profile = "profiles/sefrou"
        [[tenant]]
        name = "safi"
        hosts = ["plaintes.safi.example"]
        data = "/var/safi"
        database_url_env = "URL"
    "#;

    #[test]
    fn paths_are_meant_from_the_folder_of_the_file_and_secrets_may_stand_in_the_environment() {
        let tenants = read(TWO).unwrap();
        let (sefrou, safi) = (tenants.get("sefrou").unwrap(), tenants.get("safi").unwrap());
        assert_eq!(sefrou.hosts[0], "plaintes.sefrou.example");
        assert_eq!(sefrou.data, Path::new("/srv/sefrou"));
        assert_eq!(sefrou.profile.as_deref(), Some("/srv/profiles/sefrou"));
        assert_eq!(safi.database_url.as_deref(), Some("postgres://x/safi"));
        assert!(tenants.get("salé").unwrap_err().to_string().contains("sefrou, safi"));
    }

    #[test]
    fn what_two_communes_would_share_is_refused_by_name() {
        let wrong = |from: &str, to: &str| read(&TWO.replacen(from, to, 1)).unwrap_err();
        assert!(
            wrong("plaintes.safi.example", "PLAINTES.sefrou.example")
                .contains("the host plaintes.sefrou.example")
        );
        assert!(wrong("/var/safi", "sefrou").contains("its folder lies in the one of"));
        assert!(wrong("/var/safi", "sefrou/within").contains("safi: its folder lies in the one of sefrou"));
        assert!(wrong("\"safi\"", "\"sefrou\"").contains("the name sefrou is the same"));
        let database = wrong("data = \"sefrou\"", "data = \"sefrou\"\ndatabase_url = \"postgres://x/safi\"");
        assert!(
            database.contains("the database of the two") && !database.contains("postgres://"),
            "{database}"
        );
    }

    #[test]
    fn each_mistake_says_what_to_write() {
        let wrong = |from: &str, to: &str| read(&TWO.replacen(from, to, 1)).unwrap_err();
        assert!(
            wrong("plaintes.safi.example", "https://safi.example/x")
                .contains("without scheme, port and path")
        );
        assert!(wrong("\"URL\"", "\"NONE\"").contains("the variable NONE is not set"));
        assert!(wrong("\"safi\"", "\"Safi ville\"").contains("a to z, digits and hyphens"));
        assert!(wrong("hosts = [\"plaintes.safi.example\"]", "hosts = []").contains("nobody reaches it"));
        assert!(wrong("data = \"/var/safi\"", "colour = 1").contains("colour"));
        assert!(read("").unwrap_err().contains("names no commune"));
    }

    #[test]
    fn a_host_is_compared_without_port_and_case() {
        for (given, plain) in [
            ("Safi.Example:8443", Some("safi.example")),
            ("safi.example.", Some("safi.example")),
            ("[2001:db8::1]:80", Some("2001:db8::1")),
            (" ", None),
            ("a/b", None),
            ("[", None),
        ] {
            assert_eq!(plain_host(given).as_deref(), plain, "{given}");
        }
    }
}
