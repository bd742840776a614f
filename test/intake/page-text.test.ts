import { describe, expect, it } from 'vitest'
import type { IncomingStory } from '../../src/intake/incoming.ts'
import { readPageText } from '../../src/intake/page-text/page-text.ts'
import type { LocalDate } from '../../src/time.ts'
import { outline } from './document-shape.ts'
import { sampleFiles, sampleText, whereSamples } from './samples.ts'

const READ_ON = '2024-08-02' as LocalDate

function storyIn(text: string, readOn: LocalDate | null = READ_ON): IncomingStory {
  const [first] = readPageText(text, { source: 'page.txt', readOn })
  if (first?.kind !== 'story') throw new Error(`No story: ${JSON.stringify(first)}`)
  return first
}

const FIRST =
  'Soldiers left the town on Friday after two days of fighting, three residents told this paper by telephone.'
const SECOND = 'The ministry of defence did not answer questions, and no independent count of the dead exists so far.'

/** A page as the builder sets it: menu, sections, headline, byline, day, text, other stories. */
const aPage = (parts: { top?: string[]; head?: string[]; body?: string[]; end?: string[] } = {}): string =>
  [
    'top of page',
    ...(parts.top ?? ['Home', 'News', 'Africa', 'Rwanda', 'Contact', 'Africa', '| War & Conflicts', 'Mali']),
    ...(parts.head ?? ['Rebels Take a Town on the Northern Border', 'portrait.webp', 'Awa diallo', 'Jul 29, 2024']),
    ...(parts.body ?? [FIRST, SECOND]),
    ...(parts.end ?? []),
    'bottom of page',
  ].join('\n\n')

