import type { Config } from '../../config/config.ts'
import type { Finding } from '../../newsroom/finding.ts'
import type { Certificate } from '../../outbound/look-from-outside.ts'
import type { Instant } from '../../time.ts'

/** How the world is looked at: handed in, so that a test can be the world. */
export interface Outside {
  readonly addressesOf: (host: string) => Promise<readonly string[]>
  readonly certificateOf: (host: string, port: number) => Promise<Certificate>
  /** Greets the mail server and shows who we are; null when it let us in, else why not. */
  readonly mailFault: (() => Promise<string | null>) | null
}

/** What readers and staff meet before they meet us: names, certificates, and the mail server. */
export async function examineOutside(
  { siteUrl, studioUrl }: Pick<Config, 'siteUrl' | 'studioUrl'>,
  outside: Outside,
  now: Instant,
): Promise<Finding[]> {
  const urls = [...new Set([siteUrl, studioUrl].filter((url) => url !== null))]
  const findings: Finding[] = []
  for (const url of urls) findings.push(...(await examineAddress(new URL(url), outside, now)))
  return [...findings, ...(await examineMail(outside))]
}

async function examineAddress(url: URL, { addressesOf, certificateOf }: Outside, now: Instant): Promise<Finding[]> {
  const host = url.hostname
  const addresses = await addressesOf(host)
  if (addresses.length === 0) {
    return [
      {
        level: 'fault',
        what: `The name ${host} leads nowhere.`,
        remedy: 'Add an A and an AAAA record for it where the domain is kept; it takes up to a day until all know.',
      },
    ]
  }
  const named: Finding = { level: 'ok', what: `The name ${host} leads to ${addresses.join(', ')}.` }
  if (url.protocol === 'http:') {
    return isHere(host) ? [named] : [named, PLAIN(host)]
  }
  return [named, certificate(host, await certificateOf(host, Number(url.port || 443)), now)]
}

const isHere = (host: string): boolean => host === 'localhost' || host.endsWith('.localhost') || host.startsWith('127.')

const PLAIN = (host: string): Finding => ({
  level: 'fault',
  what: `${host} is reached without encryption: whoever stands in between sees what is read, and can change it.`,
  remedy: 'Put a proxy with TLS in front, and set the address with https://.',
})

const DAY_MS = 24 * 3_600_000

/** Those who renew by themselves do so a month before; two weeks before the end something is the matter. */
const SOON_DAYS = 14

function certificate(host: string, found: Certificate, now: Instant): Finding {
  if (found.kind === 'faulty') {
    return {
      level: 'fault',
      what: `${host} cannot be reached safely: ${found.why}.`,
      remedy: 'Look at the proxy in front and at its certificate.',
    }
  }
  const days = Math.floor((found.until.getTime() - Date.parse(now)) / DAY_MS)
  return days > SOON_DAYS
    ? { level: 'ok', what: `The certificate of ${host} is good for ${days} more days.` }
    : {
        level: days > 0 ? 'note' : 'fault',
        what: `The certificate of ${host} ends in ${days} days, and nobody has renewed it.`,
        remedy: 'Look into the log of the proxy in front: it renews certificates a month before they end.',
      }
}

async function examineMail({ mailFault }: Outside): Promise<Finding[]> {
  if (mailFault === null) return []
  const why = await mailFault()
  return [
    why === null
      ? { level: 'ok', what: 'The mail server lets us in.' }
      : { level: 'fault', what: `Mail cannot be sent: ${why}.`, remedy: 'Look at ONRECORD_MAIL_URL.' },
  ]
}
