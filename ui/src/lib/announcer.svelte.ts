// One polite voice for what changes without anybody's doing. The element that speaks stands in the frame.

class Announcer {
  text = $state("");

  say(text: string): void {
    this.text = text;
  }
}

export const announcer = new Announcer();
