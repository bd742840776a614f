import type { WireItem } from './wire-item.ts'
import { oneLine } from '../plain-text.ts'

const quoted = (text: string): string => {
  const line = oneLine(text)
  return `“${line.length > 300 ? `${line.slice(0, 300)}…` : line}”`
}

/** What the agency tells the desk, in a sentence or two: its note, whose text it is and on what terms it may be used. */
export function deskNote({ desk, agencies }: WireItem): string[] {
  const [agency] = agencies
  const said = [
    agency === undefined ? '' : `from ${agency}`,
    desk.urgency.trim() === '' ? '' : `urgency ${desk.urgency.trim()}`,
    desk.slugline.trim() === '' ? '' : `slugline ${quoted(desk.slugline)}`,
    desk.copyright.trim() === '' ? '' : `copyright ${quoted(desk.copyright)}`,
    desk.usageTerms.trim() === '' ? '' : `terms of use ${quoted(desk.usageTerms)}`,
  ].filter((part) => part !== '')
  return [
    ...(desk.editorsNote.trim() === '' ? [] : [`The agency's note to editors: ${quoted(desk.editorsNote)}.`]),
    ...(said.length === 0 ? [] : [`The agency sent with it: ${said.join('; ')}.`]),
  ]
}
