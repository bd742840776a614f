import { lazy, type ReactNode, Suspense } from 'react'
import { Loading } from '../shell/notices.tsx'
import { Adder, type AdderProps } from './adder.ts'
import { untilThere } from '../ui/until-there.ts'

const Form = lazy(async () => ({ default: (await untilThere(() => import('./add-entry.tsx'))).AddEntry }))

/** The form, fetched when something is first added. */
const AddEntry = (props: AdderProps) => (
  <Suspense fallback={<Loading />}>
    <Form {...props} />
  </Suspense>
)

/** Around whatever has fields that look entries up: lets them add what is not there. */
export const CanAdd = ({ children }: { readonly children: ReactNode }) => <Adder value={AddEntry}>{children}</Adder>
