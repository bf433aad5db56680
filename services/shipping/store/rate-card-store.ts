import type { Queryable } from '@souk/kit/database'
import type { Option, Profile, RateCard } from '../domain/rate-card.ts'
import { placeKey, type Zone } from '../domain/zone.ts'

/** Told to every replica by the database itself when a rate, profile or zone changed. */
export const RATES_CHANGED = 'shipping_rates_changed'

/** Zones, profiles and options. Whoever changes one locks the card first, so that what they name stays there. */
export function rateCardStore(sql: Queryable) {
  const option = sql`
    id, name, carrier, rates, kind, pickup_points as "pickupPoints", carrier_rate as "carrierRate", is_active as "isActive", version`
  const profile = sql`id, name, is_shipped as "isShipped", version`
  const readZones = async (): Promise<Zone[]> => [
    ...(await sql<Zone[]>`
      select z.id, z.name, z.time_zone as "timeZone", z.cut_off as "cutOff", z.holidays, z.version,
        array(select country from zone_country c where c.zone_id = z.id order by country) as countries,
        array(select area from zone_area a where a.zone_id = z.id order by place) as areas
      from zone z order by z.id`),
  ]
  const readProfiles = async (): Promise<Profile[]> => [
    ...(await sql<Profile[]>`select ${profile} from shipping_profile order by id`),
  ]

  return {
    /** Two changes of the card wait for each other until the transaction ends. */
    async lockCard(): Promise<void> {
      await sql`select pg_advisory_xact_lock(727101)`
    },

    async readRateCard(): Promise<RateCard> {
      const [zones, profiles, options] = await Promise.all([
        readZones(),
        readProfiles(),
        sql<Option[]>`select ${option} from delivery_option where is_active`,
      ])
      return { zones, profiles, options: [...options] }
    },

    listZones: readZones,

    async findZone(id: string): Promise<Zone | undefined> {
      return (await readZones()).find((zone) => zone.id === id)
    },

    /** Writes a zone anew, with what lies in it; returns the places another zone holds already. */
    async saveZone({
      id,
      name,
      countries,
      areas,
      timeZone,
      cutOff,
      holidays,
      version,
    }: Zone): Promise<string[]> {
      await sql`
        insert into zone (id, name, time_zone, cut_off, holidays, version)
        values (${id}, ${name}, ${timeZone}, ${cutOff}, ${holidays}, ${version})
        on conflict (id) do update set name = excluded.name, time_zone = excluded.time_zone,
          cut_off = excluded.cut_off, holidays = excluded.holidays, version = excluded.version`
      await sql`delete from zone_country where zone_id = ${id}`
      await sql`delete from zone_area where zone_id = ${id}`
      const rows = areas.map((area) => ({ place: placeKey(area), area }))
      const [own, parts] = await Promise.all([
        sql<{ country: string }[]>`
          insert into zone_country (country, zone_id) select c, ${id} from unnest(${countries}::text[]) as c
          on conflict do nothing returning country`,
        sql<{ place: string }[]>`
          insert into zone_area (place, zone_id, area)
          select place, ${id}, area from jsonb_to_recordset(${sql.json(rows as never)}) as r(place text, area jsonb)
          on conflict do nothing returning place`,
      ])
      const taken = new Set([...own.map(({ country }) => country), ...parts.map(({ place }) => place)])
      return [...countries, ...rows.map(({ place }) => place)].filter((place) => !taken.has(place))
    },

    async removeZone(id: string): Promise<void> {
      await sql`delete from zone where id = ${id}`
    },

    listProfiles: readProfiles,

    async findProfile(id: string): Promise<Profile | undefined> {
      const [row] = await sql<Profile[]>`select ${profile} from shipping_profile where id = ${id}`
      return row
    },

    async saveProfile({ id, name, isShipped, version }: Profile): Promise<void> {
      await sql`
        insert into shipping_profile (id, name, is_shipped, version) values (${id}, ${name}, ${isShipped}, ${version})
        on conflict (id) do update set name = excluded.name, is_shipped = excluded.is_shipped, version = excluded.version`
    },

    async removeProfile(id: string): Promise<void> {
      await sql`delete from shipping_profile where id = ${id}`
    },

    /** An option with a rate for that zone or profile, if there is one. */
    async optionRated(what: 'zone' | 'profile', id: string): Promise<string | undefined> {
      const [row] = await sql<{ id: string }[]>`
        select o.id from delivery_option o, jsonb_array_elements(o.rates) as rate
        where rate ->> ${what} = ${id} order by o.id limit 1`
      return row?.id
    },

    listOptions: async ({ after, limit }: { after: string; limit: number }): Promise<Option[]> => [
      ...(await sql<Option[]>`
        select ${option} from delivery_option where id > ${after} order by id limit ${limit}`),
    ],

    async findOption(id: string): Promise<Option | undefined> {
      const [row] = await sql<Option[]>`select ${option} from delivery_option where id = ${id}`
      return row
    },

    async saveOption(given: Option): Promise<void> {
      const { id, name, carrier, rates, kind, pickupPoints, carrierRate, isActive, version } = given
      await sql`
        insert into delivery_option (id, name, carrier, rates, kind, pickup_points, carrier_rate, is_active, version)
        values (${id}, ${name}, ${carrier}, ${sql.json(rates as never)}, ${kind}, ${sql.json(pickupPoints as never)},
          ${carrierRate && sql.json(carrierRate)},
          ${isActive}, ${version})
        on conflict (id) do update set name = excluded.name, carrier = excluded.carrier, rates = excluded.rates,
          kind = excluded.kind, pickup_points = excluded.pickup_points, is_active = excluded.is_active,
          carrier_rate = excluded.carrier_rate, version = excluded.version`
    },

    async removeOption(id: string): Promise<void> {
      await sql`delete from delivery_option where id = ${id}`
    },
  }
}
