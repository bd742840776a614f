import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IntakeFile } from '../../src/intake/intake-file.ts'
import { addressesToAsk, pictureKey, withOriginals } from '../../src/newsroom/import-pictures/picture-address.ts'
import { picturesIn } from '../../src/newsroom/import-pictures/picture-source.ts'

const keyOf = (url: string) => pictureKey({ name: 'a.jpg', url }, 'one')
const keyOfName = (source: string, name: string | null) => pictureKey({ name, url: null }, source)
const originalOf = (address: string) => withOriginals(address)[0]

describe('a smaller copy of a picture', () => {
  it.each([
    ['https://a.org/wp-content/uploads/2024/07/a-300x200.jpg', 'https://a.org/wp-content/uploads/2024/07/a.jpg'],
    ['https://a.org/wp-content/uploads/2024/07/a-scaled.jpg', 'https://a.org/wp-content/uploads/2024/07/a.jpg'],
    ['https://a.org/wp-content/uploads/a-e1594321-300x200.jpg', 'https://a.org/wp-content/uploads/a-e1594321.jpg'],
    ['https://a.org/wp-content/uploads/a.jpg?w=300&ssl=1', 'https://a.org/wp-content/uploads/a.jpg'],
    ['https://a.files.wordpress.com/2024/07/a.jpg?w=300', 'https://a.files.wordpress.com/2024/07/a.jpg'],
    [
      'https://i0.wp.com/a.org/wp-content/uploads/a-300x200.jpg?resize=300%2C200&ssl=1',
      'https://a.org/wp-content/uploads/a.jpg',
    ],
    [
      'https://static.wixstatic.com/media/a_1~mv2.jpg/v1/fill/w_740,h_494,al_c,q_85/a_1~mv2.jpg',
      'https://static.wixstatic.com/media/a_1~mv2.jpg',
    ],
    ['https://a.org/content/images/size/w600/2024/07/a.jpg', 'https://a.org/content/images/2024/07/a.jpg'],
    ['https://a.org/content/images/size/w600/format/webp/2024/07/a.jpg', 'https://a.org/content/images/2024/07/a.jpg'],
    [
      'https://substackcdn.com/image/fetch/w_1456,c_limit,f_auto/https%3A%2F%2Fb.s3.amazonaws.com%2Fimages%2Fa.jpeg',
      'https://b.s3.amazonaws.com/images/a.jpeg',
    ],
    ['https://1.bp.blogspot.com/-x/y/s320/a.jpg', 'https://1.bp.blogspot.com/-x/y/s0/a.jpg'],
    ['https://lh3.googleusercontent.com/abc=w640-h480-p', 'https://lh3.googleusercontent.com/abc=s0'],
    [
      'https://images.squarespace-cdn.com/c/a.jpg?format=750w',
      'https://images.squarespace-cdn.com/c/a.jpg?format=original',
    ],
    [
      'https://a.org/sites/default/files/styles/large/public/2024/a.jpg?itok=x',
      'https://a.org/sites/default/files/2024/a.jpg',
    ],
    ['https://a.org/cdn-cgi/image/width=300,quality=75/uploads/a.jpg', 'https://a.org/uploads/a.jpg'],
  ])('%s leads to its original', (copy, original) => {
    expect(originalOf(copy)).toBe(original)
    expect(addressesToAsk([copy])[0]).toBe(original)
    expect(addressesToAsk([copy]).at(-1)).toBe(copy)
  })

  it.each([
    // Somebody drew the rectangle: what is outside may not be for readers.
    'https://static.wixstatic.com/media/a_1~mv2.jpg/v1/crop/x_10,y_10,w_300,h_200/a.jpg',
    'https://i0.wp.com/a.org/a.jpg?crop=0,0,50,50',
    'https://a.imgix.net/a.jpg?rect=10,10,300,200',
    // A name with a size that no system gave it.
    'https://a.org/photos/wall-1920x1080.jpg',
    'https://a.org/picture.php?id=3&w=300',
    'https://a.org/a.jpg?v=3',
  ])('%s is a picture of its own', (address) => {
    expect(withOriginals(address)).toEqual([address])
  })

  it('is known by the address of its original, whatever the scheme', () => {
    expect(keyOf('http://a.org/wp-content/uploads/a-300x200.jpg')).toBe('a.org/wp-content/uploads/a.jpg')
    expect(keyOf('https://A.org/wp-content/uploads/a.jpg#top')).toBe('a.org/wp-content/uploads/a.jpg')
  })

  it('is known by its name within its source where it has no address, and by nothing without a name', () => {
    expect(keyOfName('one', 'a.jpg')).not.toBe(keyOfName('two', 'a.jpg'))
    expect(keyOfName('one', 'a.jpg')).toBe(keyOfName('one', 'a.jpg'))
    expect([keyOfName('one', null), keyOfName('one', ' ')]).toEqual([null, null])
  })

  it('never leads in circles, and every address that is asked for is one', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        const all = addressesToAsk([address])
        expect(new Set(all).size).toBe(all.length)
        for (const one of all) expect(URL.canParse(one)).toBe(true)
        expect((pictureKey({ name: null, url: address }, 's') ?? '').length).toBeLessThan(360)
      }),
      { numRuns: 50 },
    )
  })
})

