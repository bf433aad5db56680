import { sabotages } from './all.ts'
import { makePrivateCopy } from './private-copy.ts'
import { type Tried, trySabotages } from './try-sabotages.ts'

const wanted = process.argv[2]?.toLowerCase() ?? ''
const chosen = sabotages.filter(({ title }) => title.toLowerCase().includes(wanted))
if (chosen.length === 0) {
  console.error(`No sabotage has "${wanted}" in its title. Without a word all ${sabotages.length} are tried.`)
  process.exit(2)
}

const copy = await makePrivateCopy()
process.once('SIGINT', () => void copy.remove().then(() => process.exit(130)))
let done = 0
const tell = (tried: Tried | undefined) => {
  if (tried) console.log(`${++done}/${chosen.length} ${tried.is}: ${tried.sabotage.title}`)
  else console.log('The tests without any sabotage …')
}
try {
  const tried = await trySabotages(copy, chosen, tell)
  console.log(`\n${tried.map(row).join('\n')}`)
  const missed = tried.filter(({ is }) => is !== 'caught')
  console.log(`\n${tried.length - missed.length} of ${tried.length} caught.`)
  process.exitCode = missed.length === 0 ? 0 : 1
} finally {
  await copy.remove()
}

function row({ is, sabotage, why, seconds }: Tried): string {
  const time = `${seconds.toFixed(0)} s`.padStart(6)
  return `${is.padEnd(10)} ${time}  ${sabotage.title}\n${' '.repeat(19)}${why.slice(0, 160)}`
}
