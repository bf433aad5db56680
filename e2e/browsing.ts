import { readFileSync } from 'node:fs'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

const AXE = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

export const PHONE = { viewport: { width: 390, height: 844 } }
export const DESK = { viewport: { width: 1_280, height: 800 } }

export interface Visit {
  readonly page: Page
  /** What a page must not do: complain, break, or ask other hosts. */
  readonly complaints: string[]
  close(): Promise<void>
}

export async function visit(
  browser: Browser,
  { at, ...options }: BrowserContextOptions & { at: string },
): Promise<Visit> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())))
  page.on('pageerror', ({ message }) => void complaints.push(message))
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(at)) complaints.push(request.url())
  })
  return { page, complaints, close: () => context.close() }
}

/** What shuts somebody out of the page as it is now, by axe; and whether it has to be moved sideways to be read. */
export async function flawsOf(page: Page): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Runtime.evaluate', { expression: AXE })
  const { result } = await devtools.send('Runtime.evaluate', {
    expression: `axe.run({ runOnly: ${JSON.stringify(RULES)} }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
    awaitPromise: true,
    returnByValue: true,
  })
  await devtools.detach()
  const width = page.viewportSize()?.width ?? 0
  const needed = Number(await page.evaluate('document.documentElement.scrollWidth'))
  return [...(result.value as string[]), ...(needed > width ? [`scrolls sideways: ${needed}`] : [])]
}
