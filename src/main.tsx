import '@/lib/trustedWorkers'
import '@/lib/withoutEval'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from '@/app/App'
import { speakChosen } from '@/app/speakChosen'
import { watchInstallation } from '@/lib/installation'
import '@/app/theme.css'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
speakChosen()
watchInstallation()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)

if (import.meta.env.DEV) {
  void import('@/app/devtools').then(({ showStoresInDevtools }) => showStoresInDevtools())
}
