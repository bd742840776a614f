/** One thing that was looked at: sound, worth knowing, or to be mended. */
export interface Finding {
  readonly level: 'ok' | 'note' | 'fault'
  readonly what: string
  /** What to do about it. */
  readonly remedy?: string
}
