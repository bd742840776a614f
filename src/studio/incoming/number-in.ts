/** The whole number that somebody wrote, from 1 to the most there may be; null for anything else. */
export function numberIn(text: string, most: number): number | null {
  const number = /^\d{1,6}$/.test(text.trim()) ? Number(text) : 0
  return number >= 1 && number <= most ? number : null
}
