import type { ErrorCode } from '../errors.ts'

/**
 * What a command leaves for scripts: 0 done, 1 a fault of ours, 2 wrong words on the command line,
 * and one number for each kind of expected failure. Numbers never change their meaning.
 */
export const EXIT_CODE = {
  'bad-input': 3,
  'not-found': 4,
  refused: 5,
  'stale-revision': 6,
  'bad-config': 7,
  'folder-not-writable': 8,
  'port-taken': 9,
  'database-unavailable': 10,
  'database-newer': 11,
  'storage-full': 12,
  'fetch-failed': 13,
  'signed-out': 14,
  forbidden: 15,
  'confirm-identity': 16,
  'too-many-tries': 17,
  'session-revoked': 18,
  'studio-locked': 19,
  damaged: 20,
} as const satisfies Record<ErrorCode, number>

/** The command was understood and done, but not everything it was given could be used. */
export const EXIT_WITH_PROBLEMS = 3

/** `lint` and `doctor` found something that a person should look at. */
export const EXIT_WITH_FINDINGS = 1
