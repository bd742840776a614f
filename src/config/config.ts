import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { z } from 'zod'
import { OnrecordError } from '../errors.ts'
import { OPERATING, type OperatingConfig, operatingFaults, toOperating } from './operating-settings.ts'

// Each check carries its own message: the defaults may echo the value, and some values are secrets.
const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max, {
      error: `must be a whole number between ${min} and ${max}`,
    })
    .transform(Number)

const webAddress = z.string().transform((text, context) => {
  const address = /^https?:\/\//i.test(text) ? URL.parse(text) : null
  if (!address) context.addIssue('must be a full web address, such as https://example.org')
  else if (address.pathname !== '/' || address.search !== '') context.addIssue('must have no path behind the host name')
  else if (address.username !== '' || address.password !== '') context.addIssue('must have no user name or password')
  return address?.origin ?? z.NEVER
})

const hubAddress = z
  .string()
  .refine((text) => /^https:\/\//i.test(text) && isBareAddress(text), {
    error: 'must be the full https:// address of a WebSub hub, without a user name or password',
  })
  .transform((text) => new URL(text).href)

function isBareAddress(text: string): boolean {
  const address = URL.parse(text)
  return address !== null && address.username === '' && address.password === '' && address.hash === ''
}

const mailServer = z.string().refine(
  (text) => {
    const address = /^smtps?:\/\//i.test(text) ? URL.parse(text) : null
    return address !== null && address.hostname !== '' && address.search === ''
  },
  { error: 'must be smtp://user:password@host:port, or smtps://' },
)

const onOrOff = z.enum(['on', 'off'], { error: 'must be on or off' })

const Env = z.object({
  ...OPERATING,
  ONRECORD_PORT: wholeNumber(0, 65_535).default(4700),
  ONRECORD_HOST: z.string().default('127.0.0.1'),
  ONRECORD_DATA: z.string().default('data'),
  ONRECORD_DATABASE: z
    .string()
    .regex(/^postgres(ql)?:\/\//, { error: 'must be a postgres:// address; leave it out for SQLite' })
    .optional(),
  ONRECORD_SITE_URL: webAddress.optional(),
  ONRECORD_STUDIO_URL: webAddress.optional(),
  /** In megabytes. */
  ONRECORD_PAGE_MEMORY_MB: wholeNumber(8, 65_536).default(128),
  ONRECORD_COUNT_READS: onOrOff.default('on'),
  ONRECORD_WEBSUB_HUB: hubAddress.optional(),
  ONRECORD_MAIL_URL: mailServer.optional(),
  ONRECORD_MAIL_FROM: z
    .string()
    .regex(/^[^\n\r<>]*<?[^\s@<>]+@[^\s@<>]+>?$/, { error: 'must be a mail address, such as Desk <desk@example.org>' })
    .optional(),
  ONRECORD_DESK_PROVIDER_URL: z
    .string()
    .refine((text) => /^https?:\/\//i.test(text) && isBareAddress(text), {
      error: 'must be the full https:// address at which the model answers, without a user name or password',
    })
    .optional(),
  ONRECORD_DESK_PROVIDER_KEY: z
    .string()
    .regex(/^[\x21-\x7e]{1,1000}$/, { error: 'must be one word of plain signs' })
    .optional(),
  ONRECORD_DESK_PROVIDER_SECONDS: wholeNumber(1, 600).default(60),
  ONRECORD_DESK_PROVIDER_PRIVATE: onOrOff.default('off'),
  ONRECORD_DESK_PROVIDER_NAMES: onOrOff.default('off'),
  ONRECORD_INDEXNOW_KEY: z
    .string()
    .regex(/^[0-9a-f]{8}[0-9a-f-]{0,120}$/, {
      error: 'must be 8 to 128 characters out of 0 to 9, a to f and -, beginning with eight digits or letters',
    })
    .optional(),
})

/** Settings for one running newsroom: read once, and passed down. */
export interface Config extends OperatingConfig {
  /** 0 lets the system choose a free one. */
  readonly port: number
  readonly host: string
  /** The data folder, as a full path. */
  readonly dataFolder: string
  /** The PostgreSQL server; null means SQLite in the data folder. */
  readonly postgresUrl: string | null
  /** Where readers find the site, without a slash at the end; null until the operator has chosen. */
  readonly siteUrl: string | null
  /** Where staff find the studio; null means under the site's address. */
  readonly studioUrl: string | null
  /** How much memory kept pages may take, in bytes. */
  readonly pageBytes: number
  /** Are reads of pages counted by day? Never who read them. */
  readonly countsReads: boolean
  /** The hub that is told when a feed changes, and that the feeds name; null where there is none. */
  readonly webSubHub: string | null
  /** The key under which search engines are told of changed addresses; null where they are not. */
  readonly indexNowKey: string | null
  /** The mail server that sends invitations; null where none is set, and links are handed over. */
  readonly mail: { readonly url: string; readonly from: string } | null
  /** The newsroom's own language model, for the desk; null where there is none, and nothing is sent. */
  readonly deskModel: DeskModelSettings | null
}

