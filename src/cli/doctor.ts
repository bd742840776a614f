import { existsSync } from 'node:fs'
import { stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { styleText } from 'node:util'
import { Command } from 'commander'
import type { Config } from '../config/config.ts'
import { examineDatabases, examineSpace } from '../newsroom/examine.ts'
import type { Finding } from '../newsroom/finding.ts'
import { OnrecordError } from '../errors.ts'
import { inboxIn, setAsideIn } from '../press/report-inbox.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import type { ReportExit } from './command-line.ts'
import { type Printing, tell, tellJson } from './terminal.ts'

/** Looks the installation over: what is sound, what is not, and what to do about it. */
export function doctorCommand(app: Application, done: ReportExit): Command {
  return new Command('doctor')
    .description('look the installation over; changes nothing')
    .option('--json', 'print the findings as JSON', false)
    .action(async (printing: Printing) => {
      const config = app.config()
      const findings = [...(await examineFolder(config)), ...examineSettings(config), ...(await examineHouse(app))]
      for (const finding of findings) tell(printing, ...lineOf(finding))
      const faults = findings.filter(({ level }) => level === 'fault').length
      tell(printing, '', faults === 0 ? 'Nothing stands in the way.' : `${faults} to mend.`)
      tellJson(printing, findings)
      if (faults > 0) done(1)
    })
}

const SIGN = { ok: styleText('green', '✓'), note: styleText('yellow', '•'), fault: styleText('red', '✗') }

const lineOf = ({ level, what, remedy }: Finding): string[] => [
  `${SIGN[level]} ${what}`,
  ...(remedy ? [`    ${remedy}`] : []),
]

async function examineFolder({ dataFolder }: Config): Promise<Finding[]> {
  try {
    const { mode } = await stat(dataFolder)
    const { bavail, bsize } = await statfs(dataFolder)
    return [
      (mode & 0o077) === 0
        ? { level: 'ok', what: `The data folder ${dataFolder} is open to its owner alone.` }
        : {
            level: 'fault',
            what: `Others on this machine may look into the data folder ${dataFolder}.`,
            remedy: `Close it with: chmod 700 "${dataFolder}"`,
          },
      examineSpace(bavail * bsize),
      await examineSecrets(join(dataFolder, 'secrets.json')),
      ...(await examineInbox(dataFolder)),
    ]
  } catch {
    return [{ level: 'note', what: `There is no data folder at ${dataFolder} yet.`, remedy: '`npm start` makes it.' }]
  }
}

async function examineSecrets(file: string): Promise<Finding> {
  const mode = await stat(file).then(
    (found) => found.mode,
    () => null,
  )
  if (mode === null) return { level: 'note', what: 'The secrets have not been made yet; the first start makes them.' }
  return (mode & 0o077) === 0
    ? { level: 'ok', what: 'The secrets can be read by their owner alone.' }
    : {
        level: 'fault',
        what: 'Others on this machine may read the secrets.',
        remedy: `Close them with: chmod 600 "${file}"`,
      }
}

async function examineInbox(dataFolder: string): Promise<Finding[]> {
  const files = await setAsideIn(inboxIn(dataFolder))
  if (files === 0) return []
  return [
    {
      level: 'note',
      what: `${files} ${files === 1 ? 'file' : 'files'} in the inbox could not be read as a reader’s report.`,
      remedy: `Look at them in ${join(inboxIn(dataFolder), 'unreadable')}, then remove them.`,
    },
  ]
}

function examineSettings({ siteUrl, postgresUrl, webSubHub, indexNowKey }: Config): Finding[] {
  return [
    ...(siteUrl === null && (webSubHub !== null || indexNowKey !== null)
      ? [
          {
            level: 'fault' as const,
            what: 'A hub or a key for search engines is set, and nobody is told: the site has no public address.',
            remedy: 'Set ONRECORD_SITE_URL.',
          },
        ]
      : []),
    siteUrl === null
      ? {
          level: 'note',
          what: 'No public address is set, so feeds and sitemaps speak of localhost.',
          remedy: 'Before going public, set ONRECORD_SITE_URL (and ONRECORD_STUDIO_URL, if staff come in elsewhere).',
        }
      : { level: 'ok', what: `The site’s address is ${siteUrl}.` },
    {
      level: 'ok',
      what: postgresUrl === null ? 'The databases are SQLite files.' : 'The databases are on PostgreSQL.',
    },
  ]
}

async function examineHouse(app: Application): Promise<Finding[]> {
  const { dataFolder, postgresUrl } = app.config()
  // Looking must not make what it looks for.
  if (postgresUrl === null && !existsSync(join(dataFolder, 'newsroom.db'))) return []
  try {
    return await app.withNewsroom(commandLineActor(), examineDatabases)
  } catch (error) {
    if (!(error instanceof OnrecordError)) throw error
    return [{ level: 'fault', what: error.message, ...(error.remedy ? { remedy: error.remedy } : {}) }]
  }
}
