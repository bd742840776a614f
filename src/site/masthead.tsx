import type { Child, FC } from 'hono/jsx'
import { inLanguage } from '../story/section.ts'
import type { Language } from '../story/story.ts'
import { textDirection } from '../story/text-direction.ts'
import { archivePath, feedsPath, homePath, sectionPath } from './links.ts'
import { message } from './messages/message.ts'
import type { PageContext } from './props.ts'
import { dataPath, howWeCountPath, recordPath } from './record/record-paths.ts'
import { mastheadSections, sectionName } from './subjects.ts'

/** The top of every page: the paper's name, its sections, its languages. On the home page the name is the headline. */
export const Masthead: FC<{ context: PageContext; isHome: boolean; currentPath: string | undefined }> = ({
  context,
  isHome,
  currentPath,
}) => (
  <header>
    {context.newspaper.isSample && <SampleBanner language={context.language} />}
    <div class="mast">
      <div class="wrap">
        {isHome ? <NamePlate context={context} /> : <NameLink context={context} />}
        <SectionNav context={context} currentPath={currentPath} />
        <LanguageSwitch context={context} />
      </div>
    </div>
  </header>
)

/** Says on every page that this is no newspaper, before anything looks like one. */
const SampleBanner: FC<{ language: Language }> = ({ language }) => (
  <div class="sample">
    <p class="wrap">
      <b>{message(language, 'sample.title')}</b> {message(language, 'sample.text')}
    </p>
  </div>
)

const NamePlate: FC<{ context: PageContext }> = ({ context: { newspaper, language } }) => {
  const tagline = inLanguage(newspaper.tagline, language)
  return (
    <div class="plate">
      <h1>{newspaper.name}</h1>
      {tagline && <p>{tagline}</p>}
    </div>
  )
}

const NameLink: FC<{ context: PageContext }> = ({ context }) => (
  <a class="name" href={homePath(context, context.language)} rel="home">
    {context.newspaper.name}
  </a>
)

const SectionNav: FC<{ context: PageContext; currentPath: string | undefined }> = ({ context, currentPath }) => {
  const sections = mastheadSections(context)
  const { hasRecord = false } = context
  if (sections.length === 0 && !hasRecord) return <></>
  return (
    <nav class="main-nav" aria-label={message(context.language, 'nav.sections')}>
      <ul>
        {sections.map((section) => (
          <NavItem path={sectionPath(context, section)} currentPath={currentPath}>
            {sectionName(context, section)}
          </NavItem>
        ))}
        {hasRecord && (
          <NavItem path={recordPath(context)} currentPath={currentPath}>
            {message(context.language, 'record.title')}
          </NavItem>
        )}
      </ul>
    </nav>
  )
}

const NavItem: FC<{ path: string; currentPath: string | undefined; children?: Child }> = ({
  path,
  currentPath,
  children,
}) => (
  <li>
    <a href={path} aria-current={path === currentPath ? 'page' : undefined}>
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

/** The foot of every page: what the paper is, and the ways to everything it has published. */
export const Footer: FC<{ context: PageContext }> = ({ context }) => {
  const { newspaper, language } = context
  return (
    <footer>
      <div class="wrap">
        <p>
          <b>{newspaper.name}</b> {inLanguage(newspaper.tagline, language)}
        </p>
        <ul>
          <li>
            <a href={archivePath(context, { kind: 'all' })}>{message(language, 'footer.archive')}</a>
          </li>
          <li>
            <a href={feedsPath(context)}>{message(language, 'footer.feeds')}</a>
          </li>
          {context.hasRecord && <RecordWays context={context} />}
        </ul>
      </div>
    </footer>
  )
}

/** The record, how it counts, and its files. */
const RecordWays: FC<{ context: PageContext }> = ({ context }) => (
  <>
    <li>
      <a href={recordPath(context)}>{message(context.language, 'footer.record')}</a>
    </li>
    <li>
      <a href={howWeCountPath(context)}>{message(context.language, 'footer.count')}</a>
    </li>
    <li>
      <a href={dataPath(context)}>{message(context.language, 'footer.data')}</a>
    </li>
  </>
)
