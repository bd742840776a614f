import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { applyAppearance } from './account/appearance.ts'
import { queries } from './api/queries.ts'
import { watchForRevocation } from './entering/give-up-device.ts'
import { MessagesProvider } from './messages/messages.tsx'
import { router } from './shell/router.tsx'
import { registerWorker } from './worker/register-worker.ts'
import './styles/tokens.css'
import './styles/base.css'
import './styles/ui.css'
import './styles/shell.css'

applyAppearance()
watchForRevocation()
const root = document.getElementById('studio')
if (!root) throw new Error('The page has no place for the studio.')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <MessagesProvider>
        <RouterProvider router={router} />
      </MessagesProvider>
    </QueryClientProvider>
  </StrictMode>,
)
void registerWorker()
