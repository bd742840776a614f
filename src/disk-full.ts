const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

/** Was there no room for what was to be written: on the disk, in the user's share of it, or under the limit for one file? */
export const isDiskFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && FULL.has(String(error.code))
