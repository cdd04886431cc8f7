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
import { leftOn, rememberFocus, type KeptPage, type LeftText } from "./kept-page";
import { route } from "./route.svelte";

/** How often times in words are looked at anew, in milliseconds. */
const tick_ms = 15_000;

/** Who sits at the desk, and what the profile keeps from them. */
export interface Session {
  office: OfficeView;
  clerk: ClerkView;
  mayNot: readonly string[];
}

const keyOf = (session: Session): string => `${session.office.sample ? "sample" : "real"} ${session.clerk.id}`;

class Desk {
  // What a command answered is replaced and never changed in place: raw, so that reading it costs what an object costs.
  screen = $state.raw<Screen | null>(null);
  profile = $state.raw<ProfileView | null>(null);
  status = $state.raw<ExchangeStatus | null>(null);
  drafts = $state(0);
  /** Changed by the last exchange; the number grows with each. */
  arrived = $state.raw<{ exchange: number; complaints: readonly string[] }>({ exchange: 0, complaints: [] });
  now = $state(new Date());
  /** The code of an error that no place shows. */
  failure = $state<string | null>(null);
  /** A file that somebody opened with the desk and that nobody has read or put away yet. */
  opened = $state<commands.OpenedFile | null>(null);
  /** Who sits here, or sat here before the lock: their page is kept as it is until they are back. */
  session = $state.raw<Session | null>(null);
  /** When the desk was locked; nothing where it was not. */
  lockedAt = $state<Date | null>(null);
  /** What this clerk had typed outside of a draft when somebody else took the desk. */
  left = $state.raw<readonly LeftText[]>([]);

  readonly #institutions = $derived(new Map(this.profile?.institutions.map(({ code, name }) => [code, name])));

  /** The page that is put away while the desk is locked. */
  keptPage: KeptPage | null = null;
  /** Where each clerk was, and what they left, by who they are. */
  readonly #places = new Map<string, { hash: string; left: readonly LeftText[] }>();

  /** The office, once the desk belongs to one. */
  get office(): OfficeView | null {
    return this.screen !== null && "office" in this.screen ? this.screen.office : null;
  }

  /** Who is signed in, or was before the lock. */
  get clerk(): ClerkView | null {
    return this.session?.clerk ?? null;
  }

  /** Whether somebody has to sign in before anything goes on. */
  get locked(): boolean {
    return this.screen?.screen !== "work";
  }

  /** Who was signed in before the lock. */
  get lastClerk(): string | null {
    return this.session?.clerk.id ?? null;
  }

  /** The name of an institution; its code where the profile does not know it. */
  institution(code: string): string {
    return this.#institutions.get(code) ?? code;
  }

  /** Whether the profile lets this clerk do that. */
  may(deed: string): boolean {
    return !(this.session?.mayNot.includes(deed) ?? false);
  }

  /** Asks which screen comes first, and listens from then on. */
  async open(): Promise<void> {
    setInterval(() => (this.now = new Date()), tick_ms);
    await this.try(async () => {
      await commands.onStatus((status) => {
        // What is told is the real office; the sample one has nothing to tell.
        if (this.office?.sample === true) return;
        this.status = status;
        this.now = new Date();
      });
      await commands.onArrived((complaints) => {
        this.arrived = { exchange: this.arrived.exchange + 1, complaints };
      });
      await commands.onOpened(() => void this.#readOpened());
      await this.#readOpened();
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
    if (screen.screen === "work") this.profile = await commands.profile();
    else commands.holdBack();
    if (screen.screen === "work" || screen.screen === "sign_in") await this.#readStatus();
    this.failure = null;
    if (screen.screen === "work") {
      this.#seat({ office: screen.office, clerk: screen.clerk, mayNot: screen.may_not });
      this.lockedAt = null;
    } else if (this.session !== null && this.lockedAt === null) {
      this.lockedAt = new Date();
    }
    this.screen = screen;
    if (screen.screen === "work") await this.countDrafts();
  }

  /** Somebody takes a seat: whoever sat here finds the page as it was, another one the place where they were. */
  #seat(session: Session): void {
    const before = this.session;
    if (before !== null && keyOf(before) === keyOf(session)) {
      this.session = session;
      commands.letGo();
      // What came in meanwhile was told to nobody.
      this.arrived = { exchange: this.arrived.exchange + 1, complaints: [] };
      return;
    }
    if (before !== null) {
      const left = this.keptPage === null ? [] : leftOn(this.keptPage);
      this.#places.set(keyOf(before), { hash: location.hash, left });
    }
    commands.forget();
    this.keptPage = null;
    const place = this.#places.get(keyOf(session));
    this.left = place?.left ?? [];
    this.session = session;
    if (before !== null) route.goBack(place?.hash);
    else route.refresh();
  }

  /** Keeps what was typed, then locks. */
  async lock(): Promise<void> {
    if (this.locked) return;
    rememberFocus();
    await keepEverything();
    commands.holdBack();
    if (!(await this.try(async () => this.enter(await commands.lock())))) commands.letGo();
  }

  /** Goes into the sample office; whoever sits here finds everything again afterwards. */
  async practise(): Promise<void> {
    await keepEverything();
    await this.try(async () => this.enter(await commands.enterSample()));
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
    if (code === "not_signed_in" && this.clerk !== null) {
      if (!this.locked) void this.restart();
    }
    else this.failure = code;
  }

  async #readOpened(): Promise<void> {
    this.opened = (await commands.openedFile()) ?? this.opened;
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
