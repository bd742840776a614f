import { confirm, isCancel } from '@clack/prompts'
import { OnrecordError } from '../errors.ts'
import { addSealKey } from '../newsroom/record/add-seal-key.ts'
import { makeSealKey } from '../newsroom/record/make-seal-key.ts'
import { sealKeys } from '../store/sealed.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { type Printing, strong, tell, tellJson } from './terminal.ts'

/** Adds the public half of an owner's key. */
export async function addKey(
  app: Application,
  recipient: string,
  { label, ...printing }: Printing & { readonly label: string },
): Promise<void> {
  await app.withNewsroom(commandLineActor(), async (newsroom) => {
    const key = await addSealKey(newsroom, { recipient, label })
    tell(printing, `From now on, what is sealed opens for ${key.label} too (${key.id}).`)
    tellJson(printing, key)
  })
}

export async function listKeys(app: Application, printing: Printing): Promise<void> {
  await app.withNewsroom(commandLineActor(), async ({ db }) => {
    const keys = await sealKeys(db)
    for (const { id, recipient, label, at } of keys) tell(printing, `${id}  ${recipient}  ${label}  ${at}`)
    if (keys.length === 0) tell(printing, 'No key yet: ./onrecord source key make makes one.')
    tellJson(printing, keys)
  })
}

export interface MakeOptions extends Printing {
  readonly label?: string
  readonly yes: boolean
}

/** Makes a key and shows both halves once; keeps the public half only, and only when that is wanted. */
export async function makeKey(app: Application, options: MakeOptions): Promise<void> {
  if (options.yes && options.label === undefined) {
    throw new OnrecordError('bad-input', 'The key has no label.', { remedy: 'Say whose key it is, with --label.' })
  }
  const { identity, recipient } = await makeSealKey()
  tell(
    options,
    strong('The private half. It is shown this once and kept nowhere here:'),
    identity,
    'Keep it on a drive that is with its owner and in no cloud, with a copy on paper in a safe place. Whoever has it can',
    'open every identity that was sealed to it; without it, nobody can.',
    '',
    strong('The public half:'),
    recipient,
    '',
  )
  const label = await labelToKeep(options)
  const key =
    label === null
      ? null
      : await app.withNewsroom(commandLineActor(), (newsroom) => addSealKey(newsroom, { recipient, label }))
  tell(
    options,
    key
      ? `The public half is kept: what is sealed from now on opens for ${key.label}.`
      : `Nothing was kept. To add the public half later: ./onrecord source key add ${recipient} --label "…"`,
  )
  tellJson(options, { identity, recipient, keyId: key?.id ?? null })
}

/** Under which label the public half is to be kept; null when it is not. */
async function labelToKeep({ label, yes, json }: MakeOptions): Promise<string | null> {
  if (label === undefined) return null
  if (yes) return label
  if (!process.stdin.isTTY || json) return null
  const answer = await confirm({ message: `Seal to this key from now on, as “${label}”?`, initialValue: true })
  return !isCancel(answer) && answer ? label : null
}
