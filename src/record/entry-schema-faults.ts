import type { z } from 'zod'
import type { EntryType } from './entry.ts'
import type { FieldFault } from './entry-schema-fields.ts'
import { VAGUE_TERMS } from './entry-schema-parts.ts'

const TYPE_WORDS: Readonly<Record<EntryType, string>> = {
  place: 'place',
  actor: 'actor',
  event: 'event',
  'victim-group': 'group of victims',
  source: 'source',
  document: 'document',
  claim: 'claim',
  appearance: 'appearance',
  evidence: 'evidence',
  assessment: 'assessment',
}

/** The first fault of an entry as a sentence with its place, and what to do about it. */
export function faultInWords(type: EntryType, issue: z.core.$ZodIssue, json: unknown): FieldFault {
  const value = valueAt(json, issue.path)
  const { message, remedy } = isFigureItself(issue) ? figureFault(value) : faultOf(issue, value, TYPE_WORDS[type])
  const where = issue.path.length === 0 ? '' : `, ${issue.path.join('.')}`
  const fault = message.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase()).replace(/\.$/, '')
  return { message: `The ${TYPE_WORDS[type]} cannot be recorded${where}: ${fault}.`, remedy }
}

/** Is it the figure, its kind, its word or its number that nobody can read, rather than too small or the like? */
function isFigureItself({ code, path }: z.core.$ZodIssue): boolean {
  const at = path.lastIndexOf('figure')
  if (at < 0 || !['invalid_type', 'invalid_value', 'invalid_union'].includes(code)) return false
  return at === path.length - 1 || ['kind', 'n', 'lo', 'hi', 'term'].includes(String(path[at + 1]))
}

const FIGURE_REMEDY = [
  'Give a whole number in n and say in kind how it was stated: exact, atLeast, moreThan, atMost, fewerThan, approx;',
  'or lo and hi with kind range.',
  `A vague word goes in with kind vague, its term being one of ${VAGUE_TERMS.join(', ')};`,
  '“heavy losses” and other words without any number are kind some, “no casualties” is kind none,',
  'and a refusal to give a figure is kind notGiven.',
].join(' ')

function figureFault(value: unknown): FieldFault {
  if (value === undefined) return { message: 'the figure is not given in full', remedy: FIGURE_REMEDY }
  if (typeof value === 'number') return { message: `${value} is no whole number of persons`, remedy: FIGURE_REMEDY }
  return { message: `${quoted(value)} is no figure that the record can count with`, remedy: FIGURE_REMEDY }
}

function faultOf(issue: z.core.$ZodIssue, value: unknown, type: string): FieldFault {
  switch (issue.code) {
    case 'custom':
      return { message: issue.message, remedy: remedyIn(issue.params) }
    case 'unrecognized_keys':
      return {
        message: `there is no ${issue.keys.join(', ')} in it`,
        remedy: `Take it out or correct its spelling; the codebook lists the fields of each ${type}.`,
      }
    case 'invalid_value':
      return { message: `${said(value)} is not possible here`, remedy: `Use one of ${issue.values.join(', ')}.` }
    case 'invalid_union':
      return { message: `${said(value)} is not possible here`, remedy: `Use one of ${optionsOf(issue).join(', ')}.` }
    case 'invalid_type':
      return value === undefined
        ? { message: 'it is missing', remedy: `Give ${aKind(issue.expected)}.` }
        : { message: `${quoted(value)} is not ${aKind(issue.expected)}`, remedy: `Give ${aKind(issue.expected)}.` }
    case 'too_small':
      return {
        message: `${quoted(value)} is too small`,
        remedy: `It must be ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}.`,
      }
    case 'too_big':
      return { message: `${quoted(value)} is too much`, remedy: `It must be at most ${issue.maximum}.` }
    case 'invalid_key':
      return { message: `${said(issue.path.at(-1))} is no language tag`, remedy: 'Use a BCP 47 tag: en, fr, ar.' }
    case 'invalid_element':
    case 'invalid_format':
    case 'not_multiple_of':
      return { message: `${quoted(value)} does not fit`, remedy: 'The codebook describes every field.' }
  }
}

const remedyIn = (params: Readonly<Record<string, unknown>> | undefined): string =>
  typeof params?.['remedy'] === 'string' ? params['remedy'] : 'The codebook describes every field.'

const optionsOf = (issue: z.core.$ZodIssueInvalidUnion): readonly string[] =>
  'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : []

const KINDS: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a number',
  string: 'a text',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object with its fields',
  record: 'a text for each language',
}

const aKind = (expected: string): string => KINDS[expected] ?? `a ${expected}`

const said = (value: unknown): string => (value === undefined ? 'leaving it out' : quoted(value))

/** The value as it was sent, cut short: an answer never repeats a whole document. */
function quoted(value: unknown): string {
  const words = typeof value === 'string' ? `“${value}”` : (JSON.stringify(value) ?? String(value))
  return words.length > 80 ? `${words.slice(0, 79)}…` : words
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  let value = json
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Reflect.get(value, key)
  }
  return value
}
