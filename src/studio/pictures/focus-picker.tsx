import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { imageAddress } from './image-address.ts'
import type { LibraryPicture } from './use-sending.ts'

interface Point {
  readonly x: number
  readonly y: number
}

interface Props {
  readonly picture: LibraryPicture
  readonly focus: Point
  readonly onChange: (focus: Point) => void
}

const STEP = 0.02
const MOVES: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
}

const within = (part: number): number => Math.round(Math.min(1, Math.max(0, part)) * 1_000) / 1_000

const percent = (part: number): string => `${Math.round(part * 100)}%`

/** The point that stays in view where a picture is cropped: by pointing, or by the arrow keys; and what crops make of it. */
export function FocusPicker({ picture, focus, onChange }: Props) {
  const { pictures } = useMessages()
  const frame = useRef<HTMLDivElement>(null)
  const point = (event: PointerEvent) => {
    const box = frame.current?.getBoundingClientRect()
    if (!box || (event.type === 'pointermove' && event.buttons === 0)) return
    onChange({ x: within((event.clientX - box.left) / box.width), y: within((event.clientY - box.top) / box.height) })
  }
  const move = (event: KeyboardEvent) => {
    const by = MOVES[event.key]
    if (!by) return
    event.preventDefault()
    onChange({ x: within(focus.x + by.x), y: within(focus.y + by.y) })
  }
  return (
    <div className="focus-picker">
      <div
        ref={frame}
        className="focus-frame"
        role="slider"
        tabIndex={0}
        aria-label={pictures.focus}
        aria-valuenow={Math.round(focus.x * 100)}
        aria-valuetext={pictures.focusAt(percent(focus.x), percent(focus.y))}
        onPointerDown={point}
        onPointerMove={point}
        onKeyDown={move}
      >
        <img src={imageAddress(picture, 960)} alt={picture.alt} draggable={false} />
        <span
          className="focus-point"
          style={{ insetInlineStart: percent(focus.x), insetBlockStart: percent(focus.y) }}
        />
      </div>
      <p className="focus-help">{pictures.focusHelp}</p>
      <div className="focus-crops" aria-hidden="true">
        {(['wide', 'square', 'tall'] as const).map((crop) => (
          <figure key={crop}>
            <img
              className={crop}
              src={imageAddress(picture, 480)}
              alt=""
              style={{ objectPosition: `${percent(focus.x)} ${percent(focus.y)}` }}
            />
            <figcaption>{pictures.crops[crop]}</figcaption>
          </figure>
        ))}
      </div>
    </div>
  )
}
