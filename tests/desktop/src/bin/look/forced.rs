//! Colours that the system forces upon a page, as the contrast themes of Windows do. The engine of this machine's window
//! has no such mode, that of Windows has: each screen is taken along as it stands and opened once more in that engine.

use std::path::Path;

use desktop::{Browser, Outcome, Page, Trouble};

use crate::Arguments;

/// What the page shows, with what was typed and chosen, with its style sheets out of the folder of the built page, without
/// its program and without pictures.
const TAKEN_ALONG: &str = "
    const root = document.documentElement.cloneNode(true);
    const before = document.querySelectorAll('input, select, textarea');
    root.querySelectorAll('input, select, textarea').forEach((field, at) => {
        const shown = before[at];
        if (field.type === 'checkbox' || field.type === 'radio') field.toggleAttribute('checked', shown.checked);
        else if (field.tagName === 'TEXTAREA') field.textContent = shown.value;
        else if (field.tagName === 'SELECT') [...field.options].forEach((option, i) => option.toggleAttribute('selected', i === shown.selectedIndex));
        else if (field.type !== 'file') field.setAttribute('value', shown.value);
    });
    // The engine here has dropped what it does not know from the rules: the sheets are read again from their files.
    const sheets = [...document.querySelectorAll('link[rel=stylesheet]')].map((link) => new URL(link.href).pathname);
    root.querySelectorAll('script, link, img, meta').forEach((one) => one.remove());
    const links = sheets.map((path) => `<link rel=stylesheet href='file://${arguments[0]}${path}'>`);
    root.querySelector('head').innerHTML = `<meta charset=utf-8><title>taken along</title>${links.join('')}`;
    return '<!doctype html>' + root.outerHTML;";

/// What tells that the colours are forced.
const IS_FORCED: &str = "return matchMedia('(forced-colors: active)').matches";

/// Takes the page along into a file beside its picture.
pub(crate) async fn take_along(page: &Page, arguments: &Arguments, to: &Path) -> Outcome<()> {
    let built = arguments.page.display().to_string();
    let text = page.script(TAKEN_ALONG, vec![built.into()]).await?;
    std::fs::write(to, text.as_str().unwrap_or_default())
        .map_err(|error| Trouble::while_doing(to.display(), error))
}

/// Opens all that was taken along and takes its pictures with forced colours.
pub(crate) async fn look(arguments: &Arguments) -> Outcome<()> {
    let scratch = tempfile::tempdir().map_err(|error| Trouble::while_doing("no scratch folder", error))?;
    for way in arguments.ways().into_iter().filter(|way| way.forced) {
        let pictures = arguments.out.join(format!("{}-forced", way.name));
        std::fs::create_dir_all(&pictures)
            .map_err(|error| Trouble::while_doing(pictures.display(), error))?;
        let browser = Browser::open_with_forced_colours(scratch.path(), &pictures).await?;
        let folder = arguments.out.join(way.name);
        let mut files: Vec<_> = std::fs::read_dir(&folder)
            .map_err(|error| Trouble::while_doing(folder.display(), error))?
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "html"))
            .collect();
        files.sort();
        for file in files {
            let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            browser.page.go(&format!("file://{}", file.display())).await?;
            if browser.page.script(IS_FORCED, vec![]).await? != true {
                return Err(Trouble::new("the browser does not force any colours"));
            }
            browser.page.picture(&name).await?;
        }
        browser.close().await?;
    }
    Ok(())
}
