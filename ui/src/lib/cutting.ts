// The frame that is left of a picture: moved edge by edge or as a whole, turned with the picture. Pure reckoning in
// ten-thousandths of the picture's width or height, as the program wants it.

/** Cut away at the left, above, at the right, below. */
export type Cut = readonly [left: number, top: number, right: number, bottom: number];

export type Edge = "left" | "top" | "right" | "bottom";

export const edges: readonly Edge[] = ["left", "top", "right", "bottom"];
export const uncut: Cut = [0, 0, 0, 0];

const whole = 10_000;
/** So much of width and height is left at least. */
const least = 500;
/** One press of an arrow key; ten times as much with Shift. */
const step = 100;

const within = (value: number, most: number): number => Math.min(Math.max(0, Math.round(value)), Math.max(0, most));

/** Moves an edge: to the right or down where `by` is positive. It stops at the picture's edge and before the other one. */
export function moveEdge([left, top, right, bottom]: Cut, edge: Edge, by: number): Cut {
  if (edge === "left") return [within(left + by, whole - right - least), top, right, bottom];
  if (edge === "top") return [left, within(top + by, whole - bottom - least), right, bottom];
  if (edge === "right") return [left, top, within(right - by, whole - left - least), bottom];
  return [left, top, right, within(bottom - by, whole - top - least)];
}

/** Moves the frame as it is, up to the picture's edges. */
export function moveFrame([left, top, right, bottom]: Cut, across: number, down: number): Cut {
  const x = Math.min(Math.max(Math.round(across), -left), right);
  const y = Math.min(Math.max(Math.round(down), -top), bottom);
  return [left + x, top + y, right - x, bottom - y];
}

/** The frame around the same part of the picture after a quarter turn clockwise. */
export function turnFrame([left, top, right, bottom]: Cut): Cut {
  return [bottom, left, top, right];
}

/** By how much an arrow key moves, across and down; null for other keys. Left is left in every language: a picture has no
 * direction of reading. */
export function arrow(key: string, shift: boolean): readonly [across: number, down: number] | null {
  const by = shift ? 10 * step : step;
  if (key === "ArrowLeft") return [-by, 0];
  if (key === "ArrowRight") return [by, 0];
  if (key === "ArrowUp") return [0, -by];
  if (key === "ArrowDown") return [0, by];
  return null;
}

/** Where an edge stands, in hundredths of the picture from the left or from above. */
export function place([left, top, right, bottom]: Cut, edge: Edge): number {
  const at = { left, top, right: whole - right, bottom: whole - bottom }[edge];
  return Math.round(at / 100);
}

/** The frame in a picture of that size. */
export function frame(cut: Cut, width: number, height: number): { x: number; y: number; width: number; height: number } {
  const [left, top, right, bottom] = cut.map((part) => part / whole) as [number, number, number, number];
  return { x: left * width, y: top * height, width: (1 - left - right) * width, height: (1 - top - bottom) * height };
}

/** How an SVG image of that size stands upright after so many quarter turns clockwise. */
export function upright(turns: number, width: number, height: number): string {
  if (turns === 1) return `translate(${height} 0) rotate(90)`;
  if (turns === 2) return `translate(${width} ${height}) rotate(180)`;
  if (turns === 3) return `translate(0 ${width}) rotate(270)`;
  return "";
}

/** The names of pages that belong together: one keeps its name, several are counted. */
export function pageNames(name: string, count: number): string[] {
  if (count === 1) return [name];
  return Array.from({ length: count }, (_, page) => `${name} ${page + 1}/${count}`.trim());
}
