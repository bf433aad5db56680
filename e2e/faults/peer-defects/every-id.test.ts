import { readdir, readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { notYet } from './not-yet.ts'

const FOLDER = new URL('.', import.meta.url)
const HERE = 'every-id.test.ts'
const LAST = 61

const idsIn = (text: string): string[] =>
  [...text.matchAll(/\bit(?:\.each\([\s\S]*?\))?\(\s*['"`](D\d\d) /g)].map(([, id]) => id as string)

it('every known defect of a peer has a test of its own, or a reason why not yet', async () => {
  const files = (await readdir(FOLDER)).filter((name) => /\.(test|journey)\.ts$/.test(name) && name !== HERE)
  const texts = await Promise.all(files.map((name) => readFile(new URL(name, FOLDER), 'utf8')))
  const tested = texts.flatMap(idsIn)
  const known = Array.from({ length: LAST }, (_, index) => `D${String(index + 1).padStart(2, '0')}`)
  expect([...tested, ...Object.keys(notYet)].sort()).toEqual(known)
})

it('finds ids where tests are titled, and nowhere else', () => {
  const title = "it('D01 sells twice', () => {})\nit.each([1, 2])('D02 of %i', () => {})"
  expect(idsIn(`// D03 is elsewhere\n${title}\nit('says D04', () => {})`)).toEqual(['D01', 'D02'])
})
