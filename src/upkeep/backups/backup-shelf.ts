import type { Readable } from 'node:stream'
import { OnrecordError } from '../../errors.ts'

/** Where finished backups lie, by their names. */
export interface BackupShelf {
  /** For people. */
  readonly where: string
  /** The names of all files there that are called like backups of ours, oldest first. */
  list(): Promise<string[]>
  /** Keeps a file under a name: whole or not at all. Throws what the content throws. */
  put(name: string, content: Readable): Promise<void>
  /** @throws OnrecordError `not-found` */
  read(name: string): Promise<Readable>
  has(name: string): Promise<boolean>
  remove(name: string): Promise<void>
}

export const noSuchBackup = (name: string, where: string): OnrecordError =>
  new OnrecordError('not-found', `There is no file ${name} in ${where}.`, {
    remedy: '`./onrecord backup list` shows the backups that are there.',
  })
