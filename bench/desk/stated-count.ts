/** A number of people as somebody stated it: its ends, and whether it was "about". Without ends it is "several". */
export interface StatedCount {
  readonly min: number | null
  readonly max: number | null
  readonly approx: boolean
}

export const SEVERAL: StatedCount = { min: null, max: null, approx: false }

/** A number of a MUC-4 key: `50`, `~30` about, `30-` and more, `-26` at most, `PLURAL`. Undefined for what is none. */
export function mucCount(written: string): StatedCount | undefined {
  if (/^PLURAL$/i.test(written)) return SEVERAL
  const [, about, below, digits, above] = /^(~)?(-)?(\d+)(-)?$/.exec(written.replace(/\s/g, '')) ?? []
  if (digits === undefined) return undefined
  const number = Number(digits)
  return {
    min: below === undefined ? number : null,
    max: above === undefined ? number : null,
    approx: about !== undefined,
  }
}

/** 1 for the same, 0.5 where one stated end or only the "about" is another, else 0. */
export function credit(one: StatedCount, other: StatedCount): number {
  const differing = [one.min !== other.min, one.max !== other.max, one.approx !== other.approx].filter(Boolean).length
  if (differing === 0) return 1
  // A stated end has to be shared, or it would be half right to say "several".
  const shares = (one.min !== null && one.min === other.min) || (one.max !== null && one.max === other.max)
  return differing === 1 && shares ? 0.5 : 0
}
