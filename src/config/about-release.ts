import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { OnrecordError } from '../errors.ts'

const Step = z.string().regex(/^\d{4}_\w+$/)

const AboutRelease = z.object({
  version: z.string().regex(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/),
  /** The system it was made for, as in `linux-x64`; null in a clone, which runs on any. */
  platform: z.string().nullable(),
  /** The commit it was made from; null where nobody can say. */
  commit: z.string().nullable(),
  /** The newest step of each schema. */
  schemas: z.object({ newsroom: Step, edition: Step }),
})

/** What a release, or a clone, says of itself. */
export type AboutRelease = Readonly<z.infer<typeof AboutRelease>>

/**
 * Reads what the program in this folder says of itself.
 *
 * @throws OnrecordError `damaged` when it is no release
 */
export async function aboutRelease(root: string): Promise<AboutRelease> {
  const text = await readFile(join(root, 'release.json'), 'utf8').catch(() => null)
  if (text === null) return aboutClone(root)
  const parsed = AboutRelease.safeParse(parsedJson(text))
  if (!parsed.success) throw noRelease(root)
  return parsed.data
}

async function aboutClone(root: string): Promise<AboutRelease> {
  const text = await readFile(join(root, 'package.json'), 'utf8').catch(() => '')
  const parsed = z.object({ name: z.literal('onrecord'), version: z.string() }).safeParse(parsedJson(text))
  if (!parsed.success) throw noRelease(root)
  const schemas = { newsroom: await newestStep(root, 'newsroom'), edition: await newestStep(root, 'edition') }
  return { version: parsed.data.version, platform: null, commit: null, schemas }
}

const noRelease = (root: string) =>
  new OnrecordError('damaged', `What lies in ${root} is no release of Onrecord.`, {
    remedy: 'Get the archive again, and compare its sum with the one beside it.',
  })

async function newestStep(root: string, database: string): Promise<string> {
  const names = await readdir(join(root, 'migrations', database)).catch(() => [])
  const newest = names
    .filter((name) => Step.safeParse(name).success)
    .toSorted()
    .at(-1)
  if (newest === undefined) throw noRelease(root)
  return newest
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
