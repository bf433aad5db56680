import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runProgram } from './run-program.ts'
import type { Guard } from './verdict.ts'

/** The compiler's complaints, and how many of our files it read: what runs on Node, and what runs in browsers. */
export const types: Guard = async (root) => {
  const node = await typesOf(root, '.')
  if (!existsSync(join(root, 'apps', 'tsconfig.json')))
    return { crimes: node.crimes, seen: `${node.read} files` }
  const browsers = await typesOf(root, 'apps')
  return { crimes: [...node.crimes, ...browsers.crimes], seen: `${node.read + browsers.read} files` }
}

async function typesOf(root: string, project: string): Promise<{ crimes: string[]; read: number }> {
  const args = ['--noEmit', '--pretty', 'false', '--listFiles', '-p', project]
  const { code, output, complaints } = await runProgram('typescript-7/bin/tsc', { args, cwd: root })
  const lines = output.split('\n').filter((line) => line !== '')
  const isFile = (line: string) => line.startsWith('/') || /^[A-Z]:[\\/]/.test(line)
  const crimes = lines.filter((line) => !isFile(line))
  const read = lines.filter((line) => isFile(line) && !line.includes('node_modules'))
  if (code !== 0 && crimes.length === 0) throw new Error(complaints)
  if (read.length === 0) crimes.push('the compiler read no file of ours')
  return { crimes: together(crimes), read: read.length }
}

/** A complaint's indented lines belong to the one above. */
function together(lines: readonly string[]): string[] {
  const complaints: string[] = []
  for (const line of lines) {
    if (line.startsWith(' ')) complaints.push(`${complaints.pop()}\n${line}`)
    else complaints.push(line)
  }
  return complaints
}
