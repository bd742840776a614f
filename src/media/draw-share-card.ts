import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { SHARE_CARD_SIZE, type ShareCard } from '../story/share-card.ts'
import { SANS, SERIF } from './share-card-fonts.ts'
import { setHeadline } from './share-card-lines.ts'

/** The paper's own colours, as on its pages. */
const PAPER = '#fffefb'
const INK = '#191714'
const SOFT = '#5d574e'
const LINE = '#d9d3c7'
const ACCENT = '#9a2a1b'

const { width: WIDTH, height: HEIGHT } = SHARE_CARD_SIZE
const MARGIN = 72
const INNER = WIDTH - 2 * MARGIN

/** Where the head ends and the foot begins; the headline stands between. */
const NAME_BASE = 104
const RULE = 132
const FOOT_RULE = 536
const FOOT_BASE = 586

/**
 * Draws a story's card: the paper's name over a rule, the kicker, the headline as large as it fits, the day, and the
 * correction where there is one. A language that is written from right to left stands at the right.
 *
 * @returns a PNG of 1200 × 630 pixels
 */
export function drawShareCard(card: ShareCard): Buffer {
  const canvas = createCanvas(WIDTH, HEIGHT)
  const context = canvas.getContext('2d')
  const pen: Pen = { context, isRightToLeft: card.direction === 'rtl' }
  context.fillStyle = PAPER
  context.fillRect(0, 0, WIDTH, HEIGHT)
  drawHead(pen, card)
  drawHeadline(pen, card, drawLabel(pen, card))
  drawFoot(pen, card)
  return canvas.toBuffer('image/png')
}

interface Pen {
  readonly context: SKRSContext2D
  readonly isRightToLeft: boolean
}

function drawHead(pen: Pen, { paper }: ShareCard): void {
  bar(pen, { y: 0, height: 14, colour: ACCENT, from: 0, width: WIDTH })
  write(pen, shortened(pen, paper, `700 46px ${SERIF}`, INNER), {
    font: `700 46px ${SERIF}`,
    colour: INK,
    base: NAME_BASE,
  })
  bar(pen, { y: RULE, height: 4, colour: INK, from: MARGIN, width: INNER })
  bar(pen, { y: RULE + 8, height: 1, colour: INK, from: MARGIN, width: INNER })
}

/** @returns where the headline may begin */
function drawLabel(pen: Pen, { label }: ShareCard): number {
  if (label === null) return RULE + 40
  const font = `600 30px ${SANS}`
  write(pen, shortened(pen, label, font, INNER), { font, colour: ACCENT, base: RULE + 62 })
  return RULE + 84
}

function drawHeadline(pen: Pen, { headline }: ShareCard, top: number): void {
  const { context, isRightToLeft } = pen
  // Naskh has its marks above and below the line, and needs the room.
  const leading = isRightToLeft ? 1.42 : 1.13
  const height = FOOT_RULE - 24 - top
  const measure = (text: string, size: number): number => {
    context.font = `700 ${size}px ${SERIF}`
    return context.measureText(text).width
  }
  const { lines, size } = setHeadline(headline, { width: INNER, height, leading, measure })
  const block = lines.length * size * leading
  // Above the middle of its room, nearer to its kicker than to the foot.
  const first = top + (height - block) * 0.34
  const rise = size * (isRightToLeft ? 1.02 : 0.86)
  for (const [index, line] of lines.entries()) {
    const base = first + rise + index * size * leading
    write(pen, line, { font: `700 ${size}px ${SERIF}`, colour: INK, base, direction: isRightToLeft ? 'rtl' : 'ltr' })
  }
}

function drawFoot(pen: Pen, { day, corrected }: ShareCard): void {
  bar(pen, { y: FOOT_RULE, height: 1, colour: LINE, from: MARGIN, width: INNER })
  write(pen, day, { font: `400 30px ${SANS}`, colour: SOFT, base: FOOT_BASE })
  if (corrected !== null) {
    write(pen, corrected, { font: `600 30px ${SANS}`, colour: ACCENT, base: FOOT_BASE, isAtEnd: true })
  }
}

interface Written {
  readonly font: string
  readonly colour: string
  /** Where the letters stand, in pixels from the top. */
  readonly base: number
  /** Left out, the direction of the text's own first letter: a date in English keeps its order on an Arabic card. */
  readonly direction?: 'ltr' | 'rtl'
  /** At the end of the line instead of its beginning. */
  readonly isAtEnd?: boolean
}

function write({ context, isRightToLeft }: Pen, text: string, { font, colour, base, ...how }: Written): void {
  const isAtRight = isRightToLeft !== (how.isAtEnd ?? false)
  context.font = font
  context.fillStyle = colour
  context.direction = how.direction ?? directionOf(text)
  context.textAlign = isAtRight ? 'right' : 'left'
  context.fillText(text, isAtRight ? WIDTH - MARGIN : MARGIN, base)
}

/** As the Unicode bidirectional algorithm does for a paragraph (rules P2 and P3): by the first letter that has a way. */
const directionOf = (text: string): 'ltr' | 'rtl' =>
  /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u.test(
    text,
  )
    ? 'rtl'
    : 'ltr'

/** A line that has to be one: too long, it ends with an ellipsis after a whole word. */
function shortened({ context }: Pen, text: string, font: string, width: number): string {
  context.font = font
  if (context.measureText(text).width <= width) return text
  const words = text.split(' ')
  for (let kept = words.length - 1; kept > 0; kept -= 1) {
    const some = `${words.slice(0, kept).join(' ')}…`
    if (context.measureText(some).width <= width) return some
  }
  return ''
}

function bar(
  { context }: Pen,
  { y, height, colour, from, width }: { y: number; height: number; colour: string; from: number; width: number },
): void {
  context.fillStyle = colour
  context.fillRect(from, y, width, height)
}
