import { z } from 'zod'
import { HOUSE_PAGES } from '../../story/house-page.ts'
import { idOf } from '../../story/inline-schema.ts'
import { endpoints } from './endpoint.ts'
import { instant, isLive, line, named, words } from './shapes.ts'

/** A text in some of the paper's languages. */
const translated = z.record(z.string(), z.string())
/** The same as somebody sends it: an empty text takes that language's away. */
const texts = z.record(z.string().max(20), words(4_000))

const section = z.object({
  id: idOf('section'),
  kind: z.enum(['place', 'subject', 'series']),
  slug: z.string(),
  parentId: idOf('section').nullable(),
  names: translated,
  about: translated,
  position: z.number().nullable(),
})

const byline = z.object({
  id: idOf('persona'),
  slug: z.string(),
  name: z.string(),
  names: translated,
  kind: z.enum(['person', 'desk', 'organisation']),
  about: translated,
  pictureId: idOf('picture').nullable(),
  /** Is it sealed who stands behind it? */
  isSealed: z.boolean(),
})

const housePage = z.object({
  kind: z.enum(HOUSE_PAGES),
  language: z.string(),
  title: z.string(),
  body: z.unknown(),
  updatedAt: instant,
})

const oneSlug = z.object({ slug: line(120) })
const onePage = z.object({ kind: z.enum(HOUSE_PAGES), language: line(20) })

const profile = z.object({
  legalName: z.string().nullable(),
  founded: z.number().nullable(),
  contactEmail: z.string().nullable(),
  securityContact: z.string().nullable(),
  signal: z.string().nullable(),
  secureDrop: z.string().nullable(),
  links: z.array(z.string()),
  memberships: z.array(z.string()),
  adsTxt: z.array(z.string()),
})

