import type {
  Block,
  ChartPicture,
  Figure,
  Inline,
  MapPicture,
  Mark,
  StoryDocument,
  TableRow,
} from '../../src/story/document.ts'
import type { ClaimId, NoteId, PersonaId, SectionId, StoryGroupId, StoryId } from '../../src/ids.ts'
import { countWords } from '../../src/story/plain-text.ts'
import type { PublicStory } from '../../src/story/public-story.ts'
import { EMPTY_PROFILE, type Newspaper, type Persona, type Section, type SectionKind } from '../../src/story/section.ts'
import type { Instant, Month } from '../../src/time.ts'
import type { PageContext, StoryCard } from '../../src/site/props.ts'
import { aPersona } from '../builders.ts'

export const instant = (text: string): Instant => text as Instant

export const PAPER: Newspaper = {
  name: 'The Sahel Record',
  tagline: {
    en: 'Who says what about the wars of the Sahel and the Great Lakes',
    fr: 'Qui dit quoi des guerres du Sahel et des Grands Lacs',
  },
  languages: ['en', 'fr'],
  defaultLanguage: 'en',
  zone: 'Africa/Bamako',
  isSample: true,
  profile: EMPTY_PROFILE,
}

const section = (slug: string, kind: SectionKind, names: [en: string, fr: string], more: Partial<Section> = {}) => ({
  id: `sec_${slug.replaceAll('-', '')}` as SectionId,
  kind,
  slug,
  parentId: null,
  names: { en: names[0], fr: names[1] },
  about: {},
  position: null,
  ...more,
})

export const AFRICA: Section = section('africa', 'place', ['Africa', 'Afrique'], { position: 7 })
export const WAR: Section = section('war-and-conflict', 'subject', ['War & conflict', 'Guerres et conflits'], {
  position: 1,
})
export const MALI: Section = section('mali', 'place', ['Mali', 'Mali'], { parentId: AFRICA.id, position: 2 })
export const NIGER: Section = section('niger', 'place', ['Niger', 'Niger'], { parentId: AFRICA.id, position: 3 })
export const SUDAN: Section = section('sudan', 'place', ['Sudan', 'Soudan'], { parentId: AFRICA.id, position: 4 })
export const CONGO: Section = section('dr-congo', 'place', ['DR Congo', 'RD Congo'], {
  parentId: AFRICA.id,
  position: 5,
})
export const SERIES: Section = section('war-in-drc', 'series', ['War in DRC', 'Guerre en RDC'], { position: 6 })
export const SECTIONS: readonly Section[] = [AFRICA, WAR, MALI, NIGER, SUDAN, CONGO, SERIES]

export const DESK: Persona = {
  id: 'per_desk' as PersonaId,
  slug: 'sahel-desk',
  name: 'Sahel desk',
  names: {},
  kind: 'desk',
  about: {
    en: 'The Sahel desk follows the wars of Mali, Niger and Burkina Faso from statements, witnesses and records.',
    fr: 'Le bureau Sahel suit les guerres du Mali, du Niger et du Burkina Faso.',
  },
  pictureId: null,
}
export const AYIZE: Persona = aPersona({ id: 'per_ayize' as PersonaId, slug: 'ayize-claire' })

/** The context of a page of the sample paper; what a test cares about overrides it. */
export const aContext = (more: Partial<PageContext> = {}): PageContext => ({
  newspaper: PAPER,
  sections: SECTIONS,
  language: 'en',
  path: '/2024/07/29/tinzaouaten',
  siteUrl: 'https://sahel.example',
  alternates: [],
  housePages: [],
  ...more,
})

export const text = (words: string, ...marks: Mark[]): Inline =>
  marks.length > 0 ? { type: 'text', text: words, marks } : { type: 'text', text: words }
export const paragraph = (...content: (string | Inline)[]): Block & { type: 'paragraph' } => ({
  type: 'paragraph',
  content: content.map((part) => (typeof part === 'string' ? text(part) : part)),
})
const heading = (level: 2 | 3 | 4, words: string): Block & { type: 'heading' } => ({
  type: 'heading',
  attrs: { level },
  content: [text(words)],
})
export const aDocument = (...content: Block[]): StoryDocument => ({ type: 'doc', version: 2, content })

