import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { EventId } from '../../ids.ts'
import { edtfWords } from '../../record/edtf-words.ts'
import type { Ledger } from '../../record/ledger.ts'
import type { RecordSet } from '../../record/record-set.ts'
import { escapeHtml } from '../../story/safe-html.ts'
import { textDirection } from '../../story/text-direction.ts'
import type { Instant } from '../../time.ts'
import { HTML, IconLink } from '../document.tsx'
import { markup } from '../markup.ts'
import { message } from '../messages/message.ts'
import type { PageContext, RenderedPage } from '../props.ts'
import { BASE_STYLE } from '../styles/base.ts'
import { compact } from '../styles/compact.ts'
import { LEDGER_STYLE } from '../styles/ledger.ts'
import { rightToLeftStyle } from '../styles/right-to-left.ts'
import { LedgerBox } from './ledger.tsx'
import { eventTitleOf } from './record-names.ts'
import { entryPath } from './record-paths.ts'

export interface EventEmbedProps {
  /** Its path is that of the event's own page. */
  readonly context: PageContext
  readonly eventId: EventId
  readonly set: RecordSet
  readonly ledger: Ledger
  readonly asOf: Instant
}

const EMBED_STYLE = compact(`
body{display:block;min-block-size:0;padding:1rem}
h1{font-size:1.35rem;margin-block-end:.1rem;max-width:none}
.spot,.whose{font:.9rem/1.45 var(--sans);color:var(--soft)}
.ledger{margin-block:.9rem .7rem}
`)

/**
 * Who says what of an event, for a frame on somebody else's page: the box, the day up to which it is told, and the way
 * to all the rest. It follows the record like every page of ours.
 */
export function eventEmbedPage(props: EventEmbedProps): RenderedPage {
  const style = BASE_STYLE + LEDGER_STYLE + EMBED_STYLE + rightToLeftStyle(props.context.language)
  const url = urlOf(props)
  // The box leads to parts of the event's own page, which are not in the frame.
  const body = markup(<Embed {...props} url={url} style={style} />).replaceAll('href="#', `href="${escapeHtml(url)}#`)
  return { contentType: HTML, body: `<!doctype html>${body}`, style }
}

/** Of the event's own page, under its present address. */
function urlOf({ context, set, eventId }: EventEmbedProps): string {
  const event = set.events.get(eventId)
  return context.siteUrl + (event ? entryPath(context, 'event', event.content.slug) : context.path)
}

const Embed: FC<EventEmbedProps & { url: string; style: string }> = (props) => {
  const { context, eventId, set, ledger, asOf, url, style } = props
  const { language, newspaper } = context
  const event = set.events.get(eventId)
  const title = eventTitleOf({ set, language }, eventId)
  return (
    <html lang={language} dir={textDirection(language)}>
      <head>
        <meta charset="utf-8" />
        <title>{`${title} · ${newspaper.name}`}</title>
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="robots" content="noindex" />
        <base target="_top" />
        <style>{raw(style)}</style>
        <IconLink />
        <link rel="canonical" href={url} />
      </head>
      <body>
        <main>
          <h1>
            <a href={url}>{title}</a>
          </h1>
          {event && <p class="spot">{edtfWords(event.content.when.edtf, language)}</p>}
          <LedgerBox context={context} set={set} ledger={ledger} headingLevel={2} asOf={asOf} isOwnPage />
          <p class="whose">
            {message(language, 'embed.by', { paper: newspaper.name })} ·{' '}
            <a href={url}>{message(language, 'embed.open')}</a>
          </p>
        </main>
      </body>
    </html>
  )
}
