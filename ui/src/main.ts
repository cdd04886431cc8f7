// Starts the page: wishes of the reader first, so that nothing is painted twice, then the desk.

import { mount } from "svelte";
import App from "./App.svelte";
import { desk } from "./lib/desk.svelte";
import { policy } from "./lib/policy.svelte";
import { preferences } from "./lib/preferences.svelte";
import "./styles/typeface.css";
import "../../look/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/frame.css";
import "./styles/gate.css";
import "./styles/pieces.css";
import "./styles/lists.css";
import "./styles/matters.css";
import "./styles/capture.css";
import "./styles/story.css";
import "./styles/case.css";
import "./styles/form.css";
import "./styles/narrow.css";
import "./styles/forced.css";
import "./styles/print.css";

preferences.apply();

const target = document.getElementById("app");
if (!target) throw new Error("index.html has no #app");
mount(App, { target });
void begin();

/** What the administrator has set comes first: the first screen shows it. */
async function begin(): Promise<void> {
  try {
    await policy.read();
    preferences.keepTo(policy.languages);
  } catch {
    // The desk opens without it: what is set holds in the program all the same.
  }
  await desk.open();
}
