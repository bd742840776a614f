import { describe, expect, it } from 'vitest'
import type { Attachment } from '../../src/intake/wordpress/attachments.ts'
import { readPostBody } from '../../src/intake/wordpress/post-body.ts'
import { outline } from './document-shape.ts'

const anAttachment = (fields: Partial<Attachment> = {}): Attachment => ({
  url: 'https://paper.example/u/a.jpg',
  alt: '',
  caption: '',
  credit: '',
  parent: '7',
  order: 0,
  ...fields,
})

const LIBRARY: Readonly<Record<string, Attachment>> = {
  '1': anAttachment({ alt: 'Smoke', caption: 'The market', credit: 'Awa Diallo' }),
  '2': anAttachment({ url: 'https://paper.example/u/b.jpg', caption: 'The river' }),
  '3': anAttachment({ url: 'https://paper.example/u/talk.mp3', caption: 'The talk' }),
}

function read(text: string) {
  const told: string[] = []
  const body = readPostBody(text, {
    report: (what) => told.push(what),
    attachment: (id) => LIBRARY[id],
    picturesOf: (post) => (post === undefined ? ['1', '2'] : []),
    sharedBlock: (id) => (id === '5' ? '<!-- wp:paragraph --><p>How we count</p><!-- /wp:paragraph -->' : undefined),
    base: 'https://paper.example/story',
    footnotes: [],
  })
  return { ...body, told, lines: outline(body.document) }
}

