import { spawn } from 'node:child_process'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '20' }, seed: { type: 'string' } },
})
const seed = values.seed ?? String(Math.floor(Math.random() * 1_000_000))
if (!/^[1-9]\d{0,3}$/.test(values.rounds) || !/^\d{1,9}$/.test(seed)) {
  console.error('Use: npm run races -- --rounds 20 --seed 42 (1 to 9999 rounds; the seed is a whole number).')
  process.exit(2)
}
console.log(`${values.rounds} rounds of every race, from seed ${seed}`)
const run = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', 'e2e/faults/races'], {
  stdio: 'inherit',
  env: { ...process.env, SOUK_RACE_ROUNDS: values.rounds, SOUK_RACE_SEED: seed },
})
run.on('exit', (code) => process.exit(code ?? 1))