describe('the text of an article page', () => {
  it('becomes a story with headline, byline, day, sections and portrait', () => {
    expect(storyIn(aPage())).toMatchObject({
      foreignId: 'page:rebels-take-a-town-on-the-northern-border-2024-07-29',
      status: 'published',
      headline: 'Rebels Take a Town on the Northern Border',
      bylines: ['Awa diallo'],
      published: { precision: 'day', on: '2024-07-29' },
      sectionPath: [
        { label: 'Africa', kind: 'place' },
        { label: 'War & Conflicts', kind: 'subject' },
        { label: 'Mali', kind: 'place' },
      ],
      pictures: [{ role: 'byline', name: 'portrait.webp' }],
      language: 'en',
      problems: [],
    })
  })

  it('has no line of the menu, of other stories or of the foot of the page', () => {
    const end = [
      'HOW ANOTHER WAR BEGAN',
      'Rwanda',
      '| Analysis',
      'What the Talks Mean?',
      'DR.Congo',
      'War in DRC',
      'About',
      '© 2024 The Paper',
    ]
    expect(outline(storyIn(aPage({ end })).body)).toEqual([`paragraph: ${FIRST}`, `paragraph: ${SECOND}`])
    const shelf = ['Recent Posts', 'See All', 'Another Story', 'Jul 1, 2024']
    expect(outline(storyIn(aPage({ end: shelf })).body)).toHaveLength(2)
    const above = ['Rwanda', '| Analysis', 'How Another War Began', 'Sudan', 'War in Sudan', 'And how it may end']
    expect(outline(storyIn(aPage({ end: above })).body)).toHaveLength(2)
  })

  it('knows standfirst, caption and headings from the text', () => {
    const standfirst =
      'Rebels say that they hold the last town before the border. Read more about what residents saw and what the army says'
    const caption = 'Smoke rises above the market of the town on Friday morning'
    const body = [standfirst, caption, FIRST, 'What the Army Says', SECOND]
    const story = storyIn(aPage({ body }))
    expect(story.standfirst).toBe(standfirst)
    expect(story.pictures.at(-1)).toMatchObject({ role: 'lead', caption })
    expect(outline(story.body)).toEqual([
      `figure: ${caption}`,
      `paragraph: ${FIRST}`,
      'heading: What the Army Says',
      `paragraph: ${SECOND}`,
    ])
  })

  it('takes a first sentence that restates the headline for the standfirst, and says that this is a guess', () => {
    const first = 'Rebels say that they hold the last town before the northern border.'
    const story = storyIn(aPage({ body: [first, FIRST, SECOND, FIRST] }))
    expect(story.standfirst).toBe(first)
    expect(story.problems).toMatchObject([{ what: expect.stringContaining('standfirst') }])
    expect(storyIn(aPage({ body: [FIRST, SECOND, FIRST, SECOND] })).standfirst).toBe('')
  })

  it('reads a French page with French furniture, dates and headings', () => {
    const french = [
      'top of page',
      'Accueil',
      'Tous les posts',
      'Connexion',
      'Afrique / RDC / Guerre en RDC',
      'Des rebelles prennent une ville à la frontière nord',
      'Par Awa Diallo et Jean Ba',
      '29 juil. 2024 · 3 min de lecture',
      'Dernière mise à jour : 1 août 2024',
      'Les soldats ont quitté la ville vendredi après deux jours de combats, ont dit trois habitants au téléphone.',
      'La réaction de l’armée',
      'Le ministère n’a pas répondu aux questions : « Nous attendons », a dit un porte-parole de l’état-major.',
      'Mots-clés :',
      'frontière',
      'Posts récents',
      'Voir tout',
      'Une autre histoire',
      'bottom of page',
    ]
    const story = storyIn(french.join('\n'))
    expect(story).toMatchObject({
      headline: 'Des rebelles prennent une ville à la frontière nord',
      bylines: ['Awa Diallo', 'Jean Ba'],
      published: { on: '2024-07-29' },
      updatedAt: '2024-08-01T12:00:00.000Z',
      keywords: ['frontière'],
      language: 'fr',
      sectionPath: [
        { label: 'Afrique', kind: 'place' },
        { label: 'RDC', kind: 'place' },
        { label: 'Guerre en RDC', kind: 'series' },
      ],
    })
    expect(outline(story.body)[1]).toBe('heading: La réaction de l’armée')
    expect(story.body.content).toHaveLength(3)
  })

  it.each([
    {
      language: 'de',
      top: ['Startseite', 'Kontakt', 'Anmelden', 'Alle Beiträge', 'Suche'],
      headline: 'Rebellen nehmen Stadt an der Nordgrenze ein',
      head: ['Autorenbild: Awa Diallo', 'Awa Diallo', 'Vor 2 Tagen', '3 Min. Lesezeit', 'Aktualisiert: Vor 1 Tag'],
      body: [
        'Die Soldaten verließen die Stadt am Freitag nach zwei Tagen Kämpfen, sagten drei Bewohner am Telefon.',
        'Das Ministerium antwortete nicht auf Fragen, und eine unabhängige Zählung der Toten gibt es bisher nicht.',
      ],
      end: ['Schlagwörter:', 'Mali', '12 Ansichten', 'Gefällt mir', 'Aktuelle Beiträge', 'Alle ansehen', 'Eine andere'],
    },
    {
      language: 'es',
      top: ['Inicio', 'Noticias', 'Contacto', 'Iniciar sesión', 'Todas las entradas'],
      headline: 'Los rebeldes toman una ciudad en la frontera norte',
      head: ['Awa Diallo', 'hace 2 días', '3 min de lectura', 'Actualizado: hace 1 día'],
      body: [
        'Los soldados abandonaron la ciudad el viernes después de dos días de combates, dijeron tres vecinos por teléfono.',
        'El ministerio de Defensa no respondió a las preguntas, y no existe un recuento independiente de los muertos.',
      ],
      end: ['Etiquetas: Mali', 'Entradas recientes', 'Ver todo', 'Otra historia'],
    },
    {
      language: 'pt',
      top: ['Início', 'Contato', 'Entrar', 'Todos os posts'],
      headline: 'Rebeldes tomam uma cidade na fronteira norte',
      head: ['Awa Diallo', 'há 2 dias', '3 min de leitura', 'Atualizado: há 1 dia'],
      body: [
        'Os soldados deixaram a cidade na sexta-feira depois de dois dias de combates, disseram três moradores por telefone.',
        'O ministério da Defesa não respondeu às perguntas, e não existe uma contagem independente dos mortos.',
      ],
      end: ['#Mali', '12 visualizações0 comentário', 'Posts recentes', 'Ver tudo', 'Outra história'],
    },
    {
      language: 'fr',
      top: ['Accueil', 'Connexion / Inscription', 'Tous les posts', 'Rechercher'],
      headline: 'Des rebelles prennent une ville à la frontière nord',
      head: [
        'Photo du rédacteur: Awa Diallo',
        'Awa Diallo',
        'il y a 2 jours',
        '2 min de lecture',
        'Dernière mise à jour : hier',
      ],
      body: [
        'Les soldats ont quitté la ville vendredi après deux jours de combats, ont dit trois habitants au téléphone.',
        'Le ministère de la défense n’a pas répondu aux questions, et aucun décompte des morts n’existe jusqu’à présent.',
      ],
      end: ['#Mali', '12 vues0 commentaire', 'Posts similaires', 'Voir tout', 'Une autre', 'Rédigez un commentaire...'],
    },
  ])('of a builder in $language is read as in English', ({ language, top, headline, head, body, end }) => {
    const cookies = ['Nous utilisons des cookies pour améliorer votre expérience.', 'Accepter']
    const story = storyIn(
      ['top of page', ...top, headline, ...head, ...body, ...end, ...cookies, 'bottom of page'].join('\n'),
    )
    expect(story).toMatchObject({
      headline,
      bylines: ['Awa Diallo'],
      published: { precision: 'day', on: '2024-07-31' },
      updatedAt: '2024-08-01T12:00:00.000Z',
      keywords: ['Mali'],
      sectionPath: [],
      language,
      problems: [],
    })
    expect(outline(story.body)).toEqual(body.map((line) => `paragraph: ${line}`))
  })

  it('of a newspaper tells byline, day and change in one line, and credits in brackets', () => {
    const text = [
      'World',
      'Africa',
      'Rebels take a town on the northern border',
      'By Awa Diallo and Jean Ba',
      'July 29, 2024 3:10 PM GMT+2 Updated 2 hours ago',
      'Share',
      'A burnt lorry on the road to the crossing',
      '(Photo: Fatou Keïta)',
      FIRST,
      'Advertisement',
      SECOND,
      'Sign up for our newsletter',
      'Read Next',
      'Another story',
    ]
    const story = storyIn(text.join('\n'))
    expect(story).toMatchObject({
      headline: 'Rebels take a town on the northern border',
      bylines: ['Awa Diallo', 'Jean Ba'],
      published: { on: '2024-07-29' },
      updatedAt: '2024-08-02T12:00:00.000Z',
      pictures: [{ caption: 'A burnt lorry on the road to the crossing', credit: 'Fatou Keïta' }],
    })
    expect(outline(story.body).slice(1)).toEqual([`paragraph: ${FIRST}`, `paragraph: ${SECOND}`])
  })

  it('keeps the hard spaces of French', () => {
    const body = [
      FIRST,
      'Il a dit «\u00A0non\u00A0» à la proposition de la médiation, selon trois personnes présentes.',
    ]
    expect(outline(storyIn(aPage({ body })).body)[1]).toContain('«\u00A0non\u00A0»')
  })

  it('finds the headline below the day where a page sets it there', () => {
    const head = [
      'Awa Diallo',
      'Jul 29, 2024',
      '2 min read',
      'Rebels Take a Town on the Northern Border',
      'Updated: Jul 30, 2024',
    ]
    expect(storyIn(aPage({ top: ['All Posts', 'Politics'], head }))).toMatchObject({
      headline: 'Rebels Take a Town on the Northern Border',
      bylines: ['Awa Diallo'],
      sectionPath: [],
      updatedAt: '2024-07-30T12:00:00.000Z',
    })
  })

  it('counts "2 days ago" from the day the page was read, and says so when nobody knows it', () => {
    const head = ['Rebels Take a Town on the Northern Border', 'Awa Diallo', '2 days ago']
    expect(storyIn(aPage({ head })).published).toEqual({ precision: 'day', on: '2024-07-31' })
    const undated = storyIn(aPage({ head }), null)
    expect(undated.published).toBeNull()
    expect(undated.problems[0]?.what).toContain('“2 days ago”')
  })

  it('keeps lists, pictures named in the text and links, and leaves pointers to other stories out', () => {
    const body = [
      FIRST,
      'What is known:',
      '• The town fell',
      '• The road is cut',
      'convoy.jpg',
      'A burnt lorry on the road to the border crossing',
      SECOND,
      'Read also: Another Story',
      'https://example.org/report',
    ]
    const story = storyIn(aPage({ body }))
    expect(outline(story.body)).toEqual([
      `paragraph: ${FIRST}`,
      'paragraph: What is known:',
      'list: The town fell / The road is cut',
      'figure: A burnt lorry on the road to the border crossing',
      `paragraph: ${SECOND}`,
      'paragraph: https://example.org/report',
    ])
    expect(story.problems).toHaveLength(1)
    expect(story.problems[0]?.what).toContain('Read also: Another Story')
  })

  it('is refused with one line when it holds no story', () => {
    expect(readPageText('', { source: 'page.txt', readOn: null })).toMatchObject([{ kind: 'problem', fatal: true }])
    expect(readPageText('Home\nAbout\nContact', { source: 'page.txt', readOn: null })).toMatchObject([
      { kind: 'problem', fatal: true, where: 'page.txt' },
    ])
  })

  it('of an unknown kind says what to check', () => {
    const text = ['A Headline of Several Words', 'By Awa Diallo', FIRST, SECOND, FIRST].join('\n')
    const story = storyIn(text)
    expect(story).toMatchObject({ headline: 'A Headline of Several Words', bylines: ['Awa Diallo'], published: null })
    expect(story.problems[0]?.what).toContain('No day was found')
  })
})

