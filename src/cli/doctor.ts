import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import type { Config } from '../config/config.ts'
import { OnrecordError } from '../errors.ts'
import { examineDatabases } from '../newsroom/examine.ts'
import type { Finding } from '../newsroom/finding.ts'
import { examineBackups } from '../upkeep/backups/examine-backups.ts'
import { examineClock } from '../upkeep/doctor/examine-clock.ts'
import { examineFolder } from '../upkeep/doctor/examine-folder.ts'
import { examineOutside } from '../upkeep/doctor/examine-outside.ts'
import { examinePictures } from '../upkeep/doctor/examine-pictures.ts'
import { examineQueues } from '../upkeep/doctor/examine-queues.ts'
import type { Mendable } from '../upkeep/doctor/mendable.ts'
import { instantOf } from '../time.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import type { ReportExit } from './command-line.ts'
import { EXIT_WITH_FINDINGS } from './exit-codes.ts'
import { findingLine } from './finding-line.ts'
import { type Printing, tell, tellJson } from './terminal.ts'

interface DoctorOptions extends Printing {
  readonly fix: boolean
  readonly offline: boolean
}

/** Looks the installation over: what is sound, what is not, and what to do about it. */
export function doctorCommand(app: Application, done: ReportExit): Command {
  return new Command('doctor')
    .description('look the installation over: what is sound, what is not, and what to do about it')
    .option('--fix', 'mend what can be mended without losing anything', false)
    .option('--offline', 'ask no other machine: no name server, no certificate, no mail server', false)
    .option('--json', 'print the findings as JSON', false)
    .action(async ({ fix, offline, ...printing }: DoctorOptions) => {
      const findings = await examine(app, { offline })
      const told = fix ? await mended(findings) : findings
      for (const finding of told) tell(printing, ...findingLine(finding))
      const faults = told.filter(({ level }) => level === 'fault').length
      const isMendable = !fix && findings.some(({ mend }) => mend)
      tell(printing, '', faults === 0 ? 'Nothing stands in the way.' : `${faults} to mend.`)
      if (isMendable) tell(printing, 'Some of it `./onrecord doctor --fix` does by itself.')
      tellJson(printing, told.map(toJson))
      if (faults > 0) done(EXIT_WITH_FINDINGS)
    })
}

const toJson = ({ level, what, remedy }: Finding) => ({ level, what, ...(remedy === undefined ? {} : { remedy }) })

/** Everything that can be mended is; what could not be stays as it was found. */
async function mended(findings: readonly Mendable[]): Promise<Finding[]> {
  const told: Finding[] = []
  for (const finding of findings) {
    const done = await finding.mend?.().catch(() => null)
    told.push(done ? { level: 'ok', what: `Mended: ${done}` } : finding)
  }
  return told
}

async function examine(app: Application, { offline }: { readonly offline: boolean }): Promise<Mendable[]> {
  const config = app.config()
  return [
    examineRuntime(),
    ...(await examineFolder(config.dataFolder)),
    ...examineSettings(config),
    ...(await examineHouse(app)),
    ...(offline ? [] : await examineWorld(config)),
  ]
}

const OLDEST_NODE = 24

function examineRuntime(): Finding {
  const major = Number(process.versions.node.split('.')[0])
  return major >= OLDEST_NODE
    ? { level: 'ok', what: `It runs on Node ${process.versions.node}.` }
    : {
        level: 'fault',
        what: `It runs on Node ${process.versions.node}, and needs ${OLDEST_NODE} or later.`,
        remedy: 'Start it by ./onrecord, which brings its own.',
      }
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

async function examineHouse(app: Application): Promise<Mendable[]> {
  const config = app.config()
  const { dataFolder, postgresUrl, mediaBucket } = config
  // Looking must not make what it looks for.
  if (postgresUrl === null && !existsSync(join(dataFolder, 'newsroom.db'))) return []
  try {
    return await app.withNewsroom(commandLineActor(), async (newsroom, addresses) => {
      const { db, now } = newsroom
      return [
        ...(await examineDatabases(newsroom, addresses)),
        ...(await examineClock(db, now())),
        ...(await examineQueues(db, now())),
        ...(await examineBackups(newsroom, config, now())),
        // Whether a bucket has every file, its own service knows better.
        ...(mediaBucket === null ? await examinePictures(db, dataFolder) : []),
      ]
    })
  } catch (error) {
    if (!(error instanceof OnrecordError)) throw error
    return [{ level: 'fault', what: error.message, ...(error.remedy ? { remedy: error.remedy } : {}) }]
  }
}

/** Loaded by whoever looks outside: every other command starts without it. */
async function examineWorld(config: Config): Promise<Finding[]> {
  const { addressesOf, certificateOf } = await import('../outbound/look-from-outside.ts')
  const { mail } = config
  const mailFault = mail && (async () => (await import('../outbound/mail.ts')).mailFault(mail))
  return examineOutside(config, { addressesOf, certificateOf, mailFault }, instantOf(new Date()))
}
