import type { Child, FC } from 'hono/jsx'
import { inLanguage, type Section } from '../../story/section.ts'
import { correctionsPath, housePagePath, mirrorsPath, searchPath, textPath } from './house-links.ts'
import { archivePath, feedsPath, sectionPath } from '../links.ts'
import { message } from '../messages/message.ts'
import type { PageContext } from '../props.ts'
import { dataPath, howWeCountPath, recordPath } from '../record/record-paths.ts'
import { childrenOf, inMastheadOrder, sectionName } from '../fronts/subjects.ts'

/** Where the masthead's "All sections" leads: no heading of a text has a colon in its id. */
export const ALL_SECTIONS = 'sections:'

/** A paper that brought hundreds of categories along names this many at the foot of each page; the feeds page has all. */
const MAX_SECTIONS = 60
/** So many stand in one column beside the other lists; more have the whole width. */
const ONE_COLUMN = 14

interface FooterProps {
  readonly context: PageContext
  /** Has the page a form in plain text? A notice says nothing of the address that it stands at. */
  readonly hasText: boolean
}

/** The foot of every page: all sections, what the paper is, and the ways to everything it has published. */
export const Footer: FC<FooterProps> = ({ context, hasText }) => {
  const { newspaper, language } = context
  const { legalName, founded } = newspaper.profile
  return (
    <footer>
      <div class="wrap">
        {context.sections.length > 0 && <Sections context={context} />}
        <PaperWays context={context} />
        <ReadingWays context={context} hasText={hasText} />
        {context.hasRecord && <RecordWays context={context} />}
        <p>
          <b>{newspaper.name}</b> {inLanguage(newspaper.tagline, language)}
          {(legalName ?? founded) !== null && (
            <small>
              {[legalName, founded && message(language, 'footer.since', { year: String(founded) })]
                .filter((words) => words !== null)
                .join(' · ')}
            </small>
          )}
        </p>
      </div>
    </footer>
  )
}

/** One list under its heading. */
const Ways: FC<{ title: string; children?: Child }> = ({ title, children }) => (
  <div>
    <h2>{title}</h2>
    <ul>{children}</ul>
  </div>
)

const Way: FC<{ href: string; children?: Child }> = ({ href, children }) => (
  <li>
    <a href={href}>{children}</a>
  </li>
)

/** The section tree: what lies in a section stands under it. */
const Sections: FC<{ context: PageContext }> = ({ context }) => {
  const { sections } = context
  const tops = inMastheadOrder(
    context,
    sections.filter(({ parentId }) => !sections.some(({ id }) => id === parentId)),
  )
  const shown = new Set(withBelow(context, tops).slice(0, MAX_SECTIONS))
  return (
    <nav class={shown.size > ONE_COLUMN ? 'tree many' : 'tree'} aria-labelledby={ALL_SECTIONS}>
      <h2 id={ALL_SECTIONS}>{message(context.language, 'nav.allSections')}</h2>
      <Branches context={context} sections={tops} shown={shown} />
      {shown.size < sections.length && (
        <a href={feedsPath(context)}>{message(context.language, 'footer.allSections')}</a>
      )}
    </nav>
  )
}

/** These sections, each followed by those below it. */
const withBelow = (context: PageContext, sections: readonly Section[]): Section[] =>
  sections.flatMap((section) => [section, ...withBelow(context, childrenOf(context, section))])

interface BranchesProps {
  readonly context: PageContext
  readonly sections: readonly Section[]
  readonly shown: ReadonlySet<Section>
}

const Branches: FC<BranchesProps> = ({ context, sections, shown }) => {
  const here = sections.filter((section) => shown.has(section))
  if (here.length === 0) return <></>
  return (
    <ul>
      {here.map((section) => (
        <li>
          <a href={sectionPath(context, section)}>{sectionName(context, section)}</a>
          <Branches context={context} sections={childrenOf(context, section)} shown={shown} />
        </li>
      ))}
    </ul>
  )
}

/** What the paper says of itself, as far as it has written it. */
const PaperWays: FC<{ context: PageContext }> = ({ context }) => (
  <Ways title={message(context.language, 'footer.paper')}>
    {context.housePages.map((kind) => (
      <Way href={housePagePath(context, kind)}>{message(context.language, `house.${kind}`)}</Way>
    ))}
    <Way href={correctionsPath(context)}>{message(context.language, 'footer.corrections')}</Way>
  </Ways>
)

const ReadingWays: FC<FooterProps> = ({ context, hasText }) => {
  const { language, newspaper } = context
  const text = hasText ? textPath(context) : null
  return (
    <Ways title={message(language, 'footer.read')}>
      <Way href={searchPath(context)}>{message(language, 'footer.search')}</Way>
      <Way href={archivePath(context, { kind: 'all' })}>{message(language, 'footer.archive')}</Way>
      <Way href={feedsPath(context)}>{message(language, 'footer.feeds')}</Way>
      {text !== null && <Way href={text}>{message(language, 'footer.text')}</Way>}
      {(newspaper.profile.mirrors?.addresses.length ?? 0) > 0 && (
        <Way href={mirrorsPath(context)}>{message(language, 'footer.mirrors')}</Way>
      )}
    </Ways>
  )
}

/** The record, how it counts, and its files. */
const RecordWays: FC<{ context: PageContext }> = ({ context }) => (
  <Ways title={message(context.language, 'footer.theRecord')}>
    <Way href={recordPath(context)}>{message(context.language, 'footer.record')}</Way>
    <Way href={howWeCountPath(context)}>{message(context.language, 'footer.count')}</Way>
    <Way href={dataPath(context)}>{message(context.language, 'footer.data')}</Way>
  </Ways>
)
