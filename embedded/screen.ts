/** What a person who runs `npm start` sees: progress while it works, then one screen. */
export interface Screen {
  step<T>(what: string, work: () => Promise<T>): Promise<T>
  ready(shown: ReadyScreen): void
  say(line: string): void
}

export interface ReadyScreen {
  readonly url: string
  readonly seconds: number
  readonly products: number | undefined
  readonly adminPassword: string | undefined
}

export function createScreen(output: NodeJS.WriteStream, now: () => number): Screen {
  const line = (text: string) => output.write(`${text}\n`)
  return {
    say: line,
    async step(what, work) {
      const begun = now()
      const tick = output.isTTY
        ? setInterval(() => output.write(`\r  … ${what} ${elapsed(now() - begun)}`), 200)
        : undefined
      try {
        const result = await work()
        if (output.isTTY) output.write('\r\x1b[K')
        line(`  ✓ ${what} ${elapsed(now() - begun)}`)
        return result
      } finally {
        clearInterval(tick)
      }
    },
    ready(shown) {
      for (const text of readyLines(shown)) line(text)
    },
  }
}

const elapsed = (ms: number): string => `(${(ms / 1_000).toFixed(1)} s)`

const readyLines = ({ url, seconds, products, adminPassword }: ReadyScreen): string[] => [
  '',
  `  Souk is open after ${seconds.toFixed(1)} s.`,
  '',
  `  Shop          ${url}/`,
  `  API to try    ${url}/docs`,
  `  Mailbox       ${url}/mailbox/`,
  `  Back office   ${url}/admin/ (sign in as admin@example.com)`,
  `  Control room  ${url}/admin/ops/`,
  ...(adminPassword ? [`  Password      ${adminPassword}   (shown this once)`] : []),
  ...(products ? ['', `  The demo catalog holds ${products} products.`] : []),
  '',
  '  Ctrl-C stops everything; what was bought stays.',
  '',
]