const aFile = (name: string, bytes = 100): IntakeFile => ({
  name,
  bytes,
  open: async function* () {
    yield new Uint8Array(bytes)
  },
  beside: () => undefined,
})

const find = (names: readonly (string | readonly [string, number])[], address: string, name: string | null = null) => {
  const files = names.map((one) => (typeof one === 'string' ? aFile(one) : aFile(...one)))
  return picturesIn(files).find({ addresses: addressesToAsk([address]), name })?.name
}

describe('pictures in a folder', () => {
  const SITE = 'https://a.org/wp-content/uploads/2024/07/a-300x200.jpg'

  it('are found by the end of their path', () => {
    expect(find(['uploads/2023/05/a.jpg', 'uploads/2024/07/a.jpg'], SITE)).toBe('uploads/2024/07/a.jpg')
    expect(find(['one_files/a.jpg', 'two_files/a.jpg'], 'https://a.org/two_files/a.jpg')).toBe('two_files/a.jpg')
    expect(find(['a.org/x/a.jpg', 'b.org/x/a.jpg'], 'https://b.org/x/a.jpg')).toBe('b.org/x/a.jpg')
  })

  it('are found by their name alone where one file has it, and not where several do', () => {
    expect(find(['pictures/A.JPG'], SITE)).toBe('pictures/A.JPG')
    expect(find(['x/a.jpg', 'y/a.jpg'], 'https://a.org/z/a.jpg')).toBeUndefined()
  })

  it('are not those of another month', () => {
    expect(find(['uploads/2023/05/a.jpg'], SITE)).toBeUndefined()
  })

  it('are the originals, else the largest of the copies', () => {
    const copies = [
      ['2024/07/a-150x150.jpg', 10],
      ['2024/07/a-1024x683.jpg', 90],
      ['2024/07/a-300x200.jpg', 30],
    ] as const
    expect(find([...copies, '2024/07/a.jpg'], SITE)).toBe('2024/07/a.jpg')
    expect(find(copies, SITE)).toBe('2024/07/a-1024x683.jpg')
  })

  it('are found whatever case, script and spelling their names have', () => {
    expect(find(['été à Gao.jpg'.normalize('NFD')], 'https://a.org/%C3%A9t%C3%A9%20%C3%A0%20Gao.jpg')).toBeDefined()
    expect(find(['b.jpg'], 'https://a.org/picture?id=3', 'b.jpg')).toBe('b.jpg')
  })

  it('stay quick to find where ten thousand have one name', () => {
    const files = Array.from({ length: 10_000 }, (_, number) => aFile(`page${number}_files/logo.png`))
    const source = picturesIn(files)
    for (let number = 0; number < 10_000; number += 1) {
      const found = source.find({ addresses: [`https://a.org/page${number}_files/logo.png`], name: null })
      expect(found).toBe(files[number])
    }
    expect(source.find({ addresses: ['https://a.org/logo.png'], name: null })).toBeUndefined()
  })
})
