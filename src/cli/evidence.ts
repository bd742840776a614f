import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Command } from 'commander'
import { publicLogHead } from '../edition/evidence-log.ts'
import { exportEvidence } from '../newsroom/evidence/export-evidence.ts'
import { readNewspaper } from '../store/house.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { faint, JSON_FLAG, type Printing, strong, tell, tellJson } from './terminal.ts'

/** Proof of what readers have had, and since when. */
export function evidenceCommand(app: Application): Command {
  const evidence = new Command('evidence').description('proof of what readers have had, and since when')
  evidence
    .command('head')
    .description('the hash that pins everything readers have had so far: note it, or have it time-stamped')
    .option(...JSON_FLAG)
    .action((printing: Printing) => tellHead(app, printing))
  evidence
    .command('export <id> <folder>')
    .description('write what proves when readers first had a story or an entry of the record, and what it said')
    .option(...JSON_FLAG)
    .action((id: string, folder: string, printing: Printing) => exportProof(app, { id, folder }, printing))
  return evidence
}

async function tellHead(app: Application, printing: Printing): Promise<void> {
  const head = await app.withNewsroom(commandLineActor(), ({ edition }) => publicLogHead(edition))
  if (head.number === 0) tell(printing, 'Nothing has been published yet.')
  else tell(printing, strong(head.hash), faint(`line ${head.number}, ${head.at}`))
  tellJson(printing, head)
}

async function exportProof(
  app: Application,
  { id, folder }: { readonly id: string; readonly folder: string },
  printing: Printing,
): Promise<void> {
  const { siteUrl, port } = app.config()
  const verifier = await readFile(app.verifierFile)
  const made = await app.withNewsroom(commandLineActor(), async ({ db, edition }) =>
    exportEvidence(edition, {
      subject: id,
      folder: resolve(folder),
      paper: (await readNewspaper(db))?.name ?? 'this paper',
      siteUrl: siteUrl ?? `http://localhost:${port}`,
      verifier,
    }),
  )
  tell(
    printing,
    `Readers first had it on ${strong(made.firstAt)}; ${made.lines} of ${made.ofAll} lines are about it.`,
    faint(`${made.folder}: begin with README.txt`),
  )
  tellJson(printing, made)
}
