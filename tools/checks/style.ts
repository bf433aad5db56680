import { runProgram } from './run-program.ts'
import type { Guard } from './verdict.ts'

/** Format and lint, our own rules in tools/lint/ among them. */
export const style: Guard = async (root) => {
  const args = ['check', '--max-diagnostics=none', '--reporter=github', '.']
  const { code, output, complaints } = await runProgram('@biomejs/biome/bin/biome', { args, cwd: root })
  const crimes = [...output.matchAll(PROBLEM)].map(([, rule, file, line, message]) => {
    const place = (file as string).replace(`${root}/`, '')
    return rule === 'format'
      ? `${place}: is not formatted; \`biome check --write\` does it`
      : `${place}:${line} ${message} (${rule})`
  })
  const seen = /Checked (\d+) files/.exec(output + complaints)?.[1]
  if (code !== 0 && crimes.length === 0) throw new Error(output + complaints)
  return { crimes, seen: seen ? `${seen} files` : 'all files' }
}

const PROBLEM = /^::(?:error|warning) title=([^,]*),file=([^,]*),line=(\d+),[^:]*::(.*)$/gm
