//! The ways in which people read the desk: language, size of the window, colours, size of the text.

use desktop::{Outcome, Page, Trouble, keys};

/// A way of reading.
#[derive(Debug)]
pub(crate) struct Way {
    /// The folder of its pictures.
    pub(crate) name: &'static str,
    /// As the desk names it.
    pub(crate) language: &'static str,
    /// Of the window, in pixels.
    pub(crate) width: u32,
    /// Of the window, in pixels.
    pub(crate) height: u32,
    /// As the desk names them; none: as the system wishes.
    pub(crate) colours: Option<&'static str>,
    /// The page is taken along and opened once more with the colours that the system forces upon it.
    pub(crate) forced: bool,
}

const fn way(name: &'static str, language: &'static str, width: u32, height: u32) -> Way {
    Way { name, language, width, height, colours: None, forced: false }
}

const fn coloured(name: &'static str, language: &'static str, colours: &'static str) -> Way {
    Way { name, language, width: 1366, height: 768, colours: Some(colours), forced: false }
}

/// All of them. At 200 % a window of 1366 by 768 has room for 683 by 384; none is made lower than 480.
pub(crate) const WAYS: [Way; 15] = [
    Way { name: "en", language: "en", width: 1366, height: 768, colours: None, forced: true },
    way("fr", "fr", 1366, 768),
    way("mfe", "mfe", 1366, 768),
    Way { name: "ar", language: "ar-MA", width: 1366, height: 768, colours: None, forced: true },
    way("en-1024", "en", 1024, 600),
    way("fr-1024", "fr", 1024, 600),
    way("ar-1024", "ar-MA", 1024, 600),
    way("en-1920", "en", 1920, 1080),
    way("ar-1920", "ar-MA", 1920, 1080),
    way("en-200-percent", "en", 683, 480),
    way("fr-200-percent", "fr", 683, 480),
    way("ar-200-percent", "ar-MA", 683, 480),
    coloured("en-dark", "en", "dark"),
    coloured("ar-dark", "ar-MA", "dark"),
    coloured("en-contrast", "en", "contrast"),
];

impl Way {
    /// Takes the page to it. At the door the languages stand at the foot; behind it they are asked for.
    pub(crate) async fn take(&self, page: &Page) -> Outcome<()> {
        page.resize(self.width, self.height).await?;
        let at_the_door = format!("to-{}", self.language);
        if page.is_seen(&at_the_door).await? {
            page.click(&at_the_door).await?;
        } else if page.is_seen("preferences").await? {
            page.click("preferences").await?;
            page.click(&format!("language-{}", self.language)).await?;
            page.press(&[keys::ESCAPE]).await?;
            page.gone("preferences-dialog").await?;
        }
        let script = "
            const root = document.documentElement;
            if (arguments[0] === '') delete root.dataset.theme;
            else root.dataset.theme = arguments[0];";
        page.script(script, vec![self.colours.unwrap_or_default().into()]).await?;
        match page.language().await? {
            (language, _) if language == self.language => Ok(()),
            (language, _) => {
                Err(Trouble::new(format!("the page speaks {language} instead of {}", self.language)))
            }
        }
    }
}
