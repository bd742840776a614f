import { type ComponentType, lazy, memo, Suspense, useLayoutEffect, useRef } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useMessages } from '../messages/messages.tsx'
import { Loading } from '../shell/notices.tsx'
import { Button } from '../ui/button.tsx'
import { untilThere } from '../ui/until-there.ts'

/** What stands beside the text. */
export const PANELS = ['record', 'attribution', 'margin', 'pictures', 'publish', 'details'] as const
export type PanelName = (typeof PANELS)[number]

const CONTENT: Readonly<Record<PanelName, ComponentType>> = {
  record: lazy(async () => ({ default: (await untilThere(() => import('../citing/record-panel.tsx'))).RecordPanel })),
  attribution: lazy(async () => ({
    default: (await untilThere(() => import('../attribution/attribution-panel.tsx'))).AttributionPanel,
  })),
  margin: lazy(async () => ({ default: (await untilThere(() => import('../editor/margin-panel.tsx'))).MarginPanel })),
  pictures: lazy(async () => ({
    default: (await untilThere(() => import('../pictures/pictures-panel.tsx'))).PicturesPanel,
  })),
  publish: lazy(async () => ({
    default: (await untilThere(() => import('../publishing/publish-panel.tsx'))).PublishPanel,
  })),
  details: lazy(async () => ({ default: (await untilThere(() => import('./details-panel.tsx'))).DetailsPanel })),
}

interface Props {
  readonly panel: PanelName
  readonly onPanel: (panel: PanelName | null) => void
}

/** The panels beside the text; on a phone they lie under it and leave the lines above in view. */
export const SidePanel = memo(function SidePanel({ panel, onPanel }: Props) {
  const { writing } = useMessages()
  const side = useRef<HTMLElement>(null)
  // A panel begins at its beginning, however far down somebody was in another.
  useLayoutEffect(() => {
    if (side.current) side.current.scrollTop = 0
  }, [panel])
  return (
    <aside ref={side} className="desk-side" aria-label={writing.panels.label}>
      <Tabs selectedKey={panel} onSelectionChange={(key) => onPanel(key as PanelName)}>
        <div className="desk-tabs">
          <TabList aria-label={writing.panels.label}>
            {PANELS.map((name) => (
              <Tab key={name} id={name} className="tab">
                {writing.panels[name]}
              </Tab>
            ))}
          </TabList>
          <Button kind="quiet" aria-label={writing.panels.close} onPress={() => onPanel(null)}>
            ×
          </Button>
        </div>
        {PANELS.map((name) => {
          const Content = CONTENT[name]
          return (
            <TabPanel key={name} id={name} className="desk-panel">
              <Suspense fallback={<Loading />}>
                <Content />
              </Suspense>
            </TabPanel>
          )
        })}
      </Tabs>
    </aside>
  )
})
