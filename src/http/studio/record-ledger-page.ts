import { createHash } from 'node:crypto'
import type { EventId } from '../../ids.ts'
import { OnrecordError } from '../../errors.ts'
import { ledgerOf } from '../../record/make-ledger.ts'
import { newestIn } from '../../record/newest-in.ts'
import { eventEmbedPage } from '../../site/record/event-embed-page.tsx'
import { familySet } from '../../store/record-family.ts'
import { readNewspaper } from '../../store/house.ts'
import { pathTo } from '../../story/addresses.ts'
import type { Visit } from './visit.ts'

/**
 * Who says what of an event, drawn by the code that draws it for readers, from what the newsroom holds, drafts included.
 * It runs nothing and may stand in a frame of the studio alone.
 *
 * @throws OnrecordError `not-found`
 */
export async function ledgerPage(
  { newsroom, house }: Pick<Visit, 'newsroom' | 'house'>,
  eventId: EventId,
  language: string,
): Promise<Response> {
  const newspaper = await readNewspaper(newsroom.db)
  const set = await familySet(newsroom.db, eventId, { drafts: true })
  const event = set.events.get(eventId)
  if (!event || !newspaper) throw new OnrecordError('not-found', `The record has no event ${eventId}.`)
  const spoken = newspaper.languages.includes(language) ? language : newspaper.defaultLanguage
  const { body, style } = eventEmbedPage({
    context: {
      newspaper,
      sections: [],
      language: spoken,
      path: pathTo({ kind: 'event', language: spoken, slug: event.content.slug }, newspaper),
      siteUrl: house.siteUrl(),
      alternates: [],
      housePages: [],
    },
    eventId,
    set,
    ledger: ledgerOf(set, eventId),
    asOf: newestIn(set),
  })
  // Whatever is followed opens beside the studio, never in its place.
  return new Response(body.replace('<base target="_top"', '<base target="_blank"'), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policyFor(style ?? ''),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    },
  })
}

const policyFor = (style: string): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    'sandbox allow-popups allow-popups-to-escape-sandbox',
  ].join('; ')
