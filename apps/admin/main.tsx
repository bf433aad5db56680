import '@souk/ui/tokens.css'
import './admin.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Admin } from './admin.tsx'
import { Invitation, invitedWith } from './session/invitation.tsx'

const token = invitedWith(location.hash)
const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>{token === undefined ? <Admin /> : <Invitation token={token} />}</StrictMode>,
  )
