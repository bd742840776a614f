import type { ReactNode } from 'react'
import {
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
  Button as AriaButton,
  Text,
  TextArea,
  TextField as AriaTextField,
  type TextFieldProps,
  Checkbox as AriaCheckbox,
  type CheckboxProps,
} from 'react-aria-components'

interface FieldProps extends Omit<TextFieldProps, 'className' | 'children'> {
  readonly label: string
  /** What to write here, and why. */
  readonly help?: ReactNode
  /** What is wrong with what was written. */
  readonly problem?: string | null
  /** More than one line. */
  readonly rows?: number
  readonly className?: string
  readonly placeholder?: string
}

/** A line or a few lines of text, with a label that stays, help under it, and what is wrong with it. */
export function TextField({ label, help, problem, rows, className = '', placeholder, ...props }: FieldProps) {
  const hint = placeholder === undefined ? {} : { placeholder }
  return (
    <AriaTextField {...props} className={`field ${className}`} isInvalid={Boolean(problem)}>
      <Label>{label}</Label>
      {rows === undefined ? <Input {...hint} /> : <TextArea rows={rows} {...hint} />}
      {help && <Text slot="description">{help}</Text>}
      <FieldError>{problem}</FieldError>
    </AriaTextField>
  )
}

interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly help?: string
}

interface SelectProps<Value extends string> {
  readonly label: string
  readonly value: Value | null
  readonly choices: readonly Choice<Value>[]
  readonly onChange: (value: Value) => void
  readonly help?: ReactNode
  readonly isDisabled?: boolean
}

/** One out of a few. */
export function Select<Value extends string>({
  label,
  value,
  choices,
  onChange,
  help,
  isDisabled = false,
}: SelectProps<Value>) {
  return (
    <AriaSelect
      className="field"
      value={value}
      isDisabled={isDisabled}
      onChange={(key) => {
        const choice = choices.find((one) => one.value === key)
        if (choice) onChange(choice.value)
      }}
    >
      <Label>{label}</Label>
      <AriaButton className="select">
        <SelectValue />
        <span aria-hidden="true">▾</span>
      </AriaButton>
      {help && <Text slot="description">{help}</Text>}
      <Popover className="popover">
        <ListBox className="choices">
          {choices.map((choice) => (
            <ListBoxItem key={choice.value} id={choice.value} textValue={choice.label}>
              <Text slot="label">{choice.label}</Text>
              {choice.help && <Text slot="description">{choice.help}</Text>}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}

/** Yes or no, with its words beside it. */
export function Checkbox({
  children,
  ...props
}: Omit<CheckboxProps, 'className' | 'children'> & { readonly children: ReactNode }) {
  return (
    <AriaCheckbox {...props} className="checkbox">
      <span className="box" aria-hidden="true" />
      {children}
    </AriaCheckbox>
  )
}
