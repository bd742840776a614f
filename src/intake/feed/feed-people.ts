import { type Field, fieldsIn, textOf } from './feed-field.ts'
import { oneLine, wordsOf } from '../plain-text.ts'

/** Names as written; "mail@example.org (Name)" is a name, a bare mail address is none. */
export function authorsOf(fields: readonly Field[]): string[] {
  const creators = namesIn(fields.filter(({ name }) => /^(?:dc:creator|author|dc:author)$/.test(name)))
  return creators.length > 0 ? creators : namesIn(fields.filter(({ name }) => name === 'itunes:author'))
}

/** Those who helped, by Atom's and Dublin Core's word. */
export const contributorsOf = (fields: readonly Field[]): string[] =>
  namesIn(fields.filter(({ name }) => /^(?:dc:)?contributor$/.test(name)))

function namesIn(people: readonly Field[]): string[] {
  const names = people.map((person) => {
    const inner = fieldsIn(person)
    return personName(textOf(inner, 'name') || (inner.length > 0 ? '' : wordsOf(person.element)))
  })
  return [...new Set(names.filter((name) => name !== ''))]
}

const MAIL = /^\S+@\S+$/

/** "mail@example.org (Name)", "Name (mail@example.org)", "Name <mail@example.org>", "mail@example.org, Name". */
function personName(written: string): string {
  const line = oneLine(written)
  const inBrackets = /^[^\s@]+@[^\s@(]+\s*\((.+)\)$/.exec(line)?.[1]
  const before = /^(.+?)\s*[<([]\s*(?:mailto:)?[^\s@<>()[\]]+@[^\s@<>()[\]]+\s*[>)\]]$/.exec(line)?.[1]
  const name = oneLine(inBrackets ?? before ?? line).replace(/^["“](.+)["”]$/, '$1')
  return MAIL.test(name) || /^(?:nobody|unknown|noreply|no-reply)@/i.test(name) ? '' : name
}
