import type { Child, FC } from 'hono/jsx'
import { inLanguage, type Section } from '../../story/section.ts'
import type { Language } from '../../story/story.ts'
import { textDirection } from '../../story/text-direction.ts'
import type { LocalDate } from '../../time.ts'
import { weekdayWords } from '../dates.ts'
import { ALL_SECTIONS } from './footer.tsx'
import { searchPath } from './house-links.ts'
import { homePath, sectionPath } from '../links.ts'
import { message } from '../messages/message.ts'
import type { PageContext } from '../props.ts'
import { recordPath } from '../record/record-paths.ts'
import { childrenOf, mastheadSections, parentsOf, sectionName } from '../fronts/subjects.ts'

interface MastheadProps {
  readonly context: PageContext
  readonly isHome: boolean
  /** Where in the masthead the page is, if it is there. */
  readonly currentPath: string | undefined
  /** On the home page: the date of the paper, which is that of its newest story. */
  readonly datedOn?: LocalDate | null
}

/** The top of every page: the paper's name, its sections, its languages. On the home page the name is the headline. */
export const Masthead: FC<MastheadProps> = ({ context, isHome, currentPath, datedOn = null }) => {
  const here = context.sections.find((section) => sectionPath(context, section) === currentPath)
  return (
    <header>
      {context.newspaper.isSample && <SampleBanner language={context.language} />}
      <div class="mast">
        <div class="wrap">
          {isHome ? <NamePlate context={context} datedOn={datedOn} /> : <NameLink context={context} />}
          <Tools context={context} currentPath={currentPath} />
          <SectionNav context={context} currentPath={currentPath} here={here} />
          {here && <WithinNav context={context} here={here} />}
        </div>
      </div>
    </header>
  )
}

/** Says on every page that this is no newspaper, before anything looks like one. */
const SampleBanner: FC<{ language: Language }> = ({ language }) => (
  <div class="sample">
    <p class="wrap">
      <b>{message(language, 'sample.title')}</b> {message(language, 'sample.text')}
    </p>
  </div>
)

const NamePlate: FC<{ context: PageContext; datedOn: LocalDate | null }> = ({ context, datedOn }) => {
  const { newspaper, language } = context
  const tagline = inLanguage(newspaper.tagline, language)
  return (
    <>
      {datedOn && (
        <p class="date">
          <time datetime={datedOn}>{weekdayWords(datedOn, language)}</time>
        </p>
      )}
      <div class="plate">
        <h1>{newspaper.name}</h1>
        {tagline && <p>{tagline}</p>}
      </div>
    </>
  )
}

const NameLink: FC<{ context: PageContext }> = ({ context }) => (
  <a class="name" href={homePath(context, context.language)} rel="home">
    {context.newspaper.name}
  </a>
)

/** The way to search, and this page in the paper's other languages. */
const Tools: FC<{ context: PageContext; currentPath: string | undefined }> = ({ context, currentPath }) => {
  const search = searchPath(context)
  return (
    <div class="tools">
      <a href={search} rel="search" aria-current={currentOf(context, search, currentPath)}>
        {message(context.language, 'nav.search')}
      </a>
      <LanguageSwitch context={context} />
    </div>
  )
}

type Current = 'page' | 'true' | undefined

/** `page` on the page itself, `true` on what lies below it. */
const currentOf = (context: PageContext, path: string, currentPath: string | undefined): Current =>
  path === context.path ? 'page' : path === currentPath ? 'true' : undefined

const SectionNav: FC<{ context: PageContext; currentPath: string | undefined; here: Section | undefined }> = ({
  context,
  currentPath,
  here,
}) => {
  const sections = mastheadSections(context)
  const { hasRecord = false, language } = context
  if (context.sections.length === 0 && !hasRecord) return <></>
  const above = here ? parentsOf(context, here) : []
  const record = recordPath(context)
  return (
    <nav class="main-nav" aria-label={message(language, 'nav.sections')}>
      <ul>
        {sections.map((section) => {
          const path = sectionPath(context, section)
          const current = currentOf(context, path, currentPath) ?? (above.includes(section) ? 'true' : undefined)
          return (
            <NavItem path={path} current={current}>
              {sectionName(context, section)}
            </NavItem>
          )
        })}
        {hasRecord && (
          <NavItem path={record} current={currentOf(context, record, currentPath)}>
            {message(language, 'record.title')}
          </NavItem>
        )}
        {context.sections.length > sections.length && (
          <NavItem path={`#${ALL_SECTIONS}`}>{message(language, 'nav.allSections')}</NavItem>
        )}
      </ul>
    </nav>
  )
}

/** What lies below the section that the reader is in; in a section that holds none, the others beside it. */
const WithinNav: FC<{ context: PageContext; here: Section }> = ({ context, here }) => {
  const parent = parentsOf(context, here).at(-1)
  const below = childrenOf(context, here)
  const holder = below.length > 0 ? here : parent && parent.position !== null ? parent : undefined
  if (!holder) return <></>
  return (
    <nav class="within" aria-labelledby="within:">
      <span class="in" id="within:">
        {message(context.language, 'front.sections')}
      </span>
      <ul>
        {childrenOf(context, holder).map((section) => {
          const path = sectionPath(context, section)
          return (
            <NavItem path={path} current={currentOf(context, path, sectionPath(context, here))}>
              {sectionName(context, section)}
            </NavItem>
          )
        })}
      </ul>
    </nav>
  )
}

const NavItem: FC<{ path: string; current?: Current; children?: Child }> = ({ path, current, children }) => (
  <li>
    <a href={path} aria-current={current}>
      {children}
    </a>
  </li>
)

/** This page in the paper's other languages; where it has none, that language's home. */
const LanguageSwitch: FC<{ context: PageContext }> = ({ context }) => {
  const { newspaper, language, alternates } = context
  if (newspaper.languages.length < 2) return <></>
  const pathIn = (other: Language) =>
    alternates.find((alternate) => alternate.language === other)?.path ?? homePath(context, other)
  return (
    <nav class="lang" aria-label={message(language, 'nav.languages')}>
      <ul>
        {newspaper.languages.map((other) => (
          <li>
            {other === language ? (
              <span aria-current="true">{ownName(other)}</span>
            ) : (
              <a href={pathIn(other)} lang={other} hreflang={other} dir={textDirection(other)}>
                {ownName(other)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** A language's name in itself, as its readers look for it: "Français". */
export function ownName(language: Language): string {
  const known = ownNames.get(language)
  if (known !== undefined) return known
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
  const own = name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
  ownNames.set(language, own)
  return own
}

// Asking Intl costs a tenth of a millisecond, and every page asks.
const ownNames = new Map<Language, string>()
