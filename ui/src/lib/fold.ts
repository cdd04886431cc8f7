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
  const source = Array.from(text);
  let folded = "";
  const origin: number[] = [];
  source.forEach((letter, index) => {
    for (const unit of foldLetter(letter)) {
      folded += unit;
      origin.push(index);
    }
  });
  const hit = new Array<boolean>(source.length).fill(false);
  for (const word of words) {
    for (let at = folded.indexOf(word); word !== "" && at >= 0; at = folded.indexOf(word, at + word.length)) {
      for (const index of origin.slice(at, at + word.length)) hit[index] = true;
    }
  }
  const pieces: Piece[] = [];
  source.forEach((letter, index) => {
    const found = hit[index] === true;
    const last = pieces[pieces.length - 1];
    if (last !== undefined && last.found === found) last.text += letter;
    else pieces.push({ text: letter, found });
  });
  return pieces;
}
