// For tests alone: a text as a reader sees it, without the marks that keep directions apart.

export function spoken(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, "");
}
