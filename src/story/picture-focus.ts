/** The middle: where a picture is cropped around until somebody says what matters in it. */
export const MIDDLE = { x: 0.5, y: 0.5 } as const

/** Reads a focal point, `0.5,0.3`: parts of the width from the left and of the height from the top; undefined when it is none. */
export function parseFocus(text: string): { readonly x: number; readonly y: number } | undefined {
  const parts = text.split(',').map((part) => part.trim())
  if (parts.length !== 2 || !parts.every((part) => /^(?:0|1|[01]?\.\d{1,6}|1\.0{1,6}|0\.\d{1,6})$/.test(part))) {
    return undefined
  }
  const [x = 0, y = 0] = parts.map(Number)
  return x <= 1 && y <= 1 ? { x: rounded(x), y: rounded(y) } : undefined
}

/** A thousandth of a picture is finer than any crop. */
const rounded = (part: number): number => Math.round(part * 1_000) / 1_000
