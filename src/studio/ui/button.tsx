import { Button as AriaButton, type ButtonProps } from 'react-aria-components'

interface Props extends Omit<ButtonProps, 'className'> {
  /** `main` for the one thing a screen is for, `quiet` for what stands among text, `grave` for what cannot be undone. */
  readonly kind?: 'main' | 'plain' | 'quiet' | 'grave'
  readonly className?: string
  /** Why it cannot be pressed now: shown with it, and read out. The button stays where it is and does nothing. */
  readonly whyNot?: string | null | undefined
}

/** A button that, where it cannot be pressed, says why. */
export function Button({ kind = 'plain', className = '', whyNot = null, ...props }: Props) {
  const button = (
    <AriaButton {...props} className={`button ${kind} ${className}`} isDisabled={props.isDisabled || whyNot !== null} />
  )
  if (whyNot === null) return button
  return (
    <span className="button-refused">
      {button}
      <span className="why-not">{whyNot}</span>
    </span>
  )
}
