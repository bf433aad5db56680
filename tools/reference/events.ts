import type { EventType } from '@souk/kit/contract'
import { jsonSchema, type ServiceDefinition } from '@souk/kit/service'
import { describe } from './describe-schema.ts'
import { byText, code, group, page, table } from './page.ts'
import { subjectOf } from './subject-of.ts'

/** Every event, who announces it and who hears it. */
export function eventsPage(events: readonly EventType[], services: readonly ServiceDefinition[]): string {
  const sections = group(
    [...events].sort((a, b) => byText(a.type, b.type)),
    ({ service }) => service,
  )
  return page(
    'Events',
    'Each is a CloudEvents 1.0 envelope around the data below. It is delivered at least once, applied once by each service that hears it, and in order for one subject.',
    '## Who hears whom',
    table(
      ['Event', 'Announced by', 'Heard by'],
      [...events].sort((a, b) => byText(a.type, b.type)).map(route(services)),
    ),
    ...sections.flatMap(([service, own]) => [`## ${service}`, ...own.flatMap(section)]),
  )
}

const route =
  (services: readonly ServiceDefinition[]) =>
  (event: EventType): string[] => {
    const announcers = services.filter(({ announces }) => announces?.some(({ type }) => type === event.type))
    const isEverybodys = !services.some(({ name }) => name === event.service)
    const hearers = services.filter(({ hears }) => hears?.some((one) => one.event.type === event.type))
    return [code(event.type), isEverybodys ? 'every service' : names(announcers), names(hearers)]
  }

const names = (services: readonly ServiceDefinition[]): string =>
  services.length === 0
    ? 'nobody'
    : services
        .map(({ name }) => name)
        .sort(byText)
        .join(', ')

function section(event: EventType): string[] {
  const fields = Object.entries(event.data.shape).map(([name, schema]) => [
    code(name),
    describe(jsonSchema(schema, 'output')),
  ])
  return [
    `### ${code(event.type)}`,
    `${event.summary} Its subject is ${code(subjectOf(event))}.`,
    table(['Field', 'Holds'], fields),
  ]
}