export const BORDER_MAP: MapPicture = {
  kind: 'map',
  bounds: [-1.5, 17.6, 5, 21],
  marks: [
    { label: 'Kidal', lat: 18.44, lon: 1.41, radiusKm: null },
    { label: 'Tinzaouaten', lat: 19.95, lon: 2.96, radiusKm: null },
    { label: 'ambush, within ~25 km', lat: 19.72, lon: 2.9, radiusKm: 25 },
  ],
}
export const TOLL_CHART: ChartPicture = {
  kind: 'chart',
  unit: 'Wagner fighters killed, by who says so',
  bars: [
    { label: 'JNIM, for the ambush alone', low: 50, high: 50, words: '50' },
    { label: 'Russian military bloggers', low: 20, high: 20, words: 'at least 20' },
    { label: 'Two researchers, from pictures', low: 27, high: 44, words: '27 to 44' },
  ],
}

export const aFigure = (
  picture: Figure['attrs']['picture'],
  caption = '',
  more: Partial<Figure['attrs']> = {},
): Figure => ({
  type: 'figure',
  attrs: { picture, alt: '', decorative: false, credit: null, licence: null, ...more },
  content: caption ? [text(caption)] : [],
})

const row = (header: boolean, ...cells: string[]): TableRow => ({
  type: 'tableRow',
  content: cells.map((cell, index) => ({
    type: 'tableCell',
    attrs: { header: header || index === 0, colspan: 1, rowspan: 1 },
    content: [text(cell)],
  })),
})

/** A body with everything in it that a body may hold. */
export const FULL_BODY: StoryDocument = aDocument(
  aFigure(BORDER_MAP, 'The border area of Kidal region. The dashed circle is as exact as the statement is.'),
  paragraph(
    'An Al-Qaeda affiliate in Mali says that it killed ',
    text('50 fighters of Russia’s Wagner group and 10 Malian soldiers', {
      type: 'claim',
      attrs: { claimId: 'clm_1' as ClaimId },
    }),
    ' in an ambush south of Tinzaouaten on Saturday 27 July.',
    { type: 'footnoteReference', attrs: { id: 'site' } },
    ' The claim was made in a statement of ',
    text('Jama’at Nusrat al-Islam wal-Muslimin', { type: 'language', attrs: { language: 'ar-Latn' } }),
    ' (JNIM), quoted by ',
    text('SITE Intelligence Group', { type: 'link', attrs: { href: 'https://ent.siteintelgroup.com/' } }),
    ', which monitors such statements. Its name is ',
    text('جماعة نصرة الإسلام والمسلمين', { type: 'language', attrs: { language: 'ar' } }),
    '.',
  ),
  heading(2, 'Two armed groups, two accounts'),
  paragraph(
    'The same day a Tuareg alliance that fights Mali’s army, the CSP-PSD, said that it had inflicted ',
    text('heavy casualties', { type: 'strong' }),
    ' on soldiers and Wagner men in clashes in the border town itself. The army called the fighting ',
    text('a tactical withdrawal', { type: 'emphasis' }),
    '.',
  ),
  {
    type: 'blockquote',
    attrs: { attribution: 'Statement of the CSP-PSD, 27 July 2024', source: 'https://example.org/statement' },
    content: [
      paragraph('Our forces destroyed the enemy columns decisively and took many vehicles and weapons.'),
      paragraph('The few survivors were made prisoners.'),
    ],
  },
  aFigure(TOLL_CHART, 'No figure has been verified independently.', {
    credit: 'The Sahel Record',
    licence: 'CC BY 4.0',
  }),
  heading(3, 'What is agreed'),
  {
    type: 'list',
    attrs: { ordered: false, start: 1 },
    content: [
      { type: 'listItem', content: [paragraph('Fighting began on 22 July and ended on 27 July.')] },
      {
        type: 'listItem',
        content: [
          paragraph('Wagner men fought beside Malian soldiers:'),
          {
            type: 'list',
            attrs: { ordered: true, start: 3 },
            content: [
              { type: 'listItem', content: [paragraph('their own channel says so;')] },
              { type: 'listItem', content: [paragraph('pictures of the dead show them.')] },
            ],
          },
        ],
      },
    ],
  },
  {
    type: 'table',
    attrs: { caption: 'The six days at Tinzaouaten, as each side tells them' },
    content: [
      row(true, 'Day', 'CSP-PSD', 'Mali’s army', 'Wagner'),
      row(false, '22 July', 'no statement', 'takes In-Afarak', 'with the army'),
      row(false, '25 July', 'clashes in the town', 'clashes, two soldiers dead', 'heavy fighting, a sandstorm'),
      row(false, '27 July', 'victory', 'withdrawal', 'significant losses'),
    ],
  },
  {
    type: 'pullQuote',
    attrs: { attribution: 'A resident of Tinzaouaten, by telephone' },
    content: [text('Nobody has come here to count. We buried those we found.')],
  },
  heading(2, 'A rare admission'),
  paragraph(
    'On Monday 29 July Wagner acknowledged significant losses, its commander Sergei Shevchenko among them.',
    { type: 'footnoteReference', attrs: { id: 'wagner' } },
    ' Several Russian military bloggers put the dead at 20 or more. Read ',
    text('our earlier report', { type: 'link', attrs: { href: '/2024/07/26/in-afarak' } }),
    '.',
  ),
  {
    type: 'aside',
    attrs: { title: 'Who is who' },
    content: [
      paragraph(text('JNIM', { type: 'strong' }), ' is an alliance of armed Islamists, formed in 2017.'),
      paragraph(text('CSP-PSD', { type: 'strong' }), ' is an alliance of Tuareg and Arab movements of the north.'),
    ],
  },
  {
    type: 'embed',
    attrs: {
      url: 'https://t.me/example/123',
      title: 'Film of the convoy, published by the CSP-PSD',
      provider: 'Telegram',
    },
  },
  { type: 'rule' },
  paragraph('Mali’s army maintains that the Russians in the country are trainers, not Wagner fighters.'),
  { type: 'footnote', attrs: { id: 'wagner' }, content: [text('Statement on its Telegram channel, 29 July 2024.')] },
  {
    type: 'footnote',
    attrs: { id: 'site' },
    content: [
      text('Quoted on 28 July 2024; see '),
      text('SITE', { type: 'link', attrs: { href: 'https://ent.siteintelgroup.com/' } }),
      text('.'),
    ],
  },
)

