import { readGivenText } from './given-file.ts'
import { openSealed } from '../newsroom/record/open-sealed.ts'
import { sealSource } from '../newsroom/record/seal-source.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { idOfType } from './entry-id.ts'
import { faint, mention, type Printing, tell, tellJson } from './terminal.ts'

/** Seals who stands behind a source. The text comes from the standard input: arguments are seen by others and kept by shells. */
export async function seal(
  app: Application,
  text: string,
  { keepEarlier, ...printing }: Printing & { readonly keepEarlier: boolean },
): Promise<void> {
  if (process.stdin.isTTY) mention('Write who it is and how to reach them; end with Ctrl+D on a line of its own.')
  const identity = await readGivenText('-')
  await app.withNewsroom(commandLineActor(), async (newsroom) => {
    const sourceId = await idOfType(newsroom.db, 'source', text)
    const sealed = await sealSource(newsroom, { sourceId, identity, keepsEarlier: keepEarlier })
    tell(
      printing,
      `Sealed to ${sealed.keyIds.length} keys. Nobody can read it here without one of their private halves.`,
    )
    tellJson(printing, { id: sealed.id, sourceId, keyIds: sealed.keyIds })
  })
}

/** Opens what is sealed behind a source, with a private key from a file. The attempt stands in the audit. */
export async function open(
  app: Application,
  text: string,
  { keyFile, ...printing }: Printing & { readonly keyFile: string },
): Promise<void> {
  const identity = privateKeyIn(await readGivenText(keyFile))
  await app.withNewsroom(commandLineActor(), async (newsroom) => {
    const sourceId = await idOfType(newsroom.db, 'source', text)
    const opened = await openSealed(newsroom, { sourceId, identity })
    for (const { text: words, at, by } of opened) tell(printing, words, faint(`sealed ${at} by ${by}`))
    tellJson(printing, opened)
  })
}

/** The key's own line: `age-keygen` writes comments before it. */
const privateKeyIn = (file: string): string =>
  file
    .split(/\r?\n/)
    .find((line) => line.startsWith('AGE-SECRET-KEY-'))
    ?.trim() ?? ''