/** Where a language model answers, and what it may be told. */
export interface DeskModelSettings {
  readonly url: string
  readonly key: string | null
  readonly timeoutMs: number
  /** May it stand on this machine or in its network? */
  readonly isPrivate: boolean
  /** May it be told names of the record? */
  readonly hearsNames: boolean
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads the settings: from the environment, then from `onrecord.env` in the data folder where that exists.
 * A setting `NAME_FILE` names a file that holds the value of `NAME`, for secrets.
 *
 * @param home where the data folder is when nothing names one
 * @param workingFolder what relative paths in settings are relative to
 * @throws OnrecordError `bad-config`, naming every wrong setting at once and echoing no value
 */
export function loadConfig(
  env: Environment,
  { home, workingFolder: folder }: { home: string; workingFolder: string },
): Config {
  const named = env['ONRECORD_DATA']
  const dataFolder = named ? resolve(folder, named) : join(home, 'data')
  const faults: string[] = []
  const { ONRECORD_DATA: moved, ...fromFile } = readSettingsFile(dataFolder)
  if (moved !== undefined) faults.push('ONRECORD_DATA cannot be set in onrecord.env, which lies in the data folder')
  const settings = given(withFiles({ ...fromFile, ...given(env) }, folder, faults))
  const parsed = Env.safeParse(settings)
  if (!parsed.success) faults.push(...parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`))
  const unknown = Object.keys(settings).filter((name) => !(name in Env.shape))
  faults.push(...unknown.map((name) => `${name} is not a setting of Onrecord`))
  if ((settings['ONRECORD_MAIL_URL'] === undefined) !== (settings['ONRECORD_MAIL_FROM'] === undefined)) {
    faults.push('ONRECORD_MAIL_URL and ONRECORD_MAIL_FROM belong together')
  }
  faults.push(...modelFaults(settings), ...operatingFaults(settings))
  if (!parsed.success || faults.length > 0) {
    throw new OnrecordError('bad-config', `Cannot start: ${faults.join('; ')}.`, {
      remedy: 'Every setting is listed in docs/operate/configuration.md.',
    })
  }
  return toConfig(parsed.data, dataFolder)
}

const toConfig = (env: z.infer<typeof Env>, dataFolder: string): Config => ({
  ...toOperating(env),
  port: env.ONRECORD_PORT,
  host: env.ONRECORD_HOST,
  dataFolder,
  postgresUrl: env.ONRECORD_DATABASE ?? null,
  siteUrl: env.ONRECORD_SITE_URL ?? null,
  studioUrl: env.ONRECORD_STUDIO_URL ?? null,
  pageBytes: env.ONRECORD_PAGE_MEMORY_MB * 1024 * 1024,
  countsReads: env.ONRECORD_COUNT_READS === 'on',
  webSubHub: env.ONRECORD_WEBSUB_HUB ?? null,
  indexNowKey: env.ONRECORD_INDEXNOW_KEY ?? null,
  mail:
    env.ONRECORD_MAIL_URL && env.ONRECORD_MAIL_FROM
      ? { url: env.ONRECORD_MAIL_URL, from: env.ONRECORD_MAIL_FROM }
      : null,
  deskModel: env.ONRECORD_DESK_PROVIDER_URL
    ? {
        url: env.ONRECORD_DESK_PROVIDER_URL,
        key: env.ONRECORD_DESK_PROVIDER_KEY ?? null,
        timeoutMs: env.ONRECORD_DESK_PROVIDER_SECONDS * 1_000,
        isPrivate: env.ONRECORD_DESK_PROVIDER_PRIVATE === 'on',
        hearsNames: env.ONRECORD_DESK_PROVIDER_NAMES === 'on',
      }
    : null,
})

/** Texts that nobody has published yet leave the machine encrypted, or do not leave the newsroom's own network. */
function modelFaults(settings: Environment): string[] {
  const url = settings['ONRECORD_DESK_PROVIDER_URL']
  if (url === undefined) {
    return settings['ONRECORD_DESK_PROVIDER_KEY'] === undefined
      ? []
      : ['ONRECORD_DESK_PROVIDER_KEY is of no use without ONRECORD_DESK_PROVIDER_URL']
  }
  return /^http:/i.test(url) && settings['ONRECORD_DESK_PROVIDER_PRIVATE'] !== 'on'
    ? ['ONRECORD_DESK_PROVIDER_URL must begin with https://, unless ONRECORD_DESK_PROVIDER_PRIVATE is on']
    : []
}

/** Our own settings only, and only those that say something. */
const given = (env: Environment): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      name.startsWith('ONRECORD_') && value !== undefined && value !== '' ? [[name, value] as const] : [],
    ),
  )

function readSettingsFile(dataFolder: string): Record<string, string> {
  try {
    return given(parseEnv(readFileSync(join(dataFolder, 'onrecord.env'), 'utf8')))
  } catch {
    // No such file, or none that we may read: the environment says it all.
    return {}
  }
}

/** Puts the content of a file in place of each setting that ends in `_FILE`. */
function withFiles(settings: Record<string, string>, folder: string, faults: string[]): Record<string, string> {
  const entries = Object.entries(settings).flatMap(([name, value]) => {
    if (!name.endsWith('_FILE')) return [[name, value] as const]
    try {
      return [[name.slice(0, -'_FILE'.length), readFileSync(resolve(folder, value), 'utf8').trim()] as const]
    } catch {
      faults.push(`${name} names a file that cannot be read`)
      return []
    }
  })
  return Object.fromEntries(entries)
}
