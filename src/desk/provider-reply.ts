import { z } from 'zod'
import { keyOf } from './key-of.ts'
import {
  MOST_CONFIDENCE,
  MOST_FROM_PROVIDER,
  PROVIDER_FINDINGS,
  PROVIDER_RULE,
  type ProviderReading,
} from './provider.ts'
import { type AskedText, claimFrom, confidence, heldText, type HeldText, toldClaim } from './provider-claim.ts'
import { placeOf } from './provider-places.ts'
import { overlap } from './provider-merge.ts'
import type { DeskFinding } from './reading.ts'

const told = z.object({
  claims: z.array(z.unknown()).default([]),
  findings: z.array(z.unknown()).default([]),
})

const toldFinding = z.object({
  kind: z.enum(PROVIDER_FINDINGS),
  start: toldClaim.shape.start,
  end: toldClaim.shape.end,
  words: z.string().min(1).max(1_000).optional(),
  confidence,
})

/**
 * What may be used of a model's answer.
 *
 * Every span must lie in the text, and the words it quotes must stand there. A figure is taken as we read it ourselves, and
 * refused where the model read another. Claimants, sources, people and places are words of the text, or names that the
 * record knows. It proposes no words of its own: a finding comes without a fix. Whatever else it says is passed over.
 *
 * @param reply what came, as JSON has it
 * @returns undefined where it is no answer at all
 */
export function readProviderReply(asked: AskedText, reply: unknown): ProviderReading | undefined {
  const answer = told.safeParse(reply)
  if (!answer.success) return undefined
  const text = heldText(asked)
  const claims = readAll('claim', answer.data.claims, (one) => {
    const read = toldClaim.safeParse(one)
    return read.success ? claimFrom(text, read.data) : NOT_IN_FORM
  })
  const findings = readAll('finding', answer.data.findings, (one) => {
    const read = toldFinding.safeParse(one)
    return read.success ? findingFrom(text, read.data) : NOT_IN_FORM
  })
  return {
    claims: unlike(claims.read, (one, other) => one.measure === other.measure && overlap(one.figure, other.figure)),
    findings: unlike(findings.read, (one, other) => one.kind === other.kind && overlap(one, other)),
    refused: [...claims.refused, ...findings.refused],
  }
}

const NOT_IN_FORM = 'it is not in the form that was asked for'

function readAll<Read extends object>(
  what: string,
  all: readonly unknown[],
  readOne: (one: unknown) => Read | string,
): { read: Read[]; refused: string[] } {
  const read: Read[] = []
  const refused: string[] = []
  for (const [index, one] of all.slice(0, MOST_FROM_PROVIDER).entries()) {
    const found = readOne(one)
    if (typeof found === 'string') refused.push(`${what} ${index + 1}: ${found}`)
    else read.push(found)
  }
  const left = all.length - MOST_FROM_PROVIDER
  if (left > 0) refused.push(`${left} more: only ${MOST_FROM_PROVIDER} are looked at`)
  return { read, refused }
}

const unlike = <Read>(all: readonly Read[], isLike: (one: Read, other: Read) => boolean): Read[] =>
  all.filter((one, index) => !all.slice(0, index).some((other) => isLike(one, other)))

function findingFrom(asked: HeldText, { kind, ...place }: z.output<typeof toldFinding>): DeskFinding | string {
  const span = placeOf(asked.text, { ...place, words: place.words }, asked.units)
  const around = span && asked.sentenceAround(span)
  if (!span || !around) return 'its words are not in the text, or in no one sentence'
  const words = asked.text.slice(span.start, span.end)
  return {
    ...span,
    key: keyOf(kind, words, around.sentence.text),
    kind,
    words,
    fix: null,
    facts: {},
    confidence: Math.min(place.confidence, MOST_CONFIDENCE),
    rule: PROVIDER_RULE,
  }
}
