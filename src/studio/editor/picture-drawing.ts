import type { Node } from 'prosemirror-model'
import type { Picture } from '../../story/document.ts'
import type { Messages } from '../messages/messages.tsx'
import { element } from './elements.ts'
import type { Surroundings } from './surroundings.ts'

type Words = Messages['editor']['pictures']

/** Draws what a figure shows: the photograph itself; of a map or a chart, what it says, since readers' pages draw them. */
export function drawPicture(place: HTMLElement, node: Node, words: Words, surroundings: Surroundings): void {
  const picture = pictureOf(node)
  const known = `${JSON.stringify(picture)} ${node.attrs['alt']}`
  if (place.dataset['shown'] === known) return
  place.dataset['shown'] = known
  place.replaceChildren(...shown(picture, words))
  if (picture.kind === 'photo') void drawPhoto(place, picture.pictureId, String(node.attrs['alt']), words, surroundings)
}

const pictureOf = (node: Node): Picture => node.attrs['picture']

function shown(picture: Picture, words: Words): HTMLElement[] {
  switch (picture.kind) {
    case 'photo':
      return [element('p', 'picture-note', words.photo)]
    case 'missing':
      return [element('p', 'picture-note', words.missing(picture.name ?? picture.url ?? words.unnamed))]
    case 'map':
      return [
        element('p', 'picture-note', words.map),
        element('ul', 'picture-parts', ...picture.marks.map(({ label }) => element('li', '', label))),
      ]
    case 'chart':
      return [
        element('p', 'picture-note', `${words.chart}: ${picture.unit}`),
        element(
          'ul',
          'picture-parts',
          ...picture.bars.map(({ label, words: figure }) => element('li', '', `${label}: ${figure}`)),
        ),
      ]
  }
}

async function drawPhoto(
  place: HTMLElement,
  pictureId: Extract<Picture, { kind: 'photo' }>['pictureId'],
  alt: string,
  words: Words,
  { describePicture }: Surroundings,
): Promise<void> {
  const found = (await describePicture?.(pictureId)) ?? null
  const isStill = place.dataset['shown']?.includes(pictureId)
  if (!isStill) return
  if (!found) return place.replaceChildren(element('p', 'picture-note', words.unknown))
  const image = element('img')
  image.addEventListener('error', () => place.replaceChildren(element('p', 'picture-note', words.unknown)))
  image.src = found.src
  image.alt = alt || found.name
  place.replaceChildren(image)
}
