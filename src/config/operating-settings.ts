import { isIP } from 'node:net'
import { z } from 'zod'

// Settings of larger installations: several processes, files in a store, caches in front, backups, and who may look in.

const list = (isRight: (item: string) => boolean, error: string) =>
  z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter((item) => item !== ''))
    .refine((items) => items.length > 0 && items.every(isRight), { error })

const plainWord = z.string().regex(/^[\x21-\x7e]{1,1000}$/, { error: 'must be one word of plain signs' })

const number = (min: number, max: number) =>
  z
    .string()
    .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max, {
      error: `must be a whole number between ${min} and ${max}`,
    })
    .transform(Number)

const BUCKET = /^s3:\/\/[a-z0-9][a-z0-9.-]{1,62}(?:\/[A-Za-z0-9_./-]{1,200})?$/

const isBareAddress = (text: string): boolean => {
  const address = /^https?:\/\//i.test(text) ? URL.parse(text) : null
  return address !== null && address.username === '' && address.password === '' && address.search === ''
}

/** A network as `10.0.0.0/8` or `fd00::/8`, one address, or `loopback`. */
function isNetwork(text: string): boolean {
  if (text === 'loopback') return true
  const [address = '', bits, ...more] = text.split('/')
  const family = isIP(address)
  if (family === 0 || more.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}

/** What the environment may say of them; part of the one list of settings. */
export const OPERATING = {
  ONRECORD_TRUSTED_PROXIES: list(isNetwork, 'must be addresses or networks such as 10.0.0.0/8, or loopback').default([
    'loopback',
  ]),
  ONRECORD_OPERATIONS_HOST: z.string().default('127.0.0.1'),
  ONRECORD_OPERATIONS_PORT: number(0, 65_535).optional(),
  ONRECORD_LOG: z.enum(['quiet', 'normal', 'chatty'], { error: 'must be quiet, normal or chatty' }).default('quiet'),
  ONRECORD_S3_ENDPOINT: z
    .string()
    .refine(isBareAddress, { error: 'must be the full address of an S3 service, without a user name or password' })
    .optional(),
  ONRECORD_S3_REGION: plainWord.default('us-east-1'),
  ONRECORD_S3_KEY_ID: plainWord.optional(),
  ONRECORD_S3_SECRET: plainWord.optional(),
  ONRECORD_MEDIA: z.string().regex(BUCKET, { error: 'must be s3://bucket or s3://bucket/prefix' }).optional(),
  ONRECORD_BACKUP_TO: z
    .string()
    .refine((text) => BUCKET.test(text) || text.startsWith('/'), {
      error: 'must be a folder by its full path, or s3://bucket/prefix',
    })
    .optional(),
  ONRECORD_BACKUP_RECIPIENTS: list(
    (item) => /^age1[a-z0-9]{30,4000}$/.test(item),
    'must be public keys that begin with age1',
  ).optional(),
  ONRECORD_BACKUP_HOUR: number(0, 23).default(2),
  ONRECORD_BACKUP_DAYS: number(1, 400).default(7),
  ONRECORD_BACKUP_WEEKS: number(0, 400).default(4),
  ONRECORD_BACKUP_MONTHS: number(0, 400).default(12),
  ONRECORD_VARNISH_URLS: list(isBareAddress, 'must be the http:// addresses of Varnish servers').optional(),
  ONRECORD_VARNISH_KEY: plainWord.optional(),
  ONRECORD_FASTLY_SERVICE: plainWord.optional(),
  ONRECORD_FASTLY_TOKEN: plainWord.optional(),
  ONRECORD_CLOUDFLARE_ZONE: plainWord.optional(),
  ONRECORD_CLOUDFLARE_TOKEN: plainWord.optional(),
  ONRECORD_CACHE_SECONDS: number(60, 31_536_000).default(86_400),
} as const

type Settings = z.infer<z.ZodObject<typeof OPERATING>>

/** A bucket of an S3 service, and under which prefix (without slashes at its ends) things lie in it. */
export interface BucketPlace {
  readonly bucket: string
  readonly prefix: string
}

export interface S3Settings {
  readonly endpoint: string
  readonly region: string
  readonly keyId: string
  readonly secret: string
}

/** Where backups go, who can open them, and how many of them stay. */
export interface BackupSettings {
  /** A folder by its full path, or a bucket. */
  readonly to: string | BucketPlace
  /** Public keys in the age format: whoever has one of the private ones can open a backup. */
  readonly recipients: readonly string[]
  /** The hour of the day, UTC, in which the server makes one by itself. */
  readonly hour: number
  readonly keep: { readonly days: number; readonly weeks: number; readonly months: number }
}

/** Caches in front of the site that are told which pages to drop. */
export interface CacheSettings {
  readonly varnish: { readonly urls: readonly string[]; readonly key: string | null } | null
  readonly fastly: { readonly service: string; readonly token: string } | null
  readonly cloudflare: { readonly zone: string; readonly token: string } | null
  /** How long they may keep a page that nobody tells them to drop. */
  readonly maxAgeSeconds: number
}

/** Part of `Config`. */
export interface OperatingConfig {
  /** Networks whose proxies are believed when they say who asks; `loopback` is this machine. */
  readonly trustedProxies: readonly string[]
  /** Where `/readyz` and `/metrics` are answered; null where nobody asked for them. */
  readonly operations: { readonly host: string; readonly port: number } | null
  readonly log: 'quiet' | 'normal' | 'chatty'
  readonly s3: S3Settings | null
  /** The bucket for pictures and releases of data; null means the data folder. */
  readonly mediaBucket: BucketPlace | null
  readonly backups: BackupSettings | null
  /** Null where nothing stands in front that keeps pages. */
  readonly caches: CacheSettings | null
}

/** The bucket that an address such as `s3://bucket/prefix` names; null for anything else. */
export const bucketPlace = (address: string): BucketPlace | null => (BUCKET.test(address) ? placeOf(address) : null)

const placeOf = (address: string): BucketPlace => {
  const [bucket = '', ...prefix] = address.slice('s3://'.length).split('/')
  return { bucket, prefix: prefix.filter((part) => part !== '').join('/') }
}

/** What belongs together and was given in part. @returns sentences that name settings and echo no value */
export function operatingFaults(given: Readonly<Record<string, string | undefined>>): string[] {
  const has = (name: string) => given[name] !== undefined
  const faults: string[] = []
  const together = (...names: string[]) => {
    if (names.some(has) && !names.every(has)) faults.push(`${names.join(' and ')} belong together`)
  }
  together('ONRECORD_S3_ENDPOINT', 'ONRECORD_S3_KEY_ID', 'ONRECORD_S3_SECRET')
  together('ONRECORD_BACKUP_TO', 'ONRECORD_BACKUP_RECIPIENTS')
  together('ONRECORD_FASTLY_SERVICE', 'ONRECORD_FASTLY_TOKEN')
  together('ONRECORD_CLOUDFLARE_ZONE', 'ONRECORD_CLOUDFLARE_TOKEN')
  for (const name of ['ONRECORD_MEDIA', 'ONRECORD_BACKUP_TO']) {
    if (given[name]?.startsWith('s3://') && !has('ONRECORD_S3_ENDPOINT')) {
      faults.push(`${name} names a bucket, so ONRECORD_S3_ENDPOINT must say where`)
    }
  }
  return faults
}

/** The settings as the house wants them. */
export const toOperating = (env: Settings): OperatingConfig => ({
  trustedProxies: env.ONRECORD_TRUSTED_PROXIES,
  operations:
    env.ONRECORD_OPERATIONS_PORT === undefined
      ? null
      : { host: env.ONRECORD_OPERATIONS_HOST, port: env.ONRECORD_OPERATIONS_PORT },
  log: env.ONRECORD_LOG,
  s3:
    env.ONRECORD_S3_ENDPOINT && env.ONRECORD_S3_KEY_ID && env.ONRECORD_S3_SECRET
      ? {
          endpoint: env.ONRECORD_S3_ENDPOINT,
          region: env.ONRECORD_S3_REGION,
          keyId: env.ONRECORD_S3_KEY_ID,
          secret: env.ONRECORD_S3_SECRET,
        }
      : null,
  mediaBucket: env.ONRECORD_MEDIA ? placeOf(env.ONRECORD_MEDIA) : null,
  backups:
    env.ONRECORD_BACKUP_TO && env.ONRECORD_BACKUP_RECIPIENTS
      ? {
          to: env.ONRECORD_BACKUP_TO.startsWith('s3://') ? placeOf(env.ONRECORD_BACKUP_TO) : env.ONRECORD_BACKUP_TO,
          recipients: env.ONRECORD_BACKUP_RECIPIENTS,
          hour: env.ONRECORD_BACKUP_HOUR,
          keep: {
            days: env.ONRECORD_BACKUP_DAYS,
            weeks: env.ONRECORD_BACKUP_WEEKS,
            months: env.ONRECORD_BACKUP_MONTHS,
          },
        }
      : null,
  caches: cachesOf(env),
})

function cachesOf(env: Settings): CacheSettings | null {
  const varnish = env.ONRECORD_VARNISH_URLS
    ? { urls: env.ONRECORD_VARNISH_URLS, key: env.ONRECORD_VARNISH_KEY ?? null }
    : null
  const fastly =
    env.ONRECORD_FASTLY_SERVICE && env.ONRECORD_FASTLY_TOKEN
      ? { service: env.ONRECORD_FASTLY_SERVICE, token: env.ONRECORD_FASTLY_TOKEN }
      : null
  const cloudflare =
    env.ONRECORD_CLOUDFLARE_ZONE && env.ONRECORD_CLOUDFLARE_TOKEN
      ? { zone: env.ONRECORD_CLOUDFLARE_ZONE, token: env.ONRECORD_CLOUDFLARE_TOKEN }
      : null
  if (!varnish && !fastly && !cloudflare) return null
  return { varnish, fastly, cloudflare, maxAgeSeconds: env.ONRECORD_CACHE_SECONDS }
}
