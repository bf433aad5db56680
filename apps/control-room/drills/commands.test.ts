import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { drills } from './commands.ts'

const { scripts } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  scripts: Record<string, string>
}

it('every script that is named is there', () => {
  const lines = drills.flatMap(({ commands }) => commands.map(({ line }) => line))
  const named = lines.flatMap((line) => /npm run ([\w:-]+)/.exec(line)?.[1] ?? [])
  expect(named.length).toBeGreaterThan(5)
  for (const name of named) expect(scripts).toHaveProperty([name])
})
