import type { FC } from 'hono/jsx'
import { textDirection } from '../../story/text-direction.ts'
import { dayWords } from '../dates.ts'
import { message } from '../messages/message.ts'
import type { PageContext } from '../props.ts'
import type { EventLine, FigureLine } from './event-line.ts'
import { figureWords, originsWords } from './figure-range.ts'
import { entryPath } from './record-paths.ts'
import { figureLabel, typeWords } from './vocabulary.ts'

/** More figures than these make a list unreadable on a phone; the event's own page has them all. */
const MOST_FIGURES = 3

/** An event in a list: what, when, where, each figure by itself with who stands behind it, and when it last changed. */
export const EventCard: FC<{ context: PageContext; line: EventLine; level: 2 | 3; children?: unknown }> = ({
  context,
  line,
  level,
  children,
}) => {
  const { language } = context
  const Title = level === 2 ? 'h2' : 'h3'
  const foreign = line.titleLanguage === language ? undefined : line.titleLanguage
  return (
    <li class="evt">
      <p class="kicker">
        <b>{typeWords(line.type, language)}</b>
      </p>
      <Title lang={foreign} dir={foreign && textDirection(foreign)}>
        <a href={entryPath(context, 'event', line.slug)} hreflang={foreign}>
          {line.title}
        </a>
      </Title>
      <p class="spot">
        <span>{line.when}</span> {line.where && <span>{line.where}</span>}
      </p>
      {children}
      {line.figures.length > 0 && <Figures context={context} line={line} />}
      {line.moved && <p class="moved">{message(language, 'record.moved', { what: line.moved })}</p>}
      <p class="meta">
        <span>
          {message(language, 'record.changed', {
            date: dayWords(line.updatedAt, { language, zone: context.newspaper.zone }),
          })}
        </span>
        {line.stories > 0 && <span>{message(language, 'record.stories', { count: line.stories })}</span>}
      </p>
    </li>
  )
}

const Figures: FC<{ context: PageContext; line: EventLine }> = ({ context, line }) => {
  const { language } = context
  const hidden = line.figures.length - MOST_FIGURES
  return (
    <>
      <dl class="figs">
        {line.figures.slice(0, MOST_FIGURES).map((figure) => (
          <Figure context={context} figure={figure} />
        ))}
      </dl>
      {hidden > 0 && <p class="aside">{message(language, 'record.moreFigures', { count: hidden })}</p>}
    </>
  )
}

const Figure: FC<{ context: PageContext; figure: FigureLine }> = ({ context: { language }, figure }) => {
  const words = figureWords(figure, language)
  const [unnumbered] = figure.unquantified
  return (
    <div>
      <dt>{figureLabel(figure, language)}</dt>
      <dd>
        {words !== null && <b>{words}</b>}
        {words === null && unnumbered && (
          <b>
            <q lang={unnumbered.lang} dir={textDirection(unnumbered.lang)}>
              {unnumbered.text}
            </q>
          </b>
        )}
        {words === null && !unnumbered && <b>{message(language, 'ledger.noNumber')}</b>}
        <small>
          {message(language, 'record.claimants', { count: figure.claimants })}
          {' · '}
          {originsWords(figure, language)}
          {figure.conflict && ` · ${message(language, 'record.conflict')}`}
          {figure.disputed && (
            <>
              {' · '}
              <strong>{message(language, 'record.disputed')}</strong>
            </>
          )}
        </small>
      </dd>
    </div>
  )
}