const seed = whereSamples('seed')

describe.skipIf(seed.skip)(`the page that began it all${seed.note}`, () => {
  it.each(sampleFiles('seed', /\.txt$/))('%s comes out whole, and nothing else with it', (file) => {
    const text = sampleText('seed', file)
    const story = storyIn(text)
    expect(story).toMatchObject({
      headline: 'Al Qaeda Affiliate Claims Deadly Ambush on Russian Mercenaries and Malian Soldiers in Northern Mali',
      bylines: ['Ayize claire'],
      published: { precision: 'day', on: '2024-07-29' },
      sectionPath: [
        { label: 'Africa', kind: 'place' },
        { label: 'War & Conflicts', kind: 'subject' },
        { label: 'Mali', kind: 'place' },
      ],
      language: 'en',
      problems: [],
    })
    expect(story.standfirst).toMatch(/^An Al Qaeda affiliate claims to have killed 50 .* by Tuareg rebels$/)
    const kinds = story.body.content.map(({ type }) => type).join(' ')
    expect(kinds).toBe('figure paragraph heading paragraph paragraph heading paragraph heading paragraph')
    const lines = new Set(text.split(/\r?\n/))
    const written = outline(story.body).map((line) => line.replace(/^\w+: /, ''))
    for (const line of written) expect(lines).toContain(line)
    expect(written.join('\n')).not.toMatch(/Kagame|RWANDA|DR\.Congo|page$/m)
    expect(story.pictures.map(({ role, name, caption }) => [role, name, caption])).toEqual([
      ['byline', 'profile photo.webp', null],
      [
        'lead',
        null,
        'An Al Qaeda affiliate claims to have killed 50 Russian Wagner mercenaries and 10 Malian soldiers',
      ],
    ])
  })
})

