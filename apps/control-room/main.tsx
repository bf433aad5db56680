import '@souk/ui/tokens.css'
import './styles/ground.css'
import './styles/parts.css'
import './styles/map.css'
import './styles/events.css'
import './styles/sagas.css'
import './styles/traces.css'
import './styles/audit.css'
import './styles/drills.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ask } from './asking/ask.ts'
import { createPoller } from './asking/poller.ts'
import { ShopProvider } from './asking/shop.ts'
import { App } from './frame/app.tsx'

const now = () => Date.now()
const later = (work: () => void, ms: number) => {
  const planned = setTimeout(work, ms)
  return () => clearTimeout(planned)
}
const poller = createPoller({ ask, now, later })
document.addEventListener('visibilitychange', () => poller.hide(document.hidden))
addEventListener('online', () => poller.askAllNow())

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <ShopProvider value={{ ask, poller, now }}>
        <App />
      </ShopProvider>
    </StrictMode>,
  )
