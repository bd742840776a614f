import type { FC } from 'hono/jsx'
import { edtfWords } from '../../record/edtf-words.ts'
import type { EntryOf } from '../../record/entry.ts'
import type { RecordSet } from '../../record/record-set.ts'
import type { Capture, SourceDocument } from '../../record/source-document.ts'
import type { Edtf } from '../../record/when.ts'
import { textDirection } from '../../story/text-direction.ts'
import { dayWords } from '../dates.ts'
import { message } from '../messages/message.ts'
import type { PageContext } from '../props.ts'
import { entryPath } from './record-paths.ts'
import { SourceName, sourceName } from './source-name.tsx'

interface AppearancesProps {
  readonly context: PageContext
  readonly claim: EntryOf<'claim'>
  readonly set: RecordSet
}

/** Every place where the claim stood: who published it and when, through whom, and what copies are kept. */
export const ClaimAppearances: FC<AppearancesProps> = ({ context, claim, set }) => {
  const { language } = context
  const appearances = [...set.appearances.values()]
    .filter(({ content, status }) => content.claimId === claim.id && status === 'live')
    .flatMap((appearance) => {
      const document = set.documents.get(appearance.content.documentId)
      return document ? [{ appearance, document }] : []
    })
    .toSorted((left, right) =>
      publishedStamp(left.document.content) < publishedStamp(right.document.content) ? -1 : 1,
    )
  if (appearances.length === 0) return <></>
  return (
    <div class="stretch">
      <div class="scroll" tabindex={0} role="region" aria-labelledby="appearances:">
        <table class="sheet">
          <caption id="appearances:">{message(language, 'claim.appearances', { count: appearances.length })}</caption>
          <thead>
            <tr>
              <th scope="col">{message(language, 'claim.column.document')}</th>
              <th scope="col">{message(language, 'claim.column.publisher')}</th>
              <th scope="col">{message(language, 'claim.column.date')}</th>
              <th scope="col">{message(language, 'claim.column.through')}</th>
              <th scope="col">{message(language, 'claim.column.archive')}</th>
            </tr>
          </thead>
          <tbody>
            {appearances.map(({ appearance, document }) => (
              <Row context={context} set={set} appearance={appearance} document={document} />
            ))}
          </tbody>
        </table>
      </div>
      <p class="aside">{message(language, 'claim.appearancesNote')}</p>
    </div>
  )
}

interface RowProps {
  readonly context: PageContext
  readonly set: RecordSet
  readonly appearance: EntryOf<'appearance'>
  readonly document: EntryOf<'document'>
}

const Row: FC<RowProps> = ({ context, set, appearance, document }) => {
  const { language } = context
  const { url, title, language: lang, publisherId, captures } = document.content
  const publisher = set.sources.get(publisherId)
  const { withdrawnOn } = appearance.content
  return (
    <tr>
      <th scope="row">
        <cite lang={lang === language ? undefined : lang} dir={lang === language ? undefined : textDirection(lang)}>
          {url ? (
            <a href={url} rel="nofollow external">
              {title}
            </a>
          ) : (
            title
          )}
        </cite>
        {withdrawnOn && (
          <b class="gone">{message(language, 'claim.takenDown', { date: edtfWords(withdrawnOn, language) })}</b>
        )}
      </th>
      <td data-label={message(language, 'claim.column.publisher')}>
        {publisher && (
          <a href={entryPath(context, 'source', publisher.content.slug)}>
            <SourceName source={publisher} language={language} />
          </a>
        )}
      </td>
      <td data-label={message(language, 'claim.column.date')}>{publishedWords(document.content, context)}</td>
      <td data-label={message(language, 'claim.column.through')}>{throughWords(appearance, set, context)}</td>
      <td data-label={message(language, 'claim.column.archive')}>
        <Captures context={context} captures={captures.filter(({ isPublic }) => isPublic)} />
      </td>
    </tr>
  )
}

function throughWords({ content }: EntryOf<'appearance'>, set: RecordSet, { language }: PageContext): string {
  const names = content.via.flatMap((id) => {
    const source = set.sources.get(id)
    return source ? [sourceName(source, language)] : []
  })
  if (names.length > 0) return names.join(', ')
  if (content.viaText) return content.viaText
  return message(language, content.takenFrom.kind === 'unknown' ? 'claim.throughUnknown' : 'claim.throughNobody')
}

/** Copies that we hold: when each was made and the first letters of its hash, which any copy can be checked against. */
const Captures: FC<{ context: PageContext; captures: readonly Capture[] }> = ({ context, captures }) => {
  const { language, newspaper } = context
  if (captures.length === 0) return <>{message(language, 'claim.noCapture')}</>
  return (
    <ul class="plainly">
      {captures.map(({ at, sha256, waybackUrl }) => (
        <li>
          {dayWords(at, { language, zone: newspaper.zone })}{' '}
          <code title={sha256} dir="ltr">
            {sha256.slice(0, 12)}
          </code>
          {waybackUrl && (
            <>
              {' '}
              <a href={waybackUrl} rel="nofollow external">
                Wayback Machine
              </a>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

const publishedStamp = ({ publishedAt, publishedOn }: SourceDocument): string => publishedAt ?? publishedOn ?? '9999'

function publishedWords(
  { publishedAt, publishedOn, zone }: SourceDocument,
  { language, newspaper }: PageContext,
): string {
  if (publishedAt) return dayWords(publishedAt, { language, zone: zone ?? newspaper.zone })
  return publishedOn ? edtfWords(publishedOn as Edtf, language) : message(language, 'claim.undated')
}
