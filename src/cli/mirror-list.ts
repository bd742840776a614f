import { readMirrorKey } from '../config/mirror-key.ts'
import { addMirror, type ListSigner, removeMirror, signMirrors } from '../newsroom/mirrors.ts'
import type { Outcome } from '../newsroom/act.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import { readNewspaper } from '../store/house.ts'
import type { SignedMirrors } from '../story/section.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { faint, type Printing, strong, tell, tellJson } from './terminal.ts'

export const add = (app: Application, address: string, printing: Printing): Promise<void> =>
  change(app, printing, (newsroom, signer) => addMirror(newsroom, address, signer))

export const remove = (app: Application, address: string, printing: Printing): Promise<void> =>
  change(app, printing, (newsroom, signer) => removeMirror(newsroom, address, signer))

export const sign = (app: Application, printing: Printing): Promise<void> => change(app, printing, signMirrors)

/** The list as readers have it. The key is not read, and not made, for that. */
export async function list(app: Application, printing: Printing): Promise<void> {
  await app.withNewsroom(commandLineActor(), async ({ db }) => {
    show((await readNewspaper(db))?.profile.mirrors ?? null, printing)
  })
}

type Verb = (newsroom: Newsroom, signer: ListSigner) => Promise<Outcome<SignedMirrors | null>>

async function change(app: Application, printing: Printing, verb: Verb): Promise<void> {
  await app.withNewsroom(commandLineActor(), async (newsroom) => {
    const signer = await readMirrorKey(app.config().dataFolder)
    const { result } = await verb(newsroom, signer)
    show(result, printing)
  })
}

function show(mirrors: SignedMirrors | null, printing: Printing): void {
  if (mirrors === null) tell(printing, 'There is no mirror. Add one: ./onrecord mirror add https://…')
  else {
    tell(printing, ...mirrors.addresses.map(strong), faint(`Signed ${mirrors.issuedAt} with ${mirrors.publicKey}`))
  }
  tellJson(printing, mirrors)
}