describe('shortcodes of WordPress', () => {
  it('make one figure of each picture of a gallery, with its caption, credit and description', () => {
    const { lines, pictures, told } = read('One\n\n[gallery columns="2" ids="1,2,99"]\n\ntwo')
    expect(lines).toEqual(['paragraph: One', 'figure: The market', 'figure: The river', 'paragraph: two'])
    expect(pictures[0]).toMatchObject({ alt: 'Smoke', caption: 'The market', credit: 'Awa Diallo' })
    expect(told).toEqual(['1 picture of a gallery (99) is not in the file.'])
  })

  it('make a gallery without numbers of the pictures that were uploaded to the post', () => {
    expect(read('[gallery]').lines).toEqual(['figure: The market', 'figure: The river'])
    expect(read('[gallery exclude="1"]').lines).toEqual(['figure: The river'])
    expect(read('[gallery ids="98,99"]').told).toEqual([
      'A gallery of pictures ([gallery ids="98,99"]) was left out: none of its pictures is in the file.',
    ])
  })

  it('keep captions in their old and new form', () => {
    const old = read('[caption id="attachment_1" caption="Smoke over the market"]<img src="/a.jpg" />[/caption]')
    expect(old.document.content).toMatchObject([
      { type: 'figure', attrs: { credit: 'Awa Diallo' }, content: [{ text: 'Smoke over the market' }] },
    ])
    const linked = read('[caption]<a href="/a.jpg"><img src="/a.jpg" /></a> Smoke <em>now</em>[/caption]')
    expect(linked.lines).toEqual(['figure: Smoke now'])
  })

  it.each([
    ['[embed]https://vimeo.com/1[/embed]', 'https://vimeo.com/1'],
    ['[youtube https://www.youtube.com/watch?v=abc]', 'https://www.youtube.com/watch?v=abc'],
    ['[youtube=http://youtu.be/abc]', 'http://youtu.be/abc'],
    ['[youtube id="abcdef"]', 'https://www.youtube.com/watch?v=abcdef'],
    ['[vimeo 12345]', 'https://vimeo.com/12345'],
    ['[video mp4="https://e.org/a.mp4"][/video]', 'https://e.org/a.mp4'],
    ['[audio src=”https://e.org/a.mp3″]', 'https://e.org/a.mp3'],
    ['[audio mp3=&quot;https://e.org/a.mp3&quot;][/audio]', 'https://e.org/a.mp3'],
    ['[soundcloud url="https://api.soundcloud.com/tracks/1" params="a=b"]', 'https://api.soundcloud.com/tracks/1'],
    ['[tweet 123456]', 'https://twitter.com/i/status/123456'],
    ['[wpvideo aBcDeF]', 'https://videopress.com/v/aBcDeF'],
    ['[playlist ids="3"]', 'https://paper.example/u/talk.mp3'],
    ['[su_youtube url="https://youtu.be/abc"]', 'https://youtu.be/abc'],
    ['[pdf-embedder url="https://e.org/report.pdf"]', 'https://e.org/report.pdf'],
  ])('%s becomes a link', (text, url) => {
    const { document, told } = read(text)
    expect(document.content).toMatchObject([{ type: 'embed', attrs: { url } }])
    expect(told).toEqual([])
  })

  it('keep the words of page builders without their layout', () => {
    const divi =
      '[et_pb_section][et_pb_row][et_pb_text admin_label="x"]<p>One</p>[/et_pb_text][et_pb_image src="https://e.org/a.jpg" alt="A" /][/et_pb_row][/et_pb_section]'
    expect(read(divi)).toMatchObject({ lines: ['paragraph: One', 'figure: '] })
    const bakery =
      '[vc_row][vc_column width="1/2"][vc_custom_heading text="Two"][vc_column_text]Three[/vc_column_text][vc_single_image image="2"][/vc_column][/vc_row]'
    expect(read(bakery)).toMatchObject({
      lines: ['heading: Two', 'paragraph: Three', 'figure: The river'],
      told: ['The layout of a page builder was left out; its words and pictures stay.'],
    })
    expect(read('[one_half]left[/one_half][one_half_last]right[/one_half_last]').lines).toEqual([
      'paragraph: left',
      'paragraph: right',
    ])
  })

  it('make footnotes of footnotes', () => {
    expect(read('Ten[ref]UN, <em>report</em>[/ref] died[efn_note]Radio[/efn_note].').lines).toEqual([
      'paragraph: Ten[note-1] died[note-2].',
      'footnote: UN, report',
      'footnote: Radio',
    ])
  })

  it('keep quotations, buttons, code and words within a line', () => {
    expect(read('[su_quote cite="Her"]Go[/su_quote]').document.content).toMatchObject([
      { type: 'blockquote', attrs: { attribution: 'Her' } },
    ])
    expect(read('[button link="https://e.org/"]Read[/button]').document.content).toMatchObject([
      { content: [{ text: 'Read', marks: [{ type: 'link', attrs: { href: 'https://e.org/' } }] }] },
    ])
    expect(read('[sourcecode lang="x"]\na\n  b\n[/sourcecode]').lines).toEqual(['paragraph: a⏎  b'])
    expect(read('[dropcap]T[/dropcap]he town').lines).toEqual(['paragraph: The town'])
  })

  it('name what has no counterpart, and leave what nobody knows as text and name it too', () => {
    expect(read('[contact-form-7 id="1" title="Write"] [polldaddy poll=1]').told).toEqual([
      'A form ([contact-form-7 id="1" title="Write"]) was left out.',
      'A poll ([polldaddy poll=1]) was left out.',
    ])
    expect(read('[map lat="1"] and [map]x[/map]')).toMatchObject({
      lines: ['paragraph: [map lat="1"] and [map]x[/map]'],
      told: ['The shortcode [map] stays as text (2 times).'],
    })
  })

  it('leave words in brackets alone', () => {
    for (const words of ['[sic] [table] [private] [quiz] [...] [1] [the editor’s note]', '[[gallery ids="1"]]']) {
      const { lines, told } = read(words)
      expect(lines).toEqual([`paragraph: ${words.replace('[[', '[').replace(']]', ']')}`])
      expect(told).toEqual([])
    }
  })

  it('say when a part was for members only', () => {
    expect(read('Open [restrict]closed[/restrict]')).toMatchObject({
      isForMembers: true,
      lines: ['paragraph: Open closed'],
    })
    expect(read('<!-- wp:jetpack/paywall /--><p>closed</p>').isForMembers).toBe(true)
    expect(read('Open').isForMembers).toBe(false)
  })
})

describe('blocks of WordPress', () => {
  it('that many posts share are read in each of them', () => {
    expect(read('<!-- wp:block {"ref":5} /--><!-- wp:block {"ref":6} /-->')).toMatchObject({
      lines: ['paragraph: How we count'],
      told: ['A block that the site keeps for many posts (number 6) is not in the file and was left out.'],
    })
  })

  it('take a picture’s description from the media library, and its file instead of a smaller copy', () => {
    const html =
      '<!-- wp:image --><figure><img src="https://paper.example/u/a-300x200.jpg" class="wp-image-1" alt=""/></figure>'
    expect(read(html).pictures).toMatchObject([{ url: 'https://paper.example/u/a.jpg', alt: 'Smoke' }])
  })

  it('that only name an address become links, and a cover keeps the picture behind its words', () => {
    expect(read('<!-- wp:embed {"url":"https:\\/\\/vimeo.com\\/1"} /-->').document.content).toMatchObject([
      { type: 'embed', attrs: { url: 'https://vimeo.com/1' } },
    ])
    const cover =
      '<!-- wp:cover --><div class="wp-block-cover" style="background-image:url(https://e.org/a.jpg)"><p>Words</p></div>'
    expect(read(cover).lines).toEqual(['figure: ', 'paragraph: Words'])
  })
})