/** The touchstone story; what a test cares about overrides it. */
export function aStory(more: Partial<PublicStory> = {}): PublicStory {
  const body = more.body ?? FULL_BODY
  return {
    id: 'sty_tinzaouaten' as StoryId,
    groupId: 'grp_tinzaouaten' as StoryGroupId,
    language: 'en',
    translatedFrom: null,
    path: '/2024/07/29/tinzaouaten',
    kicker: null,
    headline: 'Jihadists and Tuareg rebels each say they routed Wagner at Tinzaouaten',
    standfirst:
      'Mali’s Russian allies admit heavy losses in five days of fighting on the Algerian border. How many died depends on who is counting, and nobody independent has counted yet.',
    dateline: { place: 'Bamako', on: null },
    sectionIds: [WAR.id, AFRICA.id, MALI.id],
    bylines: [DESK.id],
    keywords: ['Wagner', 'JNIM'],
    body,
    notes: [
      {
        id: 'not_1' as NoteId,
        kind: 'correction',
        at: instant('2024-07-30T09:00:00.000Z'),
        text: 'An earlier version said the ambush took place in Tinzaouaten. The group’s statement places it south of the town.',
      },
    ],
    firstPublished: { at: instant('2024-07-29T15:10:00.000Z'), precision: 'minute' },
    month: '2024-07' as Month,
    updatedAt: instant('2024-07-30T09:00:00.000Z'),
    words: countWords(body),
    figures: [],
    related: null,
    versions: 1,
    ...more,
  }
}

/** A story as it stands in a list; what a test cares about overrides it. */
export const aCard = (slug: string, more: Partial<StoryCard> = {}): StoryCard => ({
  id: `sty_${slug.replaceAll('-', '')}` as StoryId,
  language: 'en',
  path: `/2024/07/29/${slug}`,
  kicker: null,
  headline: 'Jihadists and Tuareg rebels each say they routed Wagner at Tinzaouaten',
  standfirst: 'How many died depends on who is counting, and nobody independent has counted yet.',
  sectionIds: [WAR.id, AFRICA.id, MALI.id],
  authors: [{ slug: DESK.slug, name: DESK.name }],
  firstPublished: { at: instant('2024-07-29T15:10:00.000Z'), precision: 'minute' },
  updatedAt: instant('2024-07-29T15:10:00.000Z'),
  isCorrected: false,
  words: 480,
  leadFigure: null,
  leadPicture: null,
  ...more,
})
