import { readFileSync } from 'node:fs'

export interface Memory {
  /** Megabytes that are mapped, those of the Node binary among them, which all processes share. */
  readonly resident: number
  /** What it takes of the machine: pages that others map too are shared out among them (PSS). */
  readonly own: number
}

/** Every process below this one that names itself as a part of the shop, by that name. */
export function memoryOfServices(pid: number): Map<string, Memory> {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
  return new Map(
    children.map(Number).flatMap((child): [string, Memory][] => {
      const name = /^souk:(\w+)/.exec(readFileSync(`/proc/${child}/cmdline`, 'utf8'))?.[1]
      return name ? [[name, memoryOf(child)]] : []
    }),
  )
}

function memoryOf(pid: number): Memory {
  const shared = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
  const megabytes = (kind: string) => Number(new RegExp(`^${kind}:\\s+(\\d+)`, 'm').exec(shared)?.[1]) / 1_024
  return { resident: megabytes('Rss'), own: megabytes('Pss') }
}
