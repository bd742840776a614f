import { OnrecordError } from '../errors.ts'
import { writeNewspaper } from '../store/house.ts'
import type { Profile } from '../story/section.ts'
import { type Outcome, perform } from './act.ts'
import type { Newsroom } from './newsroom.ts'
import { isOnionAddress } from './onion-address.ts'
import { theNewspaper } from './story-path.ts'

/** What the paper may say of itself, by the words of the command line. The signed list of mirrors has its own verb. */
export const PROFILE_FIELDS = {
  'legal-name': 'legalName',
  founded: 'founded',
  'contact-email': 'contactEmail',
  'security-contact': 'securityContact',
  signal: 'signal',
  'secure-drop': 'secureDrop',
  links: 'links',
  memberships: 'memberships',
  'ads-txt': 'adsTxt',
} as const satisfies Readonly<Record<string, Exclude<keyof Profile, 'mirrors'>>>

export type ProfileField = keyof typeof PROFILE_FIELDS

/**
 * Sets one thing that the paper says of itself; no value says nothing. Lists take several values.
 *
 * @throws OnrecordError `bad-input` for a value that is not what its field holds
 */
export const changeProfile = (
  newsroom: Newsroom,
  field: ProfileField,
  values: readonly string[],
): Promise<Outcome<Profile>> =>
  perform(newsroom, 'change-profile', async (tx, now) => {
    const newspaper = await theNewspaper(tx)
    const given = values.map((value) => value.trim()).filter((value) => value !== '')
    const profile = { ...newspaper.profile, ...changeOf(field, given, Number(now.slice(0, 4))) }
    await writeNewspaper(tx, { ...newspaper, profile })
    return { result: profile, subject: null, detail: { field, values: given.length }, changes: [{ kind: 'house' }] }
  })

const LISTS = new Set<string>(['links', 'memberships', 'ads-txt'] satisfies ProfileField[])

function changeOf(field: ProfileField, given: readonly string[], thisYear: number): Partial<Profile> {
  const texts = given.map((value) => checked(field, value, thisYear))
  if (LISTS.has(field)) return { [PROFILE_FIELDS[field]]: texts }
  const [text = null, ...more] = texts
  if (more.length > 0) throw new OnrecordError('bad-input', `“${field}” holds one value.`)
  if (field === 'founded') return { founded: text === null ? null : Number(text) }
  return { [PROFILE_FIELDS[field]]: text }
}

function checked(field: ProfileField, value: string, thisYear: number): string {
  const { is, must } = RULES[field]
  const text = field === 'secure-drop' ? value.replace(/^http:\/\//, '').replace(/\/$/, '') : value
  if (text.length <= 300 && !hasControl(text) && is(text, thisYear)) return text
  throw new OnrecordError('bad-input', `“${value}” is nothing for “${field}”.`, { remedy: `It must be ${must}.` })
}

interface Rule {
  readonly is: (value: string, thisYear: number) => boolean
  readonly must: string
}

const isEmail = (value: string): boolean => /^[^\s@<>"]+@[^\s@<>"]+\.[a-z]{2,}$/i.test(value)
const isHttps = (value: string): boolean => URL.parse(value)?.protocol === 'https:' && !/\s/.test(value)
const isMailto = (value: string): boolean => value.startsWith('mailto:') && isEmail(value.slice('mailto:'.length))
const hasControl = (value: string): boolean => /\p{Cc}/u.test(value)

/** Signal user names: letters, digits and low lines, a point, and two digits or more. */
const isSignal = (value: string): boolean =>
  /^[a-z_][a-z0-9_]{2,31}\.\d{2,9}$/i.test(value) || value.startsWith('https://signal.me/#')

const HTTPS: Rule = { is: isHttps, must: 'a whole address that begins with https://' }

const RULES: Readonly<Record<ProfileField, Rule>> = {
  'legal-name': { is: () => true, must: 'the name under which the paper can be sued, in at most 300 letters' },
  founded: {
    is: (value, thisYear) => /^\d{4}$/.test(value) && Number(value) >= 1600 && Number(value) <= thisYear,
    must: 'the year in which the paper was founded, as in 2019',
  },
  'contact-email': { is: isEmail, must: 'an e-mail address' },
  'security-contact': {
    is: (value) => isMailto(value) || isHttps(value),
    must: 'an address that begins with mailto: or https:// (RFC 9116)',
  },
  signal: {
    is: isSignal,
    must: 'a Signal user name such as newsroom.27, or a link that begins with https://signal.me/#',
  },
  'secure-drop': {
    is: isOnionAddress,
    must: 'an .onion address of version 3, with its 56 letters and digits exactly as SecureDrop gives them',
  },
  links: HTTPS,
  memberships: HTTPS,
  'ads-txt': {
    is: (value) => /^[^,#]+,[^,#]+,\s*(?:direct|reseller)\b/i.test(value) || /^[a-z]+=\S/i.test(value),
    must: 'a line of ads.txt (IAB), such as “example.com, 1234, DIRECT” or “contact=ads@example.org”',
  },
}
