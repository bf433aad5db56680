import { parseArgs } from 'node:util'
import { Fault } from '../embedded/sentence.ts'

const MOST = 32

/** How many processes of each service `--scale carts=3 --scale orders=2` asks for; one where it says nothing. */
export function scaleFrom(args: readonly string[], services: readonly string[]): (service: string) => number {
  const { values } = parseArgs({ args: [...args], options: { scale: { type: 'string', multiple: true } } })
  const wanted = new Map(
    (values.scale ?? []).flatMap((one) => one.split(',')).map((one) => read(one, services)),
  )
  return (service) => wanted.get(service) ?? 1
}

function read(given: string, services: readonly string[]): [string, number] {
  const [service = '', count = ''] = given.split('=')
  if (!services.includes(service))
    throw new Fault(`There is no service ${service} to scale: choose from ${services.join(', ')}.`)
  if (!/^\d+$/.test(count) || Number(count) < 1 || Number(count) > MOST)
    throw new Fault(`--scale ${service}=… takes a number from 1 to ${MOST}.`)
  return [service, Number(count)]
}