const pages = whereSamples('page-text')

describe.skipIf(pages.skip)(`pages of other sites${pages.note}`, () => {
  const expected = pages.skip
    ? {}
    : (
        JSON.parse(sampleText('page-text', 'expected.json')) as {
          files: Record<string, { title: string; author: string; datePublished: string | null }>
        }
      ).files
  it.each(Object.entries(expected))('%s has its headline and its day', (file, { title, datePublished }) => {
    const { headline, published } = storyIn(sampleText('page-text', file))
    expect(headline).toBe(title)
    const on = datePublished?.slice(0, 10)
    expect(on === undefined ? null : published).toEqual(on === undefined ? null : { precision: 'day', on })
  })

  it.each(Object.entries(expected).filter(([file]) => file.startsWith('wix')))(
    '%s has its byline and nothing of the page',
    (file, { author }) => {
      const story = storyIn(sampleText('page-text', file))
      expect(story).toMatchObject({ bylines: [author], problems: [] })
      expect(outline(story.body).join('\n')).not.toMatch(/Recent Posts|CONTACT US|min read|Updated:/)
    },
  )

  it.each(Object.entries(expected).filter(([file]) => !file.startsWith('wix')))(
    '%s says that it was guessed',
    (file) => {
      expect(storyIn(sampleText('page-text', file)).problems).not.toEqual([])
    },
  )
})
