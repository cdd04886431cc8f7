// The state that all places of the desk share: which screen, whose desk, how the exchange stands. Commands that every
// place may cause are here; those of one place stay in that place.

import type { ClerkView } from "../bindings/ClerkView";
import type { ExchangeStatus } from "../bindings/ExchangeStatus";
import type { OfficeView } from "../bindings/OfficeView";
import type { ProfileView } from "../bindings/ProfileView";
import type { Screen } from "../bindings/Screen";
import * as commands from "./commands";
import { useOffset } from "./dates";
import { keepEverything } from "./draft-keeper";
import { route } from "./route.svelte";

/** How often times in words are looked at anew, in milliseconds. */
const tick_ms = 15_000;

class Desk {
  screen = $state<Screen | null>(null);
  profile = $state<ProfileView | null>(null);
  status = $state<ExchangeStatus | null>(null);
  drafts = $state(0);
  /** Changed by the last exchange; the number grows with each. */
  arrived = $state<{ exchange: number; complaints: readonly string[] }>({ exchange: 0, complaints: [] });
  now = $state(new Date());
  /** The code of an error that no place shows. */
  failure = $state<string | null>(null);
  /** Who was signed in before the lock; their place and draft wait for them. */
  lastClerk = $state<string | null>(null);

  /** The office, once the desk belongs to one. */
  get office(): OfficeView | null {
    return this.screen !== null && "office" in this.screen ? this.screen.office : null;
  }

  /** Who is signed in. */
  get clerk(): ClerkView | null {
    return this.screen?.screen === "work" ? this.screen.clerk : null;
  }

  /** Asks which screen comes first, and listens from then on. */
  async open(): Promise<void> {
    setInterval(() => (this.now = new Date()), tick_ms);
    await this.try(async () => {
      await commands.onStatus((status) => {
        this.status = status;
        this.now = new Date();
      });
      await commands.onArrived((complaints) => {
        this.arrived = { exchange: this.arrived.exchange + 1, complaints };
      });
    });
    await this.restart();
  }

  /** Asks again which screen comes first. */
  async restart(): Promise<void> {
    await this.try(async () => this.enter(await commands.start()));
  }

  /** Shows a screen, with what it needs. */
  async enter(screen: Screen): Promise<void> {
    if ("office" in screen) useOffset(screen.office.utc_offset_min);
    if (screen.screen === "work") {
      if (this.lastClerk !== null && this.lastClerk !== screen.clerk.id) route.go({ page: "morning" });
      this.lastClerk = screen.clerk.id;
      this.profile = await commands.profile();
    }
    if (screen.screen === "work" || screen.screen === "sign_in") await this.#readStatus();
    this.failure = null;
    this.screen = screen;
    route.refresh();
    if (screen.screen === "work") await this.countDrafts();
  }

  /** Keeps what was typed, then locks. */
  async lock(): Promise<void> {
    await keepEverything();
    await this.try(async () => this.enter(await commands.lock()));
  }

  async countDrafts(): Promise<void> {
    await this.try(async () => {
      this.drafts = (await commands.drafts()).length;
    });
  }

  /** Runs a deed; what goes wrong is shown at the top of the page. Tells whether it went well. */
  async try(deed: () => Promise<void>): Promise<boolean> {
    try {
      await deed();
      return true;
    } catch (thrown) {
      this.report(thrown);
      return false;
    }
  }

  /** Shows an error that belongs to no field. A desk that was locked meanwhile goes to its first screen. */
  report(thrown: unknown): void {
    const { code } = commands.failureOf(thrown);
    if (code === "not_signed_in" && this.clerk !== null) void this.restart();
    else this.failure = code;
  }

  async #readStatus(): Promise<void> {
    try {
      this.status = await commands.status();
    } catch {
      // Before anybody has signed in the state of the exchange may be closed to us; the line is then left out.
      this.status = null;
    }
  }
}

export const desk = new Desk();