/** Sections, bylines, pages, redirects, corrections, reports, settings. */
export const PAPER_ENDPOINTS = endpoints({
  'GET /paper/sections': {
    summary: 'Sections: places, subjects and series.',
    may: 'change-section',
    answer: z.object({ sections: z.array(section) }),
  },
  'POST /paper/sections': {
    summary: 'Add a section. Its address comes from its name and stays.',
    may: 'change-section',
    body: z.object({
      kind: z.enum(['place', 'subject', 'series']),
      names: texts,
      parentId: idOf('section').nullable(),
      position: z.number().int().min(0).nullable(),
    }),
    answer: isLive.extend({ section }),
  },
  'PATCH /paper/sections/{slug}': {
    summary: 'Change what a section is called, what stands under its name, and its place in the masthead.',
    may: 'change-section',
    params: oneSlug,
    body: z.object({
      names: texts.exactOptional(),
      about: texts.exactOptional(),
      position: z.number().int().min(0).nullable().exactOptional(),
    }),
    answer: isLive.extend({ section }),
  },
  'GET /paper/bylines': {
    summary: 'Bylines as readers see them. Who stands behind one is sealed.',
    may: 'change-author',
    answer: z.object({ bylines: z.array(byline), hasSealKeys: z.boolean() }),
  },
  'POST /paper/bylines': {
    summary: 'Add a byline. Readers learn of it with its first story.',
    may: 'change-author',
    body: z.object({ name: line(200), kind: z.enum(['person', 'desk', 'organisation']) }),
    answer: isLive.extend({ byline }),
  },
  'PATCH /paper/bylines/{slug}': {
    summary: 'Change what readers learn of a byline.',
    may: 'change-author',
    params: oneSlug,
    body: z.object({
      name: line(200).exactOptional(),
      names: texts.exactOptional(),
      kind: z.enum(['person', 'desk', 'organisation']).exactOptional(),
      about: texts.exactOptional(),
      pictureId: idOf('picture').nullable().exactOptional(),
    }),
    answer: isLive.extend({ byline }),
  },
  'PUT /paper/bylines/{slug}/account': {
    summary: 'Seal who stands behind a byline, to the owners’ keys. The server cannot read it again.',
    may: 'seal-byline',
    confirmed: true,
    params: oneSlug,
    body: z.object({ accountId: idOf('account'), words: words(2_000) }),
    answer: z.object({}),
  },
  'GET /paper/bylines/{slug}/account': {
    summary: 'What is sealed behind a byline, to be opened in the browser with an owner’s private key.',
    may: 'open-byline',
    confirmed: true,
    params: oneSlug,
    answer: z.object({ sealed: z.array(z.object({ ciphertext: z.string(), at: instant })) }),
  },
  'GET /paper/pages': {
    summary: 'The pages on which the paper says who it is and how it works.',
    may: 'set-page',
    answer: z.object({ pages: z.array(housePage) }),
  },
  'PUT /paper/pages/{kind}/{language}': {
    summary: 'Put one of these pages before readers.',
    may: 'set-page',
    params: onePage,
    body: z.object({ title: line(300), body: z.unknown() }),
    answer: isLive.extend({ page: housePage }),
  },
  'DELETE /paper/pages/{kind}/{language}': {
    summary: 'Take one of these pages away.',
    may: 'remove-page',
    params: onePage,
    answer: isLive,
  },
  'GET /paper/redirects': {
    summary: 'Former addresses and the stories they lead to, in order.',
    may: 'change-redirect',
    query: z.object({ after: z.string().max(2_000).exactOptional(), q: z.string().max(300).exactOptional() }),
    answer: z.object({
      redirects: z.array(
        z.object({
          fromPath: z.string(),
          storyId: idOf('story'),
          headline: z.string(),
          toPath: z.string().nullable(),
        }),
      ),
      after: z.string().nullable(),
    }),
  },
  'POST /paper/redirects': {
    summary: 'Let an address lead to a story.',
    may: 'change-redirect',
    body: z.object({ fromPath: line(2_000), storyId: idOf('story') }),
    answer: isLive,
  },
  'POST /paper/redirects/remove': {
    summary: 'Let an address lead nowhere any more.',
    may: 'change-redirect',
    body: z.object({ fromPath: line(2_000) }),
    answer: isLive,
  },
  'GET /paper/corrections': {
    summary: 'What readers were told was wrong, unclear or new: every note, newest first.',
    may: 'issue-correction',
    query: z.object({ before: z.string().max(100).exactOptional() }),
    answer: z.object({
      notes: z.array(
        z.object({
          id: idOf('note'),
          kind: z.string(),
          at: instant,
          text: z.string(),
          storyId: idOf('story'),
          headline: z.string(),
          path: z.string().nullable(),
        }),
      ),
      before: z.string().nullable(),
    }),
  },
  'GET /paper/reports': {
    summary: 'What readers have told the corrections desk.',
    may: 'read-reports',
    query: z.object({ all: z.stringbool().default(false) }),
    answer: z.object({
      reports: z.array(
        z.object({
          id: idOf('report'),
          storyId: idOf('story').nullable(),
          about: z.string(),
          language: z.string(),
          kind: z.string(),
          text: z.string(),
          contact: z.string().nullable(),
          receivedAt: instant,
          state: z.enum(['new', 'answered', 'dismissed']),
          note: z.string().nullable(),
        }),
      ),
    }),
  },
  'POST /paper/reports/{reportId}/close': {
    summary: 'Close a report. The way to reach its reader is taken out: answer first.',
    may: 'close-report',
    params: named('reportId', idOf('report')),
    body: z.object({ as: z.enum(['answered', 'dismissed']), note: words(2_000).nullable() }),
    answer: z.object({}),
  },
  'GET /paper/settings': {
    summary: 'What the paper is called, its languages and zone, and how it can be reached.',
    may: 'change-profile',
    answer: z.object({
      name: z.string(),
      tagline: translated,
      languages: z.array(z.string()),
      defaultLanguage: z.string(),
      zone: z.string(),
      isSample: z.boolean(),
      profile,
    }),
  },
  'PUT /paper/settings': {
    summary: 'Name the paper, its languages and its zone.',
    may: 'set-up-newspaper',
    confirmed: true,
    body: z.object({
      name: line(200),
      tagline: texts,
      languages: z.array(line(20)).min(1).max(20),
      defaultLanguage: line(20),
      zone: line(60),
    }),
    answer: z.object({}),
  },
  'PUT /paper/profile/{field}': {
    summary: 'Say one thing of how the paper can be reached; no value says nothing.',
    may: 'change-profile',
    params: z.object({
      field: z.enum([
        'legal-name',
        'founded',
        'contact-email',
        'security-contact',
        'signal',
        'secure-drop',
        'links',
        'memberships',
        'ads-txt',
      ]),
    }),
    body: z.object({ values: z.array(z.string().max(400)).max(100) }),
    answer: isLive.extend({ profile }),
  },
})
