import type { Instant } from '../time.ts'

/**
 * One line of the log of what readers have had. It says of one thing (`key`) that from then on readers have the text that
 * `commitment` stands for, or, where that is null, that they have it no more.
 */
export interface LogEntry {
  /** From 1, without holes. */
  readonly number: number
  readonly at: Instant
  /** `story/ID` (its address), `story/ID/VERSION`, `story/ID/note/NOTE` or `record/ID/REVISION`. */
  readonly key: string
  /** SHA-256 over the salt, in hexadecimal, followed by the text; in hexadecimal. Null: withdrawn. */
  readonly commitment: string | null
  /** SHA-256 over the line before and this one, in hexadecimal. */
  readonly hash: string
}

/** What a commitment stands for, where readers may have it. */
export interface Opening {
  /** 128 random bits in hexadecimal, without which a text that was taken back could be guessed from its hash. */
  readonly salt: string
  /** Canonical JSON. */
  readonly content: string
}

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export type Sha256 = (text: string) => string

/** The hash before the first line. */
export const BEFORE_THE_FIRST = '0'.repeat(64)

/**
 * The text whose SHA-256 is a line's hash: five lines, each ended by a line feed, so that it can be checked in any language
 * without agreeing on more.
 *
 * @param before the hash of the line before
 */
export const hashedText = (before: string, { number, at, key, commitment }: Omit<LogEntry, 'hash'>): string =>
  `${before}\n${number}\n${at}\n${key}\n${commitment ?? '-'}\n`
