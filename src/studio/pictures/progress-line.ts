import type { Sending } from './send-file.ts'

/** What a picture says of itself while it is on its way into the text. */
export interface ProgressWords {
  /** Where a file is coming in. */
  readonly coming: (name: string) => string
  /** The line is gone; it goes on by itself. */
  readonly waiting: string
}

/** The line that stands in the text where a file is coming in. */
export function progressLine(name: string, words: ProgressWords) {
  const dom = document.createElement('div')
  dom.id = `coming-${crypto.randomUUID()}`
  dom.className = 'picture-coming'
  dom.contentEditable = 'false'
  dom.setAttribute('role', 'status')
  const label = document.createElement('span')
  const bar = document.createElement('progress')
  label.textContent = words.coming(name)
  bar.setAttribute('aria-label', words.coming(name))
  dom.append(label, bar)
  const show = ({ sent, total, isWaiting }: Sending) => {
    bar.max = total
    bar.value = sent
    label.textContent = isWaiting ? `${words.coming(name)} (${words.waiting})` : words.coming(name)
  }
  return { dom, show }
}
