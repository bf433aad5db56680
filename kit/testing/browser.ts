import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** Debian's, and where it is elsewhere. */
const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
)

/** For `describe.runIf`: says in one line what is not tested where there is no browser. */
export function browserIsHere(): boolean {
  if (executablePath) return true
  console.warn('NOT TESTED HERE: there is no Chromium (Debian: apt-get install chromium)')
  return false
}

/** Without a sandbox, as tests may run as root, and without asking anybody but the page's own server. */
const ARGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  ...['--disable-background-networking', '--disable-component-update'],
]

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ ...(executablePath && { executablePath }), args: ARGS })
