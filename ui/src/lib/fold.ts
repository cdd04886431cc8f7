// Folding of words for finding: case, accents, hamza and vowel signs do not matter. Shown texts stay as they are.

const letters: Readonly<Record<string, string>> = {
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ٱ: "ا",
  ى: "ي",
  ة: "ه",
  ی: "ي",
  ۀ: "ه",
  ہ: "ه",
  ە: "ه",
  ک: "ك",
  ؤ: "و",
  ئ: "ي",
  œ: "oe",
  æ: "ae",
  ß: "ss",
  "’": "'",
};

/** Letters that were folded before: a list of what was found folds the same few thousands of times at each key. */
const foldedLetters = new Map<string, string>();

/** One letter, folded; nothing is left of a sign that only modifies. */
function foldLetter(letter: string): string {
  const before = foldedLetters.get(letter);
  if (before !== undefined) return before;
  const now = foldAnew(letter);
  foldedLetters.set(letter, now);
  return now;
}

function foldAnew(letter: string): string {
  const lower = letter.toLowerCase();
  const known = letters[lower];
  if (known !== undefined) return known;
  if (lower >= "٠" && lower <= "٩") return String(lower.charCodeAt(0) - "٠".charCodeAt(0));
  if (lower >= "۰" && lower <= "۹") return String(lower.charCodeAt(0) - "۰".charCodeAt(0));
  if (lower >= "\ufef5" && lower <= "\ufefc") return "لا";
  // Combining accents, Arabic vowel signs and the lengthening stroke.
  return lower.normalize("NFD").replace(/[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0640]/g, "");
}

export function fold(text: string): string {
  return Array.from(text, foldLetter).join("");
}

/** The folded words of what somebody typed. */
export function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[\s,;:/.()-]+/)
    .filter((word) => word !== "");
}

/** A piece of a text, marked where it is what was looked for. */
export interface Piece {
  text: string;
  found: boolean;
}

/** Cuts a text where one of the words, folded, occurs in it. */
export function highlight(text: string, words: readonly string[]): Piece[] {
  let folded = "";
  /** Where the letter of each folded unit begins in the text. */
  const origin: number[] = [];
  let at = 0;
  for (const letter of text) {
    const unit = foldLetter(letter);
    for (let count = 0; count < unit.length; count += 1) origin.push(at);
    folded += unit;
    at += letter.length;
  }
  const hits: [from: number, to: number][] = [];
  for (const word of words) {
    for (let from = folded.indexOf(word); word !== "" && from >= 0; from = folded.indexOf(word, from + word.length)) {
      let to = from + word.length;
      // No letter is cut in two, and the signs upon it stay with it.
      while (to < origin.length && origin[to] === origin[to - 1]) to += 1;
      hits.push([origin[from] ?? 0, origin[to] ?? text.length]);
    }
  }
  hits.sort(([one], [other]) => one - other);
  const pieces: Piece[] = [];
  let done = 0;
  for (const [from, to] of hits) {
    const last = pieces[pieces.length - 1];
    if (last !== undefined && from <= done) {
      if (to > done) last.text += text.slice(done, to);
    } else {
      if (from > done) pieces.push({ text: text.slice(done, from), found: false });
      pieces.push({ text: text.slice(from, to), found: true });
    }
    done = Math.max(done, to);
  }
  if (done < text.length) pieces.push({ text: text.slice(done), found: false });
  return pieces;
}
