import { Command } from 'commander'
import type { LogCheck, LogFault } from '../evidence/check-log.ts'
import { isSound, type NewsroomCheck, verifyNewsroom } from '../newsroom/evidence/verify-newsroom.ts'
import { verifyFile } from '../newsroom/evidence/verify-file.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import type { ReportExit } from './command-line.ts'
import { EXIT_CODE } from './exit-codes.ts'
import { givenHead } from './given-head.ts'
import { faint, type Printing, strong, tell, tellJson } from './terminal.ts'

interface VerifyOptions extends Printing {
  readonly head?: string
  readonly partial: boolean
}

/** Has anything been changed that readers had? Of this newsroom, or of a file that anybody downloaded. */
export function verifyCommand(app: Application, done: ReportExit): Command {
  return new Command('verify')
    .description('check that nothing which readers had was changed, taken out or put in unnoticed')
    .argument('[file]', 'a downloaded evidence.jsonl or edition.db; without it, this newsroom')
    .option('--head <hash>', 'a hash that somebody noted earlier: it has to be part of this past')
    .option('--partial', 'texts are left out on purpose, as in a proof about one story', false)
    .option('--json', 'print the result as JSON', false)
    .action(async (file: string | undefined, { head, partial: isPartial, ...printing }: VerifyOptions) => {
      const noted = givenHead(head)
      const isFine =
        file === undefined
          ? await verifyOwn(app, noted, printing)
          : await verifyGiven(file, { noted, isPartial }, printing)
      if (!isFine) done(EXIT_CODE.damaged)
    })
}

async function verifyGiven(
  file: string,
  how: { readonly noted: string | null; readonly isPartial: boolean },
  printing: Printing,
): Promise<boolean> {
  const check = await verifyFile(file, how)
  tell(printing, ...linesOf(check))
  tellJson(printing, check)
  return check.faults.length === 0
}

async function verifyOwn(app: Application, noted: string | null, printing: Printing): Promise<boolean> {
  const check = await app.withNewsroom(commandLineActor(), (newsroom) => verifyNewsroom(newsroom, noted))
  tell(printing, ...linesOf(check.edition), ...ownFaults(check))
  tellJson(printing, check)
  return isSound(check)
}

function linesOf({ lines, texts, head, faults }: LogCheck): string[] {
  if (faults.length > 0) return [strong('This is not what readers had:'), ...faults.map(lineOf)]
  if (lines === 0) return ['Nothing has been published yet, so there is nothing to check.']
  return [
    `${lines} lines, each following from the one before it; ${texts} texts, each the one that was published.`,
    faint('The hash of the last line, which pins all of them:'),
    `  ${head}`,
  ]
}

const lineOf = ({ what }: LogFault): string => `  ${what}`

function ownFaults({ differsAt, brokenRevision, brokenSeal }: NewsroomCheck): string[] {
  const faults: string[] = []
  if (differsAt !== null) faults.push(`The newsroom’s own log says something else from line ${differsAt} on.`)
  if (brokenRevision !== null) {
    faults.push(`Revision ${brokenRevision} of the record is missing, or not the one that was recorded.`)
  }
  if (brokenSeal !== null) faults.push(`The audit was changed at line ${brokenSeal}, or its key is another.`)
  return faults
}
