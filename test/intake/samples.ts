import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const SAMPLES = join(import.meta.dirname, '../../../shared/samples')

/** The files of a folder of samples that lie beside the repository; empty where they are missing. */
export function sampleFiles(folder: string, ending: RegExp): string[] {
  const path = join(SAMPLES, folder)
  if (!existsSync(path)) return []
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .sort()
}

/** Where a folder of samples lies, or would. */
export const samplePath = (folder: string): string => join(SAMPLES, folder)

export const sampleBytes = (folder: string, name: string): Uint8Array => readFileSync(join(SAMPLES, folder, name))
export const sampleText = (folder: string, name: string): string => readFileSync(join(SAMPLES, folder, name), 'utf8')

/** For the name of a group of tests that needs samples. */
export const whereSamples = (folder: string): { skip: boolean; note: string } => {
  const skip = !existsSync(join(SAMPLES, folder))
  return { skip, note: skip ? ` (skipped: ../shared/samples/${folder} is missing)` : '' }
}
