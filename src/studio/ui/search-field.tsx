import { useEffect, useEffectEvent, useState } from 'react'
import { TextField } from './field.tsx'

/** So long after the last letter a list is searched. */
const PAUSE_MS = 250

interface Props {
  readonly label: string
  readonly className: string
  /** What the address of the screen says is looked for. */
  readonly words: string
  /** Undefined looks for nothing. */
  readonly onSearch: (words: string | undefined) => void
}

/** Looks for words a moment after the last letter was typed. */
export function SearchField({ label, className, words, onSearch }: Props) {
  const [typed, setTyped] = useState(words)
  const [known, setKnown] = useState(words)
  // The address was changed by something else, such as going back.
  if (known !== words) {
    setKnown(words)
    if (typed.trim() !== words) setTyped(words)
  }
  const search = useEffectEvent(() => onSearch(typed.trim() === '' ? undefined : typed.trim()))
  useEffect(() => {
    if (typed.trim() === words) return
    const timer = setTimeout(() => search(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, words])
  return <TextField className={className} type="search" label={label} value={typed} onChange={setTyped} />
}
