import { describe, expect, it } from 'vitest'
import { NO_HOSTS, ownLinks, withMet, withNewPaths, withOwnPaths, withTold } from '../../src/intake/own-links.ts'
import type { Block } from '../../src/story/document.ts'
import { aBody } from '../builders.ts'

const linked = (...hrefs: string[]): Block => ({
  type: 'paragraph',
  content: hrefs.map((href) => ({
    type: 'text',
    text: 'words',
    marks: [{ type: 'strong' }, { type: 'link', attrs: { href } }],
  })),
})
const SITE = withTold(NO_HOSTS, ['www.old.example'])
const hrefsOf = (body: object): string[] =>
  [...JSON.stringify(body).matchAll(/"href":"([^"]*)"/g)].map((match) => match[1] ?? '')

describe('links of a story to the site it came from', () => {
  it('are found under every name of the site, and lead on as paths', () => {
    const body = aBody(
      linked(
        'http://old.example/2019/05/a/#more',
        'https://WWW.OLD.EXAMPLE/?p=12',
        '/b/',
        'https://other.example/2019/05/a/',
      ),
    )
    expect(ownLinks(body, SITE).map(({ key }) => key)).toEqual(['/2019/05/a', '/?p=12', '/b'])
    expect(hrefsOf(withOwnPaths(body, SITE))).toEqual([
      '/2019/05/a/#more',
      '/?p=12',
      '/b/',
      'https://other.example/2019/05/a/',
    ])
  })

  it('lead to a story’s new address once that is known, and to the same place in it', () => {
    const body = withOwnPaths(
      aBody(linked('http://old.example/2019/05/a/#more', 'https://other.example/2019/05/a/')),
      SITE,
    )
    expect(hrefsOf(withNewPaths(body, new Map([['/2019/05/a', '/2019/05/03/a']])))).toEqual([
      '/2019/05/03/a#more',
      'https://other.example/2019/05/a/',
    ])
  })

  it('stay as they are where they lead to a file, or where nothing is to be changed', () => {
    const body = aBody(linked('https://old.example/wp-content/uploads/2019/report.pdf', 'mailto:desk@old.example'))
    expect(ownLinks(body, SITE)).toEqual([{ key: '/wp-content/uploads/2019/report.pdf', leadsTo: 'file' }])
    expect(withOwnPaths(body, SITE)).toBe(body)
    expect(withNewPaths(body, new Map([['/x', '/y']]))).toBe(body)
  })

  it('are found in lists, tables, footnotes, captions, boxes and quotations', () => {
    const words = linked('https://old.example/a/') as Extract<Block, { type: 'paragraph' }>
    const body = aBody(
      { type: 'list', attrs: { ordered: false, start: 1 }, content: [{ type: 'listItem', content: [words] }] },
      { type: 'blockquote', attrs: { attribution: null, source: 'https://old.example/a/' }, content: [words] },
      { type: 'aside', attrs: { title: null }, content: [words] },
      { type: 'footnote', attrs: { id: '1' }, content: words.content },
      {
        type: 'table',
        attrs: { caption: null },
        content: [
          {
            type: 'tableRow',
            content: [{ type: 'tableCell', attrs: { header: false, colspan: 1, rowspan: 1 }, content: words.content }],
          },
        ],
      },
    )
    const moved = withNewPaths(withOwnPaths(body, SITE), new Map([['/a', '/new']]))
    expect(hrefsOf(moved)).toEqual(['/new', '/new', '/new', '/new', '/new'])
    expect(JSON.stringify(moved)).toContain('"source":"/new"')
    expect(JSON.stringify(moved)).not.toContain('old.example')
  })

  it('are known by where the stories stood, when the file does not say whose it is', () => {
    const met = withMet(NO_HOSTS, 'https://old.example/2019/05/a/')
    expect(hrefsOf(withOwnPaths(aBody(linked('https://www.old.example/b/')), met))).toEqual(['/b/'])
  })

  it('are nobody’s among stories from many sites', () => {
    const hosts = ['a', 'b', 'c', 'd', 'e'].reduce((all, name) => withMet(all, `https://${name}.example/1`), NO_HOSTS)
    const body = aBody(linked('https://a.example/2'))
    expect(ownLinks(body, hosts)).toEqual([])
    expect(withOwnPaths(body, hosts)).toBe(body)
  })

  it('on a host that many share are changed only when they lead to a story of ours', () => {
    const hosts = withMet(withTold(NO_HOSTS, ['medium.com']), 'https://medium.com/@us/one-1')
    const body = aBody(linked('https://medium.com/@us/two-2', 'https://medium.com/@them/three-3'))
    expect(ownLinks(body, hosts).map(({ leadsTo }) => leadsTo)).toEqual(['perhaps', 'perhaps'])
    expect(withOwnPaths(body, hosts)).toBe(body)
    expect(hrefsOf(withNewPaths(body, new Map([['//medium.com/@us/two-2', '/2020/01/01/two']])))).toEqual([
      '/2020/01/01/two',
      'https://medium.com/@them/three-3',
    ])
  })
})
