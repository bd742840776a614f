import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components'
import { parseId, type SectionId, type StoryId } from '../../ids.ts'
import { asking } from '../api/queries.ts'
import { useMessages } from '../messages/messages.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import type { FrontAddress } from './front-address.ts'

interface Props {
  readonly front: FrontAddress
  /** Whoever stands there now. */
  readonly chosen: { readonly id: StoryId; readonly headline: string } | null
  readonly onChoose: (storyId: StoryId | null) => void
}

const sectionOf = ({ list }: FrontAddress): SectionId | undefined => parseId('section', list.replace(/^section:/, ''))

/** Looks for a story that may stand on a front: of its language and section, live or on its way. */
export function StorySearch({ front, chosen, onChoose }: Props) {
  const { fronts, stories } = useMessages()
  const [words, setWords] = useState(chosen?.headline ?? '')
  const asked = useDeferredValue(words === chosen?.headline ? '' : words)
  const section = sectionOf(front)
  const { data } = useQuery({
    ...asking('GET /stories', {
      query: {
        language: front.language,
        state: 'published,scheduled,approved,in-review',
        limit: 20,
        ...(asked.trim() === '' ? {} : { q: asked.trim() }),
        ...(section ? { section } : {}),
      },
    }),
    placeholderData: keepPreviousData,
  })
  const found = data?.stories ?? []
  return (
    <ComboBox
      className="field"
      autoFocus
      inputValue={words}
      onInputChange={setWords}
      defaultValue={chosen?.id ?? null}
      onChange={(key) => onChoose(key === null ? null : (parseId('story', String(key)) ?? null))}
      items={found}
      allowsEmptyCollection
      defaultFilter={() => true}
    >
      <Label>{fronts.search}</Label>
      <div className="search-line">
        <Input />
        <Button className="select">▾</Button>
      </div>
      <Text slot="description">{fronts.searchHelp}</Text>
      <Popover className="popover">
        <ListBox className="choices" renderEmptyState={() => <p className="combo-empty">{fronts.searchNothing}</p>}>
          {({ id, headline, state }: (typeof found)[number]) => (
            <ListBoxItem id={id} textValue={headline || stories.noHeadline}>
              <Text slot="label">{headline || stories.noHeadline}</Text>
              <Text slot="description">
                <StateMark state={state} />
              </Text>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
